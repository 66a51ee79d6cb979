import type { ApiAnswer, ApiRequest } from '../shared/server';
import { unprocessable } from './errors';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** v2 paging: `limit` 1 to 100, the last id seen in `starting_after`; no cursor in the answer. An unknown cursor starts at the beginning. */
export function pageOf<T extends { id: string }>(
	request: ApiRequest,
	items: readonly T[],
	view: (item: T) => unknown,
): ApiAnswer {
	const text = request.query.get('limit');
	const limit = text === null ? DEFAULT_LIMIT : Number(text);
	if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT || text === '') {
		const msg = `Input should be a valid integer from 1 to ${MAX_LIMIT}`;
		throw unprocessable({ loc: ['query', 'limit'], msg, type: 'int_parsing' });
	}
	const after = request.query.get('starting_after');
	const start = after ? items.findIndex(({ id }) => id === after) + 1 : 0;
	return listOf(request, items.slice(start, start + limit).map(view), items.length, start);
}

/** `{data, pagination}` of rows that begin at `start` of so many in all. */
export function listOf(
	{ baseUrl, path }: ApiRequest,
	data: unknown[],
	total = data.length,
	start = 0,
): ApiAnswer {
	const pagination = { has_more: start + data.length < total, total_count: total, url: baseUrl + path };
	return { status: 200, body: { data, pagination } };
}
