import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { VendorApi } from '../http/apiCall';

interface WebhookSecrets {
	webhookSecret?: string;
	previousWebhookSecret?: string;
}

/** Both secrets of a credential: the current one, and the previous one while it is being replaced. */
export async function readSecrets(
	context: IHookFunctions | IWebhookFunctions,
	api: VendorApi,
): Promise<string[]> {
	const { webhookSecret, previousWebhookSecret } = await context.getCredentials<WebhookSecrets>(
		api.credentialType,
	);
	return [webhookSecret, previousWebhookSecret]
		.map((secret) => (secret ?? '').trim())
		.filter((secret) => secret !== '');
}

/**
 * Refuses a trigger that could not tell a genuine delivery from a forged one.
 *
 * @param secretName the credential field's display name
 * @param whereToFind where the secret comes from, as clicks
 * @throws NodeOperationError naming the field to fill
 */
export async function requireSecret(
	context: IHookFunctions,
	api: VendorApi,
	secretName: string,
	whereToFind: string,
): Promise<void> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	if (options.acceptUnverified === true) return;
	if ((await readSecrets(context, api)).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`Fill in ${secretName} in the ${api.vendorName} credential: without it, deliveries cannot be verified`,
		{
			description: `${whereToFind} If you cannot, add the option Accept Unverified Deliveries to this node; anyone who learns the URL can then send events.`,
		},
	);
}
