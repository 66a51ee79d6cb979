import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { flag, isNothing, isObject, number } from '../shared/event/fields';
import { rowKey } from '../shared/event/identity';
import { callApi } from '../shared/http/apiCall';
import { aListLike, anObject, orNull, under, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { pagedRows, type Page } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

/*
 * v2, the current generation of the API. What a call answers stands under `data`. Source: the vendor's OpenAPI document
 * (api.heymilo.ai/openapi.json), version 2.0.0.
 */

export const heyMiloApi: VendorApi = {
	vendorName: 'HeyMilo',
	credentialType: 'heyMiloApi',
	keyHelp:
		'Open HeyMilo → Integrations → API Keys, copy a key into the API Key field of the credential and save it.',
	refusalIn,
};

/** Generation of the API; a webhook belongs to the generation that made it. */
export type ApiVersion = 'v2' | 'v1';

/** The generation of the API that the node's credential is for; v2 unless it says v1. */
export async function apiVersionOf(context: ApiContext): Promise<ApiVersion> {
	const { apiVersion } = await context.getCredentials<{ apiVersion?: unknown }>(heyMiloApi.credentialType);
	return apiVersion === 'v1' ? 'v1' : 'v2';
}

interface Asked {
	query?: IDataObject;
	/** For a search that is sent by POST. */
	body?: IDataObject;
}

/** Sends a call that changes nothing, and returns the `data` of its answer. */
export async function read<Value>(
	context: ApiContext,
	path: string,
	expects: Expected<Value>,
	{ query, body }: Asked = {},
): Promise<Value> {
	return await callApi(context, heyMiloApi, {
		method: body === undefined ? 'GET' : 'POST',
		path,
		query,
		body,
		effect: 'read',
		expects: under('data', expects),
	});
}

/** Sends a change that does the same when it is sent twice, and returns the `data` of the answer. */
export async function write<Value>(
	context: ApiContext,
	method: IHttpRequestMethods,
	path: string,
	expects: Expected<Value>,
	body?: IDataObject,
): Promise<Value> {
	return await callApi(context, heyMiloApi, {
		method,
		path,
		body,
		effect: 'write',
		expects: under('data', expects),
	});
}

/** Sends by POST what reaches a person or makes something, never a second time, and returns the `data` of the answer. */
export async function writeOnce<Value>(
	context: ApiContext,
	path: string,
	expects: Expected<Value>,
	body?: IDataObject,
): Promise<Value> {
	return await callApi(context, heyMiloApi, {
		method: 'POST',
		path,
		body,
		effect: 'writeOnce',
		expects: under('data', expects),
	});
}

const PAGE_SIZE = 100;

/**
 * One page of a list.
 *
 * @param after the id of the last row of the page before
 */
export async function readPage<Row extends IDataObject>(
	context: ApiContext,
	path: string,
	idField: string,
	query: IDataObject,
	after?: string,
): Promise<Page<Row, string>> {
	return await callApi(context, heyMiloApi, {
		method: 'GET',
		path,
		query: { ...query, limit: PAGE_SIZE, ...(after ? { starting_after: after } : {}) },
		effect: 'read',
		expects: aPage<Row>(idField, Object.keys(query).length > 0),
	});
}

/**
 * The rows of a list, page by page. The answer holds no cursor: it is the last row's id.
 *
 * @throws NodeOperationError when HeyMilo sends no further rows though there are more
 */
export function list<Row extends IDataObject>(
	context: ApiContext,
	path: string,
	idField: string,
	query: IDataObject = {},
): AsyncGenerator<Row> {
	return pagedRows(context, {
		vendorName: heyMiloApi.vendorName,
		readPage: async (after?: string) => await readPage<Row>(context, path, idField, query, after),
		keysOf: (rows) => rows.map((row) => rowKey(row, idField)),
	});
}

/**
 * A page that does not say whether it is the last may hide the others. Whether the
 * total counts what a filter leaves out is not documented.
 */
function aPage<Row extends IDataObject>(idField: string, isFiltered: boolean): Expected<Page<Row, string>> {
	const data = under<Row[] | null>('data', orNull(aListLike(anObject<Row>(idField))));
	const pagination = under('pagination', anObject('has_more'));
	return {
		inWords: `${data.inWords}, and pagination: ${anObject('has_more').inWords}`,
		find: (body) => {
			const found = data.find(body);
			const rows = found === null ? [] : found;
			const { has_more, total_count } = pagination.find(body) ?? {};
			const hasMore = flag(has_more);
			if (rows === undefined || hasMore === null) return undefined;
			const last = rows.findLast((row) => !isNothing(row[idField]))?.[idField] as string | undefined;
			return {
				rows,
				hasMore,
				total: isFiltered ? null : number(total_count),
				next: hasMore ? last : undefined,
			};
		},
	};
}

/**
 * A refusal inside a 200: `{error}`, `{detail}` without data, as FastAPI has it, and of an ATS `{success: false, status}` or `{status, error}` under `data`. As an error body with the vendor's
 * words, undefined where nothing was refused.
 */
function refusalIn(body: unknown): unknown {
	const named = namedErrorIn(body);
	if (named !== undefined || !isObject(body)) return named;
	if (!Object.hasOwn(body, 'data') && typeof body.detail === 'string') return { error: body.detail };
	if (!isObject(body.data)) return undefined;
	const { success, error, status } = body.data;
	if (error) return { error };
	return flag(success) === false ? { error: status || 'success: false' } : undefined;
}
