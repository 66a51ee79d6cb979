import type * as z from 'zod4/mini';

import { conforming, found, parseObject } from '../shared/routes';
import { Refusal, type ApiAnswer, type ApiRequest, type ErrorBody } from '../shared/server';

/** Source: the vendor's OpenAPI document. */
export const micro1ErrorBody: ErrorBody = (_status, message) => ({ status: false, message });

export const refused = (message: string, status = 400): Refusal =>
	new Refusal(status, micro1ErrorBody(status, message));

export const done = (data?: unknown): ApiAnswer => ({
	status: 200,
	body: { status: true, message: 'Success', ...(data === undefined ? {} : { data }) },
});

export function bodyOf<Body>(request: ApiRequest, schema: z.ZodMiniType<Body>): Body {
	const parsed = found(parseObject(request.body) ?? undefined, refused('Invalid JSON body'));
	return conforming(parsed, schema, ({ path, message }) => refused([...path, message].join(' ')));
}

/** No maximum is documented; 20 is assumed, so a page may be shorter than was asked for. */
const MAX_LIMIT = 20;

export function pageOf({ query }: ApiRequest, rows: object[], firstPage: number): ApiAnswer {
	const numberOf = (name: string, fallback: number) => {
		const text = query.get(name);
		if (text !== null && !/^\d+$/.test(text)) throw refused(`${name} must be an integer`);
		return text === null ? fallback : Number(text);
	};
	const page = numberOf('page', firstPage);
	const limit = Math.min(numberOf('limit', MAX_LIMIT), MAX_LIMIT);
	if (page < firstPage) throw refused('page must be positive');
	const start = (page - firstPage) * limit;
	return done(rows.slice(start, start + limit));
}
