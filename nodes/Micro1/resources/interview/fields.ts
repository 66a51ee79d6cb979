import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, longTextField, readFields, switchField, textField } from '../../../shared/actions/fields';
import { isObject } from '../../../shared/event/fields';
import { asNumberWithin } from '../../../shared/event/numbers';
import { presentText } from '../../../shared/event/text';

const MOST_SKILLS = 10;
const MOST_QUESTIONS = 20;
const MINUTES = { min: 1, max: 4, isWhole: true };

export const questionsField: INodeProperties = jsonField(
	{
		displayName: 'Custom Questions',
		name: 'custom_question_list',
		placeholder: 'e.g. [{ "question": "Why this job?", "time": 2, "type": "audio" }]',
		description:
			'At most 20, each with question, time (1 to 4 minutes) and type (audio or text). Interview: Get Many returns the time in seconds: convert it to minutes.',
	},
	'[]',
);

export const skillsField: INodeProperties = textField({
	displayName: 'Skills',
	name: 'skills',
	placeholder: 'e.g. SQL, Data Modeling',
	description: 'At most 10, separated by commas',
});

/** What every interview has. */
export const commonFields: INodeProperties[] = [
	switchField({
		displayName: 'Candidate Can Change Language',
		name: 'can_change_interview_language',
		description: 'Whether candidates may choose another language',
	}),
	{
		...switchField({
			displayName: 'Enable Proctoring',
			name: 'is_proctoring_required',
			description: 'Whether micro1 watches for signs of cheating',
		}),
		default: true,
	},
	textField({
		displayName: 'Language',
		name: 'interview_language',
		placeholder: 'e.g. en',
		description: 'Language code, such as es. If empty: en.',
	}),
];

/** What only an interview about skills has. */
export const codingFields: INodeProperties[] = [
	longTextField({ displayName: 'Coding Exercise', name: 'coding_exercise_details' }),
	textField({
		displayName: 'Coding Language',
		name: 'selected_coding_language',
		placeholder: 'e.g. user_choice',
		description: "micro1's name for the language; user_choice lets candidates choose",
	}),
	switchField({
		displayName: 'Only Coding Round',
		name: 'only_coding_round',
		description: 'Whether the interview is only a coding round',
	}),
	switchField({
		displayName: 'Require Coding Round',
		name: 'is_coding_round_required',
		description: 'Whether there is a coding round',
	}),
];

/**
 * What was filled in, as the API takes it.
 *
 * @throws NodeOperationError naming the field
 */
export function readInterviewFields(
	context: IExecuteFunctions,
	itemIndex: number,
	collection: 'additionalFields' | 'updateFields',
	known: INodeProperties[],
): IDataObject {
	const { skills, custom_question_list, ...rest } = readFields(context, itemIndex, {
		collection,
		known,
		lists: ['skills'],
	});
	return {
		...rest,
		...(skills === undefined ? {} : { skills: asSkills(context, itemIndex, skills as string[]) }),
		...(custom_question_list === undefined
			? {}
			: { custom_question_list: asQuestions(context, itemIndex, custom_question_list as unknown[]) }),
	};
}

/** @throws NodeOperationError for none, or more than micro1 takes */
export function asSkills(context: IExecuteFunctions, itemIndex: number, skills: string[]): IDataObject[] {
	requireCount(context, itemIndex, 'Skills', skills.length, MOST_SKILLS);
	return skills.map((name) => ({ name }));
}

/** @throws NodeOperationError for none, more than micro1 takes, or one that is not as it takes them */
export function asQuestions(
	context: IExecuteFunctions,
	itemIndex: number,
	questions: unknown[],
): IDataObject[] {
	requireCount(context, itemIndex, 'Custom Questions', questions.length, MOST_QUESTIONS);
	return questions.map((entry, index) => {
		const given = isObject(entry) ? entry : {};
		const question = presentText(given.question);
		const type = presentText(given.type)?.toLowerCase() ?? '';
		const time = asNumberWithin(given.time, MINUTES);
		const flaw =
			question === null
				? 'has no question'
				: time === null
					? 'has no time from 1 to 4 minutes'
					: ['audio', 'text'].includes(type)
						? null
						: 'has neither audio nor text as its type';
		if (flaw === null) return { question, time, type };
		throw new NodeOperationError(context.getNode(), `Question ${index + 1} of Custom Questions ${flaw}`, {
			itemIndex,
			description:
				'Write each like { "question": "Why this job?", "time": 2, "type": "audio" }. The time is in minutes, though a list that is read has it in seconds.',
		});
	});
}

function requireCount(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	count: number,
	most: number,
): void {
	if (count >= 1 && count <= most) return;
	throw new NodeOperationError(
		context.getNode(),
		count === 0 ? `${name} is empty` : `${name} has more than ${most} entries`,
		{ itemIndex, description: `micro1 takes from 1 to ${most}.` },
	);
}
