import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { optionalJson, requiredText } from '../../../shared/actions/reading';
import { listOf } from '../../../shared/actions/values';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { aListOf, anObject } from '../../../shared/http/expected';
import { write } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { modalityParameter, SIMPLIFIED_QUESTION } from './fields';

const ORDER = 'Question IDs in Order';

export const reorder: Operation = {
	value: 'reorder',
	name: 'Reorder',
	action: 'Reorder questions',
	description: 'Set the order in which the questions of a posting are asked',
	effect: 'write',
	properties: [
		postingParameter,
		{ ...modalityParameter, required: true },
		{
			displayName: ORDER,
			name: 'order',
			type: 'json',
			required: true,
			default: '[]',
			description: 'A list of the IDs of all questions with this modality',
		},
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/questions/reorder');
		const value = optionalJson<unknown[]>(context, itemIndex, 'order', ORDER, 'list');
		const order = listOf({ context, itemIndex, displayName: ORDER, value });
		if (order.length === 0) {
			throw new NodeOperationError(context.getNode(), `${ORDER} is empty`, {
				itemIndex,
				description: 'Write it like ["341C0A3E67C31467", "C75DE8C1B7C3AE52"].',
			});
		}
		const modality = requiredText(context, itemIndex, 'modality', 'Modality');
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		return async () => {
			const questions = await write(context, 'POST', path, aListOf(anObject('id')), { modality, order });
			return asItems(questions.map(shown));
		};
	},
};
