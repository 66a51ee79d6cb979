import type { IHookFunctions, NodeError } from 'n8n-workflow';

import { inFull } from '../http/failure';
import type { VendorApi } from '../http/vendorApi';
import { explained } from './explained';

/** What n8n 1.x calls it when it starts and finds an active workflow; later versions do not ask then. */
const START_OF_N8N = 'init';

/**
 * Looks up whether a vendor has the webhooks of a trigger. n8n 1.x asks at each start, and where it gets no answer takes the
 * webhooks away and stops listening: while the vendor is down, what was registered before counts as being there.
 *
 * @throws NodeOperationError, but not when n8n starts
 */
export async function existence(
	context: IHookFunctions,
	{ vendorName }: VendorApi,
	lookUp: () => Promise<boolean>,
): Promise<boolean> {
	const found = explained(context, lookUp);
	if (context.getActivationMode() !== START_OF_N8N) return await found;
	return await found.catch((error: NodeError) => {
		context.logger.warn(
			`Whether ${vendorName} still has the webhooks of this trigger could not be looked up: they count as being there. If no events arrive, deactivate the workflow and activate it again. ${inFull(error)}`,
		);
		return true;
	});
}
