import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { choiceField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, manyProperties } from '../../../shared/actions/properties';
import { optionalText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { apiVersionOf } from '../../api';
import { postingParameter } from '../../parameters';
import { asWebhook, webhookCalls, withoutToken } from '../../api/webhooks';
import { EVENTS } from './parameters';

const filters = collection('Filters', [
	choiceField(
		{
			displayName: 'Event',
			name: 'event',
			default: 'report_available',
			description: 'Only webhooks for this event. For another one, use an expression with its name.',
		},
		EVENTS,
	),
	{
		...postingParameter,
		required: undefined,
		description: 'Only webhooks of this posting',
	},
]);

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Get the active webhooks of the workspace, those of triggers included',
	properties: [...manyProperties, filters],
	run: async (context, itemIndex) => {
		const count = wantedCount(context, itemIndex);
		return asItems(await takeRows(activeWebhooks(context, itemIndex), count, withoutToken));
	},
};

/** v1 may list those that ended too, and v2 cannot filter. */
async function* activeWebhooks(context: IExecuteFunctions, itemIndex: number): AsyncGenerator<IDataObject> {
	const postingId = optionalText(context, itemIndex, 'filters.postingId', 'Posting');
	const event = optionalText(context, itemIndex, 'filters.event', 'Event');
	const { list } = webhookCalls[await apiVersionOf(context)];
	for await (const row of list(context, { postingId, event })) {
		const webhook = asWebhook(row);
		const isWanted =
			webhook.isActive &&
			(postingId === '' || webhook.postingId === postingId) &&
			(event === '' || webhook.event === event);
		if (isWanted) yield row;
	}
}
