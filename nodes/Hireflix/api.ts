import type { IDataObject } from 'n8n-workflow';

import { identifier, isObject } from '../shared/event/fields';
import { callApi } from '../shared/http/apiCall';
import { aListOf, anObject, mapped, under, type Expected } from '../shared/http/expected';
import { namedErrorIn, type ApiCall, type Effect } from '../shared/http/outcome';
import { pagedRows } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

export const hireflixApi: VendorApi = {
	vendorName: 'Hireflix',
	credentialType: 'hireflixApi',
	keyHelp:
		'Open admin.hireflix.com → My account → API keys, copy a key into the API Key field of the credential and save it.',
	refusalIn,
	statusOf,
};

/** A GraphQL document for the account endpoint. */
interface Query<Value> {
	document: string;
	variables?: IDataObject;
	/** What the `data` of the answer must hold. */
	expects: Expected<Value>;
}

/**
 * Sends a query, and returns the part of `data` that is expected.
 *
 * @throws NodeApiError, for errors beside `data` too
 */
export async function read<Value>(context: ApiContext, query: Query<Value>): Promise<Value> {
	return await ask(context, 'read', query);
}

/** Sends a mutation that does the same when it is sent twice. @throws NodeApiError */
export async function write<Value>(context: ApiContext, query: Query<Value>): Promise<Value> {
	return await ask(context, 'write', query);
}

/**
 * Sends a mutation that must not be sent twice. Errors that are members of a union in `data` are the caller's.
 *
 * @throws NodeApiError, whose `context.isUnclear` says whether it may have had its effect
 */
export async function writeOnce<Value>(
	context: ApiContext,
	query: Query<Value>,
	further: Pick<ApiCall<Value>, 'waitsForRateLimit'> = {},
): Promise<Value> {
	return await ask(context, 'writeOnce', query, further);
}

async function ask<Value>(
	context: ApiContext,
	effect: Effect,
	{ document, variables = {}, expects }: Query<Value>,
	further: Pick<ApiCall<Value>, 'waitsForRateLimit'> = {},
): Promise<Value> {
	return await callApi(context, hireflixApi, {
		method: 'POST',
		path: '/me',
		body: { query: document, variables },
		effect,
		expects: under('data', expects),
		...further,
	});
}

/** Whatever the account holds under an ID, a position or an interview; the ID as text, also where it is a number. */
export const anEntity: Expected<IDataObject> = mapped(anObject('id'), (entity) => {
	const id = identifier(entity.id);
	return id === null ? undefined : { ...entity, id };
});

/** One page of a list. */
export interface Page {
	results: IDataObject[];
	lastCursor: string | null;
}

export const aPage: Expected<Page> = mapped(
	anObject<IDataObject>('results', 'lastCursor'),
	({ results, lastCursor }) => {
		const rows = aListOf(anEntity).find(results);
		return rows && (lastCursor === null || typeof lastCursor === 'string')
			? { results: rows, lastCursor }
			: undefined;
	},
);

/**
 * The rows of a list, page by page. A cursor never runs out: the end is an empty page, or the cursor that was asked for.
 *
 * @param readPage reads the page after a cursor, the first one after null
 * @param isEnough whether no row after those of a page is wanted
 * @throws NodeOperationError for another page without a new row
 */
export function list(
	context: ApiContext,
	readPage: (cursor: string | null) => Promise<Page>,
	isEnough?: (rows: IDataObject[]) => boolean,
): AsyncGenerator<IDataObject> {
	return pagedRows(context, {
		vendorName: hireflixApi.vendorName,
		readPage: async (cursor: string | null = null) => {
			const { results, lastCursor } = await readPage(cursor);
			const hasMore = results.length > 0 && lastCursor !== null && lastCursor !== cursor;
			return { rows: results, hasMore, total: null, next: hasMore ? lastCursor : undefined };
		},
		keysOf: (rows) => rows.map(({ id }) => id),
		isEnough,
	});
}

/**
 * Two of the vendor's three error layers, both possible under HTTP 200: `message: "Unauthorized"`, and top-level `errors`,
 * also beside partial `data`. Source: callers of the API; https://hireflixsl.mintlify.app/graphql-basics has the third,
 * errors that are members of a union.
 */
function refusalIn(body: unknown): unknown {
	if (!isObject(body)) return undefined;
	const { data, message } = body;
	return namedErrorIn(body) ?? (!isObject(data) && isKeyRefusal(message) ? body : undefined);
}

/**
 * 401 for a refused key; 500 where the server failed or answered in part, since a mutation may have been carried out then.
 */
function statusOf(refusal: unknown): number | undefined {
	if (!isObject(refusal)) return undefined;
	const { errors, data, message } = refusal;
	const failures = (Array.isArray(errors) ? errors : [errors]).filter(isObject);
	const codes = failures.map(({ extensions }) => (isObject(extensions) ? extensions.code : undefined));
	if ([message, ...failures.map((failure) => failure.message)].some(isKeyRefusal)) return 401;
	if (codes.some((code) => code === 'UNAUTHENTICATED' || code === 401)) return 401;
	const isPartial = isObject(data) && Object.values(data).some((value) => value !== null);
	return isPartial || codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || Number(code) >= 500)
		? 500
		: undefined;
}

const isKeyRefusal = (message: unknown): boolean =>
	typeof message === 'string' && /^\s*unauthori[sz]ed\W*$/i.test(message);
