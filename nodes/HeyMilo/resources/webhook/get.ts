import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { apiVersionOf } from '../../api';
import { webhookCalls, withoutToken } from '../../api/webhooks';
import { webhookParameter } from './parameters';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a webhook',
	description: 'Get a webhook',
	properties: [webhookParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'webhookId', 'Webhook ID');
		return asItems([withoutToken(await webhookCalls[await apiVersionOf(context)].get(context, id))]);
	},
};
