import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { longTextField, switchField } from '../../../shared/actions/fields';
import type { WritingOperation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalJson, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { made, writeOnce } from '../../api';
import {
	commonFields,
	expectationsField,
	questionsParameter,
	requiredFields,
} from '../../parameters/interviewFields';
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

export const createFromQuestions: WritingOperation = {
	value: 'createFromQuestions',
	name: 'Create From Questions',
	action: 'Create an interview from questions',
	description: 'Create an interview that asks your own questions',
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
	prepare: (context, itemIndex) => {
		const body = {
			...newInterview(context, itemIndex, fields),
			description: requiredText(context, itemIndex, 'description', 'Description'),
			questions: readQuestions(context, itemIndex),
		};
		const path = '/job-interview-create-from-array';
		return async () => asItems([await writeOnce(context, path, made('interview_def_set_id', body), body)]);
	},
};

function readQuestions(context: IExecuteFunctions, itemIndex: number): unknown[] {
	const questions = optionalJson<unknown[]>(context, itemIndex, 'questions', 'Questions', 'list') ?? [];
	if (questions.length > 0) return questions;
	throw new NodeOperationError(context.getNode(), 'Questions is an empty list', {
		itemIndex,
		description: 'Give at least one question, such as [{"question": "Why this job?"}].',
	});
}
