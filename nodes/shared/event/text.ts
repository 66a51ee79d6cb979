const SUMMARY_LIMIT = 2000;

/** The trimmed text, or null when nothing is left or it is no text. */
export function presentText(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const trimmed = value.trim();
	return trimmed === '' ? null : trimmed;
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
	return text
		.replaceAll('\r', '\n')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(replacement);
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
