import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { VendorApi } from '../http/vendorApi';

/** What our credentials have in common. */
export interface WebhookSecrets {
	webhookSecret?: string;
	previousWebhookSecret?: string;
}

/** Both secrets of a credential: the current one, and the previous one while it is being replaced. */
export async function readSecrets(
	context: IHookFunctions | IWebhookFunctions,
	api: VendorApi,
): Promise<string[]> {
	return secretsOf(await context.getCredentials<WebhookSecrets>(api.credentialType));
}

/** The same, of a credential that was read already: n8n spends more on reading one than on all the rest of a delivery. */
export function secretsOf(credential: WebhookSecrets): string[] {
	return Object.values(secretFields(credential)).filter((secret) => secret !== '');
}

/** Each secret by its field; empty where there is none. */
export function secretFields({ webhookSecret, previousWebhookSecret }: WebhookSecrets) {
	return { current: (webhookSecret ?? '').trim(), previous: (previousWebhookSecret ?? '').trim() };
}
