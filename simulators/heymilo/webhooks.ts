import { upperHex } from '../shared/ids';
import { asListed, type Registration } from '../shared/registration';
import { found } from '../shared/routes';
import type { ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { textsOf } from './contract';
import { pageOf } from './paging';
import { notFound, single, type V2Routes } from './routes';

/** @param urlField what the URL is called */
export function webhookRoutes(context: ApiContext, urlField: 'webhook_url' | 'url'): V2Routes {
	const own = () => context.webhooksOf('v2');
	const webhookOf = ({ params }: ApiRequest) =>
		found(
			own().find(({ id }) => id === params.webhook),
			notFound('Webhook'),
		);
	const shown = (webhook: Registration) => view(webhook, urlField);
	return {
		'POST /webhooks': (request) => single(201, shown(created(context, request, urlField))),
		'GET /webhooks': (request) =>
			pageOf(
				request,
				own().filter(({ active }) => active),
				shown,
			),
		'GET /webhooks/:webhook': (request) => single(200, shown(webhookOf(request))),
		'DELETE /webhooks/:webhook': (request) =>
			single(200, shown(Object.assign(webhookOf(request), { active: false, updatedAt: context.now() }))),
	};
}

function created({ state, register }: ApiContext, request: ApiRequest, urlField: string): Registration {
	const body = textsOf(request, ['posting_id', urlField, 'event_type'], {});
	const { posting_id: scope, [urlField]: url, event_type: event } = body;
	found(state.posting(scope), notFound('Posting'));
	return register({ url, events: [event], scope, madeBy: 'v2' }, upperHex(32));
}

const view = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration, urlField: string) => ({
	object: 'webhook',
	webhook_id: id,
	posting_id: scope,
	[urlField]: asListed(url),
	event_type: events[0],
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
