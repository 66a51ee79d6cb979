import { randomBytes } from 'node:crypto';
import type { IDataObject, IHookFunctions, IWebhookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import { requireCallbackUrl } from '../shared/lifecycle/callbackUrl';
import { textList } from '../shared/receiver/triggerSettings';
import { asApiVersion, heyMiloApi, type ApiVersion } from './api';
import { webhookApis, type Webhook } from './webhookApis';

const TOKEN_BYTES = 16;

/** HeyMilo allows 300 requests a minute; this stays below, with room for other workflows. */
const PAUSE_MS = 220;

/** One webhook of ours at HeyMilo, as kept in the node's static data. */
export interface Registration {
	webhookId: string;
	postingId: string;
	event: string;
	api: ApiVersion;
	/** 128 random bits in hexadecimal, at the end of the URL. */
	token: string;
}

interface RegistrationStore extends IDataObject {
	registrations?: Array<Registration & IDataObject>;
}

/** The webhooks that this node has made and not removed. */
export function storedRegistrations(context: IHookFunctions | IWebhookFunctions): Registration[] {
	return (context.getWorkflowStaticData('node') as RegistrationStore).registrations ?? [];
}

/** Whether HeyMilo has exactly the webhooks that the settings ask for, each with a token that we hold. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const stored = storedRegistrations(context);
	if (stored.length === 0) return false;
	const { kept, missing, foreign } = await compare(context, await listOwnWebhooks(context));
	return kept.length === stored.length && missing.length === 0 && foreign.length === 0;
}

/**
 * Makes HeyMilo's list agree with the settings: one webhook a posting and event. Safe to call again: what
 * is right stays, what carries this node's URL without a token we know is replaced. When it fails, what
 * it made is removed again.
 *
 * @throws NodeOperationError or NodeApiError naming the posting and the event
 */
export async function register(context: IHookFunctions): Promise<void> {
	await requireCallbackUrl(context, heyMiloApi);
	requireSelection(context);
	const { kept, missing, foreign } = await compare(context, await listOwnWebhooks(context));
	store(context, kept);
	for (const webhook of foreign) await remove(context, apiVersion(context), webhook.id);
	const made: Registration[] = [];
	for (const wanted of missing) {
		try {
			made.push(await createWebhook(context, wanted));
		} catch (error) {
			const left = await cleanUp(context, kept);
			throw new NodeOperationError(
				context.getNode(),
				`The event ${wanted.event} of posting ${wanted.postingId} could not be registered. ${(error as Error).message}${left}`,
				{ description: (error as NodeApiError).description ?? undefined },
			);
		}
		store(context, [...kept, ...made]);
	}
}

/**
 * Removes every webhook that leads to this node, also one whose id was lost. One that is gone counts as removed.
 *
 * @throws NodeApiError of the last one that could not be removed; those that are left stay stored
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const left: Registration[] = [];
	let failure: unknown;
	for (const registration of storedRegistrations(context)) {
		try {
			await remove(context, registration.api, registration.webhookId);
		} catch (error) {
			failure = error;
			left.push(registration);
		}
	}
	store(context, left);
	if (left.length > 0) throw failure;
	await removeUnknown(context, []);
}

function apiVersion(context: IHookFunctions): ApiVersion {
	const { apiVersion: version } = context.getNodeParameter('options', {}) as IDataObject;
	return asApiVersion(version);
}

interface Wanted {
	postingId: string;
	event: string;
}

function wantedWebhooks(context: IHookFunctions): Wanted[] {
	const events = [...new Set(textList(context.getNodeParameter('events', [])))];
	const postings = [...new Set(textList(context.getNodeParameter('postings', [])))];
	return postings.flatMap((postingId) => events.map((event) => ({ postingId, event })));
}

function requireSelection(context: IHookFunctions): void {
	if (wantedWebhooks(context).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		'Select at least one posting under Posting Names or IDs and one event under Trigger On: HeyMilo sends nothing for the whole workspace',
	);
}

/** The vendor's active webhooks that lead to this node: their URL is this node's and a token. */
async function listOwnWebhooks(context: IHookFunctions): Promise<Webhook[]> {
	const prefix = callbackPrefix(context);
	const webhooks = await webhookApis[apiVersion(context)].list(context);
	return webhooks.filter(({ url, isActive }) => isActive && url.startsWith(prefix));
}

/**
 * This node's URL up to the token; it holds the node's own random id, so that no other node shares it. The
 * token is in the query and not in the path: n8n lets only one active workflow have a path with a parameter.
 */
function callbackPrefix(context: IHookFunctions): string {
	return `${context.getNodeWebhookUrl('default')}?token=`;
}

async function compare(context: IHookFunctions, own: Webhook[]) {
	const wanted = wantedWebhooks(context);
	const version = apiVersion(context);
	const isSame = (one: Wanted, other: Wanted) =>
		one.postingId === other.postingId && one.event === other.event;
	const kept = storedRegistrations(context).filter(
		(registration) =>
			registration.api === version &&
			wanted.some((entry) => isSame(entry, registration)) &&
			own.some(
				({ id, url }) =>
					id === registration.webhookId && url === callbackPrefix(context) + registration.token,
			),
	);
	return {
		kept,
		missing: wanted.filter((entry) => !kept.some((registration) => isSame(entry, registration))),
		foreign: own.filter(({ id }) => !kept.some(({ webhookId }) => webhookId === id)),
	};
}

async function createWebhook(context: IHookFunctions, wanted: Wanted): Promise<Registration> {
	await sleep(PAUSE_MS);
	const api = apiVersion(context);
	const token = randomBytes(TOKEN_BYTES).toString('hex');
	const { id } = await webhookApis[api].create(context, wanted, callbackPrefix(context), token);
	return { webhookId: id, ...wanted, api, token };
}

/** Undoes a failed registration; what it says belongs to the error, and is empty when nothing is left behind. */
async function cleanUp(context: IHookFunctions, kept: Registration[]): Promise<string> {
	try {
		await removeUnknown(context, kept);
		return '';
	} catch {
		return ' Webhooks made before may still be there: they are removed at the next activation or deactivation.';
	}
}

/** Removes what leads here and is not among those kept, such as a webhook whose answer was lost. */
async function removeUnknown(context: IHookFunctions, kept: Registration[]): Promise<void> {
	store(context, kept);
	for (const { id } of await listOwnWebhooks(context)) {
		if (!kept.some(({ webhookId }) => webhookId === id)) await remove(context, apiVersion(context), id);
	}
}

/** Removes a webhook; one that is gone already is as good as removed. */
async function remove(context: IHookFunctions, api: ApiVersion, id: string): Promise<void> {
	await sleep(PAUSE_MS);
	try {
		await webhookApis[api].remove(context, id);
	} catch (error) {
		const refusal = new NodeApiError(context.getNode(), error as JsonObject);
		if (refusal.httpCode !== '404' && refusal.httpCode !== '410') throw refusal;
	}
}

function store(context: IHookFunctions, registrations: Registration[]): void {
	const staticData = context.getWorkflowStaticData('node') as RegistrationStore;
	staticData.registrations = registrations.map((registration) => ({ ...registration }));
}
