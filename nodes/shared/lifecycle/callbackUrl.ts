import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openCredential } from '../http/credential';
import type { VendorApi } from '../http/vendorApi';
import { isPrivateHost } from '../http/address';
import { isUrl } from '../http/isUrl';

/**
 * The URL that the vendor has to call.
 *
 * @throws NodeOperationError when the vendor could not reach it, with the setting that cures it. A vendor on
 * this machine (a simulator) reaches everything that is a URL.
 */
export async function requireCallbackUrl(context: IHookFunctions, api: VendorApi): Promise<string> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const { isLocal } = await openCredential(context, api);
	const flaw = isLocal ? flawForLocalVendor(url) : flawOf(url);
	if (flaw === null) return url;
	throw new NodeOperationError(
		context.getNode(),
		`${api.vendorName} cannot deliver to this n8n: its webhook URL ${flaw}. Set WEBHOOK_URL to the public HTTPS address of this n8n and restart it.`,
		{
			description: `The webhook URL is now ${beginningOf(url)}. Ask the person who runs n8n to set the environment variable WEBHOOK_URL (N8N_WEBHOOK_URL from 2.40 on), for example to https://n8n.example.com/. For a first try on a laptop, use a tunnel.`,
		},
	);
}

/** n8n puts the path behind whatever WEBHOOK_URL is, so any text may come. */
function flawOf(url: string): string | null {
	if (url === '') return 'is empty';
	// As text: URL also takes `https:n8n.example.com`, and `n8n.example.com:5678` for a scheme.
	if (!/^https:\/\//i.test(url)) return 'does not start with https://';
	if (!isPlainUrl(url)) return 'is not a valid URL';
	return isPrivateHost(new URL(url).hostname) ? 'is not reachable from the internet' : null;
}

function flawForLocalVendor(url: string): string | null {
	return /^https?:\/\//i.test(url) && isPlainUrl(url) ? null : flawOf(url);
}

/** URL drops the blanks around it, and the vendor would be given them. */
function isPlainUrl(url: string): boolean {
	return !/\s/.test(url) && isUrl(url);
}

/** A URL up to its path, which only the vendor has to know, and without a password. */
function beginningOf(url: string): string {
	if (url === '') return 'empty';
	const [beginning] = /^(?:[^/?#]*:)?\/{0,2}[^/?#]*/.exec(url) ?? [''];
	return `${beginning.replace(/[^/]*@/, '***@')}/…`;
}
