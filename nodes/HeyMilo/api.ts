import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { callApi, type ApiContext, type VendorApi } from '../shared/http/apiCall';

export const heyMiloApi: VendorApi = {
	vendorName: 'HeyMilo',
	credentialType: 'heyMiloApi',
	keyHelp:
		'Open HeyMilo → Integrations → API Keys, copy a key into the API Key field of the credential and save it.',
};

/** Generation of the API that registers webhooks; a webhook belongs to the generation that made it. */
export type ApiVersion = 'v2' | 'v1';

export interface Webhook {
	id: string;
	postingId: string;
	event: string;
	url: string;
	isActive: boolean;
}

const PAGE_SIZE = 100;

interface Page<Row> {
	data: Row[];
	pagination: { has_more: boolean };
}

/** Every row of a v2 list. The cursor is the last row's id; ends also when the vendor repeats itself. */
async function listAll<Row extends IDataObject>(
	context: ApiContext,
	path: string,
	idField: string,
	query: IDataObject = {},
): Promise<Row[]> {
	const rows: Row[] = [];
	for (let cursor: unknown; ;) {
		const { body } = await callApi(context, heyMiloApi, {
			method: 'GET',
			path,
			query: { ...query, limit: PAGE_SIZE, ...(cursor ? { starting_after: cursor } : {}) },
			isRepeatable: true,
		});
		const { data, pagination } = body as Page<Row>;
		rows.push(...data);
		const last = data.at(-1)?.[idField];
		if (!pagination?.has_more || last === undefined || last === cursor) return rows;
		cursor = last;
	}
}

interface Posting extends IDataObject {
	id: string;
	title: string;
	name?: string | null;
}

/** The postings for a dropdown, by title, from the generation of the API that the node uses. */
export async function postingOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const version = asApiVersion(this.getCurrentNodeParameter('options.apiVersion'));
	const postings =
		version === 'v1'
			? await listPostingsV1(this)
			: await listAll<Posting>(this, '/api/v2/postings/list', 'id');
	return postings
		.map(({ id, title, name }) => ({
			value: id,
			name: name && name !== title ? `${title} (${name})` : title,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** v1 pages by number, and two of its pages print two paths. */
async function listPostingsV1(context: ApiContext, path = '/postings'): Promise<Posting[]> {
	const postings: Posting[] = [];
	for (let page = 1; ; page++) {
		const query = { page, limit: PAGE_SIZE };
		const call = { method: 'GET', path, query, isRepeatable: true } as const;
		try {
			const { body } = await callApi(context, heyMiloApi, call);
			const { postings: rows } = body as { postings: IDataObject[] };
			postings.push(
				...rows.map((row) => ({ ...row, id: String(row.id ?? row.posting_id), title: String(row.title) })),
			);
			if (rows.length < PAGE_SIZE) return postings;
		} catch (error) {
			const refusal = new NodeApiError(context.getNode(), error as JsonObject);
			if (refusal.httpCode === '404' && path === '/postings')
				return await listPostingsV1(context, '/api/postings');
			throw refusal;
		}
	}
}

/** The generation named by a parameter; v2 unless it says v1. */
export function asApiVersion(value: unknown): ApiVersion {
	return value === 'v1' ? 'v1' : 'v2';
}

/** What differs between the generations in managing webhooks. */
interface WebhookApi {
	list(context: ApiContext): Promise<Webhook[]>;
	create(context: ApiContext, postingId: string, event: string, url: string): Promise<Webhook>;
	/** Removes or deactivates; the vendor answers 404 for one that is gone already. */
	remove(context: ApiContext, id: string): Promise<void>;
}

export const webhookApis: Record<ApiVersion, WebhookApi> = {
	v2: {
		list: async (context) => (await listAll(context, '/api/v2/webhooks', 'webhook_id')).map(readWebhook),
		create: async (context, postingId, event, url) => {
			const { body } = await callApi(context, heyMiloApi, {
				method: 'POST',
				path: '/api/v2/webhooks',
				body: { posting_id: postingId, event_type: event, webhook_url: url },
				isRepeatable: false,
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
		create: async (context, postingId, event, url) => {
			const { body } = await callApi(context, heyMiloApi, {
				method: 'POST',
				path: '/api/webhook/create',
				body: { posting_id: postingId, event_type: event, url, http_method: 'post' },
				isRepeatable: false,
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
