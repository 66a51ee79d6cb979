import type { IDataObject, IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { textList } from '../shared/receiver/triggerSettings';
import { hireflixApi, queryHireflix } from './api';
import { findWebhookCalls, INTROSPECTION, type Schema, type WebhookCalls } from './webhookSchema';

const BY_HAND =
	'Set Registration to "By Hand" and create the webhook in Hireflix: Profile → Webhooks → Create new webhook.';

interface Webhook extends IDataObject {
	id: string;
	url: string;
	events: string[];
	active: boolean;
}

/**
 * Whether Hireflix has this node's webhook with the selected events. By hand nobody can tell: then never, so that
 * activation checks the settings.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (!isAutomatic(context)) return false;
	const url = context.getNodeWebhookUrl('default');
	const webhooks = await listWebhooks(context, await discoverCalls(context));
	return webhooks.some((webhook) => webhook.url === url && isUpToDate(context, webhook));
}

/**
 * Checks what can be checked and, when asked to, registers the URL for the selected events.
 * Called again after an unclear failure it finds its own webhook by its URL.
 *
 * @throws NodeOperationError or NodeApiError, saying what to click
 */
export async function register(context: IHookFunctions): Promise<void> {
	const url = await checkManualRegistration(context, hireflixApi, {
		displayName: 'Webhook Secret',
		whereToFind: 'In Hireflix, open Profile → Webhooks → Reveal Key and copy the key.',
	});
	if (!isAutomatic(context)) return;
	const calls = await discoverCalls(context);
	const events = selectedEvents(context);
	for (const webhook of (await listWebhooks(context, calls)).filter((one) => one.url === url)) {
		if (isUpToDate(context, webhook)) return;
		if (calls.update !== null) {
			await queryHireflix(context, calls.update, { id: webhook.id, url, events, active: true });
			return;
		}
		await removeWebhook(context, calls, webhook);
	}
	// Not repeated by itself: n8n calls again, and the list then tells whether the webhook was made.
	await queryHireflix(context, calls.create, { url, events }, false);
}

/** Removes what carries this node's URL; nothing there is fine. Without a delete call it is switched off. */
export async function unregister(context: IHookFunctions): Promise<void> {
	if (!isAutomatic(context)) return;
	const url = context.getNodeWebhookUrl('default');
	const calls = await discoverCalls(context);
	for (const webhook of await listWebhooks(context, calls)) {
		if (webhook.url === url && (webhook.active || calls.remove !== null)) {
			await removeWebhook(context, calls, webhook);
		}
	}
}

function isAutomatic(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'manual') === 'automatic';
}

function selectedEvents(context: IHookFunctions): string[] {
	return textList(context.getNodeParameter('events', []));
}

function isUpToDate(context: IHookFunctions, { active, events }: Webhook): boolean {
	return active && [...events].sort().join() === selectedEvents(context).sort().join();
}

async function discoverCalls(context: IHookFunctions): Promise<WebhookCalls> {
	const schema = await readSchema(context);
	const calls = schema && findWebhookCalls(schema);
	if (calls) return calls;
	const flaw = schema
		? 'its API has no webhook calls that this node recognises'
		: 'its API does not show its schema to this key';
	throw new NodeOperationError(
		context.getNode(),
		`Hireflix cannot be registered automatically: ${flaw}. ${BY_HAND}`,
	);
}

/** The account's schema; null when introspection is switched off, which says nothing against the key. */
async function readSchema(context: IHookFunctions): Promise<Schema | null> {
	try {
		const { __schema } = await queryHireflix<{ __schema: Schema & IDataObject }>(context, INTROSPECTION);
		return __schema;
	} catch (error) {
		const refusal = new NodeApiError(context.getNode(), error as JsonObject);
		if (refusal.httpCode === '400') return null;
		throw refusal;
	}
}

async function listWebhooks(context: IHookFunctions, calls: WebhookCalls): Promise<Webhook[]> {
	const found = await queryHireflix<IDataObject>(context, calls.list);
	return firstList(found) as Webhook[];
}

/** The list in an answer, at the root or inside a namespace. */
function firstList(answer: unknown): unknown[] {
	if (Array.isArray(answer)) return answer;
	const inner = Object.values((answer ?? {}) as IDataObject)[0];
	return inner === undefined || inner === null ? [] : firstList(inner);
}

async function removeWebhook(context: IHookFunctions, calls: WebhookCalls, webhook: Webhook): Promise<void> {
	const { id, url, events } = webhook;
	if (calls.remove !== null) await queryHireflix(context, calls.remove, { id });
	else if (calls.update !== null)
		await queryHireflix(context, calls.update, { id, url, events, active: false });
}
