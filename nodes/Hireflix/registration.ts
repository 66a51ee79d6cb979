import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { madeOnce } from '../shared/lifecycle/madeOnce';
import { checkManualRegistration } from '../shared/lifecycle/manualRegistration';
import { byAddress, reportElsewhere, type ByAddress } from '../shared/lifecycle/ownAddress';
import { requireVendorEvents } from '../shared/lifecycle/requireVendorEvents';
import { vendorEvents } from '../shared/trigger/settings';
import { hireflixApi } from './api';
import { findWebhookCalls, type WebhookCalls } from './api/webhookSchema';
import {
	createWebhook,
	listWebhooks,
	readSchema,
	removeWebhook,
	updateWebhook,
	type Webhook,
} from './api/webhooks';

const BY_HAND =
	'Set Registration to "By Hand" and create the webhook in Hireflix: Profile → Webhooks → Create new webhook.';

/** How a person deletes a webhook, to be read after "delete it". */
export const DELETE_BY_HAND = 'in Hireflix under Profile → Webhooks';

/**
 * Whether Hireflix has this node's webhook, once, with the selected events. By hand nobody can tell: then never, so
 * activation checks the settings.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (!isAutomatic(context)) return false;
	const { own } = await lookUp(context, await discoverCalls(context, BY_HAND));
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
	requireVendorEvents(context, hireflixApi);
	const events = vendorEvents(context);
	const { own, others } = await lookUp(context, calls);
	const kept = own.find((webhook) => isUpToDate(context, webhook)) ?? (calls.update ? own[0] : undefined);
	for (const webhook of own) if (webhook !== kept) await removeWebhook(context, calls, webhook);
	if (!kept) {
		await madeOnce(
			context,
			async () => await createWebhook(context, calls, url, events),
			async () => (await lookUp(context, calls)).own.some((webhook) => isUpToDate(context, webhook)),
		);
	} else if (calls.update && !isUpToDate(context, kept)) {
		await updateWebhook(context, calls.update, { ...kept, url, events, active: true });
	}
	if (!isInOrder(context, (await lookUp(context, calls)).own)) {
		throw new NodeOperationError(
			context.getNode(),
			"Hireflix was asked to register this trigger's webhook, and does not list it as it should be",
			{ description: `Publish the workflow once more. If it stays like this: ${BY_HAND}` },
		);
	}
	reportElsewhere(context, hireflixApi, others.filter(isActive), DELETE_BY_HAND);
}

/** Removes what carries this node's own URL; nothing there is fine. Without a delete call it is switched off. @throws NodeOperationError for what is left */
export async function unregister(context: IHookFunctions): Promise<void> {
	if (!isAutomatic(context)) return;
	const calls = await discoverCalls(context);
	const { own, others } = await lookUp(context, calls);
	for (const webhook of own) await removeWebhook(context, calls, webhook);
	reportElsewhere(context, hireflixApi, others.filter(isActive), DELETE_BY_HAND);
	if (own.length === 0) return;
	const left = (await lookUp(context, calls)).own.filter(isActive).length;
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
	const active = own.filter(isActive);
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

/** The account's webhooks, the inactive ones too. */
async function lookUp(context: IHookFunctions, calls: WebhookCalls): Promise<ByAddress<Webhook>> {
	return byAddress(context, await listWebhooks(context, calls), (url) => !url.includes('?'));
}

const isActive = ({ active }: Webhook): boolean => active;
