import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { choiceField, longTextField, numberField, readFields, switchField, textField } from '../../fields';
import { commonFields, expectationsField, questionsParameter, VISIBILITIES } from '../../interviewFields';
import { interviewParameter } from '../.actions/properties';

const fields = [
	...commonFields,
	expectationsField,
	{
		...questionsParameter,
		description: 'The complete list: a question that is missing here is removed from the interview',
	},
	textField({ displayName: 'Avatar ID', name: 'interview_template_id' }),
	textField({ displayName: 'Name', name: 'name' }),
	textField({ displayName: 'Location', name: 'location' }),
	longTextField({ displayName: 'Description', name: 'description' }),
	numberField({ displayName: 'Maximum Duration', name: 'max_duration', description: 'In seconds' }, 60),
	choiceField({ displayName: 'Visibility', name: 'visibility' }, VISIBILITIES),
	switchField({
		displayName: 'Regenerate Expectations',
		name: 'regenerate_candidate_expectations',
		description: 'Whether to have the expectations written anew by AI',
	}),
];

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update an interview',
	description: 'Change what you name; a field that is added and left empty is cleared',
	isReadOnly: false,
	properties: [interviewParameter, collection('Update Fields', fields)],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const changes = readFields(context, itemIndex, fields, true);
		requireChanges(context, itemIndex, changes);
		return asItems([await writeJobMojito(context, '/job-interview-update', { position_id: id, ...changes })]);
	},
};

function requireChanges(context: IExecuteFunctions, itemIndex: number, changes: IDataObject): void {
	if (Object.keys(changes).length === 0) {
		throw new NodeOperationError(context.getNode(), 'There is nothing to update', {
			itemIndex,
			description: 'Add at least one field under Update Fields.',
		});
	}
	// The field's own default: it would take every question out of the interview.
	if (changes.questions === null || (changes.questions as unknown[] | undefined)?.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Questions is an empty list', {
			itemIndex,
			description:
				'Questions replaces all questions of the interview. Give the complete list, or remove Questions from Update Fields.',
		});
	}
}
