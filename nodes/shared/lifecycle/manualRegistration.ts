import type { IHookFunctions } from 'n8n-workflow';

import type { VendorApi } from '../http/apiCall';
import { explained } from './explained';
import { requireCallbackUrl } from './callbackUrl';
import { requireSecret } from './requireSecret';

/**
 * Activation for a vendor whose webhooks are set up by hand: nothing is called, but what cannot work is
 * refused, with the cure.
 *
 * @param secretName the credential field that holds the secret
 * @param whereToFind where the secret comes from, as clicks
 * @throws NodeOperationError
 */
export async function checkManualRegistration(
	context: IHookFunctions,
	api: VendorApi,
	secretName: string,
	whereToFind: string,
): Promise<string> {
	return await explained(context, async () => {
		const url = await requireCallbackUrl(context, api);
		await requireSecret(context, api, secretName, whereToFind);
		return url;
	});
}
