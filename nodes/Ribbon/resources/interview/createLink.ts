import { readFields, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { decidingText, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { emailOf } from '../../../shared/actions/values';
import { agreeing, echoing, notRefused, withId } from '../../../shared/http/agreeing';
import { anObjectWith, mapped } from '../../../shared/http/expected';
import { isUrl } from '../../../shared/http/isUrl';
import { writeOnce } from '../../api';
import { INTERVIEWS_PATH } from '../../api/interviews';
import { flowParameter, recruiterField } from '../../parameters';

const fields = [
	recruiterField,
	textField({
		displayName: 'First Name',
		name: 'interviewee_first_name',
		placeholder: 'e.g. Ada',
		description: 'First name of the candidate',
	}),
	textField({
		displayName: 'Last Name',
		name: 'interviewee_last_name',
		placeholder: 'e.g. Example',
		description: 'Last name of the candidate',
	}),
];

/** The candidate opens the link, so it must be a URL for a browser. */
const aLink = mapped(anObjectWith('interview_id', 'interview_link'), (answer) =>
	typeof answer.interview_link === 'string' &&
	/^https:\/\//i.test(answer.interview_link) &&
	isUrl(answer.interview_link)
		? answer
		: undefined,
);

export const createLink: Operation = {
	value: 'createLink',
	name: 'Create Link',
	action: 'Create an interview link',
	description:
		'Create an interview and get its link, which works once. Ribbon does not document whether it emails the link: send it yourself.',
	identity: { name: 'email', field: 'Candidate Email', within: ['flowId'] },
	properties: [
		flowParameter,
		textField({
			displayName: 'Candidate Email',
			name: 'email',
			placeholder: 'e.g. ada@example.com',
			description: "Without it, the interview does not show up in Ribbon's own pages",
		}),
		collection('Additional Fields', fields),
	],
	prepare: (context, itemIndex) => {
		const flowId = requiredText(context, itemIndex, 'flowId', 'Flow');
		const displayName = 'Candidate Email';
		const value = decidingText(context, itemIndex, 'email', displayName);
		const email = emailOf({ context, itemIndex, displayName, value });
		const body = {
			interview_flow_id: flowId,
			...(email === '' ? {} : { interviewee_email_address: email }),
			...readFields(context, itemIndex, { collection: 'additionalFields', known: fields }),
		};
		const isOfPerson = echoing(body, ['interviewee_email_address']);
		const expects = agreeing(aLink, withId('interview_flow_id', flowId), isOfPerson, notRefused);
		return async () => {
			const answer = await writeOnce(context, INTERVIEWS_PATH, expects, body);
			return asItems([{ interview_flow_id: flowId, ...answer }]);
		};
	},
};
