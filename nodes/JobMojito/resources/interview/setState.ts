import { choiceField, readFields, switchField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredChoice, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { flag, isNothing, text } from '../../../shared/event/fields';
import { agreeing, showing } from '../../../shared/http/agreeing';
import { anObject, anObjectWith, eitherOf, mapped } from '../../../shared/http/expected';
import { write } from '../../api';
import { interviewParameter } from '../../parameters';
import { ofInterview } from '../interviewIds';

const options = [
	switchField({
		displayName: 'Embedded',
		name: 'is_embedded',
		description:
			'Whether the interview may be shown inside a page of your own site. The response has the key for it.',
	}),
];

const STATUSES = { active: 'Active', archived: 'Archived', deleted: 'Deleted', draft: 'Draft' };

const DONE = mapped(anObject('success'), (answer) => (flag(answer.success) === true ? answer : undefined));

export const setState: WritingOperation = {
	value: 'setState',
	name: 'Set State',
	action: 'Set the state of an interview',
	description: 'Publish, withdraw or archive an interview, or allow it to be embedded',
	properties: [
		interviewParameter,
		choiceField({ displayName: 'Status', name: 'status', default: 'active' }, STATUSES),
		collection('Options', options),
	],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const status = requiredChoice(context, itemIndex, 'status', 'Status', Object.keys(STATUSES));
		const body = {
			position_id: id,
			status,
			...readFields(context, itemIndex, { collection: 'options', known: options }),
		};
		const isStatus = (came: unknown) => isNothing(came) || text(came)?.toLowerCase() === status.toLowerCase();
		const expects = agreeing(
			eitherOf(DONE, anObjectWith('embed_id', 'embed_signing_key')),
			ofInterview(id),
			showing('status', status, isStatus),
		);
		return async () => {
			const answer = await write(context, 'POST', '/job-interview-set-state', expects, body);
			return asItems([{ position_id: id, status, ...answer }]);
		};
	},
};
