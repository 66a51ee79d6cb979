import type * as z from 'zod4/mini';

import { conforming, parseObject } from '../shared/routes';
import { Refusal, type ApiRequest } from '../shared/server';

/** `{error, name?}`; `name` is the field a 422 is about. Source: developer.jobmojito.com/how-api-works. */
export const refused = (status: number, error: string, name?: string): Refusal =>
	new Refusal(status, { error, ...(name && { name }) });

/** The request's JSON when it is exactly what the schema says; 422 naming the first field that is not. */
export function bodyOf<Schema extends z.ZodMiniType>({ body }: ApiRequest, schema: Schema): z.output<Schema> {
	return checked(parseObject(body) ?? {}, schema);
}

export const checked = <Schema extends z.ZodMiniType>(value: unknown, schema: Schema): z.output<Schema> =>
	conforming(value, schema, refusalOf);

function refusalOf(issue: z.core.$ZodIssue): Refusal {
	const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
	const field = unknown || issue.path.join('.');
	return refused(422, unknown ? `Unknown field ${unknown}` : `Invalid value for ${field}`, field);
}

/** The parameters of a query; 422 for one that the call does not know. */
export function queryOf({ query }: ApiRequest, known: string): Record<string, string | undefined> {
	const names = known.split(' ');
	for (const name of query.keys()) {
		if (!names.includes(name)) throw refused(422, `Unknown parameter ${name}`, name);
	}
	return Object.fromEntries(query);
}

/** 422 for a word that is not among these. */
export function oneOf(value: string | undefined, words: string, field: string): string | undefined {
	if (value === undefined || words.split(' ').includes(value)) return value;
	throw refused(422, `Invalid value for ${field}`, field);
}

/** `limit` 1 to 1000, default 50; `offset` from 0. */
export function page<Row>(rows: Row[], { query }: ApiRequest) {
	const limit = whole(query.get('limit'), 'limit', 50, 1, 1000);
	const offset = whole(query.get('offset'), 'offset', 0, 0, Infinity);
	return {
		data: rows.slice(offset, offset + limit),
		pagination: { total: rows.length, limit, offset, has_more: offset + limit < rows.length },
	};
}

function whole(text: string | null, field: string, fallback: number, least: number, most: number): number {
	const value = Number(text ?? fallback);
	if (Number.isInteger(value) && value >= least && value <= most) return value;
	throw refused(422, `Invalid ${field}`, field);
}

/** The fields of a multipart form, a file being its content. */
export function formOf({ headers, body }: ApiRequest): Record<string, { value: string; fileName?: string }> {
	const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
	if (!boundary) throw refused(422, 'A multipart form is expected', 'file');
	const parts = body
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part) => {
			const [head, ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
			const name = / name="([^"]*)"/.exec(head)?.[1] ?? '';
			const fileName = / filename="([^"]*)"/.exec(head)?.[1];
			return [name, { value: rest.join('\r\n\r\n').replace(/\r\n$/, ''), fileName }] as const;
		});
	return Object.fromEntries(parts);
}
