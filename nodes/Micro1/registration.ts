import type { IHookFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../shared/http/failure';
import { waitForAnother } from '../shared/http/patience';
import { answerOr } from '../shared/http/status';
import { requireCallbackUrl } from '../shared/lifecycle/callbackUrl';
import { madeOnce } from '../shared/lifecycle/madeOnce';
import { reportElsewhere } from '../shared/lifecycle/ownAddress';
import { requireNumbers } from '../shared/lifecycle/requireNumbers';
import { requireVendorEvents } from '../shared/lifecycle/requireVendorEvents';
import { newCallback } from '../shared/lifecycle/tokenRegistrations';
import { micro1Api } from './api';
import { createWebhook, deleteWebhook, type Webhook } from './api/webhooks';
import { compare, isFor, isOf, lookUp, tokenIn, type Account } from './registration/ownWebhooks';
import { store, storedRegistrations } from './registration/storedRegistrations';

/** How a person deletes a webhook, to be read after "delete it". */
export const DELETE_BY_HAND =
	'with an HTTP Request node and the micro1 credential: DELETE /webhook/ and its ID, which GET /webhooks lists';

const TOKEN_BYTES = 32;

/** Whether micro1 has exactly the webhooks that the settings ask for, each with a token that is stored. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return storedRegistrations(context).length > 0 && compare(context, await lookUp(context)).isInOrder;
}

/**
 * Makes micro1's list agree with the settings: one webhook for each event that leads to this node's own URL. Safe to call
 * again: what is right stays. What leads here and is not wanted, twice there, or of an unknown token is removed only when
 * the list has every webhook that is wanted. When it fails, what it made is removed again, and what was there before stays.
 * What leads to another address is not touched.
 *
 * @throws NodeOperationError or NodeApiError naming the event
 */
export async function register(context: IHookFunctions): Promise<void> {
	await requireCallbackUrl(context, micro1Api);
	requireNumbers(context);
	requireVendorEvents(context, micro1Api);
	const before = await lookUp(context);
	const { missing } = compare(context, before);
	const made: string[] = [];
	for (const event of missing) {
		await create(context, event, before).then(
			(id) => made.push(id),
			async (error: NodeError) => {
				throw failed(context, event, error, await cleanUp(context, before, made));
			},
		);
	}
	const after = missing.length === 0 ? before : await lookUpMade(context);
	if (after !== null) {
		const [unlisted] = compare(context, after).missing;
		if (unlisted !== undefined) {
			const failure = notListed(context, unlisted, after);
			throw failed(context, unlisted, failure, await cleanUp(context, before, made));
		}
		await removeSuperfluous(context, after);
	}
	reportElsewhere(context, micro1Api, before.others.filter(isActive), DELETE_BY_HAND);
}

/** @param left what could not be undone */
function failed(
	context: IHookFunctions,
	event: string,
	{ message, description }: NodeError,
	left: string,
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The event ${event} could not be registered. ${message}${left}`,
		{ description: description ?? undefined },
	);
}

/** How often the list is read for what was just made: it may show it a moment late. */
const MOST_LOOKS = 3;
const PAUSE_MS = 500;

/** The list after everything was made; null, which n8n's log says, where it cannot be read: then the answers count. */
async function lookUpMade(context: IHookFunctions): Promise<Account | null> {
	try {
		for (let look = 1; ; look++) {
			const found = await lookUp(context);
			const isOver = look === MOST_LOOKS || compare(context, found).missing.length === 0;
			if (isOver || !(await waitForAnother(context, 0, PAUSE_MS * 2 ** (look - 1)))) return found;
		}
	} catch (error) {
		context.logger.warn(
			`Whether micro1 lists every webhook, or has a webhook of this trigger twice, could not be looked up; the next activation or deactivation removes what is superfluous. ${inFull(error as NodeError)}`,
		);
		return null;
	}
}

function notListed(context: IHookFunctions, event: string, { own }: Account): NodeOperationError {
	const isListed = own.some((webhook) => !webhook.isActive && isFor(webhook, event));
	return new NodeOperationError(
		context.getNode(),
		`micro1 was asked to make its webhook, and ${isListed ? 'lists it as not active' : 'does not list it'}`,
		{ description: 'Publish the workflow once more.' },
	);
}

/** Such as a twin, which an answer that was lost has left behind. */
async function removeSuperfluous(context: IHookFunctions, found: Account): Promise<void> {
	const { kept, superfluous } = compare(context, found);
	try {
		for (const { id } of superfluous) await remove(context, id);
		keep(context, [...found.others, ...kept]);
	} catch (error) {
		context.logger.warn(
			`A webhook of this trigger that is not needed could not be removed from micro1; the next activation or deactivation removes it. ${inFull(error as NodeError)}`,
		);
	}
}

/**
 * Removes every webhook that leads to this node's own URL, stored or not. One that micro1 does not find counts as removed;
 * should the list still have one, whatever was answered, n8n's log says so.
 *
 * @throws NodeApiError of what could not be removed; those that are left stay stored
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const { own, others } = await lookUp(context);
	const left: Webhook[] = [];
	let failure: unknown;
	for (const webhook of own) {
		await remove(context, webhook.id).catch((error: unknown) => {
			failure = error;
			left.push(webhook);
		});
	}
	keep(context, [...others, ...left]);
	reportElsewhere(context, micro1Api, others.filter(isActive), DELETE_BY_HAND);
	if (left.length > 0) throw failure;
	if (own.length > 0) await warnOfListed(context);
}

async function warnOfListed(context: IHookFunctions): Promise<void> {
	const { length } = (await lookUp(context)).own.filter(isActive);
	if (length === 0) return;
	context.logger.warn(
		`micro1 still lists ${length} of the webhooks that it was asked to remove. Their deliveries are refused; if they keep coming, delete each ${DELETE_BY_HAND}.`,
	);
}

const isActive = (webhook: Webhook): boolean => webhook.isActive;

/**
 * Makes the webhook for an event and stores its token. Where no ID comes back, the webhook is looked up by URL and event.
 *
 * @returns its ID
 */
async function create(context: IHookFunctions, event: string, before: Account): Promise<string> {
	const known = [...before.own, ...storedRegistrations(context)].map(({ id }) => id);
	const { token, url } = newCallback(context, TOKEN_BYTES);
	let id: string | null = null;
	const find = async () => {
		const { own } = await lookUp(context);
		const isNew = (webhook: Webhook) =>
			isFor(webhook, event) && !known.includes(webhook.id) && [null, token].includes(tokenIn(webhook.url));
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
	if (id === null && !(await find())) throw notListed(context, event, { own: [], others: [] });
	store(context, [...storedRegistrations(context), { id: String(id), event, token }]);
	return String(id);
}

const LEFT = ' Webhooks made before may still be there: the next activation or deactivation removes them.';

/**
 * Undoes a failed registration; what it says belongs to the error, and is empty when nothing is left behind.
 *
 * @param made the IDs of what was made, whether or not it is listed
 */
async function cleanUp(context: IHookFunctions, before: Account, made: string[]): Promise<string> {
	try {
		const { own, others } = await lookUp(context);
		const isNew = ({ id }: Webhook) => !before.own.some((webhook) => webhook.id === id);
		const isElsewhere = (id: string) => others.some((one) => one.id === id && !isOurs(context, one));
		const left = new Set([
			...own.filter(isNew).map(({ id }) => id),
			...made.filter((id) => !isElsewhere(id)),
		]);
		let isEachFound = true;
		for (const id of left) isEachFound = (await remove(context, id)) && isEachFound;
		if (!isEachFound && (await lookUp(context)).own.some(isNew)) return LEFT;
		keep(context, [...others, ...before.own]);
		return '';
	} catch {
		return LEFT;
	}
}

/** Whether a webhook, wherever it leads, has a token of this node. */
function isOurs(context: IHookFunctions, { url }: Webhook): boolean {
	return storedRegistrations(context).some(({ token }) => token === tokenIn(url));
}

/**
 * Removes a webhook. 400, which is all that is documented for a wrong ID, 404 and 410 count as removed.
 *
 * @returns whether micro1 found it
 */
async function remove(context: IHookFunctions, id: string): Promise<boolean> {
	const removed = deleteWebhook(context, id).then(() => true);
	const statuses = ['400', '404', '410'];
	return await answerOr(removed, { statuses, alsoOfProxies: true, otherwise: () => false });
}

/**
 * Forgets the tokens of all webhooks but these, and goes by the IDs that are listed. Those that lead elsewhere are among
 * them: production needs its tokens while a test is listened for.
 */
function keep(context: IHookFunctions, webhooks: Webhook[]): void {
	store(
		context,
		storedRegistrations(context).flatMap((one) => {
			const webhook = webhooks.find((listed) => isOf(listed, one));
			return webhook === undefined ? [] : [{ ...one, id: webhook.id }];
		}),
	);
}
