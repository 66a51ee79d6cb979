import type { IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation, Resource } from './operation';

/** Input items that a reading operation works on at once. */
const CONCURRENT_READS = 5;

/**
 * Runs the selected operation for every input item, in order: reading ones a few at a time, writing ones one
 * after the other. With "On Error: Continue", a failed item becomes an item with its message.
 *
 * @throws NodeError with the index of the input item
 */
export async function runActions(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = selectedOperation(context, resources);
	const count = context.getInputData().length;
	const atOnce = operation.isReadOnly ? CONCURRENT_READS : 1;
	const output: INodeExecutionData[] = [];
	for (let start = 0; start < count; start += atOnce) {
		const indexes = Array.from({ length: Math.min(atOnce, count - start) }, (_, offset) => start + offset);
		const results = await Promise.all(indexes.map(async (index) => await runItem(context, operation, index)));
		output.push(...results.flat());
	}
	return [output];
}

function selectedOperation(context: IExecuteFunctions, resources: Resource[]): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const value = context.getNodeParameter('operation', 0) as string;
	const operation = resources
		.find((candidate) => candidate.value === resource)
		?.operations.find((candidate) => candidate.value === value);
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), `There is no operation "${value}" for "${resource}"`, {
		description: 'Select the Resource and the Operation again.',
	});
}

async function runItem(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: itemIndex };
	try {
		const items = await operation.run(context, itemIndex);
		return items.map((item) => ({ ...item, pairedItem }));
	} catch (error) {
		const { message, description } = error as NodeError;
		// By these names n8n tells a failed item, and sends it to the error output where there is one (n8n-core 2.40).
		if (context.continueOnFail()) return [{ json: { error: message, details: description }, pairedItem }];
		const failure = new NodeOperationError(context.getNode(), error as Error, {
			message,
			description: description ?? undefined,
			itemIndex,
		});
		// An error that is one already is taken as it is, without the index.
		failure.context.itemIndex ??= itemIndex;
		throw failure;
	}
}
