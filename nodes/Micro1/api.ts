import type { IDataObject } from 'n8n-workflow';

import { flag, isObject } from '../shared/event/fields';
import { bodyFingerprint, rowKey } from '../shared/event/identity';
import { callsTo } from '../shared/http/calls';
import { isRefused } from '../shared/http/agreeing';
import { aListLike, anObject, under, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { pagedRows, pageOrEnd, SMALLEST_PAGE, type Page } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

/*
 * What a call answers stands under `data` of `{status, message, data}`, but for two: the making of a webhook and the link
 * to a recording. Source: the vendor's OpenAPI document (ai-recruiter.micro1.ai/openapi.json).
 */

export const micro1Api: VendorApi = {
	vendorName: 'micro1',
	credentialType: 'micro1Api',
	keyHelp:
		'Open micro1 → Settings, generate an API key, put it into the API Key field of the credential and save it.',
	// `status` is the flag of success, also under a 200; a word or 0 in its place may say the same.
	refusalIn: (body) =>
		isObject(body) && (flag(body.status) === false || body.status === 0 || isRefused(body))
			? body
			: namedErrorIn(body),
};

export const { read, write, writeOnce } = callsTo(micro1Api);

/** The answer to a change, which has no data: `{status: true, message}`. */
export const DONE: Expected<null> = {
	inWords: 'an object with status: true',
	find: (body) => (isObject(body) && flag(body.status) === true ? null : undefined),
};

/** No maximum is documented: few enough, since a report holds its whole transcript. */
const PAGE_SIZE = 50;

/** A page of a list by its number, or the first one, which is asked for without a number. */
interface Place {
	page: number;
	/** The keys of the rows that were on the first page, until another one has come. */
	first?: Set<string>;
	/** Those of the page before. */
	before: Set<string>;
}

export interface List {
	path: string;
	/** The ID that each row has, or what distinguishes a row where none is documented; null for its whole content. */
	identity: string | ((row: IDataObject) => string | null);
	query?: IDataObject;
}

/** A list under `data`; some servers write null for none, beside the flag of success. */
export function listed(row: Expected<IDataObject>): Expected<IDataObject[]> {
	const rows = under('data', aListLike(row));
	const isNone = (body: unknown) => isObject(body) && body.data === null && flag(body.status) === true;
	return { ...rows, find: (body) => (isNone(body) ? [] : rows.find(body)) };
}

/**
 * The rows of a list, page by page, until a page is empty or has nothing new. Whether the first page is 0 or 1 is not
 * documented: it is asked for without a number, and where page 1 has the same rows, page 2 follows.
 *
 * @throws NodeApiError; NodeOperationError for a full page that only repeats the ones before it
 */
export function list(context: ApiContext, { path, identity, query }: List): AsyncGenerator<IDataObject> {
	const isNamed = typeof identity === 'string';
	const row = isNamed ? anObject(identity) : anObject();
	const rows = listed(row);
	const keyOf = (one: IDataObject) =>
		isNamed ? rowKey(one, identity) : (identity(one) ?? bodyFingerprint(one));
	const ask = async (page?: number, limit = PAGE_SIZE) =>
		await read(context, path, rows, { ...query, limit, ...(page === undefined ? {} : { page }) });
	/** Whether one page that always comes may be a part of the list: a server that heeds how many are asked for would send more. */
	const mayBeCut = async (length: number) =>
		length >= SMALLEST_PAGE && (length >= PAGE_SIZE || (await ask(undefined, length - 1)).length >= length);
	return pagedRows(context, {
		vendorName: micro1Api.vendorName,
		readPage: async (place?: Place): Promise<Page<IDataObject, Place>> => {
			// After a full page, an error is no end: who is on the next one would be invited again.
			const isShort = place !== undefined && place.before.size < PAGE_SIZE;
			const next = async (page: number) => await (isShort ? pageOrEnd(ask(page), []) : ask(page));
			let found = place ? await next(place.page) : await ask();
			let page = place?.page ?? 0;
			if (found.length > 0 && place?.first && found.every((one) => place.first?.has(keyOf(one)))) {
				page++;
				found = await next(page);
			}
			const keys = found.map(keyOf);
			const before = new Set(keys);
			const following =
				found.length === 0 ? undefined : { page: page + 1, before, first: place ? undefined : before };
			// Beyond the end, the last page may come again.
			const isRepeated = keys.every((key) => place?.before.has(key));
			const isEnd = isRepeated && !(place?.first && (await mayBeCut(found.length)));
			return {
				rows: found,
				next: following,
				hasMore: isEnd || found.length < SMALLEST_PAGE ? null : true,
				total: null,
			};
		},
		keysOf: (page) => page.map(keyOf),
	});
}
