import { Router } from 'express';
import type * as z from 'zod4/mini';

import { handled, Refusal, type Answer, type ErrorBody } from './server';

/**
 * Answers by method and path, as in `GET /postings/:posting`. 405 for a known path with another method, 404 for an
 * unknown path.
 */
export function routed(answers: Record<string, Answer>, errorBody: ErrorBody): Router {
	const router = Router({ caseSensitive: true, strict: true });
	const refusing = (status: number, message: string) =>
		handled(() => {
			throw new Refusal(status, errorBody(status, message));
		});
	const notAllowed = refusing(405, 'Method Not Allowed');
	for (const [call, answer] of Object.entries(answers)) {
		const [method, path] = call.split(' ');
		// Express would take HEAD for GET.
		router.head(path, notAllowed);
		router[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'](path, handled(answer));
	}
	for (const call of Object.keys(answers)) router.all(call.split(' ')[1], notAllowed);
	return router.use(refusing(404, 'Not Found'));
}

/** What was looked for; where there is none, the refusal is thrown. */
export function found<T>(value: T | undefined, refusal: Error): T {
	if (value === undefined) throw refusal;
	return value;
}

/** What a schema makes of a value; where it does not, what is thrown is the refusal of the first issue. */
export function conforming<Schema extends z.ZodMiniType>(
	value: unknown,
	schema: Schema,
	refusalOf: (issue: z.core.$ZodIssue) => Error,
): z.output<Schema> {
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	throw refusalOf(error.issues[0]);
}

/** A JSON object, or null for anything else. */
export function parseObject(text: string): Record<string, unknown> | null {
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? parsed : null;
	} catch {
		return null;
	}
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
