import { uuid } from '../shared/ids';
import { asListed, type Registration, type RegistrationInput } from '../shared/registration';
import { found } from '../shared/routes';
import type { Answer, ApiAnswer, ApiRequest } from '../shared/server';
import { bodyOf, done, refused } from './answers';
import { bodies } from './bodies';
import { naive } from './deliveries';

export interface WebhookOptions {
	/** In which of its shapes the ID of a new webhook comes; documented is `id`. Default `id`. */
	webhookIdIn?: 'id' | 'data.id' | 'data.webhook_id' | 'nowhere';
	/** Whether webhooks that were deleted stay in the list. Default false. */
	listsDeleted?: boolean;
	/** How the list has a webhook, where it is not as documented. */
	listsAs?: (row: ReturnType<typeof webhookView>) => object;
}

export interface WebhookContext {
	webhooks: Registration[];
	register: (input: RegistrationInput, id: string) => Registration;
	now: () => number;
	options: WebhookOptions;
}

export function webhookRoutes({ webhooks, register, now, options }: WebhookContext): Record<string, Answer> {
	const webhookOf = ({ params }: ApiRequest) =>
		found(
			webhooks.find(({ id, active }) => active && id === params.id),
			refused('Webhook not found'),
		);
	return {
		'POST /webhook': (request) => {
			const { url, event, description } = bodyOf(request, bodies.webhook);
			const { id } = register({ url, events: [event], external: description ?? null, madeBy: 'api' }, uuid());
			return SHAPES[options.webhookIdIn ?? 'id'](id);
		},
		'GET /webhooks': () =>
			done(
				webhooks
					.filter(({ active }) => active || options.listsDeleted)
					.map(webhookView)
					.map(options.listsAs ?? ((row) => row)),
			),
		'PUT /webhook/:id': (request) => {
			const { url, event, description } = bodyOf(request, bodies.webhook);
			const changes = { url, events: [event], external: description ?? null, updatedAt: now() };
			Object.assign(webhookOf(request), changes);
			return done();
		},
		'DELETE /webhook/:id': (request) => {
			webhookOf(request).active = false;
			return done();
		},
	};
}

const SHAPES: Record<NonNullable<WebhookOptions['webhookIdIn']>, (id: string) => ApiAnswer> = {
	id: (id) => ({ status: 200, body: { id } }),
	'data.id': (id) => done({ id }),
	'data.webhook_id': (id) => done({ webhook_id: id }),
	nowhere: () => done(),
};

const webhookView = ({ id, url, external, events, active, createdAt, updatedAt }: Registration) => ({
	webhook_id: id,
	url: asListed(url),
	description: external ?? '',
	event: events[0],
	date_created: naive(createdAt),
	date_modified: naive(updatedAt),
	status: active ? 'active' : 'deleted',
});
