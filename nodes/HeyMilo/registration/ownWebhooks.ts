import type { IHookFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../../shared/http/failure';
import { isUrl } from '../../shared/http/isUrl';
import { byAddress, type ByAddress } from '../../shared/lifecycle/ownAddress';
import { compared } from '../../shared/lifecycle/tokenRegistrations';
import { selection, vendorEvents } from '../../shared/trigger/settings';
import { apiVersionOf, type ApiVersion } from '../api';
import { webhookApis, type WantedWebhook, type Webhook } from '../api/webhooks';
import { storedRegistrations } from './storedRegistrations';

const OTHER_GENERATION: Record<ApiVersion, ApiVersion> = { v1: 'v2', v2: 'v1' };

/** The webhooks that the settings ask for: one for each posting and event. */
export function wantedWebhooks(context: IHookFunctions): WantedWebhook[] {
	const postings = [...new Set(selection(context.getNodeParameter('postings', [])))];
	return postings.flatMap((postingId) => vendorEvents(context).map((event) => ({ postingId, event })));
}

export interface ListedWebhook extends Webhook {
	/** The generation in whose list it is. */
	api: ApiVersion;
}

/** What HeyMilo has now, but for what ended. */
export interface Account extends ByAddress<ListedWebhook> {
	/** The generation that the settings ask for. */
	version: ApiVersion;
	/** Why webhooks that this node made through the other generation could not be looked up, if it made any. */
	unread: NodeOperationError | null;
	/** The tokens of those. */
	unseenTokens: string[];
}

/**
 * Looks up which of HeyMilo's webhooks, those left out that ended, lead to this node's own URL. HeyMilo does not
 * document whether the generations of its API share their webhooks: both lists are read, and a webhook that is in both
 * counts as the selected generation's.
 */
export async function lookUp(context: IHookFunctions): Promise<Account> {
	const version = await apiVersionOf(context);
	const listed = (await webhookApis[version].list(context)).map((webhook) => ({ ...webhook, api: version }));
	const urls = new Set(listed.map(({ url }) => asWritten(url)));
	const { webhooks, ...missed } = await listOther(context, OTHER_GENERATION[version]);
	const active = [...listed, ...webhooks.filter(({ url }) => !urls.has(asWritten(url)))].filter(
		({ isActive }) => isActive !== false,
	);
	return { version, ...byAddress(context, active, (url) => tokenIn(url) !== null), ...missed };
}

/** The node's own webhooks beside the settings, which want one for each posting and event. */
export function compare(context: IHookFunctions, { version, own }: Account) {
	const stored = storedRegistrations(context);
	const isProved = ({ api, url, isActive }: ListedWebhook, { postingId, event }: WantedWebhook) =>
		isActive === true &&
		api === version &&
		stored.some((one) => one.token === tokenIn(url) && one.postingId === postingId && one.event === event);
	return compared(wantedWebhooks(context), own, isProved);
}

/**
 * The webhooks of the generation that is not selected. Most accounts have only one: whatever keeps the list from being
 * read, there is nothing in it then, unless this node has made webhooks through it.
 */
async function listOther(context: IHookFunctions, api: ApiVersion) {
	try {
		const webhooks = await webhookApis[api].list(context);
		return { webhooks: webhooks.map((webhook) => ({ ...webhook, api })), unread: null, unseenTokens: [] };
	} catch (error) {
		const unseen = storedRegistrations(context).filter((registration) => registration.api === api);
		const message = `The webhooks that were registered through the API ${api} could not be looked up, and may be left at HeyMilo. ${inFull(error as NodeError)}`;
		return {
			webhooks: [],
			unread: unseen.length > 0 ? new NodeOperationError(context.getNode(), message) : null,
			unseenTokens: unseen.map(({ token }) => token),
		};
	}
}

function asWritten(url: string): string {
	return isUrl(url) ? new URL(url).href : url;
}

/** The token at the end of a URL; null when its query is anything else. */
export function tokenIn(url: string): string | null {
	const query = '?token=';
	const { search } = isUrl(url) ? new URL(url) : { search: '' };
	return search.startsWith(query) ? search.slice(query.length) || null : null;
}
