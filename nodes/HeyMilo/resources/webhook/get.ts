import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';
import { withoutToken } from '../../webhookApis';
import { webhookParameter } from '../../webhookParameter';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a webhook',
	description: 'Get a webhook',
	isReadOnly: true,
	properties: [webhookParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'webhookId', 'Webhook ID');
		return asItems([withoutToken(await readOne(context, `/api/v2/webhooks/${encodeURIComponent(id)}`))]);
	},
};
