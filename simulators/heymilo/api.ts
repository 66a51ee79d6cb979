import { follow } from '../shared/routes';
import type { Answer, ApiRequest, ErrorBody } from '../shared/server';
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
import { followV2 } from './routes';
import { v1Routes } from './v1';
import { webhookRoutes } from './webhooks';

export interface HeyMiloApiOptions {
	/** Which generation answers; default `v2`. They share no webhooks. */
	apiVersion?: 'v1' | 'v2';
	/** Calls a minute per key; default 300. */
	rateLimit?: number;
	/** What v2 calls a webhook's URL; `url` in an older snapshot of its reference. Default `webhook_url`. */
	webhookUrlField?: 'webhook_url' | 'url';
}

export const heyMiloErrorBody = ({ apiVersion }: HeyMiloApiOptions): ErrorBody =>
	apiVersion === 'v1' ? v1ErrorBody : v2ErrorBody;

export function heyMiloApi(apiKey: string, context: ApiContext, options: HeyMiloApiOptions): Answer {
	const answer = options.apiVersion === 'v1' ? v1Answer(context) : v2Answer(context, options);
	const errorBody = heyMiloErrorBody(options);
	const limit = new RateLimit(options.rateLimit ?? 300);
	return (request) => {
		const file = context.files.answer(request);
		if (file) return file;
		const key = request.headers['x-api-key'];
		if (key !== apiKey) return { status: 401, body: errorBody(401, 'Invalid or missing API key') };
		const wait = limit.hit(apiKey, context.now());
		if (wait === null) return answer(request);
		return {
			status: 429,
			body: errorBody(429, 'Rate limit exceeded'),
			headers: { 'retry-after': String(wait) },
		};
	};
}

function v1Answer(context: ApiContext): Answer {
	const routes = v1Routes(context);
	return (request) => follow(routes, request, v1ErrorBody);
}

/** Source: the vendor's OpenAPI 3.1 document of v2 (api.heymilo.ai/openapi.json). */
function v2Answer(context: ApiContext, { webhookUrlField = 'webhook_url' }: HeyMiloApiOptions): Answer {
	const routes = [
		...postingRoutes(context),
		...candidateRoutes(context),
		...interviewRoutes(context),
		...questionRoutes(context),
		...webhookRoutes(context, webhookUrlField),
		...atsRoutes(context),
		...lookupRoutes(context),
	];
	const isOlder = ({ method, path }: ApiRequest) =>
		webhookUrlField === 'url' && method === 'POST' && path === '/api/v2/webhooks';
	return (request: ApiRequest) =>
		(isOlder(request) ? null : breachOfContract(request)) ?? followV2(routes, request);
}
