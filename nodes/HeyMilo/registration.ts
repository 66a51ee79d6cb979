import type { IHookFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import { answerOr } from '../shared/http/status';
import { requireCallbackUrl } from '../shared/lifecycle/callbackUrl';
import { madeOnce } from '../shared/lifecycle/madeOnce';
import { reportElsewhere } from '../shared/lifecycle/ownAddress';
import { requireNumbers } from '../shared/lifecycle/requireNumbers';
import { newCallback } from '../shared/lifecycle/tokenRegistrations';
import { heyMiloApi, type ApiVersion } from './api';
import { webhookApis, type WantedWebhook } from './api/webhooks';
import {
	compare,
	lookUp,
	tokenIn,
	wantedWebhooks,
	type Account,
	type ListedWebhook,
} from './registration/ownWebhooks';
import { store, storedRegistrations } from './registration/storedRegistrations';

/** How a person deletes a webhook, to be read after "delete it". */
export const DELETE_BY_HAND = 'with the operation Webhook → Delete of the HeyMilo node';

const TOKEN_BYTES = 16;

/** HeyMilo allows 300 requests a minute; this stays below, with room for other workflows. */
const PAUSE_MS = 220;

/** Whether HeyMilo has exactly the webhooks that the settings ask for, each with a token that is stored. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return storedRegistrations(context).length > 0 && compare(context, await lookUp(context)).isInOrder;
}

/**
 * Makes HeyMilo's list agree with the settings: one webhook for each posting and event that leads to this node's own
 * URL. Safe to call again: what is right stays, what leads here and is not wanted, or has a token that is not stored, is
 * replaced. When it fails, what it made is removed again. What leads to another address is not touched.
 *
 * @throws NodeOperationError or NodeApiError naming the posting and the event
 */
export async function register(context: IHookFunctions): Promise<void> {
	await requireCallbackUrl(context, heyMiloApi);
	requireSelection(context);
	requireNumbers(context);
	const found = await lookUp(context);
	const { kept, missing, superfluous } = compare(context, found);
	for (const webhook of superfluous) await remove(context, webhook);
	keep(context, found, kept);
	for (const wanted of missing) {
		try {
			await create(context, found.version, wanted);
		} catch (error) {
			const left = await cleanUp(context, kept);
			throw new NodeOperationError(
				context.getNode(),
				`The event ${wanted.event} of posting ${wanted.postingId} could not be registered. ${(error as Error).message}${left}`,
				{ description: (error as NodeApiError).description ?? undefined },
			);
		}
	}
	if (found.unread) {
		context.logger.warn(found.unread.message);
		forget(context, found.unseenTokens);
	}
	reportElsewhere(context, heyMiloApi, found.others, DELETE_BY_HAND);
}

/**
 * Removes every webhook that leads to this node's own URL, stored or not. One that is gone counts as removed.
 *
 * @throws NodeApiError or NodeOperationError of what could not be removed; those that are left stay stored
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const found = await lookUp(context);
	let failure: unknown = found.unread;
	for (const webhook of found.own) {
		try {
			await remove(context, webhook);
		} catch (error) {
			failure = error;
		}
	}
	const left = found.own.length > 0 ? await lookUp(context) : found;
	keep(context, left, left.own);
	reportElsewhere(context, heyMiloApi, left.others, DELETE_BY_HAND);
	const stillActive = left.own.filter(({ isActive }) => isActive === true);
	// The list counts for more than what was answered to the removal.
	if (found.unread || (failure && stillActive.length > 0)) throw failure;
	if (stillActive.length === 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`HeyMilo still has ${stillActive.length} of them after it was asked to remove them`,
	);
}

function requireSelection(context: IHookFunctions): void {
	if (wantedWebhooks(context).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		'Select at least one posting under Posting Names or IDs and one event of HeyMilo under Trigger On: HeyMilo sends nothing for the whole workspace',
	);
}

async function create(context: IHookFunctions, api: ApiVersion, wanted: WantedWebhook): Promise<void> {
	await sleep(PAUSE_MS);
	const { token, url } = newCallback(context, TOKEN_BYTES);
	// Stored first: when the answers are lost, the next activation finds the webhook by its URL, and knows its token.
	store(context, [...storedRegistrations(context), { ...wanted, api, token }]);
	const calls = webhookApis[api];
	await madeOnce(
		context,
		async () => await calls.create(context, wanted, url, [token]),
		async () => (await calls.list(context)).some((one) => one.isActive && one.url.endsWith(token)),
	);
}

/** Undoes a failed registration; what it says belongs to the error, and is empty when nothing is left behind. */
async function cleanUp(context: IHookFunctions, kept: ListedWebhook[]): Promise<string> {
	try {
		const found = await lookUp(context);
		const made = found.own.filter(({ id }) => !kept.some((webhook) => webhook.id === id));
		for (const webhook of made) await remove(context, webhook);
		keep(context, found, kept);
		return '';
	} catch {
		return ' Webhooks made before may still be there: the next activation uses them, the next deactivation removes them.';
	}
}

/** Removes a webhook; one that is gone already is as good as removed. */
async function remove(context: IHookFunctions, { api, id }: ListedWebhook): Promise<void> {
	await sleep(PAUSE_MS);
	// The list is looked at afterwards.
	const removed = webhookApis[api].remove(context, id);
	await answerOr(removed, { statuses: ['404', '410'], alsoOfProxies: true, otherwise: () => {} });
}

/**
 * Forgets the tokens of webhooks that are gone. Those of webhooks that lead elsewhere stay as long as HeyMilo has the
 * webhooks: production needs its tokens while a test is listened for, and an n8n that has moved those of its old address.
 */
function keep(context: IHookFunctions, { others, unseenTokens }: Account, own: ListedWebhook[]): void {
	const live = new Set([...unseenTokens, ...[...others, ...own].map(({ url }) => tokenIn(url))]);
	store(
		context,
		storedRegistrations(context).filter(({ token }) => live.has(token)),
	);
}

function forget(context: IHookFunctions, tokens: string[]): void {
	store(
		context,
		storedRegistrations(context).filter(({ token }) => !tokens.includes(token)),
	);
}
