import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, isAny, isSameId } from '../../../shared/actions/rows';
import { apiVersionOf } from '../../api';
import { deleted } from '../../api/notFound';
import { asWebhook, webhookCalls } from '../../api/webhooks';
import { webhookParameter } from './parameters';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Deactivate a webhook; HeyMilo then stops calling its URL',
	properties: [webhookParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'webhookId', 'Webhook ID');
		return async () => {
			const { remove: end, list } = webhookCalls[await apiVersionOf(context)];
			const isThis = (row: IDataObject) => isSameId(row.webhook_id, id) && asWebhook(row).isActive === true;
			const isListed = async () => await isAny(list(context), isThis);
			return asItems([await deleted(context, 'webhook', id, end(context, id), isListed)]);
		};
	},
};
