import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { VendorApi } from '../http/vendorApi';
import { explained } from './explained';
import { requireCallbackUrl } from './callbackUrl';
import { selection } from '../trigger/settings';
import { requireNumbers } from './requireNumbers';
import { requireSecret, type SecretField } from './requireSecret';

/**
 * Activation for a vendor whose webhooks are set up by hand: nothing is called, but what cannot work is
 * refused, with the cure.
 *
 * @throws NodeOperationError
 */
export async function checkManualRegistration(
	context: IHookFunctions,
	api: VendorApi,
	secret: SecretField,
): Promise<string> {
	return await explained(context, async () => {
		requireEvents(context);
		requireNumbers(context);
		const url = await requireCallbackUrl(context, api);
		await requireSecret(context, api, secret);
		return url;
	});
}

function requireEvents(context: IHookFunctions): void {
	if (selection(context.getNodeParameter('events', [])).length > 0) return;
	throw new NodeOperationError(context.getNode(), 'Select at least one event under Trigger On');
}
