import { upperHex } from '../shared/ids';
import { asListed, type Registration } from '../shared/registration';
import { found } from '../shared/routes';
import { Refusal, type Answer, type ApiAnswer, type ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { textsOf } from './contract';
import { unprocessable, v1ErrorBody } from './errors';

/** Assumed: it returns fewer rows than it is asked for, and refuses nothing. */
const LARGEST_PAGE = 50;

const EVENTS = ['interview_started', 'interview_completed', 'report_available'];

/**
 * The older generation: bare objects and arrays, `page` and `limit`, deactivation by POST.
 * Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation and /public-api.
 * Undocumented and assumed: the fields of a posting, error bodies, and that deactivation answers with the webhook.
 */
export function v1Routes(context: ApiContext): Record<string, Answer> {
	const own = () => context.webhooksOf('v1');
	const webhookOf = ({ params }: ApiRequest) =>
		found(
			own().find(({ id }) => id === params.webhook),
			notFound('Webhook'),
		);
	const ok = (body: unknown): ApiAnswer => ({ status: 200, body });
	return {
		'GET {/api}/postings': (request) => ok(postings(context, request)),
		'POST /api/webhook/create': (request) => ok(view(created(context, request))),
		'GET /api/webhook/all': ({ query }) => ok(own().filter(asAsked(query)).map(view)),
		'GET /api/webhook/fetch/:webhook': (request) => ok(view(webhookOf(request))),
		'POST /api/webhook/deactivate/:webhook': (request) =>
			ok(view(Object.assign(webhookOf(request), { active: false, updatedAt: context.now() }))),
	};
}

const notFound = (what: string) => new Refusal(404, v1ErrorBody(404, `${what} not found`));

function asAsked(query: URLSearchParams): (webhook: Registration) => boolean {
	const posting = query.get('posting_id');
	const event = query.get('event_type');
	return ({ scope, events }) => (!posting || scope === posting) && (!event || events.includes(event));
}

function postings({ state }: ApiContext, { query }: ApiRequest) {
	const page = Number(query.get('page') ?? 1);
	const limit = Math.min(Number(query.get('limit') ?? 10), LARGEST_PAGE);
	if (!(page >= 1) || !(limit >= 1)) {
		const msg = 'Input should be greater than or equal to 1';
		throw unprocessable({ loc: ['query'], msg, type: 'int_parsing' });
	}
	const items = state.postings
		.slice((page - 1) * limit, page * limit)
		.map(({ id, title, name }) => ({ id, title, name }));
	return { postings: items, total: state.postings.length };
}

/** This simulator posts only. */
function created({ state, register }: ApiContext, request: ApiRequest): Registration {
	const body = textsOf(request, ['posting_id', 'url', 'event_type'], {
		event_type: { enum: EVENTS },
		http_method: { enum: ['post'] },
	});
	const { posting_id: scope, url, event_type: event } = body;
	found(state.posting(scope), notFound('Posting'));
	return register({ url, events: [event], scope, madeBy: 'v1' }, upperHex(32));
}

const view = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration) => ({
	webhook_id: id,
	posting_id: scope,
	url: asListed(url),
	event_type: events[0],
	http_method: 'post',
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
