import type { IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * An input item that failed, as an output item. Every n8n from 1.123 on sends one with just these two columns to the
 * error output where there is one.
 */
export function failedItem(error: unknown, itemIndex: number): INodeExecutionData {
	const { message, description } = error as NodeError;
	const inFull = description ? `${message.replace(/\.?$/, '.')} ${description}` : message;
	return { json: { error: message, message: inFull }, pairedItem: { item: itemIndex } };
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
