import { requireChanges, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { DONE, write } from '../../api';
import { interviewParameter } from '../../parameters';
import { codingFields, commonFields, questionsField, readInterviewFields, skillsField } from './fields';

const fields = [
	...commonFields,
	...codingFields,
	textField({ displayName: 'Name', name: 'interview_name' }),
	questionsField,
	skillsField,
];

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update an interview',
	description:
		'Change an interview. micro1 does not document whether a field that you leave out keeps its value: check the interview afterwards.',
	properties: [interviewParameter, collection('Update Fields', fields)],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const changes = readInterviewFields(context, itemIndex, 'updateFields', fields);
		requireChanges(context, itemIndex, changes);
		return async () => {
			await write(context, 'PUT', `/interview/${encodeURIComponent(id)}`, DONE, changes);
			return asItems([{ interview_id: id, updated: true }]);
		};
	},
};
