import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { switchField, textField } from '../../fields';
import { filledIn, interviewParameter, merchantField, resultParameter } from '../../parameters';

const OF_ENROLMENT = ['interview-for-profile', 'results-for-profile'];
const OF_INTERVIEW = ['interview-for-profile', 'interview-results-for-position'];
const OF_RESULT = ['interview-result-candidate', 'interview-result-talent-seeker'];

export const createSignedLink: Operation = {
	value: 'createSignedLink',
	name: 'Create Signed Link',
	action: 'Create a signed link',
	description: 'Create a link that opens an interview or a result without signing in: whoever has it gets in',
	isReadOnly: false,
	properties: [
		{
			displayName: 'Leads To',
			name: 'type',
			type: 'options',
			default: 'interview-for-profile',
			options: [
				{ name: 'All Results of a Candidate', value: 'results-for-profile' },
				{ name: 'All Results of an Interview', value: 'interview-results-for-position' },
				{ name: 'Interview of a Candidate', value: 'interview-for-profile' },
				{ name: 'Result, as the Candidate Sees It', value: 'interview-result-candidate' },
				{ name: 'Result, as the Recruiter Sees It', value: 'interview-result-talent-seeker' },
			],
		},
		textField({
			displayName: 'Enrolment ID',
			name: 'enrolmentId',
			required: true,
			displayOptions: { show: { type: OF_ENROLMENT } },
			description: 'In the list of candidates it is ID, elsewhere profile_interview_id; not profile_id',
		}),
		{ ...interviewParameter, displayOptions: { show: { type: OF_INTERVIEW } } },
		{ ...resultParameter, displayOptions: { show: { type: OF_RESULT } } },
		collection('Options', [
			merchantField,
			switchField({
				displayName: 'Show Menu',
				name: 'showMenu',
				description: 'Whether the page has the menu of JobMojito',
			}),
		]),
	],
	run: async (context, itemIndex) => {
		const type = context.getNodeParameter('type', itemIndex) as string;
		const { showMenu, ...options } = filledIn(context, itemIndex, 'options');
		// Only the text 'false' shows the menu.
		const menu = showMenu === true ? { hide_menu: 'false' } : {};
		const body = { type, ...ids(context, itemIndex, type), ...options, ...menu };
		const answer = await writeJobMojito<unknown>(context, '/job-interview-token', body);
		return asItems([{ type, url: asUrl(answer) }]);
	},
};

function ids(context: IExecuteFunctions, itemIndex: number, type: string): IDataObject {
	const required = (name: string, displayName: string) => requiredText(context, itemIndex, name, displayName);
	return {
		...(OF_ENROLMENT.includes(type) ? { interview_profile_id: required('enrolmentId', 'Enrolment ID') } : {}),
		...(OF_INTERVIEW.includes(type) ? { interview_id: required('interview', 'Interview') } : {}),
		...(OF_RESULT.includes(type) ? { interview_result_id: required('resultId', 'Result ID') } : {}),
	};
}

/** The answer is no object but a text, in JSON's quotes unless n8n has taken them off. */
function asUrl(answer: unknown): string {
	return String(answer).trim().replace(/^"|"$/g, '');
}
