import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { callApi } from '../../shared/http/apiCall';
import { aListOf, anObject, NOTHING, under, type Expected } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { heyMiloApi, list, read, write, type ApiVersion } from '../api';

/** What a webhook is made for. */
export interface WantedWebhook {
	postingId: string;
	event: string;
}

/** Managing webhooks in one generation of the API. The rows are the vendor's own. */
interface WebhookCalls {
	/** The webhooks of the workspace, those that ended possibly included; v1 filters, v2 cannot. */
	list(context: ApiContext, wanted?: Partial<WantedWebhook>): AsyncIterable<IDataObject>;
	get(context: ApiContext, id: string): Promise<IDataObject>;
	/** @param secrets parts of the URL that come back neither in the answer nor in an error */
	create(context: ApiContext, wanted: WantedWebhook, url: string, secrets?: string[]): Promise<IDataObject>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

const V2_PATH = '/api/v2/webhooks';

const aWebhook = anObject('webhook_id');

/** Source of v1: docs.admin.heymilo.ai/webhook-management/webhook-documentation. */
export const webhookCalls: Record<ApiVersion, WebhookCalls> = {
	v2: {
		list: (context) => list(context, V2_PATH, 'webhook_id'),
		get: async (context, id) => await read(context, `${V2_PATH}/${encodeURIComponent(id)}`, aWebhook),
		create: async (context, wanted, url, secrets = []) => {
			const send = async (urlField: string) =>
				await make(
					context,
					V2_PATH,
					{ ...bodyOf(wanted), [urlField]: url },
					secrets,
					under('data', aWebhook),
				);
			try {
				return await send('webhook_url');
			} catch (error) {
				if (namesFieldUrl(context.getNode(), error)) return await send('url');
				throw new NodeApiError(context.getNode(), error as JsonObject);
			}
		},
		remove: async (context, id) => {
			await write(context, 'DELETE', `${V2_PATH}/${encodeURIComponent(id)}`, aWebhook);
		},
	},
	v1: {
		list: listV1,
		get: async (context, id) =>
			await callApi(context, heyMiloApi, {
				method: 'GET',
				path: `/api/webhook/fetch/${encodeURIComponent(id)}`,
				effect: 'read',
				expects: aWebhook,
			}),
		create: async (context, wanted, url, secrets = []) => {
			const body = { ...bodyOf(wanted), url, http_method: 'post' };
			return await make(context, '/api/webhook/create', body, secrets, aWebhook);
		},
		remove: async (context, id) => {
			await callApi(context, heyMiloApi, {
				method: 'POST',
				path: `/api/webhook/deactivate/${encodeURIComponent(id)}`,
				effect: 'write',
				expects: NOTHING,
			});
		},
	},
};

const bodyOf = ({ postingId, event }: WantedWebhook): IDataObject => ({
	posting_id: postingId,
	event_type: event,
});

async function make(
	context: ApiContext,
	path: string,
	body: IDataObject,
	secrets: string[],
	expects: Expected<IDataObject>,
): Promise<IDataObject> {
	return await callApi(context, heyMiloApi, {
		method: 'POST',
		path,
		body,
		effect: 'writeOnce',
		waitsForRateLimit: true,
		secrets,
		expects,
	});
}

/** An older v2 names the field as v1 does: its 422 misses `url`, and nothing was made. */
function namesFieldUrl(node: INode, error: unknown): boolean {
	const { httpCode, message } = new NodeApiError(node, error as JsonObject);
	return httpCode === '422' && message.includes('(url)');
}

/** All on one page. */
async function* listV1(
	context: ApiContext,
	wanted: Partial<WantedWebhook> = {},
): AsyncGenerator<IDataObject> {
	const { postingId, event } = wanted;
	yield* await callApi(context, heyMiloApi, {
		method: 'GET',
		path: '/api/webhook/all',
		query: { ...(postingId && { posting_id: postingId }), ...(event && { event_type: event }) },
		effect: 'read',
		expects: aListOf(aWebhook),
	});
}

/** A webhook as the trigger sees it, whichever generation of the API made it. */
export interface Webhook {
	id: string;
	postingId: string;
	event: string;
	url: string;
	isActive: boolean;
}

/** What the trigger needs of it. */
interface WebhookApi {
	list(context: ApiContext): Promise<Webhook[]>;
	/** @param token ends the URL; it comes back neither in the answer nor in an error */
	create(
		context: ApiContext,
		wanted: WantedWebhook,
		urlPrefix: string,
		token: string,
	): Promise<{ id: string }>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

export const webhookApis: Record<ApiVersion, WebhookApi> = {
	v2: forTrigger(webhookCalls.v2),
	v1: forTrigger(webhookCalls.v1),
};

function forTrigger(calls: WebhookCalls): WebhookApi {
	return {
		list: async (context) => {
			const webhooks: Webhook[] = [];
			for await (const row of calls.list(context)) webhooks.push(asWebhook(row));
			return webhooks;
		},
		create: async (context, wanted, urlPrefix, token) =>
			asWebhook(await calls.create(context, wanted, urlPrefix + token, [token])),
		remove: calls.remove,
	};
}

/** A webhook as either generation gives it; an older v2 names the URL as v1 does. */
export function asWebhook(row: IDataObject): Webhook {
	return {
		id: String(row.webhook_id),
		postingId: String(row.posting_id),
		event: String(row.event_type),
		url: String(row.webhook_url ?? row.url ?? ''),
		isActive: String(row.is_active) !== 'false',
	};
}

/** A webhook as an item may show it: the token in a trigger's URL proves deliveries to that trigger. */
export function withoutToken(row: IDataObject): IDataObject {
	const hide = (value: unknown) =>
		typeof value === 'string' ? value.replace(/([?&]token=)[0-9a-f]{32}$/, '$1***') : value;
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, hide(value)])) as IDataObject;
}
