import { Refusal, type ErrorBody } from '../shared/server';

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

export const unprocessable = (...detail: Invalid[]): Refusal => new Refusal(422, { detail });

/** Source: the description of every `metadata` field of the contract. */
export function checkMetadata(metadata: unknown, loc: Invalid['loc']): void {
	const entries = Object.entries((metadata ?? {}) as Record<string, string>);
	const wrong = (msg: string) => unprocessable({ loc, msg, type: 'too_long' });
	if (entries.length > 50) throw wrong('Metadata can have at most 50 keys');
	const long = entries.find(([key, value]) => key.length > 40 || value.length > 500);
	if (long) throw wrong(`Metadata '${long[0]}': a key has at most 40, a value 500 characters`);
}
