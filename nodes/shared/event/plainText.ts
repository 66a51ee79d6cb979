import { LIST_LIMIT } from './fields';
import { presentText, replaceLineBreaks, shortened } from './text';

/** What stands in the place of a tag: `line` a new line, `gap` a space after a table's cell, `mark` nothing. */
type Place = 'line' | 'gap' | 'mark';

const NAMES: Record<Place, string> = {
	line: 'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody tfoot thead title tr ul',
	gap: 'td th',
	mark: 'a abbr b big cite code del em font i img ins kbd label mark o:p q s samp small span strike strong sub sup tt u var wbr',
};

const PLACES = new Map(
	Object.entries(NAMES).flatMap(([place, names]) =>
		names.split(' ').map((name) => [name, place as Place] as const),
	),
);

/** Characters of a text that are looked at; no report has a tenth of them, and `raw` has them all. */
const LONGEST = 1_000_000;

/** With what a text of HTML may begin although nothing in it is closed: `<p>One<p>Two`. */
const BEGINNINGS = [
	'body',
	'div',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'html',
	'li',
	'ol',
	'p',
	'table',
	'ul',
];

/**
 * A text as a reader is meant to see it. HTML loses its tags: paragraphs, `<br>` and list items become lines; entities
 * become their signs, once. A text is HTML where an element is closed, broken by `<br>` or has attributes, or where a block
 * begins it: "score < 5", "a<b" and "C++ <3" stay as they are, as do tags and entities that HTML does not know. Takes time
 * in proportion to the length, whatever is sent. Null when nothing is left.
 */
export function plainText(text: string | null): string | null {
	if (text === null || !isMarked(text)) return text;
	const whole = shortened(text, LONGEST).trim();
	const shown = HIDDEN.reduce((rest, [opening, closing]) => without(rest, opening, closing), whole).trim();
	const { isHtml, hasLines } = survey(shown);
	if (!isHtml && shown === whole) return presentText(decoded(whole));
	const bare = withoutTags(shown, (piece) => decoded(hasLines ? flowing(piece) : piece));
	return presentText(hasLines ? replaceLineBreaks(bare, '\n') : bare);
}

/** Points as plain text: each line of one that is HTML, such as a list, is a point of its own. */
export function plainPoints(points: string[]): string[] {
	if (!points.some(isMarked)) return points;
	return points.flatMap((point) => {
		const plain = plainText(point);
		return plain === point ? [point] : (plain?.split('\n', LIST_LIMIT) ?? []);
	});
}

/** The same for a text with one point per line. */
export function plainLines(lines: string | null): string | null {
	if (lines === null || !isMarked(lines)) return lines;
	return presentText(plainPoints(lines.split('\n')).join('\n'));
}

/** Whether a text can be HTML at all; most are not, and cost no more than this. */
function isMarked(text: string): boolean {
	return text.includes('<') || text.includes('&');
}

/** What no reader is meant to see: how it opens and how it closes. */
const HIDDEN = [
	[/<!--/g, /-->/g],
	[/<!doctype\s/gi, />/g],
	[/<script[\s>]/gi, /<\/script\s{0,9}>/gi],
	[/<style[\s>]/gi, /<\/style\s{0,9}>/gi],
] as const;

/** The text without what stands between these; what is opened last and never closed stays. */
function without(text: string, opening: RegExp, closing: RegExp): string {
	const kept: string[] = [];
	let from = 0;
	for (;;) {
		opening.lastIndex = from;
		const start = opening.exec(text);
		closing.lastIndex = opening.lastIndex;
		// Where nothing closes any more, looking on from each opening would take forever.
		if (start === null || closing.exec(text) === null) break;
		kept.push(text.slice(from, start.index));
		from = closing.lastIndex;
	}
	return from === 0 ? text : kept.join('') + text.slice(from);
}

/** Whether what looks like tags are tags at all, and whether any of them makes a line. */
function survey(text: string): { isHtml: boolean; hasLines: boolean } {
	let isHtml = false;
	let hasLines = false;
	for (const { start, name, place, isTelling } of tagsIn(text)) {
		isHtml ||= isTelling || (start === 0 && BEGINNINGS.includes(name));
		hasLines ||= place === 'line';
	}
	return { isHtml, hasLines };
}

/** The text with its tags replaced. @param write makes what stands between two tags plain */
function withoutTags(html: string, write: (piece: string) => string): string {
	let text = '';
	let from = 0;
	for (const tag of tagsIn(html)) {
		if (tag.start > from) text += write(html.slice(from, tag.start));
		if (tag.place === 'line') text += '\n';
		else if (tag.place === 'gap' && tag.isClosing) text += ' ';
		from = tag.end;
	}
	return text + write(html.slice(from));
}

