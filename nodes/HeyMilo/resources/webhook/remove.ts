import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { remove as removeOne } from '../../removing';
import { webhookParameter } from '../../webhookParameter';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Stop HeyMilo from calling a URL',
	isReadOnly: false,
	properties: [webhookParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'webhookId', 'Webhook ID');
		const path = `/api/v2/webhooks/${encodeURIComponent(id)}`;
		return asItems([await removeOne(context, path, 'webhook', id)]);
	},
};
