import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { VendorApi } from '../http/vendorApi';
import { vendorEvents } from '../trigger/settings';

/** Refuses a trigger for which nothing can be registered. @throws NodeOperationError */
export function requireVendorEvents(context: IHookFunctions, { vendorName }: VendorApi): void {
	if (vendorEvents(context).length > 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`Select at least one event of ${vendorName} under Trigger On: ${vendorName} sends nothing otherwise`,
	);
}
