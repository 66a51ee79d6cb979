import type { IDataObject } from 'n8n-workflow';

import { callApi } from '../shared/http/apiCall';
import type { ApiContext } from '../shared/http/vendorApi';
import { heyMiloApi, listAll, type ApiVersion } from './api';

/** A webhook as the trigger sees it, whichever generation of the API made it. */
export interface Webhook {
	id: string;
	postingId: string;
	event: string;
	url: string;
	isActive: boolean;
}

/** What differs between the generations in managing webhooks. */
interface WebhookApi {
	list(context: ApiContext): Promise<Webhook[]>;
	/** @param token ends the URL; it comes back neither in the answer nor in an error */
	create(
		context: ApiContext,
		wanted: { postingId: string; event: string },
		urlPrefix: string,
		token: string,
	): Promise<{ id: string }>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

export const webhookApis: Record<ApiVersion, WebhookApi> = {
	v2: {
		list: async (context) => (await listAll(context, '/api/v2/webhooks', 'webhook_id')).map(readWebhook),
		create: async (context, { postingId, event }, urlPrefix, token) => {
			const { body } = await callApi(context, heyMiloApi, {
				method: 'POST',
				path: '/api/v2/webhooks',
				body: { posting_id: postingId, event_type: event, webhook_url: urlPrefix + token },
				isRepeatable: false,
				waitsForRateLimit: true,
				secrets: [token],
			});
			return readWebhook((body as { data: IDataObject }).data);
		},
		remove: async (context, id) => {
			await callApi(context, heyMiloApi, {
				method: 'DELETE',
				path: `/api/v2/webhooks/${encodeURIComponent(id)}`,
				isRepeatable: true,
			});
		},
	},
	v1: {
		list: async (context) => {
			const { body } = await callApi(context, heyMiloApi, {
				method: 'GET',
				path: '/api/webhook/all',
				isRepeatable: true,
			});
			return (body as IDataObject[]).map(readWebhook);
		},
		create: async (context, { postingId, event }, urlPrefix, token) => {
			const { body } = await callApi(context, heyMiloApi, {
				method: 'POST',
				path: '/api/webhook/create',
				body: { posting_id: postingId, event_type: event, url: urlPrefix + token, http_method: 'post' },
				isRepeatable: false,
				waitsForRateLimit: true,
				secrets: [token],
			});
			return readWebhook(body as IDataObject);
		},
		remove: async (context, id) => {
			await callApi(context, heyMiloApi, {
				method: 'POST',
				path: `/api/webhook/deactivate/${encodeURIComponent(id)}`,
				isRepeatable: true,
			});
		},
	},
};

/** A webhook as either generation gives it; an older v2 names the URL as v1 does. */
function readWebhook(row: IDataObject): Webhook {
	return {
		id: String(row.webhook_id),
		postingId: String(row.posting_id),
		event: String(row.event_type),
		url: String(row.webhook_url ?? row.url ?? ''),
		isActive: row.is_active !== false,
	};
}

/** A webhook as an item may show it: the token in a trigger's URL proves deliveries to that trigger. */
export function withoutToken(row: IDataObject): IDataObject {
	const hide = (value: unknown) =>
		typeof value === 'string' ? value.replace(/([?&]token=)[0-9a-f]{32}$/, '$1***') : value;
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, hide(value)])) as IDataObject;
}
