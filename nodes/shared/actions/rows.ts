import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { presentText } from '../event/text';
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

const MOST_OF_A_PAGE = 0.8;

/**
 * The rows that are not older than a time, of a list that a vendor returns newest first. One row in the wrong place hides no
 * other: the list ends only after most of a page of older ones in a row, each older than the one before. A server that does
 * not keep the order is read to the end.
 *
 * @param pageSize how many rows a page has: most of what was fetched is looked at
 * @param timeOf epoch milliseconds; a row without a time is let through
 */
export async function* newerRows<Row>(
	rows: AsyncIterable<Row>,
	oldest: number,
	pageSize: number,
	timeOf: (row: Row) => number | null,
): AsyncGenerator<Row> {
	let older = 0;
	let last = Infinity;
	for await (const row of rows) {
		const at = timeOf(row);
		if (at === null || at >= oldest) {
			older = 0;
			yield row;
			continue;
		}
		older = at > last ? 0 : older + 1;
		last = at;
		if (older >= MOST_OF_A_PAGE * pageSize) return;
	}
}

/**
 * The rows that a filter lets through, for a filter that the vendor was asked for: where a server ignores it, the workflow
 * must not act on somebody else.
 *
 * @param contradicts whether the row itself says that it was not asked for; one that does not say it is let through
 */
export async function* askedRows<Row>(
	rows: AsyncIterable<Row>,
	contradicts: (row: Row) => boolean,
): AsyncGenerator<Row> {
	for await (const row of rows) {
		if (!contradicts(row)) yield row;
	}
}

/** Whether a row names another than was asked for, in whatever case; one that names none does not. */
export function namesAnother(named: string | null | undefined, asked: string | null | undefined): boolean {
	return Boolean(named && asked) && named?.trim().toLowerCase() !== asked?.trim().toLowerCase();
}

/**
 * Whether a row has another text than was searched for; one without a text does not. How a server searches is not documented:
 * it may pass over case, accents and the order of words.
 */
export function lacks(text: unknown, searched: string): boolean {
	const own = presentText(text);
	if (own === null) return false;
	const folded = withoutAccents(own);
	return !withoutAccents(searched)
		.split(/\s+/)
		.every((word) => folded.includes(word));
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether no text of a row is what was searched for; one without texts does not say so. */
export function allLack(texts: unknown[], searched: string): boolean {
	const said = texts.filter((text) => presentText(text) !== null);
	return said.length > 0 && said.every((text) => lacks(text, searched));
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
