/** A piece of HTML: what is text in it has been escaped. Only `html` makes one. */
class Html {
	constructor(readonly source: string) {}
}

export type { Html };

/** What may stand in a piece of HTML; null, undefined and false leave nothing. */
type Part = Html | string | number | null | undefined | false | Part[];

/**
 * Makes a piece of HTML. What stands in `${}` is text, and is escaped, unless it is a piece of HTML itself.
 *
 * @example html`<p title="${name}">${lines.map((line) => html`${line}<br>`)}</p>`
 */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(literals.map((literal, index) => literal + sourceOf(parts[index])).join(''));
}

function sourceOf(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (Array.isArray(part)) return part.map(sourceOf).join('');
	return part instanceof Html ? part.source : escaped(String(part));
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Control characters other than line breaks, halves of characters, and those that turn the direction of the text around them. */
const DISTURBING = /[^\P{Cc}\n]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu;

function escaped(text: string): string {
	return text.replace(DISTURBING, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
