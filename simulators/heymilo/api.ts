import { upperHex } from '../shared/ids';
import type { Registration, RegistrationInput } from '../shared/registration';
import { follow, parseObject, type Route } from '../shared/routes';
import type { Answer, ApiAnswer, ApiRequest, ErrorBody } from '../shared/server';
import { v1ErrorBody, v2ErrorBody, invalidStrings } from './errors';
import { interviewData } from './interviewData';
import { pageOf } from './paging';
import { RateLimit } from './rateLimit';
import type { HeyMiloState, Posting } from './state';
import { v1Routes } from './v1';

export interface HeyMiloApiOptions {
	/** Which generation answers; default `v2`. They share no webhooks. */
	apiVersion?: 'v1' | 'v2';
	/** Calls a minute per key; default 300. */
	rateLimit?: number;
}

export interface ApiContext {
	state: HeyMiloState;
	webhooks: Registration[];
	register: (input: RegistrationInput, id: string) => Registration;
	now: () => number;
}

export const heyMiloErrorBody = ({ apiVersion }: HeyMiloApiOptions): ErrorBody =>
	apiVersion === 'v1' ? v1ErrorBody : v2ErrorBody;

export function heyMiloApi(apiKey: string, context: ApiContext, options: HeyMiloApiOptions): Answer {
	const routes = options.apiVersion === 'v1' ? v1Routes(context) : v2Routes(context);
	const errorBody = heyMiloErrorBody(options);
	const limit = new RateLimit(options.rateLimit ?? 300);
	return (request) => {
		const key = request.headers['x-api-key'];
		if (key !== apiKey) return { status: 401, body: errorBody(401, 'Invalid or missing API key') };
		const wait = limit.hit(apiKey, context.now());
		if (wait === null) return follow(routes, request, errorBody);
		return {
			status: 429,
			body: errorBody(429, 'Rate limit exceeded'),
			headers: { 'retry-after': String(wait) },
		};
	};
}

const single = (status: number, data: unknown): ApiAnswer => ({ status, body: { data, meta: null } });
const notFound = (what: string): ApiAnswer => ({ status: 404, body: v2ErrorBody(404, `${what} not found`) });

/** Source: the vendor's OpenAPI 3.1 document of v2 (api.heymilo.ai/openapi.json). */
const v2Routes = (context: ApiContext): Route[] => [...readRoutes(context), ...webhookRoutes(context)];

const readRoutes = ({ state }: ApiContext): Route[] => [
	{ method: 'GET', path: /^\/api\/v2\/workspaces$/, answer: () => workspaces(state) },
	{
		method: 'GET',
		path: /^\/api\/v2\/postings\/list$/,
		answer: (request) => postingSummaries(state, request),
	},
	{
		method: 'GET',
		path: /^\/api\/v2\/postings\/([^/]+)$/,
		answer: (_request, id) => {
			const posting = state.posting(id);
			return posting ? single(200, postingView(posting, state)) : notFound('Posting');
		},
	},
	{
		method: 'GET',
		path: /^\/api\/v2\/interviews\/([^/]+)\/data$/,
		answer: (_request, id) => {
			const interview = state.interview(id);
			return interview ? single(200, interviewData(interview)) : notFound('Interview');
		},
	},
];

function webhookRoutes(context: ApiContext): Route[] {
	const own = () => context.webhooks.filter(({ madeBy }) => madeBy !== 'v1');
	const withWebhook = (id: string, act: (webhook: Registration) => Registration): ApiAnswer => {
		const webhook = own().find((one) => one.id === id);
		return webhook ? single(200, webhookView(act(webhook))) : notFound('Webhook');
	};
	const deactivated = (webhook: Registration) =>
		Object.assign(webhook, { active: false, updatedAt: context.now() });
	const one = /^\/api\/v2\/webhooks\/([^/]+)$/;
	const all = /^\/api\/v2\/webhooks$/;
	return [
		{ method: 'POST', path: all, answer: (request) => createWebhook(context, request) },
		{
			method: 'GET',
			path: all,
			answer: (request) => {
				const active = own().filter((webhook) => webhook.active);
				return pageOf(request, active, ({ id }) => id, webhookView);
			},
		},
		{ method: 'GET', path: one, answer: (_request, id) => withWebhook(id, (webhook) => webhook) },
		{ method: 'DELETE', path: one, answer: (_request, id) => withWebhook(id, deactivated) },
	];
}

function createWebhook({ state, register }: ApiContext, request: ApiRequest): ApiAnswer {
	const body = parseObject(request.body);
	const invalid = invalidStrings(body, ['posting_id', 'webhook_url', 'event_type']);
	if (invalid) return invalid;
	const { posting_id: scope, webhook_url: url, event_type: event } = body as Record<string, string>;
	if (!state.posting(scope)) return notFound('Posting');
	return single(201, webhookView(register({ url, events: [event], scope, madeBy: 'v2' }, upperHex(32))));
}

const webhookView = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration) => ({
	object: 'webhook',
	webhook_id: id,
	posting_id: scope,
	webhook_url: url,
	event_type: events[0],
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});

/** Item fields are untyped in the contract. */
const workspaces = ({ workspaceId, companyId }: HeyMiloState): ApiAnswer => ({
	status: 200,
	body: {
		data: [{ object: 'workspace', id: workspaceId, company_id: companyId, name: 'Northwind Demo' }],
		pagination: { has_more: false, total_count: 1, url: '/api/v2/workspaces' },
	},
});

function postingSummaries({ postings }: HeyMiloState, request: ApiRequest): ApiAnswer {
	const wanted = (request.query.get('search') ?? '').toLowerCase();
	const found = postings.filter(({ title }) => title.toLowerCase().includes(wanted));
	return pageOf(
		request,
		found,
		({ id }) => id,
		({ id, title, name }) => ({ object: 'posting_summary', id, title, name }),
	);
}

const postingView = (
	{ id, title, name, archived, testPosting, createdAt }: Posting,
	{ companyId }: HeyMiloState,
) => ({
	object: 'posting',
	id,
	company_id: companyId,
	title,
	name,
	description: `<p>${title}</p>`,
	language: 'en',
	interviewer_name: 'Sarah',
	status: archived ? 'archived' : 'active',
	finalized: true,
	archived,
	test_posting: testPosting,
	workflow: [{ id: 'agent_vi_001', type: 'web_interview', order: 1, config: { video: true } }],
	urls: null,
	metadata: null,
	created_at: createdAt,
	updated_at: createdAt,
});
