import type { Route } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import { v2ErrorBody } from './errors';

/** A path of v2, which also changes things with PATCH. */
export type V2Route = Omit<Route, 'method'> & { method: Route['method'] | 'PATCH' };

/** `{data, meta}` */
export const single = (status: number, data: unknown): ApiAnswer => ({ status, body: { data, meta: null } });

/** The vendor's envelope for a request that is understood but not possible. */
export const refused = (status: number, message: string, param: string | null = null): ApiAnswer => {
	const body = v2ErrorBody(status, message) as { error: object };
	return { status, body: { error: { ...body.error, param } } };
};

export const notFound = (what: string): ApiAnswer => refused(404, `${what} not found`);

/** A route below `/api/v2`; `:` stands for one part of the path. */
export function route(
	method: V2Route['method'],
	path: string,
	answer: (request: ApiRequest, ...parts: string[]) => ApiAnswer,
): V2Route {
	return { method, path: new RegExp(`^/api/v2${path.replace(/:/g, '([^/]+)')}$`), answer };
}

/** 404 for an unknown path, 405 for a known path with another method. */
export function followV2(routes: readonly V2Route[], request: ApiRequest): ApiAnswer {
	const known = routes.filter(({ path }) => path.test(request.path));
	const chosen = known.find(({ method }) => method === request.method);
	if (chosen)
		return chosen.answer(request, ...(chosen.path.exec(request.path) ?? []).slice(1).map(decodeURIComponent));
	return known.length > 0
		? { status: 405, body: v2ErrorBody(405, 'Method Not Allowed') }
		: { status: 404, body: v2ErrorBody(404, 'Not Found') };
}
