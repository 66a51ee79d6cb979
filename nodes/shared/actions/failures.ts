import type { IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inFull } from '../http/failure';

/**
 * An input item that failed, as an output item. Every n8n from 1.123 on sends one with just these two columns to the
 * error output where there is one.
 */
export function failedItem(error: unknown, itemIndex: number): INodeExecutionData {
	const failure = error as NodeError;
	return { json: { error: failure.message, message: inFull(failure) }, pairedItem: { item: itemIndex } };
}

/** The error that stops the node, with the index of the input item. */
export function stoppedBy(context: IExecuteFunctions, error: unknown, itemIndex: number): NodeOperationError {
	const { message, description } = error as NodeError;
	const failure = new NodeOperationError(context.getNode(), error as Error, {
		message,
		description: description ?? undefined,
		itemIndex,
	});
	// An error that is one already is taken as it is, without the index.
	failure.context.itemIndex ??= itemIndex;
	return failure;
}

/** The error that somebody occurs again. @param field the name on the screen of what is repeated @param place of the first one */
export function repetition(context: IExecuteFunctions, field: string, place: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `${field} occurs more than once`, {
		description: `${place} has the same ${field}. Remove the repetition, for example with the Remove Duplicates node.`,
	});
}
