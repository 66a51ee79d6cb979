import { randomBytes } from 'node:crypto';
import type { IHookFunctions, JsonObject, NodeError } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { entryOf } from '../shared/event/table';
import { isUrl } from '../shared/http/isUrl';
import { requireCallbackUrl } from '../shared/lifecycle/callbackUrl';
import { inFull } from '../shared/lifecycle/explained';
import { madeOnce } from '../shared/lifecycle/madeOnce';
import { addressOf, ownAddress, reportElsewhere } from '../shared/lifecycle/ownAddress';
import { requireNumbers } from '../shared/lifecycle/requireNumbers';
import { vendorEvents } from '../shared/trigger/settings';
import { micro1Api } from './api';
import { createWebhook, deleteWebhook, listWebhooks, type Webhook } from './api/webhooks';
import { EVENTS_OF_CHOICE } from './deliveries';
import { store, storedRegistrations, type Registration } from './registration/storedRegistrations';

/** How a person deletes a webhook, to be read after "delete it". */
export const DELETE_BY_HAND =
	'with an HTTP Request node and the micro1 credential: DELETE /webhook/ and its ID, which GET /webhooks lists';

const TOKEN_BYTES = 32;

/** Whether micro1 has exactly the webhooks that the settings ask for, each with a token that is stored. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (storedRegistrations(context).length === 0) return false;
	const { missing, superfluous } = compare(context, await lookUp(context));
	return missing.length === 0 && superfluous.length === 0;
}

/**
 * Makes micro1's list agree with the settings: one webhook for each event that leads to this node's own URL. Safe to call
 * again: what is right stays; what leads here and is not wanted, twice there, or of an unknown token is removed. When it
 * fails, what it made is removed again. What leads to another address is not touched.
 *
 * @throws NodeOperationError or NodeApiError naming the event
 */
export async function register(context: IHookFunctions): Promise<void> {
	await requireCallbackUrl(context, micro1Api);
	requireNumbers(context);
	if (wantedEvents(context).length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			'Select at least one event of micro1 under Trigger On: micro1 sends nothing otherwise',
		);
	}
	const found = await lookUp(context);
	const { kept, missing, superfluous } = compare(context, found);
	for (const { id } of superfluous) await remove(context, id);
	keep(context, [...found.others, ...kept]);
	for (const event of missing) {
		try {
			await create(context, event);
		} catch (error) {
			const left = await cleanUp(context, kept);
			throw new NodeOperationError(
				context.getNode(),
				`The event ${event} could not be registered. ${(error as Error).message}${left}`,
				{ description: (error as NodeError).description ?? undefined },
			);
		}
	}
	await removeTwins(context);
	reportElsewhere(context, micro1Api, urlsOf(found.others), DELETE_BY_HAND);
}

/** What an answer that was lost has left behind may be listed only when everything is made. */
async function removeTwins(context: IHookFunctions): Promise<void> {
	try {
		const { superfluous } = compare(context, await lookUp(context));
		for (const { id } of superfluous) await remove(context, id);
	} catch (error) {
		context.logger.warn(
			`Whether micro1 has a webhook of this trigger twice could not be looked up; the next activation or deactivation removes it. ${inFull(error as NodeError)}`,
		);
	}
}

/**
 * Removes every webhook that leads to this node's own URL, stored or not. One that micro1 does not find counts as removed;
 * should the list still have it, n8n's log says so.
 *
 * @throws NodeApiError of what could not be removed; those that are left stay stored
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const { own, others } = await lookUp(context);
	const left: Webhook[] = [];
	let failure: unknown;
	let isEachFound = true;
	for (const webhook of own) {
		await remove(context, webhook.id).then(
			(isFound) => {
				isEachFound &&= isFound;
			},
			(error: unknown) => {
				failure = error;
				left.push(webhook);
			},
		);
	}
	keep(context, [...others, ...left]);
	reportElsewhere(context, micro1Api, urlsOf(others), DELETE_BY_HAND);
	if (left.length > 0) throw failure;
	if (!isEachFound) await warnOfListed(context);
}

async function warnOfListed(context: IHookFunctions): Promise<void> {
	const { length } = (await lookUp(context)).own.filter(({ isActive }) => isActive);
	if (length === 0) return;
	context.logger.warn(
		`micro1 says that it does not have a webhook which it lists: ${length} of this trigger may be left there. Its deliveries are refused; if they keep coming, delete it ${DELETE_BY_HAND}.`,
	);
}

/** micro1's events behind what is selected: one choice may stand for two. */
function wantedEvents(context: IHookFunctions): string[] {
	return vendorEvents(context).flatMap((choice) => entryOf(EVENTS_OF_CHOICE, choice) ?? [choice]);
}

