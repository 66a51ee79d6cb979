import type {
	IDataObject,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { takeRows } from '../shared/actions/rows';
import { callApi } from '../shared/http/apiCall';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

export const heyMiloApi: VendorApi = {
	vendorName: 'HeyMilo',
	credentialType: 'heyMiloApi',
	keyHelp:
		'Open HeyMilo → Integrations → API Keys, copy a key into the API Key field of the credential and save it.',
};

/** Generation of the API that registers webhooks; a webhook belongs to the generation that made it. */
export type ApiVersion = 'v2' | 'v1';

const PAGE_SIZE = 100;

interface Page<Row> {
	data: Row[];
	pagination: { has_more: boolean };
}

/**
 * The rows of a v2 list, page by page. The answer holds no cursor: it is the last row's id. Ends also when the
 * vendor repeats itself.
 */
export async function* listRows<Row extends IDataObject>(
	context: ApiContext,
	path: string,
	idField: string,
	query: IDataObject = {},
): AsyncGenerator<Row> {
	const seen = new Set<unknown>();
	for (let cursor: unknown; ;) {
		const { body } = await callApi(context, heyMiloApi, {
			method: 'GET',
			path,
			query: { ...query, limit: PAGE_SIZE, ...(cursor ? { starting_after: cursor } : {}) },
			isRepeatable: true,
		});
		const { data, pagination } = body as Page<Row>;
		const last = data.at(-1)?.[idField];
		if (seen.has(last)) return;
		yield* data;
		if (!pagination?.has_more || last === undefined) return;
		seen.add(last);
		cursor = last;
	}
}

/** Every row of a v2 list. */
export async function listAll<Row extends IDataObject>(
	context: ApiContext,
	path: string,
	idField: string,
): Promise<Row[]> {
	return await takeRows(listRows<Row>(context, path, idField), Infinity);
}

/** The `data` of a v2 answer that is about one thing. */
export async function readOne(context: ApiContext, path: string): Promise<IDataObject> {
	return await callV2(context, 'GET', path, undefined, true);
}

/**
 * Sends a v2 call and gives the `data` of its answer.
 *
 * @param isRepeatable whether it does the same when it is sent twice
 */
export async function callV2<Data = IDataObject>(
	context: ApiContext,
	method: IHttpRequestMethods,
	path: string,
	body: IDataObject | undefined,
	isRepeatable: boolean,
): Promise<Data> {
	const { body: answer } = await callApi(context, heyMiloApi, { method, path, body, isRepeatable });
	return (answer as { data: Data }).data;
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
	return postings.map(asOption).sort((one, other) => one.name.localeCompare(other.name));
}

/** A page of postings for a searchable list; HeyMilo itself searches in the titles. */
export async function searchPostings(
	this: ILoadOptionsFunctions,
	typed?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	const { body } = await callApi(this, heyMiloApi, {
		method: 'GET',
		path: '/api/v2/postings/list',
		query: {
			limit: PAGE_SIZE,
			...(typed ? { search: typed } : {}),
			...(cursor ? { starting_after: cursor } : {}),
		},
		isRepeatable: true,
	});
	const { data, pagination } = body as Page<Posting>;
	const last = data.at(-1)?.id;
	return {
		results: data.map(asOption),
		paginationToken: pagination?.has_more && last !== cursor ? last : undefined,
	};
}

function asOption({ id, title, name }: Posting): { name: string; value: string } {
	return { value: id, name: name && name !== title ? `${title} (${name})` : title };
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
