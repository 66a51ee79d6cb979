const SUMMARY_LIMIT = 2000;

/** The trimmed text, or null when nothing is left or it is no text. */
export function presentText(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const trimmed = value.trim();
	return trimmed === '' ? null : trimmed;
}

/**
 * A text as addresses, names and IDs are compared: without case and what is around it, an accented letter as one character, since
 * a Mac may send it as two; empty where there is none.
 */
export const folded = (value: unknown): string => (presentText(value) ?? '').normalize().toLowerCase();

/** What stands in a value, at whatever depth, as text. */
export const textsIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value ?? '')];

/** Whether a text is a list as code has it, also where it is not quite JSON, and marked for a spreadsheet. */
export const isWrittenList = (value: unknown): boolean =>
	typeof value === 'string' && /^'?\[.*\]$/s.test(value.trim());

/** Zero-width spaces and joiners, marks of direction, and the soft hyphen: what web pages leave at the ends of a copied text. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** A text without white space and invisible characters at its ends. Not by a pattern: see `replaceLineBreaks`. */
export function withoutInvisibleEnds(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && INVISIBLE.test(text[start])) start++;
	while (end > start && INVISIBLE.test(text[end - 1])) end--;
	return text.slice(start, end);
}

/** One point per line; null when there is no point. Line breaks inside a point become spaces. */
export function asLines(points: string[]): string | null {
	return presentText(points.map((point) => replaceLineBreaks(point, ' ')).join('\n'));
}

/**
 * Every line break, with the white space around it, as this text; none at the beginning or the end. Not by a pattern: one
 * that takes a whole run of white space overflows the stack on a run of 16 MB.
 */
export function replaceLineBreaks(text: string, replacement: string): string {
	if (!text.includes('\n') && !text.includes('\r')) return text;
	const broken = text.replaceAll('\r', '\n');
	const lines: string[] = [];
	let start = 0;
	// No list of millions of empty lines is made.
	for (let end = broken.indexOf('\n'); end !== -1; end = broken.indexOf('\n', start)) {
		const line = broken.slice(start, end).trim();
		if (line !== '') lines.push(line);
		start = end + 1;
	}
	const last = broken.slice(start).trim();
	if (last !== '') lines.push(last);
	return lines.join(replacement);
}

/** At most 2,000 characters, cut between words and then ended with `…`. */
export function asSummary(value: string | null): string | null {
	return value === null ? null : shortened(value, SUMMARY_LIMIT);
}

/** At most this many characters, cut between words and then ended with `…`. */
export function shortened(value: string, limit: number): string {
	if (value.length <= limit) return value;
	const head = value.slice(0, limit - 1);
	let lastSpace = head.length - 1;
	while (lastSpace > limit / 2 && !/\s/.test(head[lastSpace])) lastSpace--;
	// A text with hardly a space is cut where it must be, but never inside a surrogate pair.
	const isBetweenWords = lastSpace > limit / 2;
	const cut = isBetweenWords ? head.slice(0, lastSpace) : head.replace(/[\uD800-\uDBFF]$/, '');
	return `${cut.trimEnd()}…`;
}