interface Tag {
	/** The index of its `<`. */
	start: number;
	name: string;
	place: Place;
	isClosing: boolean;
	/** Whether it can be nothing but a tag, wherever it stands. */
	isTelling: boolean;
	/** The index behind it. */
	end: number;
}

function* tagsIn(html: string): Generator<Tag> {
	let at = html.indexOf('<');
	while (at !== -1) {
		const tag = tagAt(html, at);
		if (tag !== null) yield tag;
		at = html.indexOf('<', tag?.end ?? at + 1);
	}
}

/** One more than the longest name has. */
const NAME_LIMIT = 11;

const BARE_END = /\s{0,99}\/?>/y;
const ATTRIBUTE = /\s{1,99}[a-z][a-z\d:_-]{0,63}\s{0,9}=/iy;

/** The tag of an element that HTML knows, at the index of its `<`; null when there is none. */
function tagAt(html: string, start: number): Tag | null {
	const isClosing = html[start + 1] === '/';
	const from = start + (isClosing ? 2 : 1);
	const name = nameAt(html, from);
	const place = PLACES.get(name);
	if (place === undefined) return null;
	const behind = from + name.length;
	const bareEnd = html[behind] === '>' ? behind + 1 : endAt(BARE_END, html, behind);
	if (bareEnd !== null) {
		const isTelling = isClosing || name === 'br' || name === 'hr';
		return { start, name, place, isClosing, isTelling, end: bareEnd };
	}
	const value = isClosing ? null : endAt(ATTRIBUTE, html, behind);
	const end = value === null ? null : endOfTag(html, value);
	return end === null ? null : { start, name, place, isClosing, isTelling: true, end };
}

/** The name that begins here, in lower case: of letters, digits and colons. */
function nameAt(html: string, from: number): string {
	let end = from;
	while (end - from < NAME_LIMIT && isNameSign(html.charCodeAt(end))) end++;
	return html.slice(from, end).toLowerCase();
}

/** Millions of these run for a text full of tags: a pattern would take five times as long. */
function isNameSign(code: number): boolean {
	const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
	return isLetter || (code >= 0x30 && code <= 0x3a);
}

/** The index behind what the pattern finds exactly here; null when it finds nothing. */
function endAt(pattern: RegExp, text: string, at: number): number | null {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : null;
}

/** The index behind the `>` that is in no quotes. None looks beyond the next `<`: all together read the text once. */
function endOfTag(html: string, from: number): number | null {
	let quote = '';
	for (let at = from; at < html.length && html[at] !== '<'; at++) {
		const sign = html[at];
		if (quote === '' && sign === '>') return at + 1;
		if (sign === quote) quote = '';
		else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
	}
	return null;
}

/** Between tags that make lines, a line break is a space. */
function flowing(text: string): string {
	if (!text.includes('\n') && !text.includes('\r')) return text;
	if (text.trim() === '') return ' ';
	const spaceIf = (sign: string | undefined) => (sign?.trim() === '' ? ' ' : '');
	return spaceIf(text[0]) + replaceLineBreaks(text, ' ') + spaceIf(text.at(-1));
}

/** The names of U+00A0 to U+00FF, in order. */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const ENTITIES = new Map([
	...LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
	...Object.entries({
		amp: '&',
		apos: "'",
		bull: '•',
		euro: '€',
		gt: '>',
		hellip: '…',
		ldquo: '“',
		lsquo: '‘',
		lt: '<',
		mdash: '—',
		nbsp: ' ',
		ndash: '–',
		quot: '"',
		rdquo: '”',
		rsquo: '’',
		sbquo: '‚',
		trade: '™',
	}),
]);

/** Signs between `&` and `;`: no entity of ours has more. */
const LONGEST_ENTITY = 8;

/** The text with its entities as the signs that they stand for; those that stand for none stay. */
function decoded(text: string): string {
	if (!text.includes('&')) return text;
	const parts: string[] = [];
	let from = 0;
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
		const length = text.slice(at + 1, at + LONGEST_ENTITY + 2).indexOf(';');
		const sign = length === -1 ? null : signOf(text.slice(at + 1, at + 1 + length));
		if (sign === null) continue;
		parts.push(text.slice(from, at), sign);
		from = at + length + 2;
	}
	return from === 0 ? text : parts.join('') + text.slice(from);
}

const NUMBER = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i;

/** What an entity stands for, without its `&` and `;`; null when that is nothing. */
function signOf(entity: string): string | null {
	if (!entity.startsWith('#')) return ENTITIES.get(entity) ?? null;
	const [, decimal, hexadecimal] = NUMBER.exec(entity) ?? [];
	if (decimal === undefined && hexadecimal === undefined) return null;
	return signWithCode(decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal));
}

/** The sign with this number in Unicode; null for control characters, halves of surrogate pairs, and beyond the last. */
function signWithCode(code: number): string | null {
	const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);
	if (isControl || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return null;
	return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
