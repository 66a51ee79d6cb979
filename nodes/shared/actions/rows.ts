import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { identifier, time } from '../event/fields';
import { folded, presentText, textsIn } from '../event/text';
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

/**
 * Whether a list that a vendor returns newest first has no row after this page that a filter by time lets through: each row of
 * it is older than that time, and none is newer than the one before. One row in the wrong place hides no other, and a server
 * that does not keep the order is read to the end.
 *
 * @param oldest epoch milliseconds
 * @param timeOf epoch milliseconds; null for a row without a time
 */
export function areOlder<Row>(rows: Row[], oldest: number, timeOf: (row: Row) => number | null): boolean {
	const times = rows.map(timeOf);
	return (
		times.length > 0 &&
		times.every((at, place) => at !== null && at < oldest && at <= (times[place - 1] ?? Infinity))
	);
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

/** Whether a list has such a row; it is read no further. */
export async function isAny<Row>(rows: AsyncIterable<Row>, fits: (row: Row) => boolean): Promise<boolean> {
	for await (const row of rows) if (fits(row)) return true;
	return false;
}

/** Whether an answer has this ID, in whatever case: IDs of the vendors are hexadecimal. */
export function isSameId(came: unknown, asked: string): boolean {
	return folded(identifier(came)) === folded(asked);
}

/** Whether a row names another than was asked for, in whatever case; one that names none does not. */
export function namesAnother(named: string | null | undefined, asked: string | null | undefined): boolean {
	return Boolean(named && asked) && folded(named) !== folded(asked);
}

/**
 * Whether a row has nothing of what was searched for; one that has none of the fields that are searched does not say so. Neither
 * how a server searches is documented nor where: it may pass over case, accents, punctuation and the order of words, and find
 * somebody by a phone number. So one word in any text of the row is enough.
 *
 * @param fields that are documented to be searched
 */
export function lacks(row: IDataObject, fields: string[], searched: string): boolean {
	if (fields.every((name) => presentText(row[name]) === null)) return false;
	const own = textsIn(row).map((text) => ({ text: plain(text), isWhole: isMade(text) }));
	const words = wordsOf(searched);
	const isThere = (word: string) =>
		own.some(({ text, isWhole }) => (isWhole ? text === word : text.includes(word)));
	return words.length > 0 && !words.some(isThere);
}

/**
 * The words of a text as `plain` has them. An address or a whole ID is one word: its parts are in those of other people too. A single letter says nothing beside longer
 * words.
 */
export function wordsOf(searched: string): string[] {
	if (isMade(searched.trim())) return [plain(searched)];
	const words = plain(searched)
		.split(/\s+/)
		.flatMap((part) => (/.@./.test(part) ? part.replace(AROUND, '') : part.split(BETWEEN)))
		.filter((word) => word !== '');
	const longer = words.filter((word) => word.length > 1);
	return longer.length > 0 ? longer : words;
}

const BETWEEN = /[^\p{L}\p{N}]+/u;

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A UUID, a time or a link: no person's own text, in which a short word may be by chance. */
const isMade = (text: string): boolean =>
	/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$|^\d{4}-\d\d-\d\d[t ]|^https?:/i.test(text);

/** Letters that no accent can be taken from. */
const PLAIN: Record<string, string> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ı: 'i',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
};

/** Lower case without accents, as somebody types it; the digits of a phone number without what is between them. */
const plain = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[łøđðıßæœþ]/g, (letter) => PLAIN[letter])
		.replace(/(?<=\d)[ ().-]+(?=\d)/g, '')
		.trim();

/** What reduces a row to these columns, null where it has none, unless the user turned "Simplify" off. Times are written as in a trigger's item. */
export function rowReducer(
	context: IExecuteFunctions,
	itemIndex: number,
	columns: readonly string[],
): (row: IDataObject) => IDataObject {
	if (!isSimplified(context, itemIndex)) return (row) => row;
	return (row) => Object.fromEntries(columns.map((column) => [column, shownAs(column, row[column])]));
}

/** Nobody reads a number of seconds. */
const shownAs = (column: string, value: IDataObject[string]): IDataObject[string] =>
	typeof value === 'number' && /(_at|At|deadline)$/.test(column) ? (time(value) ?? value) : (value ?? null);

export function asItems(rows: unknown[]): INodeExecutionData[] {
	return rows.map((row) => ({ json: row as IDataObject }));
}
