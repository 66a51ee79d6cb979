import type { ApiAnswer, ApiRequest } from '../shared/server';
import { unprocessable } from './errors';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** v2 paging: `limit` 1 to 100, the last id seen in `starting_after`; no cursor in the answer. An unknown cursor starts at the beginning. */
export function pageOf<T>(
	request: ApiRequest,
	items: readonly T[],
	idOf: (item: T) => string,
	view: (item: T) => unknown,
): ApiAnswer {
	const text = request.query.get('limit');
	const limit = text === null ? DEFAULT_LIMIT : Number(text);
	if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT || text === '') {
		const msg = `Input should be a valid integer from 1 to ${MAX_LIMIT}`;
		return unprocessable([{ loc: ['query', 'limit'], msg, type: 'int_parsing' }]);
	}
	const after = request.query.get('starting_after');
	const start = after ? items.findIndex((item) => idOf(item) === after) + 1 : 0;
	const data = items.slice(start, start + limit).map(view);
	const pagination = { has_more: start + limit < items.length, total_count: items.length, url: request.path };
	return { status: 200, body: { data, pagination } };
}
