/** A piece of HTML: what is text in it has been escaped. Only `markup` makes one. */
class Markup {
	constructor(readonly source: string) {}
}

export type { Markup };

/** What may stand in a piece of HTML; null, undefined and false leave nothing. */
export type Part = Markup | string | number | null | undefined | false | Part[];

/**
 * Makes a piece of HTML. What stands in `${}` is text, and is escaped, unless it is a piece of HTML itself.
 *
 * @example markup`<p title="${name}">${lines.map((line) => markup`${line}<br>`)}</p>`
 */
export function markup(literals: TemplateStringsArray, ...parts: Part[]): Markup {
	return new Markup(literals.map((literal, index) => literal + sourceOf(parts[index])).join(''));
}

function sourceOf(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (Array.isArray(part)) return part.map(sourceOf).join('');
	return part instanceof Markup ? part.source : escaped(String(part));
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
