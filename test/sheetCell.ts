/** A date that a spreadsheet made of a text: a number of days, and how it shows it. */
interface DateCell {
	serial: number;
	shown: string;
}

/** What a cell holds. */
export type Cell = string | number | boolean | DateCell;

/** What a spreadsheet makes of a text that somebody types, or that arrives with `valueInputOption=USER_ENTERED`. */
export type Typed = { cell: Cell } | { formula: string } | { error: string };

const LOCALES = [
	...[
		'ar-EG',
		'bg',
		'bn',
		'ca',
		'cs',
		'da',
		'de',
		'el',
		'en-GB',
		'en-US',
		'es',
		'et',
		'fa',
		'fi',
		'fr',
		'he',
	],
	...[
		'hi',
		'hr',
		'hu',
		'id',
		'it',
		'ja',
		'ko',
		'lt',
		'lv',
		'mr',
		'my',
		'nb',
		'nl',
		'pl',
		'pt',
		'pt-BR',
		'ro',
	],
	...['ru', 'sk', 'sl', 'sr', 'sv', 'ta', 'th', 'tr', 'uk', 'vi', 'zh', 'zh-TW'],
];

const LOGICAL: Record<string, boolean> = {
	...{ true: true, false: false, wahr: true, falsch: false, vrai: true, faux: false, verdadero: true },
	...{ falso: false, vero: true, verdadeiro: true, waar: true, onwaar: false, prawda: true, fałsz: false },
	...{ sant: true, falskt: false, doğru: true, yanlış: false, истина: true, ложь: false },
};

/** Words that may stand in a date or a time beside its digits, in the languages above. */
const DATE_WORDS = wordsOfDates();

const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/**
 * A model of what Google Sheets and Excel do, in whatever language they run: it takes for a number or a date what any of
 * them might. It leaves alone the time `YYYY-MM-DDTHH:mm:ss.sssZ`, which both keep as text.
 */
export function typedIn(text: string): Typed {
	if (text.startsWith("'")) return { cell: text.slice(1) };
	const seen = text
		.normalize('NFKC')
		.replace(/^\uFEFF/, '')
		.trim();
	if (/^[=+\-@]/.test(seen)) return { formula: text };
	if (seen.startsWith('#')) return { error: text };
	const logical = LOGICAL[seen.toLocaleLowerCase('tr')] ?? LOGICAL[seen.toLowerCase()];
	if (logical !== undefined) return { cell: logical };
	const number = numberIn(seen);
	if (number !== null) return { cell: number };
	return { cell: dateIn(seen) ?? text };
}

/** A cell with `valueRenderOption=FORMATTED_VALUE`: as it is shown. */
export function shownIn(cell: Cell): string {
	if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
	if (typeof cell === 'number') {
		if (Math.abs(cell) < 1e15) return String(Number(cell.toPrecision(10)));
		return cell.toExponential(2).toUpperCase();
	}
	return typeof cell === 'object' ? cell.shown : cell;
}

/** A cell with `valueRenderOption=UNFORMATTED_VALUE`. */
export function heldIn(cell: Cell): string | number | boolean {
	return typeof cell === 'object' ? cell.serial : cell;
}

/** Every language in which the spreadsheet may run. */
export const SPREADSHEET_LOCALES: readonly string[] = LOCALES;

/** A number, an amount, a percentage, a fraction, in any way of writing them. */
function numberIn(text: string): number | null {
	const plain = [...text]
		.map((sign) => (/\p{Nd}/u.test(sign) ? digitOf(sign) : sign))
		.join('')
		.replace(/[\p{Sc}%٪‰]/gu, ' ')
		.replace(/\p{L}[\p{L}\p{M}.]*/gu, (word) => (CURRENCIES.has(word.toLowerCase()) ? ' ' : word))
		.trim();
	const inBrackets = /^\((.*)\)$/.exec(plain)?.[1] ?? plain;
	const fraction = /^(?:(\d+)\s+)?(\d+)\s*[/⁄]\s*(\d+)$/.exec(inBrackets);
	if (fraction) return Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]);
	const digits = inBrackets.replace(/(?<=\d)[.,'’٫٬\s](?=\d)/g, '').replace(/^[.,٫]|[.,٫]$/g, '');
	return /^\d+(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits) : null;
}

/** The digit of another script. In each, ten digits stand in a row. */
function digitOf(sign: string): string {
	let value = 0;
	const code = sign.codePointAt(0) ?? 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
	return String(value);
}

/** A short word with a digit on both sides: 12h30 and 2026T12 are times, 1a2 is not. */
const SQUEEZED = /\d(?![ht]\d)[a-z]{1,2}\d/i;

/** A date or a time: a few short numbers, and nothing else but the words and signs of dates. */
function dateIn(text: string): DateCell | null {
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return null;
	const numbers = text.match(/\p{Nd}+/gu) ?? [];
	const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
	const isDate =
		numbers.length > 0 &&
		numbers.length <= 7 &&
		numbers.every((digits) => digits.length <= 4) &&
		numbers.length + words.length > 1 &&
		/^[\p{L}\p{M}\p{Nd}\s.,:/\-–'’()،\u200e\u200f]+$/u.test(text) &&
		words.every((word) => DATE_WORDS.has(word.toLowerCase())) &&
		!SQUEEZED.test(text);
	if (!isDate) return null;
	const time = Date.parse(text);
	const serial = Number.isNaN(time) ? 1 : time / 86_400_000 + 25_569;
	return { serial, shown: `${text} as a date` };
}

function wordsOfDates(): Set<string> {
	const words = [
		't',
		'z',
		'am',
		'pm',
		'a',
		'p',
		'st',
		'nd',
		'rd',
		'th',
		'of',
		'de',
		'h',
		'min',
		'utc',
		'gmt',
	];
	for (const locale of LOCALES) {
		for (let month = 0; month < 12; month++) {
			const date = new Date(Date.UTC(2026, month, 1 + month, month * 2, 30));
			for (const style of ['full', 'long', 'medium', 'short'] as const) {
				const options = { dateStyle: style, timeStyle: style, timeZone: 'UTC' } as const;
				const written = new Intl.DateTimeFormat(locale, options).format(date);
				words.push(...(written.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []));
			}
			for (const form of ['long', 'short'] as const) {
				words.push(new Intl.DateTimeFormat(locale, { month: form }).format(date).toLowerCase());
			}
		}
	}
	return new Set(words);
}
