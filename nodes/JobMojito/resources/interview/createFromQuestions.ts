import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { longTextField, switchField } from '../../fields';
import { commonFields, expectationsField, questionsParameter, requiredFields } from '../../interviewFields';
import { parseJson } from '../../parameters';
import { newInterview } from './create';

const fields = [
	...commonFields,
	expectationsField,
	switchField({
		displayName: 'Keep Duplicate Questions',
		name: 'disable_deduplication',
		description: 'Whether to keep questions that are alike',
	}),
];

export const createFromQuestions: Operation = {
	value: 'createFromQuestions',
	name: 'Create From Questions',
	action: 'Create an interview from questions',
	description: 'Create an interview that asks your own questions',
	isReadOnly: false,
	properties: [
		...requiredFields,
		longTextField({
			displayName: 'Description',
			name: 'description',
			required: true,
			description: 'Two sentences for the candidate',
		}),
		{ ...questionsParameter, required: true },
		collection('Additional Fields', fields),
	],
	run: async (context, itemIndex) => {
		const body = {
			...newInterview(context, itemIndex, fields),
			description: requiredText(context, itemIndex, 'description', 'Description'),
			questions: readQuestions(context, itemIndex),
		};
		return asItems([await writeJobMojito(context, '/job-interview-create-from-array', body)]);
	},
};

function readQuestions(context: IExecuteFunctions, itemIndex: number): object[] {
	const value = context.getNodeParameter('questions', itemIndex);
	const questions = parseJson(context, itemIndex, {
		value,
		displayName: 'Questions',
		isList: true,
	}) as object[];
	if (questions.length > 0) return questions;
	throw new NodeOperationError(context.getNode(), 'Questions is an empty list', {
		itemIndex,
		description: 'Give at least one question, such as [{"question": "Why this job?"}].',
	});
}
