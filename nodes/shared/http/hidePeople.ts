const HIDDEN = '***';

const ADDRESS = /[^\s"'`<>()[\]{},;:=]+@[^\s"'`<>()[\]{},;:=]+\.[a-z]{2,}/gi;

/** With a plus, or nine digits and more: a spreadsheet's number has lost its plus. */
const PHONE_NUMBER = /\+\d[\d ().-]{6,}\d|(?<![\w-])\d(?:[ ().-]?\d){8,}(?![\w-])/g;

/** Fields of a call that hold who a person is. */
const PERSONAL = /^(candidate|first|last|full)?[ _-]?name$|mail|phone|^filter_text$/i;

const SHORTEST_NAME = 2;

/**
 * A vendor's sentence with `***` in place of addresses, phone numbers and the names that it was sent. For an error's
 * message only: n8n 2.40 writes that of every failed node into its log, whatever the log level; the description it does not.
 *
 * @param sent what the vendor may be repeating
 */
export function hidePeople(sentence: string, sent: unknown): string {
	return personalTexts(sent)
		.reduce((cleaned, text) => cleaned.replaceAll(wherever(text), HIDDEN), sentence)
		.replace(ADDRESS, HIDDEN)
		.replace(PHONE_NUMBER, HIDDEN);
}

/** A short name may be a part of any word, and is hidden as a word of its own. */
const SHORT_NAME = /^[a-z]{2,3}$/i;

const wherever = (text: string): string | RegExp =>
	SHORT_NAME.test(text) ? new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, 'gu') : text;

/** @param name of the field that holds the value */
function personalTexts(value: unknown, name = ''): string[] {
	if (typeof value === 'string' || typeof value === 'number') {
		const text = String(value).trim();
		return PERSONAL.test(name) && text.length >= SHORTEST_NAME ? [text] : [];
	}
	if (Array.isArray(value)) return value.flatMap((entry) => personalTexts(entry, name));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([inner, entry]) => personalTexts(entry, inner));
}
