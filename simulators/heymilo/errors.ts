import type { ApiAnswer, ErrorBody } from '../shared/server';

const CODES: Record<number, string> = {
	400: 'invalid_request',
	401: 'unauthorized',
	404: 'resource_not_found',
	429: 'rate_limit_exceeded',
};

/** `{error:{…}}`, as the v2 contract declares it for 400, 401, 404 and 429. */
export const v2ErrorBody: ErrorBody = (status, message) =>
	status === 405 || status === 422
		? { detail: message }
		: {
				error: {
					type: status >= 500 ? 'api_error' : 'invalid_request_error',
					code: CODES[status] ?? 'error',
					message,
					param: null,
					doc_url: null,
					errors: [],
				},
			};

/** v1 documents no error body; this is FastAPI's own. */
export const v1ErrorBody: ErrorBody = (_status, message) => ({ detail: message });

/** `{detail:[…]}`, FastAPI's own. */
export interface Invalid {
	loc: Array<string | number>;
	msg: string;
	type: string;
}

export const unprocessable = (detail: Invalid[]): ApiAnswer => ({ status: 422, body: { detail } });

/** Strings all, `required` ones present, nothing unknown; null when the body fits. */
export function invalidStrings(
	body: Record<string, unknown> | null,
	required: readonly string[],
	optional: readonly string[] = [],
): ApiAnswer | null {
	if (!body)
		return unprocessable([{ loc: ['body'], msg: 'Input should be a valid dictionary', type: 'model_type' }]);
	const found: Invalid[] = [];
	for (const name of required) {
		if (!(name in body)) found.push({ loc: ['body', name], msg: 'Field required', type: 'missing' });
	}
	for (const [name, value] of Object.entries(body)) {
		const loc = ['body', name];
		if (!required.includes(name) && !optional.includes(name)) {
			found.push({ loc, msg: 'Extra inputs are not permitted', type: 'extra_forbidden' });
		} else if (typeof value !== 'string') {
			found.push({ loc, msg: 'Input should be a valid string', type: 'string_type' });
		}
	}
	return found.length > 0 ? unprocessable(found) : null;
}

/** Source: the description of every `metadata` field of the contract. */
export function invalidMetadata(metadata: unknown, loc: Array<string | number>): ApiAnswer | null {
	const entries = Object.entries((metadata ?? {}) as Record<string, string>);
	const wrong = (msg: string, type: string) => unprocessable([{ loc, msg, type }]);
	if (entries.length > 50) return wrong('Metadata can have at most 50 keys', 'too_long');
	const long = entries.find(([key, value]) => key.length > 40 || value.length > 500);
	return long
		? wrong(`Metadata '${long[0]}': a key has at most 40, a value 500 characters`, 'too_long')
		: null;
}
