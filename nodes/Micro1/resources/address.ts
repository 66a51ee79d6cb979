import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { requiredText } from '../../shared/actions/reading';

const ADDRESS = /^[^@\s\p{Cf}]+@[^@\s\p{Cf}]+\.[^@\s\p{Cf}]+$/u;

/**
 * The parameter Email. micro1 skips an invalid address without saying so.
 *
 * @throws NodeOperationError for an invalid email address, which is only in the description: n8n logs messages
 */
export function requiredAddress(context: IExecuteFunctions, itemIndex: number): string {
	const address = requiredText(context, itemIndex, 'email', 'Email');
	if (ADDRESS.test(address)) return address;
	throw new NodeOperationError(context.getNode(), 'Email is not an email address', {
		itemIndex,
		description: `It is: ${address.slice(0, 60)}.`,
	});
}
