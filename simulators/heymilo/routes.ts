import { found } from '../shared/routes';
import { Refusal, type Answer, type ApiAnswer, type ApiRequest } from '../shared/server';
import { v2ErrorBody } from './errors';
import type { HeyMiloState, Posting } from './state';

/** Calls below `/api/v2`, by method and path. */
export type V2Routes = Record<string, Answer>;

/** `{data, meta}` */
export const single = (status: number, data: unknown): ApiAnswer => ({ status, body: { data, meta: null } });

/** The vendor's envelope for a request that is understood but not possible. */
export const refused = (status: number, message: string, param: string | null = null): Refusal => {
	const body = v2ErrorBody(status, message) as { error: object };
	return new Refusal(status, { error: { ...body.error, param } });
};

export const notFound = (what: string): Refusal => refused(404, `${what} not found`);

/** The posting that the path names. */
export const postingOf = (state: HeyMiloState, { params }: ApiRequest): Posting =>
	found(state.posting(params.posting), notFound('Posting'));
