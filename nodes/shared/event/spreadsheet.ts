import type { IDataObject } from 'n8n-workflow';

/**
 * How a text begins that Google Sheets, Excel or LibreOffice runs as a formula; the last four are the forms that East
 * Asian keyboards type. Source: OWASP, CSV Injection.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The item with an apostrophe before each text that a spreadsheet would run: candidates choose their own names. Spreadsheets
 * take the apostrophe for "this is text" and do not show it. `raw` stays as it was sent.
 */
export function withoutFormulas(item: IDataObject): IDataObject {
	const { raw, ...columns } = item;
	const safe = escaped(columns) as IDataObject;
	return raw === undefined ? safe : { ...safe, raw };
}

function escaped(value: unknown): unknown {
	if (typeof value === 'string') return FORMULA_START.test(value) ? `'${value}` : value;
	if (Array.isArray(value)) return value.map(escaped);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]));
}
