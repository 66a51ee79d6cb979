import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	choiceField,
	jsonField,
	numberField,
	readFields,
	switchField,
	textField,
} from '../../../shared/actions/fields';
import { requiredText } from '../../../shared/actions/reading';
import { withId, type Check } from '../../../shared/http/agreeing';
import { postingPath } from '../../api/postings';
import { wantedPosting } from '../../parameters';

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

/** What comes back as it was sent; HeyMilo sets some other fields itself. */
export const ECHOED = [
	'text',
	'modality',
	'evaluation_criteria',
	'expected_answer',
	'is_dealbreaker',
	'is_knockout',
	'not_scored',
	'score_weight',
	'max_follow_ups',
	'min_follow_ups',
];

const MODALITIES = {
	form: 'Form',
	resume_eligibility: 'Resume Eligibility',
	resume_scoring: 'Resume Scoring',
	sms: 'SMS',
	voice: 'Voice',
	voice_tags: 'Voice Tags',
};

/** What a question belongs to. */
export const modalityParameter: INodeProperties = choiceField(
	{
		displayName: 'Modality',
		name: 'modality',
		default: 'voice',
		description: 'The part of the workflow that asks the question',
	},
	MODALITIES,
);

export const questionParameter: INodeProperties = textField({
	displayName: 'Question ID',
	name: 'questionId',
	required: true,
	placeholder: 'e.g. 341C0A3E67C31467',
	description: 'Get it with Question: Get Many',
});

const count = (displayName: string, name: string): INodeProperties =>
	numberField({ displayName, name, default: 1, description: 'For voice questions' }, 0);

/** What a question has besides its text; named as the API names it. */
export const questionFields: INodeProperties[] = [
	textField({
		displayName: 'Answer for Score 1',
		name: 'score_of_1',
		description: 'How a bad answer sounds, for voice questions',
	}),
	textField({
		displayName: 'Answer for Score 5',
		name: 'score_of_5',
		description: 'How a good answer sounds, for voice questions',
	}),
	textField({
		displayName: 'Evaluation Criteria',
		name: 'evaluation_criteria',
		description: 'How an answer is evaluated',
	}),
	textField({
		displayName: 'Expected Answer',
		name: 'expected_answer',
		description: 'What a candidate must answer, for SMS questions',
	}),
	switchField({
		displayName: 'Is Dealbreaker',
		name: 'is_dealbreaker',
		description: 'Whether any other answer ends the process, for SMS questions',
	}),
	switchField({
		displayName: 'Is Knockout',
		name: 'is_knockout',
		description: 'Whether a wrong answer ends the process, for form questions',
	}),
	count('Maximum Follow-Ups', 'max_follow_ups'),
	count('Minimum Follow-Ups', 'min_follow_ups'),
	jsonField({
		displayName: 'More Fields',
		name: 'more',
		description:
			'A JSON object with further fields, named as in the API, such as dropdown_values or structured_config',
	}),
	switchField({
		displayName: 'Not Scored',
		name: 'not_scored',
		description: 'Whether the answer is left out of the score, for voice questions',
	}),
	numberField(
		{
			displayName: 'Score Weight',
			name: 'score_weight',
			default: 5,
			description: 'From 1 to 10, for voice questions',
		},
		1,
		10,
	),
];

/** What can be changed. */
export const updateFields: INodeProperties[] = [
	...questionFields,
	textField({ displayName: 'Text', name: 'text' }),
];

/**
 * The additional fields of a new question as the API takes them.
 *
 * @throws NodeOperationError naming the field
 */
export function readAdditionalFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	return withMore(readFields(context, itemIndex, { collection: 'additionalFields', known: questionFields }));
}

/**
 * The changes to a question as the API takes them; what was added and left empty is cleared.
 *
 * @throws NodeOperationError naming the field
 */
export function readUpdateFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const changes = readFields(context, itemIndex, {
		collection: 'updateFields',
		known: updateFields,
		clearsEmpty: true,
	});
	if (changes.text === null) requiredText(context, itemIndex, 'updateFields.text', 'Text');
	return withMore(changes);
}

const withMore = ({ more, ...fields }: IDataObject): IDataObject => ({
	...fields,
	...(more as IDataObject | null | undefined),
});

/** That a question is one of the posting that the parameters name. */
export const ofPosting = (context: IExecuteFunctions, itemIndex: number): Check<IDataObject> =>
	withId('posting_id', wantedPosting(context, itemIndex));

/** The path of the question that the parameters name. */
export function questionPath(context: IExecuteFunctions, itemIndex: number): string {
	const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
	return postingPath(wantedPosting(context, itemIndex), `/questions/${encodeURIComponent(id)}`);
}
