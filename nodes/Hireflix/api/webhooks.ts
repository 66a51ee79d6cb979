import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/event/fields';
import { aListOf, anObject, type Expected } from '../../shared/http/expected';
import { answerOr } from '../../shared/http/status';
import type { ApiContext } from '../../shared/http/vendorApi';
import { read, write, writeOnce } from '../api';
import { aSchema, INTROSPECTION, type Schema, type WebhookCalls } from './webhookSchema';

export interface Webhook extends IDataObject {
	id: string;
	url: string;
	events: string[];
	active: boolean;
}

/** The webhooks in the answer to `list`, at the root or inside a namespace. */
export const webhooksIn: Expected<Webhook[]> = {
	inWords: 'a list of webhooks',
	find: (data) => {
		const list = aListOf(anObject('id', 'url')).find(innermostIn(data));
		// One without an address leads nowhere, and must not get in the way of the others.
		return list?.filter(hasAddress).map((webhook) => ({ ...webhook, events: textsIn(webhook.events) }));
	},
};

/** Any answer to `remove`: null or false may say that nothing is there any more. */
const isAnswered: Expected<IDataObject> = anObject();

/** That a change was carried out: nothing in the answer to `create` or `update` is null or false. */
export const isDone: Expected<true> = {
	inWords: 'what was changed',
	find: (data) => (isObject(data) && isThere(data) ? true : undefined),
};

function innermostIn(value: unknown): unknown {
	if (!isObject(value)) return value;
	const [inner, ...others] = Object.values(value);
	return others.length === 0 ? innermostIn(inner) : undefined;
}

function isThere(value: unknown): boolean {
	if (isObject(value)) return Object.keys(value).length > 0 && Object.values(value).every(isThere);
	return value !== undefined && value !== null && value !== false;
}

const hasAddress = (webhook: IDataObject): webhook is Webhook =>
	typeof webhook.id === 'string' && typeof webhook.url === 'string';

const textsIn = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/** The account's schema; null when introspection is switched off, which says nothing against the key. */
export async function readSchema(context: ApiContext): Promise<Schema | null> {
	const asked = read(context, { document: INTROSPECTION, expects: aSchema });
	return await answerOr(asked, { statuses: ['400'], otherwise: () => null });
}

/** Every webhook of the account, the inactive ones too. @throws NodeApiError */
export async function listWebhooks(context: ApiContext, { list }: WebhookCalls): Promise<Webhook[]> {
	return await read(context, { document: list, expects: webhooksIn });
}

/** Makes a webhook, which must not be made twice: but what the rate limit refused was not made. @throws NodeApiError */
export async function createWebhook(
	context: ApiContext,
	{ create }: WebhookCalls,
	url: string,
	events: string[],
): Promise<void> {
	const creation = { document: create, variables: { url, events }, expects: isDone };
	await writeOnce(context, creation, { waitsForRateLimit: true });
}

/** @param update the call of that name @throws NodeApiError */
export async function updateWebhook(
	context: ApiContext,
	update: string,
	{ id, url, events, active }: Webhook,
): Promise<void> {
	await write(context, { document: update, variables: { id, url, events, active }, expects: isDone });
}

/** Removes a webhook, or switches it off where there is no call to remove one. @throws NodeApiError */
export async function removeWebhook(
	context: ApiContext,
	{ remove, update }: WebhookCalls,
	webhook: Webhook,
): Promise<void> {
	if (remove !== null) {
		await write(context, { document: remove, variables: { id: webhook.id }, expects: isAnswered });
	} else if (update !== null && webhook.active) {
		await updateWebhook(context, update, { ...webhook, active: false });
	}
}
