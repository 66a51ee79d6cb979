import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { choiceField, readFields, switchField, textField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalText, requiredChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { aText, mapped } from '../../../shared/http/expected';
import { write } from '../../api';
import { interviewParameter, merchantField, resultParameter } from '../../parameters';
import { findRow } from '../../api/results';
import { isUrl } from '../../../shared/http/isUrl';

const OF_ENROLLMENT = ['interview-for-profile', 'results-for-profile'];
const OF_INTERVIEW = ['interview-for-profile', 'interview-results-for-position'];
const OF_RESULT = ['interview-result-candidate', 'interview-result-talent-seeker'];
const LEADS_TO = [...new Set([...OF_ENROLLMENT, ...OF_INTERVIEW, ...OF_RESULT])];

const options = [
	merchantField,
	switchField({
		displayName: 'Show Menu',
		name: 'showMenu',
		description: "Whether the page has JobMojito's menu",
	}),
];

export const createSignedLink: WritingOperation = {
	value: 'createSignedLink',
	name: 'Create Signed Link',
	action: 'Create a signed link',
	description:
		'Create a link that opens an interview or a result without signing in: anyone who has it gets in',
	properties: [
		choiceField(
			{ displayName: 'Leads To', name: 'type' },
			{
				'interview-for-profile': 'Interview of a Candidate',
				'results-for-profile': 'All Results of a Candidate',
				'interview-results-for-position': 'All Results of an Interview',
				'interview-result-candidate': 'Result, as the Candidate Sees It',
				'interview-result-talent-seeker': 'Result, as the Recruiter Sees It',
			},
		),
		{ ...resultParameter, displayOptions: { show: { type: OF_RESULT } } },
		{
			...interviewParameter,
			default: { mode: 'id', value: '={{ $json.job_id }}' },
			displayOptions: { show: { type: OF_INTERVIEW } },
			description: "Filled in automatically from a trigger's item",
		},
		textField({
			displayName: 'Enrollment ID',
			name: 'enrollmentId',
			default: '={{ $json.profile_interview_id ?? $json.raw?.profile_interview_id }}',
			displayOptions: { show: { type: OF_ENROLLMENT } },
			description:
				"The ID from Candidate: Get Many, elsewhere called profile_interview_id; not profile_id. A trigger's simplified item does not have it: if it is empty, it is looked up by Result ID.",
		}),
		{
			...resultParameter,
			required: false,
			displayOptions: { show: { type: OF_ENROLLMENT } },
			description:
				"One of the candidate's results, to look up an empty Enrollment ID. Filled in automatically from a trigger's item.",
		},
		collection('Options', options),
	],
	prepare: (context, itemIndex) => {
		const type = requiredChoice(context, itemIndex, 'type', 'Leads To', LEADS_TO);
		const { showMenu, ...others } = readFields(context, itemIndex, { collection: 'options', known: options });
		const required = (name: string, displayName: string) =>
			requiredText(context, itemIndex, name, displayName);
		const body = {
			type,
			...(OF_INTERVIEW.includes(type) ? { interview_id: required('interview', 'Interview') } : {}),
			...(OF_RESULT.includes(type) ? { interview_result_id: required('resultId', 'Result ID') } : {}),
			...others,
			// Only the text 'false' shows the menu.
			...(showMenu === true ? { hide_menu: 'false' } : {}),
		};
		const findEnrollment = OF_ENROLLMENT.includes(type) ? enrollment(context, itemIndex, others) : undefined;
		return async () => {
			const ids = findEnrollment ? { interview_profile_id: await findEnrollment() } : {};
			const url = await write(context, 'POST', '/job-interview-token', A_LINK, { ...body, ...ids });
			return asItems([{ type, url }]);
		};
	},
};

/**
 * Returns a function that finds the enrollment's ID: as it was filled in, else by a result of the candidate.
 *
 * @throws NodeOperationError at once when there is neither
 */
function enrollment(
	context: IExecuteFunctions,
	itemIndex: number,
	query: IDataObject,
): () => Promise<string> {
	const id = optionalText(context, itemIndex, 'enrollmentId', 'Enrollment ID');
	if (id !== '') return async () => id;

	const resultId = optionalText(context, itemIndex, 'resultId', 'Result ID');
	const fault = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	if (resultId === '') {
		throw fault(
			'Enrollment ID is empty',
			'Fill in Enrollment ID, or Result ID to have the enrollment looked up.',
		);
	}
	return async () => {
		const row = await findRow(context, itemIndex, resultId, query);
		const found = row?.profile_interview_id;
		if (typeof found === 'string' && found !== '') return found;
		throw fault(
			'No enrollment was found for this Result ID',
			`JobMojito ${row === null ? 'lists no result' : 'lists no enrollment with the result'} ${resultId}. Check that Result ID is that of an attempt (interview_id in a trigger's item), or fill in Enrollment ID: it is ID in Candidate → Get Many.`,
		);
	};
}

/** The answer is no object but the link as a text, in JSON's quotes unless n8n has taken them off. */
const A_LINK = {
	...mapped(aText(), (text) => {
		const url = text.replace(/^"(.*)"$/, '$1');
		return /^https?:\/\/\S+$/i.test(url) && isUrl(url) ? url : undefined;
	}),
	inWords: 'a link as text',
};
