import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { listRows } from '../../api';
import { withoutToken } from '../../webhookApis';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Get the active webhooks of the workspace, those of triggers included',
	isReadOnly: true,
	properties: manyProperties,
	run: async (context, itemIndex) => {
		const rows = listRows(context, '/api/v2/webhooks', 'webhook_id');
		const webhooks = await takeRows(rows, wantedCount(context, itemIndex));
		return asItems(webhooks.map(withoutToken));
	},
};
