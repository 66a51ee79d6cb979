import type { IDataObject } from 'n8n-workflow';

import { flag, isNothing, isObject, number } from '../shared/event/fields';
import { rowKey } from '../shared/event/identity';
import { callsTo } from '../shared/http/calls';
import { aListLike, anObject, orNull, under, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { pagedRows, type Page } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

/*
 * v2, the current generation of the API. Source: the vendor's OpenAPI document
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

/** What the calls of v2 answer stands under `data`. */
export const { read, search, write, writeOnce } = callsTo(heyMiloApi, (expects) => under('data', expects));

/** The calls that do without it: all of v1, and those whose answer has something beside it. */
export const bare = callsTo(heyMiloApi);

const PAGE_SIZE = 100;

export interface List {
	path: string;
	/** The field of a row's ID. */
	idField: string;
	query?: IDataObject;
}

/**
 * The rows of a list, page by page. The answer holds no cursor: it is the last row's id.
 *
 * @throws NodeOperationError when HeyMilo sends no further rows though there are more
 */
export function list(context: ApiContext, called: List): AsyncGenerator<IDataObject> {
	return pagedRows(context, {
		vendorName: heyMiloApi.vendorName,
		readPage: async (after?: string) => await readPage(context, called, after),
		keysOf: (rows) => rows.map((row) => rowKey(row, called.idField)),
	});
}

/**
 * One page of a list.
 *
 * @param after the id of the last row of the page before
 */
export async function readPage(
	context: ApiContext,
	{ path, idField, query = {} }: List,
	after?: string,
): Promise<Page<IDataObject, string>> {
	const asked = { ...query, limit: PAGE_SIZE, ...(after ? { starting_after: after } : {}) };
	return await bare.read(context, path, aPage({ idField, isFiltered: Object.keys(query).length > 0 }), asked);
}

/**
 * A page that does not say whether it is the last may hide the others. Whether the
 * total counts what a filter leaves out is not documented.
 */
function aPage({
	idField,
	isFiltered,
}: {
	idField: string;
	isFiltered: boolean;
}): Expected<Page<IDataObject, string>> {
	const data = under<IDataObject[] | null>('data', orNull(aListLike(anObject(idField))));
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
