import { Router } from 'express';
import { routed } from '../shared/routes';
import { handled, Refusal, type ApiRequest, type ErrorBody } from '../shared/server';
import { atsRoutes } from './ats';
import { candidateRoutes } from './candidates';
import type { ApiContext } from './context';
import { breachOfContract } from './contract';
import { v1ErrorBody, v2ErrorBody } from './errors';
import { interviewRoutes } from './interviews';
import { lookupRoutes } from './lookups';
import { postingRoutes } from './postings';
import { questionRoutes } from './questions';
import { RateLimit } from './rateLimit';
import { v1Routes } from './v1';
import { webhookRoutes } from './webhooks';

export interface HeyMiloApiOptions {
	/** Which generation answers, at the same address; default `v2`. */
	apiVersion?: 'v1' | 'v2' | 'both';
	/** Whether each generation also has the webhooks of the other one; nobody says. Default false. */
	sharesWebhooks?: boolean;
	/** Calls a minute per key; default 300. */
	rateLimit?: number;
}

export const heyMiloErrorBody = ({ apiVersion }: HeyMiloApiOptions): ErrorBody =>
	apiVersion === 'v1' ? v1ErrorBody : v2ErrorBody;

export function heyMiloApi(apiKey: string, context: ApiContext, options: HeyMiloApiOptions): Router {
	const { apiVersion = 'v2', rateLimit = 300 } = options;
	const errorBody = heyMiloErrorBody(options);
	const limit = new RateLimit(rateLimit);
	const admit = ({ headers }: ApiRequest) => {
		if (headers['x-api-key'] !== apiKey) throw new Refusal(401, errorBody(401, 'Invalid or missing API key'));
		const wait = limit.hit(context.now());
		if (wait !== null)
			throw new Refusal(429, errorBody(429, 'Rate limit exceeded'), { 'retry-after': String(wait) });
		return undefined;
	};
	const router = Router({ caseSensitive: true });
	router.use(handled(context.files.answer), handled(admit));
	if (apiVersion !== 'v1') router.use('/api/v2', v2Api(context));
	return router.use(apiVersion === 'v2' ? routed({}, v2ErrorBody) : routed(v1Routes(context), v1ErrorBody));
}

/** Source: the vendor's OpenAPI 3.1 document of v2 (api.heymilo.ai/openapi.json). */
function v2Api(context: ApiContext): Router {
	const check = ({ method, baseUrl, path, query, body }: ApiRequest) => {
		const breach = breachOfContract({ method, path: baseUrl + path, query, body });
		if (breach) throw breach;
		return undefined;
	};
	const routes = {
		...postingRoutes(context),
		...candidateRoutes(context),
		...interviewRoutes(context),
		...questionRoutes(context),
		...webhookRoutes(context),
		...atsRoutes(context),
		...lookupRoutes(context),
	};
	return Router().use(handled(check), routed(routes, v2ErrorBody));
}
