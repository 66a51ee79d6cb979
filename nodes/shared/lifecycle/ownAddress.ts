import type { IHookFunctions } from 'n8n-workflow';

import type { VendorApi } from '../http/vendorApi';
import { isUrl } from '../http/isUrl';

/** n8n's own word in the URLs of tests (`N8N_ENDPOINT_WEBHOOK_TEST`): what leads there ends with the test. */
const TEST_ENDPOINT = 'webhook-test';

/**
 * Scheme, host and path of a URL, the way `URL` writes them: a vendor may list a URL differently from how it was given,
 * for example with the host in lower case. Null for what is not a URL.
 */
export function addressOf(url: string): string | null {
	if (!isUrl(url)) return null;
	const { protocol, host, pathname } = new URL(url);
	return `${protocol}//${host}${pathname}`;
}

/** Where vendors deliver to this node: the production address or, while a test is listened for, that of the test. */
export function ownAddress(context: IHookFunctions): string | null {
	return addressOf(context.getNodeWebhookUrl('default') ?? '');
}

/** A vendor's webhooks: those that lead to this node's own URL, and those of strangers, tests and other n8ns. */
export interface ByAddress<Webhook> {
	own: Webhook[];
	others: Webhook[];
}

/** @param isOwnQuery whether a URL with this node's address ends as this node writes it */
export function byAddress<Webhook extends { url: string }>(
	context: IHookFunctions,
	webhooks: Webhook[],
	isOwnQuery: (url: string) => boolean,
): ByAddress<Webhook> {
	const address = ownAddress(context);
	const isOwn = ({ url }: Webhook) => address !== null && addressOf(url) === address && isOwnQuery(url);
	return { own: webhooks.filter(isOwn), others: webhooks.filter((webhook) => !isOwn(webhook)) };
}

/**
 * Writes into n8n's log which of a vendor's webhooks lead to this node at another address. The id in a node's URL is kept
 * when n8n is copied, restored or moved: such a webhook may be the one that another n8n lives on, and is never touched.
 *
 * @param webhooks the vendor's active ones, those of strangers included
 * @param byHand where a person can delete a webhook, e.g. `in Hireflix under Profile → Webhooks`
 */
export function reportElsewhere(
	context: IHookFunctions,
	{ vendorName }: VendorApi,
	webhooks: Array<{ url: string }>,
	byHand: string,
): void {
	const hosts = webhooks.filter(({ url }) => isElsewhere(context, url)).map(({ url }) => new URL(url).host);
	const isTest = !context.getWorkflow().active;
	if (isTest || hosts.length === 0) return;
	const counted = [...new Set(hosts)].map(
		(host) => `${hosts.filter((other) => other === host).length} to ${host}`,
	);
	context.logger.warn(
		[
			`${vendorName} also has webhooks of this trigger that do not lead to ${context.getNodeWebhookUrl('default')}: ${counted.join(', ')}.`,
			'They stay as they are, because another n8n may use them: one that was copied from this n8n, or that this n8n is a copy of.',
			`If this n8n has moved to a new address instead, delete them ${byHand}.`,
		].join(' '),
	);
}

function isElsewhere(context: IHookFunctions, url: string): boolean {
	const { webhookId } = context.getNode();
	const address = addressOf(url);
	return (
		webhookId !== undefined &&
		address !== null &&
		address !== ownAddress(context) &&
		address.includes(`/${webhookId}/`) &&
		!address.includes(`/${TEST_ENDPOINT}/${webhookId}/`)
	);
}