/** The account's webhooks: those that lead to this node's own URL, and those of strangers, tests and other n8ns. */
async function lookUp(context: IHookFunctions): Promise<{ own: Webhook[]; others: Webhook[] }> {
	const webhooks = await listWebhooks(context);
	const address = ownAddress(context);
	const isOwn = ({ url }: Webhook) =>
		address !== null && addressOf(url) === address && /^(\?token=.*)?$/.test(new URL(url).search);
	return { own: webhooks.filter(isOwn), others: webhooks.filter((webhook) => !isOwn(webhook)) };
}

const urlsOf = (webhooks: Webhook[]): string[] =>
	webhooks.filter(({ isActive }) => isActive).map(({ url }) => url);

/** What of the node's own webhooks stays, one for each event, what is missing, and what has to go. */
function compare(context: IHookFunctions, { own }: { own: Webhook[] }) {
	const stored = storedRegistrations(context);
	const isProved = ({ id, url, event, isActive }: Webhook) =>
		isActive &&
		stored.some((one) => one.id === id && one.event === event && ['', one.token].includes(tokenIn(url)));
	const pairs = wantedEvents(context).map((event) => ({
		event,
		webhook: own.find((webhook) => webhook.event === event && isProved(webhook)),
	}));
	const kept = pairs.flatMap(({ webhook }) => webhook ?? []);
	return {
		kept,
		missing: pairs.filter(({ webhook }) => webhook === undefined).map(({ event }) => event),
		superfluous: own.filter((webhook) => !kept.includes(webhook)),
	};
}

/** The token at the end of a URL; empty where the list shows none: whether micro1 keeps a query there is not documented. */
function tokenIn(url: string): string {
	return isUrl(url) ? (new URL(url).searchParams.get('token') ?? '') : '';
}

/** Makes the webhook for an event and stores its token. Where no ID comes back, the webhook is looked up by URL and event. */
async function create(context: IHookFunctions, event: string): Promise<void> {
	const known = storedRegistrations(context).map(({ id }) => id);
	const token = randomBytes(TOKEN_BYTES).toString('hex');
	const url = `${context.getNodeWebhookUrl('default')}?token=${token}`;
	let id: string | null = null;
	const find = async () => {
		const { own } = await lookUp(context);
		const isNew = (webhook: Webhook) =>
			webhook.event === event && !known.includes(webhook.id) && ['', token].includes(tokenIn(webhook.url));
		id = own.find(isNew)?.id ?? null;
		return id !== null;
	};
	await madeOnce(
		context,
		async () => {
			id = await createWebhook(context, event, url, [token]);
		},
		find,
	);
	if (id === null && !(await find())) {
		throw new NodeOperationError(
			context.getNode(),
			'micro1 was asked to make its webhook, and does not list it',
			{
				description: 'Publish the workflow once more.',
			},
		);
	}
	store(context, [...storedRegistrations(context), { id: String(id), event, token }]);
}

/** Undoes a failed registration; what it says belongs to the error, and is empty when nothing is left behind. */
async function cleanUp(context: IHookFunctions, kept: Webhook[]): Promise<string> {
	try {
		const { own, others } = await lookUp(context);
		const made = own.filter(({ id }) => !kept.some((webhook) => webhook.id === id));
		for (const { id } of made) await remove(context, id);
		keep(context, [...others, ...kept]);
		return '';
	} catch {
		return ' Webhooks made before may still be there: the next activation or deactivation removes them.';
	}
}

/**
 * Removes a webhook. 400, which is all that is documented for a wrong ID, 404 and 410 count as removed.
 *
 * @returns whether micro1 found it
 */
async function remove(context: IHookFunctions, id: string): Promise<boolean> {
	return await deleteWebhook(context, id).then(
		() => true,
		(error: JsonObject) => {
			const refusal = new NodeApiError(context.getNode(), error);
			if (!['400', '404', '410'].includes(refusal.httpCode ?? '')) throw refusal;
			return false;
		},
	);
}

/**
 * Forgets the tokens of all webhooks but these. Those that lead elsewhere are among them: production needs its tokens while
 * a test is listened for.
 */
function keep(context: IHookFunctions, webhooks: Array<Pick<Registration, 'id'>>): void {
	const ids = new Set(webhooks.map(({ id }) => id));
	store(
		context,
		storedRegistrations(context).filter(({ id }) => ids.has(id)),
	);
}
