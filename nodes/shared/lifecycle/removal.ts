import type { IHookFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../http/failure';
import type { VendorApi } from '../http/vendorApi';

/**
 * Runs the removal of a trigger's webhooks. n8n goes on with the deactivation when it fails, and shows the error only
 * in its log: that line says what is left at the vendor, why, and how it goes away.
 *
 * @param byHand where a person can delete a webhook, e.g. `in Hireflix under Profile → Webhooks`
 * @throws NodeOperationError when a deactivation left something behind
 */
export async function removal(
	context: IHookFunctions,
	{ vendorName }: VendorApi,
	byHand: string,
	remove: () => Promise<void>,
): Promise<void> {
	try {
		await remove();
	} catch (error) {
		const isTest = !context.getWorkflow().active;
		const url = context.getNodeWebhookUrl('default');
		const again = isTest ? 'execute the trigger once more' : 'activate and deactivate the workflow once more';
		const message = [
			`A webhook of this node may be left at ${vendorName}, leading to ${url}.`,
			inFull(error as NodeError).replace(/\.?$/, '.'),
			`When that is settled, ${again}, or delete it ${byHand}.`,
		].join(' ');
		if (!isTest) throw new NodeOperationError(context.getNode(), message);
		// Thrown at the end of a test, it makes n8n 2.40 keep the test in its cache together with its own services,
		// and hang when the next workflow is tested.
		context.logger.error(message);
	}
}
