import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../shared/actions/properties';
import { wantedCount } from '../shared/actions/reading';
import { asItems, takeRows, isSimplified } from '../shared/actions/rows';
import { listRows } from './api';
import { filledIn } from './parameters';

interface List extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	path: string;
	/** Shown between "Limit" and "Simplify". */
	properties: INodeProperties[];
	/** At most ten, most used first; a length in deciseconds is named as it becomes, in seconds. */
	columns: string[];
	query?(context: IExecuteFunctions, itemIndex: number): IDataObject;
	pageSize?: number;
}

/** A paged list of the vendor as an operation. */
export function listOperation({ path, columns, query, pageSize, properties, ...texts }: List): Operation {
	return {
		...texts,
		isReadOnly: true,
		properties: [...manyProperties, ...properties, simplifyParameter],
		run: async (context, itemIndex) => {
			const asked = { ...filledIn(context, itemIndex, 'filters'), ...query?.(context, itemIndex) };
			const count = wantedCount(context, itemIndex);
			const rows = listRows(context, path, asked, Math.min(pageSize ?? 200, count));
			return asItems(await takeRows(rows, count, rowReducer(context, itemIndex, columns)));
		},
	};
}

/** What reduces a row to these columns, unless the user turned "Simplify" off. */
export function rowReducer(
	context: IExecuteFunctions,
	itemIndex: number,
	columns: string[],
): (row: IDataObject) => IDataObject {
	if (!isSimplified(context, itemIndex)) return (row) => row;
	return (row) => Object.fromEntries(columns.map((column) => [column, valueOf(row, column)]));
}

function valueOf(row: IDataObject, column: string): IDataObject[string] {
	if (column === 'duration_seconds') return asSeconds(row.duration_ds ?? row.duration);
	return row[column] ?? null;
}

/** Deciseconds, which is how the vendor measures, as seconds. */
export function asSeconds(deciseconds: unknown): number | null {
	return typeof deciseconds === 'number' ? deciseconds / 10 : null;
}

/**
 * The rows of a batch as items. JobMojito answers 200 even when every row failed: a failed row is an item with
 * its error where the node continues on errors, else the whole call fails, saying what was done all the same.
 *
 * @param done what happened to a good row, for the message: "registered"
 * @throws NodeOperationError
 */
export function batchItems(
	context: IExecuteFunctions,
	itemIndex: number,
	answer: unknown,
	done: string,
): INodeExecutionData[] {
	const rows = (Array.isArray(answer) ? answer : (answer as { results?: unknown[] })?.results) ?? [];
	const outcomes = (rows as IDataObject[]).map((row) => ({ row, error: rowError(row) }));
	const failed = outcomes.filter(({ error }) => error !== null);
	if (failed.length > 0 && !context.continueOnFail()) {
		const named = failed.map(({ row, error }) => `${String(row.email ?? row.name)} (${error})`);
		throw new NodeOperationError(
			context.getNode(),
			`${failed.length} of ${rows.length} could not be ${done}`,
			{
				itemIndex,
				description: `${named.join(', ')}. ${rows.length - failed.length === 0 ? '' : `The other ${rows.length - failed.length} were ${done}: do not send them again. `}Correct the ones named, or set On Error of this node to Continue, to get one item for each.`,
			},
		);
	}
	// n8n sends an item to the error output only when it has no other columns than these (n8n-core 2.40).
	return outcomes.map(({ row, error }) => ({ json: error === null ? row : { error, details: row } }));
}

function rowError({ result }: IDataObject): string | null {
	const text = String(result ?? '');
	return /^error/i.test(text) ? text.replace(/^error:?\s*/i, '') || 'no reason given' : null;
}
