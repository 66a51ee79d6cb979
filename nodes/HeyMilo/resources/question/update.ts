import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter } from '../../parameters';
import {
	questionFields,
	questionParameter,
	questionPath,
	readQuestionFields,
	SIMPLIFIED_QUESTION,
} from '../../questionFields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a question',
	description: 'Change a question of a posting',
	isReadOnly: false,
	properties: [
		postingParameter,
		questionParameter,
		simplifyParameter,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [...questionFields, { displayName: 'Text', name: 'text', type: 'string', default: '' }],
			description: 'Only what you add is changed',
		},
	],
	run: async (context, itemIndex) => {
		const path = questionPath(context, itemIndex);
		const fields = readQuestionFields(context, itemIndex, 'updateFields');
		if (Object.keys(fields).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Update Fields is empty', {
				itemIndex,
				description: 'Click "Add field" and choose what to change.',
			});
		}
		const question = await callV2(context, 'PATCH', path, fields, true);
		return asItems([asShown(context, itemIndex, question, SIMPLIFIED_QUESTION)]);
	},
};
