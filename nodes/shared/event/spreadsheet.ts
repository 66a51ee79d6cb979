import type { IDataObject } from 'n8n-workflow';

/**
 * A cell of Google Sheets holds 50,000 characters of UTF-16, and Google refuses the whole row when one has more. One is left for the
 * apostrophe of Escape Formulas.
 */
export const CELL_LIMIT = 49_999;

/** The times of the item, which Google Sheets and Excel keep as text, and Airtable reads as a time. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Signs of addresses, links and prose. Only such as no number, amount, date or time is written with, in any language. */
const SIGN_OF_TEXT = /[@_?!=&"|<>\\{}]|:\/\//;

/** Letters from a to f between digits, as in a hexadecimal id: neither an exponent (1E5, in old programs 1D5) nor a month. */
const HEXADECIMAL = /\d(?![de]\d|dec|feb)[a-f]+\d|\d[a-f]+\d+[a-f]+\d/i;

/** More than any written date has: one in Thai with weekday, time and time zone has 68. */
const LETTERS_OF_A_DATE = 80;

/** How much of a long text is looked at. */
const BEGINNING = 1_000;

/**
 * TRUE and FALSE in the languages of Excel and Google Sheets. Source: the names of the functions TRUE and FALSE in
 * Microsoft's documentation of each language.
 */
const LOGICAL = new Set([
	...['true', 'false', 'wahr', 'falsch', 'vrai', 'faux', 'verdadero', 'falso', 'verdadeiro', 'vero', 'waar'],
	...['onwaar', 'sant', 'falskt', 'sand', 'falsk', 'sann', 'usann', 'tosi', 'epätosi', 'prawda', 'fałsz'],
	...['pravda', 'nepravda', 'igaz', 'hamis', 'cert', 'fals', 'doğru', 'yanlış', 'yanliş', 'истина', 'ложь'],
	...['істина', 'хибність'],
]);

/**
 * The item with an apostrophe before each text that a spreadsheet might not keep as it is. Candidates choose their own names,
 * which may begin like a formula; ids and phone numbers may look like numbers or dates. Google Sheets and Excel take the
 * apostrophe for "this is text" and do not show it. Numbers, booleans and a `raw` that is no text stay as they are.
 *
 * Bare stays only what is text for every spreadsheet in every language: an empty text, a time of the item, a UUID, and what
 * begins with a letter or a digit and
 * - has no digit, and is no word for TRUE or FALSE, or
 * - has a sign that no number, amount, date or time has (`@`, `_`, `?`, `://` …), letters from a to f between its digits as a
 *   hexadecimal id, or more letters than any date.
 */
export function withoutFormulas(item: IDataObject): IDataObject {
	const { raw, ...columns } = item;
	if (raw === undefined || typeof raw === 'string') return escaped(item) as IDataObject;
	return { ...(escaped(columns) as IDataObject), raw };
}

/** A text as it was before it was marked: an id that went through a marked item still names its interview. */
export function withoutMark(text: string): string {
	return text.startsWith("'") && !isSurelyText(text.slice(1)) ? text.slice(1) : text;
}

function escaped(value: unknown): unknown {
	if (typeof value === 'string') return isSurelyText(value) ? value : `'${value}`;
	if (Array.isArray(value)) return value.map(escaped);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]));
}

function isSurelyText(text: string): boolean {
	if (text === '' || INSTANT.test(text) || UUID.test(text)) return true;
	if (!/^[\p{L}\p{Nd}]/u.test(text)) return false;
	const head = text.slice(0, BEGINNING);
	if (!/\p{N}/u.test(text)) return !LOGICAL.has(head.normalize('NFKC').trim().toLowerCase());
	if (SIGN_OF_TEXT.test(head) || HEXADECIMAL.test(head)) return true;
	return (head.match(/\p{L}/gu)?.length ?? 0) > LETTERS_OF_A_DATE;
}
