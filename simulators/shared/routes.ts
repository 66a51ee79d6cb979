import type { ApiAnswer, ApiRequest, ErrorBody } from './server';

export interface Route {
	method: 'GET' | 'POST' | 'DELETE';
	/** Anchored; its groups are handed to `answer`. */
	path: RegExp;
	answer: (request: ApiRequest, ...parts: string[]) => ApiAnswer;
}

/** 404 for an unknown path, 405 for a known path with another method. */
export function follow(routes: readonly Route[], request: ApiRequest, errorBody: ErrorBody): ApiAnswer {
	const known = routes.filter(({ path }) => path.test(request.path));
	const chosen = known.find(({ method }) => method === request.method);
	if (chosen)
		return chosen.answer(request, ...(chosen.path.exec(request.path) ?? []).slice(1).map(decodeURIComponent));
	return known.length > 0
		? { status: 405, body: errorBody(405, 'Method Not Allowed') }
		: { status: 404, body: errorBody(404, 'Not Found') };
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

export const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
