import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openCredential } from '../http/credential';
import type { VendorApi } from '../http/vendorApi';
import { isPrivateHost } from '../http/address';

/**
 * The URL that the vendor has to call.
 *
 * @throws NodeOperationError when the vendor could not reach it, with the setting that cures it. A vendor on
 * this machine (a simulator) reaches everything.
 */
export async function requireCallbackUrl(context: IHookFunctions, api: VendorApi): Promise<string> {
	const url = context.getNodeWebhookUrl('default') ?? '';
	if ((await openCredential(context, api)).isLocal) return url;
	const { protocol, hostname } = new URL(url);
	if (protocol === 'https:' && !isPrivateHost(hostname)) return url;
	const flaw = protocol === 'https:' ? 'is not reachable from the internet' : 'does not start with https://';
	throw new NodeOperationError(
		context.getNode(),
		`${api.vendorName} cannot deliver to this n8n: its webhook URL ${flaw}. Set WEBHOOK_URL to the public HTTPS address of this n8n and restart it.`,
		{
			description: `The webhook URL is ${protocol}//${hostname}/… now. Whoever runs this n8n sets the environment variable WEBHOOK_URL (N8N_WEBHOOK_URL from 2.40 on), for example to https://n8n.example.com/. For a first try on a laptop, use a tunnel.`,
		},
	);
}
