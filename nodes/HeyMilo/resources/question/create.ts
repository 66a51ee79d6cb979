import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import {
	modalityParameter,
	questionFields,
	readQuestionFields,
	SIMPLIFIED_QUESTION,
} from '../../questionFields';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a question',
	description: 'Add a question to a posting',
	isReadOnly: false,
	properties: [
		postingParameter,
		modalityParameter,
		{ displayName: 'Text', name: 'text', type: 'string', required: true, default: '' },
		simplifyParameter,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: questionFields,
		},
	],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/questions');
		const body = {
			...readQuestionFields(context, itemIndex, 'additionalFields'),
			modality: requiredText(context, itemIndex, 'modality', 'Modality'),
			text: requiredText(context, itemIndex, 'text', 'Text'),
		};
		const question = await callV2(context, 'POST', path, body, false);
		return asItems([asShown(context, itemIndex, question, SIMPLIFIED_QUESTION)]);
	},
};
