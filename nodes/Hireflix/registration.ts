import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { answerOr } from '../shared/http/status';
import { madeOnce } from '../shared/lifecycle/madeOnce';
import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { addressOf, ownAddress, reportElsewhere } from '../shared/lifecycle/ownAddress';
import { vendorEvents } from '../shared/trigger/settings';
import { hireflixApi, read, write, writeOnce } from './api';
import {
	aSchema,
	findWebhookCalls,
	INTROSPECTION,
	isAnswered,
	isDone,
	webhooksIn,
	type Schema,
	type Webhook,
	type WebhookCalls,
} from './registration/webhookSchema';

const BY_HAND =
	'Set Registration to "By Hand" and create the webhook in Hireflix: Profile → Webhooks → Create new webhook.';

/** How a person deletes a webhook, to be read after "delete it". */
export const DELETE_BY_HAND = 'in Hireflix under Profile → Webhooks';

/** A webhook must not be made twice, but what the rate limit refused was not made. */
const REFUSED_ONLY = { waitsForRateLimit: true };

/**
 * Whether Hireflix has this node's webhook, once, with the selected events. By hand nobody can tell: then never, so
 * activation checks the settings.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (!isAutomatic(context)) return false;
	const { own } = await listWebhooks(context, await discoverCalls(context, BY_HAND));
	return isInOrder(context, own);
}

/**
 * Checks what can be checked and, when asked to, registers the URL for the selected events, once.
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
	const calls = await discoverCalls(context, BY_HAND);
	const events = vendorEvents(context);
	if (events.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			'Select at least one event of Hireflix under Trigger On: Hireflix sends nothing otherwise',
		);
	}
	const { own, otherUrls } = await listWebhooks(context, calls);
	const kept = own.find((webhook) => isUpToDate(context, webhook)) ?? (calls.update ? own[0] : undefined);
	for (const webhook of own) if (webhook !== kept) await removeWebhook(context, calls, webhook);
	if (!kept) {
		const creation = { document: calls.create, variables: { url, events }, expects: isDone };
		await madeOnce(
			context,
			async () => await writeOnce(context, creation, REFUSED_ONLY),
			async () => (await listWebhooks(context, calls)).own.some((webhook) => isUpToDate(context, webhook)),
		);
	} else if (calls.update && !isUpToDate(context, kept)) {
		const variables = { id: kept.id, url, events, active: true };
		await write(context, { document: calls.update, variables, expects: isDone });
	}
	if (!isInOrder(context, (await listWebhooks(context, calls)).own)) {
		throw new NodeOperationError(
			context.getNode(),
			"Hireflix was asked to register this trigger's webhook, and does not list it as it should be",
			{ description: `Publish the workflow once more. If it stays like this: ${BY_HAND}` },
		);
	}
	reportElsewhere(context, hireflixApi, otherUrls, DELETE_BY_HAND);
}

/** Removes what carries this node's own URL; nothing there is fine. Without a delete call it is switched off. @throws NodeOperationError for what is left */
export async function unregister(context: IHookFunctions): Promise<void> {
	if (!isAutomatic(context)) return;
	const calls = await discoverCalls(context);
	const { own, otherUrls } = await listWebhooks(context, calls);
	for (const webhook of own) await removeWebhook(context, calls, webhook);
	reportElsewhere(context, hireflixApi, otherUrls, DELETE_BY_HAND);
	if (own.length === 0) return;
	const left = (await listWebhooks(context, calls)).own.filter(({ active }) => active).length;
	if (left === 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`Hireflix still has ${left} active ${left === 1 ? 'webhook' : 'webhooks'} of this trigger after it was asked to remove ${left === 1 ? 'it' : 'them'}`,
		{ description: `Delete what is left ${DELETE_BY_HAND}.` },
	);
}

function isAutomatic(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'manual') === 'automatic';
}

/** Whether this node's webhooks are one active one with the selected events. */
function isInOrder(context: IHookFunctions, own: Webhook[]): boolean {
	const active = own.filter((webhook) => webhook.active);
	return active.length === 1 && isUpToDate(context, active[0]);
}

function isUpToDate(context: IHookFunctions, { active, events }: Webhook): boolean {
	return active && [...events].sort().join() === vendorEvents(context).sort().join();
}

/** @param cure what to do when the account shows no such calls */
async function discoverCalls(context: IHookFunctions, cure = ''): Promise<WebhookCalls> {
	const schema = await readSchema(context);
	const calls = schema && findWebhookCalls(schema);
	if (calls) return calls;
	const flaw = schema
		? 'its API has no webhook calls that this node recognizes'
		: 'its API does not show its schema to this key';
	throw new NodeOperationError(
		context.getNode(),
		`Hireflix's webhooks cannot be managed automatically: ${flaw}. ${cure}`.trim(),
	);
}

/** The account's schema; null when introspection is switched off, which says nothing against the key. */
async function readSchema(context: IHookFunctions): Promise<Schema | null> {
	const asked = read(context, { document: INTROSPECTION, expects: aSchema });
	return await answerOr(asked, { statuses: ['400'], otherwise: () => null });
}

/** The webhooks with this node's URL, the inactive ones too, and where all other active ones lead. */
async function listWebhooks(
	context: IHookFunctions,
	calls: WebhookCalls,
): Promise<{ own: Webhook[]; otherUrls: string[] }> {
	const found = await read(context, { document: calls.list, expects: webhooksIn });
	const address = ownAddress(context);
	const isOwn = ({ url }: Webhook) => address !== null && addressOf(url) === address && !url.includes('?');
	const others = found.filter((webhook) => !isOwn(webhook) && webhook.active);
	return { own: found.filter(isOwn), otherUrls: others.map(({ url }) => url) };
}

async function removeWebhook(context: IHookFunctions, calls: WebhookCalls, webhook: Webhook): Promise<void> {
	const { id, url, events, active } = webhook;
	if (calls.remove !== null) {
		await write(context, { document: calls.remove, variables: { id }, expects: isAnswered });
	} else if (calls.update !== null && active) {
		const variables = { id, url, events, active: false };
		await write(context, { document: calls.update, variables, expects: isDone });
	}
}
