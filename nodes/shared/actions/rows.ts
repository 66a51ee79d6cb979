import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { optionalFlag } from './reading';

/** Whether the user left "Simplify" on. */
export function isSimplified(context: IExecuteFunctions, itemIndex: number): boolean {
	return optionalFlag(context, itemIndex, 'simplify', 'Simplify') ?? true;
}

/**
 * The first rows of a paged list; no page is read beyond the last one that is needed, and none is kept.
 *
 * @param shown what is kept of a row
 */
export async function takeRows<Row, Shown = Row>(
	rows: AsyncIterable<Row>,
	count: number,
	shown: (row: Row) => Shown = (row) => row as unknown as Shown,
): Promise<Shown[]> {
	const taken: Shown[] = [];
	for await (const row of rows) {
		taken.push(shown(row));
		if (taken.length >= count) break;
	}
	return taken;
}

/** What reduces a row to these columns, null where it has none, unless the user turned "Simplify" off. */
export function rowReducer(
	context: IExecuteFunctions,
	itemIndex: number,
	columns: readonly string[],
): (row: IDataObject) => IDataObject {
	if (!isSimplified(context, itemIndex)) return (row) => row;
	return (row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

export function asItems(rows: unknown[]): INodeExecutionData[] {
	return rows.map((row) => ({ json: row as IDataObject }));
}

/** The entries of a searchable list whose name contains what was typed. */
export function matching<Entry extends { name: string }>(entries: Entry[], typed = ''): { results: Entry[] } {
	const wanted = typed.trim().toLowerCase();
	return { results: entries.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
