import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { requiredText } from '../shared/actions/reading';
import { asJson, postingPath } from './parameters';

/** The columns of a simplified question. */
export const SIMPLIFIED_QUESTION = [
	'id',
	'posting_id',
	'modality',
	'rank',
	'text',
	'evaluation_criteria',
	'score_weight',
	'expected_answer',
	'is_knockout',
	'is_dealbreaker',
];

/** What a question belongs to. */
export const modalityParameter: INodeProperties = {
	displayName: 'Modality',
	name: 'modality',
	type: 'options',
	required: true,
	default: 'voice',
	options: [
		{ name: 'Form', value: 'form' },
		{ name: 'Resume Eligibility', value: 'resume_eligibility' },
		{ name: 'Resume Scoring', value: 'resume_scoring' },
		{ name: 'SMS', value: 'sms' },
		{ name: 'Voice', value: 'voice' },
		{ name: 'Voice Tags', value: 'voice_tags' },
	],
	description: 'The part of the workflow that asks the question',
};

export const questionParameter: INodeProperties = {
	displayName: 'Question ID',
	name: 'questionId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 341C0A3E67C31467',
	description: 'Get it with Question: Get Many',
};

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const whether = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
});

const count = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 1,
	description: 'For voice questions',
});

/** What a question has besides its text; named as the API names it. */
export const questionFields: INodeProperties[] = [
	text('Answer for Score 1', 'score_of_1', 'How a bad answer sounds, for voice questions'),
	text('Answer for Score 5', 'score_of_5', 'How a good answer sounds, for voice questions'),
	text('Evaluation Criteria', 'evaluation_criteria', 'What an answer is judged by'),
	text('Expected Answer', 'expected_answer', 'What a candidate must answer, for SMS questions'),
	whether('Is Dealbreaker', 'is_dealbreaker', 'Whether another answer ends the process, for SMS questions'),
	whether('Is Knockout', 'is_knockout', 'Whether a wrong answer ends the process, for form questions'),
	count('Maximum Follow-Ups', 'max_follow_ups'),
	count('Minimum Follow-Ups', 'min_follow_ups'),
	{
		displayName: 'More Fields',
		name: 'more',
		type: 'json',
		default: '{}',
		description:
			'A JSON object with further fields in the names of the API, such as dropdown_values or structured_config',
	},
	whether('Not Scored', 'not_scored', 'Whether the answer is left out of the score, for voice questions'),
	{
		displayName: 'Score Weight',
		name: 'score_weight',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 5,
		description: 'From 1 to 10, for voice questions',
	},
];

/**
 * The fields of a collection as the API takes them.
 *
 * @throws NodeOperationError naming the field
 */
export function readQuestionFields(
	context: IExecuteFunctions,
	itemIndex: number,
	collection: string,
): IDataObject {
	const { more, ...fields } = context.getNodeParameter(collection, itemIndex, {}) as IDataObject;
	return {
		...fields,
		...(more === undefined ? {} : asJson<IDataObject>(context, itemIndex, more, 'More Fields', 'object')),
	};
}

/** The path of the question that the parameters name. */
export function questionPath(context: IExecuteFunctions, itemIndex: number): string {
	const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
	return postingPath(context, itemIndex, `/questions/${encodeURIComponent(id)}`);
}
