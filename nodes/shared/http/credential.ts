import { NodeOperationError } from 'n8n-workflow';

import { isLoopbackHost } from './address';
import type { ApiContext, VendorApi } from './vendorApi';
import { isUrl } from './isUrl';

/** What a call needs of the node's credential. */
export interface Credential {
	/** Without blanks around it and without a trailing slash. */
	baseUrl: string;
	/** Whether the vendor is on this machine, which is a simulator. */
	isLocal: boolean;
	/** What must appear in no answer, error or log. */
	secrets: string[];
}

/** Credential fields that must never leave the node. */
export const SECRET_FIELDS = ['apiKey', 'accessToken', 'webhookSecret', 'previousWebhookSecret'];

/**
 * Reads the node's credential.
 *
 * @throws NodeOperationError when the key would travel unencrypted to another machine
 */
export async function openCredential(context: ApiContext, api: VendorApi): Promise<Credential> {
	const fields = await context.getCredentials<Record<string, unknown>>(api.credentialType);
	const baseUrl = String(fields.baseUrl ?? '')
		.trim()
		.replace(/\/+$/, '');
	const { protocol, hostname } = isUrl(baseUrl) ? new URL(baseUrl) : { protocol: '', hostname: '' };
	const isLocal = isLoopbackHost(hostname);
	if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) {
		throw new NodeOperationError(
			context.getNode(),
			'The Base URL in the credential must start with https://',
			{ description: `Open the ${api.vendorName} credential and correct Base URL.` },
		);
	}
	return { baseUrl, isLocal, secrets: SECRET_FIELDS.map((field) => String(fields[field] ?? '')) };
}
