import { upperHex } from '../shared/ids';
import { asListed, type Registration } from '../shared/registration';
import { parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { pageOf } from './paging';
import { notFound, route, single, type V2Route } from './routes';

export function webhookRoutes(context: ApiContext): V2Route[] {
	const own = () => context.webhooksOf('v2');
	const withWebhook = (id: string, act: (webhook: Registration) => Registration): ApiAnswer => {
		const webhook = own().find((one) => one.id === id);
		return webhook ? single(200, webhookView(act(webhook))) : notFound('Webhook');
	};
	const deactivated = (webhook: Registration) =>
		Object.assign(webhook, { active: false, updatedAt: context.now() });
	return [
		route('POST', '/webhooks', (request) => createWebhook(context, request)),
		route('GET', '/webhooks', (request) => {
			const active = own().filter((webhook) => webhook.active);
			return pageOf(request, active, ({ id }) => id, webhookView);
		}),
		route('GET', '/webhooks/:', (_request, id) => withWebhook(id, (webhook) => webhook)),
		route('DELETE', '/webhooks/:', (_request, id) => withWebhook(id, deactivated)),
	];
}

function createWebhook({ state, register }: ApiContext, request: ApiRequest): ApiAnswer {
	const {
		posting_id: scope,
		webhook_url: url,
		event_type: event,
	} = parseObject(request.body) as Record<string, string>;
	if (!state.posting(scope)) return notFound('Posting');
	return single(201, webhookView(register({ url, events: [event], scope, madeBy: 'v2' }, upperHex(32))));
}

const webhookView = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration) => ({
	object: 'webhook',
	webhook_id: id,
	posting_id: scope,
	webhook_url: asListed(url),
	event_type: events[0],
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
