import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { apiVersionOf } from '../../api';
import { deleted } from '../../api/notFound';
import { webhookCalls } from '../../api/webhooks';
import { webhookParameter } from './parameters';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Deactivate a webhook; HeyMilo then stops calling its URL',
	effect: 'write',
	properties: [webhookParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'webhookId', 'Webhook ID');
		return async () => {
			const { remove: end } = webhookCalls[await apiVersionOf(context)];
			return asItems([await deleted(context, 'webhook', id, end(context, id))]);
		};
	},
};
