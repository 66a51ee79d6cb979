import { upperHex } from '../shared/ids';
import { asListed, type Registration } from '../shared/registration';
import { found } from '../shared/routes';
import type { ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { textsOf } from './contract';
import { pageOf } from './paging';
import { notFound, single, type V2Routes } from './routes';

export function webhookRoutes(context: ApiContext): V2Routes {
	const own = () => context.webhooksOf('v2');
	const webhookOf = ({ params }: ApiRequest) =>
		found(
			own().find(({ id }) => id === params.webhook),
			notFound('Webhook'),
		);
	return {
		'POST /webhooks': (request) => single(201, view(created(context, request))),
		'GET /webhooks': (request) =>
			pageOf(
				request,
				own().filter(({ active }) => active),
				view,
			),
		'GET /webhooks/:webhook': (request) => single(200, view(webhookOf(request))),
		'DELETE /webhooks/:webhook': (request) =>
			single(200, view(Object.assign(webhookOf(request), { active: false, updatedAt: context.now() }))),
	};
}

function created({ state, register }: ApiContext, request: ApiRequest): Registration {
	const body = textsOf(request, ['posting_id', 'webhook_url', 'event_type'], {});
	const { posting_id: scope, webhook_url: url, event_type: event } = body;
	found(state.posting(scope), notFound('Posting'));
	return register({ url, events: [event], scope, madeBy: 'v2' }, upperHex(32));
}

const view = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration) => ({
	object: 'webhook',
	webhook_id: id,
	posting_id: scope,
	webhook_url: asListed(url),
	event_type: events[0],
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
