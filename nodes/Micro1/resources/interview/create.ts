import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalJson, requiredChoice, requiredText, textList } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { anObject, under } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import {
	asQuestions,
	asSkills,
	codingFields,
	commonFields,
	questionsField,
	readInterviewFields,
	skillsField,
} from './fields';

const forSkills = { displayOptions: { show: { basedOn: ['skills'] } } };
const forQuestions = { displayOptions: { show: { basedOn: ['questions'] } } };

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an interview',
	description: 'Create an interview that candidates can be invited to',
	properties: [
		textField({
			displayName: 'Name',
			name: 'name',
			required: true,
			placeholder: 'e.g. Data Analyst Screen',
		}),
		{
			displayName: 'Based On',
			name: 'basedOn',
			type: 'options',
			default: 'skills',
			options: [
				{
					name: 'Custom Questions',
					value: 'questions',
					description: 'Your own questions and nothing else, without a coding round',
				},
				{ name: 'Skills', value: 'skills', description: 'What the AI asks about' },
			],
		},
		{ ...skillsField, required: true, ...forSkills },
		{ ...questionsField, required: true, ...forQuestions },
		{ ...collection('Additional Fields', [...commonFields, ...codingFields, questionsField]), ...forSkills },
		{ ...collection('Additional Fields', commonFields), ...forQuestions },
	],
	prepare: (context, itemIndex) => {
		const { path, body } = readInterview(context, itemIndex);
		const expects = under('data', anObject('interview_id', 'invite_url'));
		return async () => asItems([await writeOnce(context, path, expects, body)]);
	},
};

/** An interview of one's own questions has a call of its own. */
function readInterview(context: IExecuteFunctions, itemIndex: number): { path: string; body: IDataObject } {
	const interview_name = requiredText(context, itemIndex, 'name', 'Name');
	if (requiredChoice(context, itemIndex, 'basedOn', 'Based On', ['questions', 'skills']) === 'skills') {
		const known = [...commonFields, ...codingFields, questionsField];
		const skills = asSkills(context, itemIndex, textList(context, itemIndex, 'skills', 'Skills'));
		const more = readInterviewFields(context, itemIndex, 'additionalFields', known);
		return { path: '/interview', body: { ...more, interview_name, skills } };
	}
	const { name, displayName } = questionsField;
	const questions = optionalJson<unknown[]>(context, itemIndex, name, displayName, 'list') ?? [];
	const custom_question_list = asQuestions(context, itemIndex, questions);
	const more = readInterviewFields(context, itemIndex, 'additionalFields', commonFields);
	return { path: '/custom/interview', body: { ...more, interview_name, custom_question_list } };
}
