import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation, ReadingOperation, Resource, Work, WritingOperation } from './operation';
import { folded } from '../event/text';
import { failedItem, repetition, stoppedBy } from './failures';
import { isUnclear } from '../http/failure';
import { outcomesOf, type Outcomes } from './outcomes';
import { optionalText } from './reading';
import { sendPeople } from './sendPeople';

/** Input items that a reading operation works on at once. */
const CONCURRENT_READS = 5;

/**
 * Runs the selected operation for every input item, in order: reading ones a few at a time; writing ones one after the
 * other, and only once all are checked. With "On Error: Continue", a failed item becomes an item with its message.
 *
 * @throws NodeError with the index of the input item
 */
export async function runActions(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = selectedOperation(context, resources);
	if ('run' in operation) return [await runReads(context, operation)];
	if ('prepare' in operation) return [await runWrites(context, operation)];
	return [await sendPeople(context, operation)];
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

async function runReads(
	context: IExecuteFunctions,
	operation: ReadingOperation,
): Promise<INodeExecutionData[]> {
	const works = itemIndexes(context).map((index) => async () => await operation.run(context, index));
	return await workThrough(context, works, CONCURRENT_READS);
}

async function runWrites(
	context: IExecuteFunctions,
	operation: WritingOperation,
): Promise<INodeExecutionData[]> {
	const outcomes = outcomesOf(context);
	const indexes = itemIndexes(context);
	const reads = indexes.map((index) => isRead(context, operation, index));
	const people = new Map<string, number>();
	const works = indexes.map((index) => {
		const work = checked(context, operation, index, people);
		return reads[index] ? work : onceOnly(work, String(index), outcomes);
	});
	const output = await workThrough(context, works, reads.every(Boolean) ? CONCURRENT_READS : 1);
	outcomes.end();
	return output;
}

/** An item whose parameters cannot be read fails on its own, and must not make the others fail. */
function isRead(context: IExecuteFunctions, operation: WritingOperation, index: number): boolean {
	try {
		return operation.onlyReads?.(context, index) === true;
	} catch {
		return false;
	}
}

const itemIndexes = (context: IExecuteFunctions): number[] => [...context.getInputData().keys()];

/**
 * @param people who is in an item before this one, and in which
 * @throws NodeError for an item that cannot be sent, unless the node continues on errors: then its work throws
 */
function checked(
	context: IExecuteFunctions,
	operation: WritingOperation,
	index: number,
	people: Map<string, number>,
): Work {
	try {
		const work = operation.prepare(context, index);
		refuseRepeated(context, operation, index, people);
		return work;
	} catch (error) {
		if (!context.continueOnFail()) throw stoppedBy(context, error, index);
		return async () => await Promise.reject(error as Error);
	}
}

/** @throws NodeOperationError for a person who is in an item before this one */
function refuseRepeated(
	context: IExecuteFunctions,
	{ identity }: WritingOperation,
	index: number,
	people: Map<string, number>,
): void {
	if (identity === undefined) return;
	const { name, field, within } = identity;
	const person = optionalText(context, index, name, field);
	if (person === '') return;
	const others = within.map((other) => optionalText(context, index, other, other));
	const key = JSON.stringify([person, ...others].map(folded));
	const first = people.get(key);
	if (first !== undefined) throw repetition(context, field, `Input item ${first + 1}`);
	people.set(key, index);
}

/** The same work, but what it has done in an earlier try of this run is not done again. */
function onceOnly(work: Work, key: string, outcomes: Outcomes): Work {
	return async () => {
		const earlier = outcomes.get(key);
		if (earlier && 'items' in earlier) return earlier.items;
		if (earlier) throw earlier.error;
		return await work().then(
			(items) => {
				outcomes.set(key, { items });
				return items;
			},
			async (error: Error) => {
				if (isUnclear(error)) outcomes.set(key, { error });
				return await Promise.reject(error);
			},
		);
	};
}

async function workThrough(
	context: IExecuteFunctions,
	works: Work[],
	atOnce: number,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (let start = 0; start < works.length; start += atOnce) {
		const results = works
			.slice(start, start + atOnce)
			.map(async (work, offset) => await resultOf(context, work, start + offset));
		output.push(...(await Promise.all(results)).flat());
	}
	return output;
}

async function resultOf(
	context: IExecuteFunctions,
	work: Work,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	try {
		return (await work()).map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
	} catch (error) {
		if (context.continueOnFail()) return [failedItem(error, itemIndex)];
		throw stoppedBy(context, error, itemIndex);
	}
}
