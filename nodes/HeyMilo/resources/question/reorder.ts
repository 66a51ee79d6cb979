import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asJson, asShown, postingParameter, postingPath } from '../../parameters';
import { modalityParameter, SIMPLIFIED_QUESTION } from '../../questionFields';

export const reorder: Operation = {
	value: 'reorder',
	name: 'Reorder',
	action: 'Reorder questions',
	description: 'Set the order in which the questions of a posting are asked',
	isReadOnly: false,
	properties: [
		postingParameter,
		modalityParameter,
		{
			displayName: 'Question IDs in Order',
			name: 'order',
			type: 'json',
			required: true,
			default: '[]',
			description: 'A list of the IDs of all questions with this modality',
		},
		simplifyParameter,
	],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/questions/reorder');
		const given = context.getNodeParameter('order', itemIndex, '[]');
		const order = asJson<unknown[]>(context, itemIndex, given, 'Question IDs in Order', 'list');
		if (order.length === 0 || !order.every((id) => typeof id === 'string')) {
			throw new NodeOperationError(context.getNode(), 'Question IDs in Order is not a list of IDs', {
				itemIndex,
				description: 'Write it like ["341C0A3E67C31467", "C75DE8C1B7C3AE52"].',
			});
		}
		const modality = requiredText(context, itemIndex, 'modality', 'Modality');
		const questions = await callV2<Array<Record<string, string>>>(
			context,
			'POST',
			path,
			{ modality, order },
			true,
		);
		return asItems(questions.map((question) => asShown(context, itemIndex, question, SIMPLIFIED_QUESTION)));
	},
};
