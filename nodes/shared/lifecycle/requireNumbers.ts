import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isNothing } from '../event/fields';
import { asNumberWithin, boundsInWords } from '../event/numbers';
import { NUMBER_OPTIONS } from '../trigger/settings';

/**
 * Refuses a trigger with a number option that cannot be read, which an expression may give: deliveries are received as if it
 * had been left out.
 *
 * @throws NodeOperationError naming the option
 */
export function requireNumbers(context: IHookFunctions): void {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	for (const [name, { displayName, ...bounds }] of Object.entries(NUMBER_OPTIONS)) {
		const value = options[name];
		if (isNothing(value) || asNumberWithin(value, bounds) !== null) continue;
		throw new NodeOperationError(context.getNode(), `${displayName} is not ${boundsInWords(bounds)}`, {
			description: `Write ${displayName} with digits only, or remove it from Options.`,
		});
	}
}
