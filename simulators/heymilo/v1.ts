import { upperHex } from '../shared/ids';
import type { Registration } from '../shared/registration';
import { parseObject, type Route } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { invalidStrings, unprocessable, v1ErrorBody } from './errors';

/** Assumed: it gives fewer rows than it is asked for, and refuses nothing. */
const LARGEST_PAGE = 50;

const EVENTS = ['interview_started', 'interview_completed', 'report_available'];

/**
 * The older generation: bare objects and arrays, `page` and `limit`, deactivation by POST.
 * Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation and /public-api.
 * Undocumented and assumed: the fields of a posting, error bodies, and that deactivation answers with the webhook.
 */
export function v1Routes(context: ApiContext): Route[] {
	const own = () => context.webhooks.filter(({ madeBy }) => madeBy !== 'v2');
	const withWebhook = (id: string, act: (webhook: Registration) => unknown): ApiAnswer => {
		const webhook = own().find((one) => one.id === id);
		return webhook
			? { status: 200, body: act(webhook) }
			: { status: 404, body: v1ErrorBody(404, 'Webhook not found') };
	};
	return [
		{ method: 'GET', path: /^(?:\/api)?\/postings$/, answer: (request) => postings(context, request) },
		{ method: 'POST', path: /^\/api\/webhook\/create$/, answer: (request) => create(context, request) },
		{
			method: 'GET',
			path: /^\/api\/webhook\/all$/,
			answer: ({ query }) => ({ status: 200, body: own().filter(asAsked(query)).map(view) }),
		},
		{
			method: 'GET',
			path: /^\/api\/webhook\/fetch\/([^/]+)$/,
			answer: (_request, id) => withWebhook(id, view),
		},
		{
			method: 'POST',
			path: /^\/api\/webhook\/deactivate\/([^/]+)$/,
			answer: (_request, id) =>
				withWebhook(id, (webhook) =>
					view(Object.assign(webhook, { active: false, updatedAt: context.now() })),
				),
		},
	];
}

function asAsked(query: URLSearchParams): (webhook: Registration) => boolean {
	const posting = query.get('posting_id');
	const event = query.get('event_type');
	return ({ scope, events }) => (!posting || scope === posting) && (!event || events.includes(event));
}

function postings({ state }: ApiContext, { query }: ApiRequest): ApiAnswer {
	const page = Number(query.get('page') ?? 1);
	const limit = Math.min(Number(query.get('limit') ?? 10), LARGEST_PAGE);
	if (!(page >= 1) || !(limit >= 1)) {
		return unprocessable([
			{ loc: ['query'], msg: 'Input should be greater than or equal to 1', type: 'int_parsing' },
		]);
	}
	const items = state.postings
		.slice((page - 1) * limit, page * limit)
		.map(({ id, title, name }) => ({ id, title, name }));
	return { status: 200, body: { postings: items, total: state.postings.length } };
}

function create({ state, register }: ApiContext, request: ApiRequest): ApiAnswer {
	const body = parseObject(request.body);
	const invalid = invalidStrings(body, ['posting_id', 'url', 'event_type'], ['http_method']);
	if (invalid) return invalid;
	const { posting_id: scope, url, event_type: event, http_method: method } = body as Record<string, string>;
	if (!EVENTS.includes(event)) {
		return unprocessable([
			{ loc: ['body', 'event_type'], msg: `Input should be ${EVENTS.join(', ')}`, type: 'enum' },
		]);
	}
	if (method !== undefined && method !== 'post') {
		return unprocessable([{ loc: ['body', 'http_method'], msg: 'This simulator posts only', type: 'enum' }]);
	}
	if (!state.posting(scope)) return { status: 404, body: v1ErrorBody(404, 'Posting not found') };
	return { status: 200, body: view(register({ url, events: [event], scope, madeBy: 'v1' }, upperHex(32))) };
}

const view = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration) => ({
	webhook_id: id,
	posting_id: scope,
	url,
	event_type: events[0],
	http_method: 'post',
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
