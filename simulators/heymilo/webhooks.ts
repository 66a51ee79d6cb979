import { upperHex } from '../shared/ids';
import type { Registration } from '../shared/registration';
import { parseObject } from '../shared/routes';
import type { ApiAnswer } from '../shared/server';
import type { ApiContext } from './context';
import { invalidStrings } from './errors';
import { pageOf } from './paging';
import { notFound, route, single, type V2Route } from './routes';

/** @param urlField what the URL is called */
export function webhookRoutes(context: ApiContext, urlField: 'webhook_url' | 'url'): V2Route[] {
	const webhookView = (webhook: Registration) => view(webhook, urlField);
	const own = () => context.webhooks.filter(({ madeBy }) => madeBy !== 'v1');
	const withWebhook = (id: string, act: (webhook: Registration) => Registration): ApiAnswer => {
		const webhook = own().find((one) => one.id === id);
		return webhook ? single(200, webhookView(act(webhook))) : notFound('Webhook');
	};
	const deactivated = (webhook: Registration) =>
		Object.assign(webhook, { active: false, updatedAt: context.now() });
	return [
		route('POST', '/webhooks', (request) => {
			const body = parseObject(request.body);
			const invalid = invalidStrings(body, ['posting_id', urlField, 'event_type']);
			return invalid ?? createWebhook(context, body as Record<string, string>, urlField);
		}),
		route('GET', '/webhooks', (request) => {
			const active = own().filter((webhook) => webhook.active);
			return pageOf(request, active, ({ id }) => id, webhookView);
		}),
		route('GET', '/webhooks/:', (_request, id) => withWebhook(id, (webhook) => webhook)),
		route('DELETE', '/webhooks/:', (_request, id) => withWebhook(id, deactivated)),
	];
}

function createWebhook(
	{ state, register }: ApiContext,
	body: Record<string, string>,
	urlField: string,
): ApiAnswer {
	const { posting_id: scope, [urlField]: url, event_type: event } = body;
	if (!state.posting(scope)) return notFound('Posting');
	const made = register({ url, events: [event], scope, madeBy: 'v2' }, upperHex(32));
	return single(201, view(made, urlField));
}

const view = ({ id, url, events, scope, active, createdAt, updatedAt }: Registration, urlField: string) => ({
	object: 'webhook',
	webhook_id: id,
	posting_id: scope,
	[urlField]: url,
	event_type: events[0],
	is_active: active,
	created_at: createdAt / 1000,
	updated_at: updatedAt / 1000,
});
