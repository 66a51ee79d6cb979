import type { IDataObject, IHttpRequestMethods, JsonObject } from 'n8n-workflow';

import { flag, isNothing, isObject, saysSomething } from '../event/fields';
import type { Expected } from './expected';
import type { FormPart } from './form';
import type { VendorApi } from './vendorApi';

/**
 * What a call does: `read` changes nothing; `write` does the same when it is sent twice; `writeOnce` reaches a person,
 * costs credits or makes something, and is never sent again when it is unclear whether it had an effect.
 */
export type Effect = 'read' | 'write' | 'writeOnce';

export interface ApiCall<Value> {
	method: IHttpRequestMethods;
	/** Below the credential's base URL, with a leading slash. */
	path: string;
	query?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
	/** Sent as `multipart/form-data` instead of `body`, for files. */
	form?: FormPart[];
	effect: Effect;
	/** What the vendor documents as the answer. */
	expects: Expected<Value>;
	/**
	 * Whether a `writeOnce` waits for a 429, which had no effect: only for what reaches nobody, since the user may not
	 * expect it any more after half a minute. The others always wait.
	 */
	waitsForRateLimit?: boolean;
	/** What it sends that must not come back, besides the secrets of the credential. */
	secrets?: string[];
}

/** What became of one attempt. */
export type Outcome = Answer | { failure: JsonObject };

export interface Answer {
	status: number;
	/** Parsed JSON, or text; without the secrets. */
	body: unknown;
	headers: IDataObject;
}

/** The part of a 2xx body that is a refusal; undefined when there is none. */
export function refusalIn(api: VendorApi, body: unknown): unknown {
	if (isObject(body) && (flag(body.success) === false || flag(body.ok) === false)) return body;
	return api.refusalIn?.(body);
}

/** The body, where it names an error beside whatever else it holds: `{data: [], error: {message}}` is no empty list. */
export function namedErrorIn(body: unknown): unknown {
	if (!isObject(body)) return undefined;
	const { error, errors, status } = body;
	return isFilled(error) || isFilled(errors) || status === 'error' || isFailedList(body) ? body : undefined;
}

/** What an error says beside its status. */
export const OF_ERRORS = [
	'code',
	'detail',
	'error',
	'errors',
	'message',
	'request_id',
	'status',
	'success',
	'timestamp',
];

/** Names of what counts the pages of a list. */
export const OF_PAGES = /count|cursor|limit|more|next|offset|page|paging|pagination|prev|total/i;

/** Whether a call failed that should have answered with a list. Beside anything but an empty one, the status may be that of a thing. */
function isFailedList(body: Record<string, unknown>): boolean {
	if (!/^fail(ed|ure)?$/i.test(String(body.status))) return false;
	const rest = Object.entries(body).filter(([name]) => !OF_ERRORS.includes(name) && !OF_PAGES.test(name));
	return rest.length > 0 && rest.every(([, value]) => Array.isArray(value) && !saysSomething(value));
}

function isFilled(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	if (isObject(value)) return Object.keys(value).length > 0;
	return !isNothing(value) && value !== false && value !== 0;
}

export function isSuccess(outcome: Outcome): outcome is Answer {
	return 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
}
