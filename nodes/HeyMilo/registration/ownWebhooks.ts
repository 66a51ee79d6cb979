import type { IHookFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../../shared/lifecycle/explained';
import { addressOf, ownAddress } from '../../shared/lifecycle/ownAddress';
import { apiVersionOf, type ApiVersion } from '../api';
import { storedRegistrations } from './storedRegistrations';
import { webhookApis, type Webhook } from '../api/webhooks';
import { isUrl } from '../../shared/http/isUrl';

const OTHER_GENERATION: Record<ApiVersion, ApiVersion> = { v1: 'v2', v2: 'v1' };

/** A webhook that leads to this node's own URL. */
export interface OwnWebhook {
	id: string;
	/** The generation in whose list it is. */
	api: ApiVersion;
	token: string;
	/** Null where HeyMilo's list does not say it in a readable form. */
	isActive: boolean | null;
}

/** What HeyMilo has now. */
export interface Found {
	/** The generation that the settings ask for. */
	version: ApiVersion;
	own: OwnWebhook[];
	/** Where all other active webhooks lead: to strangers, to a test of this node or its production, to another n8n. */
	otherUrls: string[];
	otherTokens: string[];
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
export async function lookUp(context: IHookFunctions): Promise<Found> {
	const version = await apiVersionOf(context);
	const listed = (await webhookApis[version].list(context)).map((webhook) => ({ ...webhook, api: version }));
	const urls = new Set(listed.map(({ url }) => asWritten(url)));
	const { webhooks, ...missed } = await listOther(context, OTHER_GENERATION[version]);
	const active = [...listed, ...webhooks.filter(({ url }) => !urls.has(asWritten(url)))].filter(
		({ isActive }) => isActive !== false,
	);
	const own = ownAddress(context);
	const isOwn = ({ url }: Webhook) => own !== null && addressOf(url) === own && tokenIn(url) !== '';
	const others = active.filter((webhook) => !isOwn(webhook)).map(({ url }) => url);
	return {
		version,
		own: active
			.filter(isOwn)
			.map(({ id, api, url, isActive }) => ({ id, api, token: tokenIn(url), isActive })),
		otherUrls: others,
		otherTokens: others.map(tokenIn).filter((token) => token !== ''),
		...missed,
	};
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

/** The token at the end of a URL; empty when its query is anything else. */
function tokenIn(url: string): string {
	const query = '?token=';
	const { search } = isUrl(url) ? new URL(url) : { search: '' };
	return search.startsWith(query) ? search.slice(query.length) : '';
}
