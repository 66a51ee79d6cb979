import type { IHookFunctions, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../http/failure';

/**
 * Runs a step of the life cycle. n8n shows only the message of an error that stops an activation, so what
 * to do about it, which nodes otherwise put into the description, becomes part of the message.
 *
 * @throws NodeOperationError
 */
export async function explained<Result>(
	context: IHookFunctions,
	step: () => Promise<Result>,
): Promise<Result> {
	try {
		return await step();
	} catch (error) {
		throw new NodeOperationError(context.getNode(), inFull(error as NodeError));
	}
}
