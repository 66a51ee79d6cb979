import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { jsonParse, NodeOperationError, tryToParseDateTime } from 'n8n-workflow';

import { flag, isNothing } from '../event/fields';
import { asNumberWithin, boundsInWords, type Bounds } from '../event/numbers';
import { withoutMark } from '../event/spreadsheet';
import { isWrittenList, presentText, withoutInvisibleEnds } from '../event/text';
import { asTime } from '../event/times';
import { isWebAddress } from '../http/isUrl';

/*
 * How a value is read, one function for each kind. Users type values, but expressions give whatever a spreadsheet or
 * another node holds: a number for a phone, a text for a number, a Luxon DateTime for a date, nothing at all. What is
 * unmistakable is read; anything else is an error that names the field and says nothing of a person, since n8n writes the
 * message of an error into its log.
 */

/** A value with the field that it comes from. */
export interface Given {
	context: IExecuteFunctions;
	itemIndex: number;
	displayName: string;
	value: unknown;
}

/** A text that is nothing but what JavaScript makes of no value, or of an object, where an expression joins it to a text. */
const NOTHING_ELSE =
	/^(?:undefined|NaN|\[object [A-Z]\w*\]|null(?= ))(?:[\s,]+(?:undefined|NaN|null|\[object [A-Z]\w*\]))*$/;

/** The same anywhere in a text on one line; of no value only in a person's name, for others may speak of it. */
const OBJECT = /\[object [A-Z]\w*\]/;
const UNDEFINED = /(?<![\p{L}\p{N}])(?:undefined|NaN)(?![\p{L}\p{N}])/u;

function joined(given: Given, text: string, ...signs: RegExp[]): string {
	const nothing = signs.map((sign) => sign.exec(text)?.[0]).find((found) => found !== undefined);
	if (nothing === undefined) return text;
	const { displayName } = given;
	throw fault(given, `${displayName} has ${nothing} where a value should be`, {
		description: `An expression in ${displayName} names a column that is not there, or one that has several values in it. Drag the column that holds a single value into the field.`,
	});
}

/**
 * A text, trimmed; empty when nothing was given. A number is taken as its digits, an item's text without the apostrophe of
 * Escape Formulas.
 *
 * @throws NodeOperationError for a list, an object, or a number that has lost digits
 */
export function textOf(given: Given): string {
	const text = proseOf(given);
	if (typeof given.value !== 'string') return text;
	const signs = /\bname\b/i.test(given.displayName) ? [OBJECT, UNDEFINED] : [OBJECT];
	return joined(given, withoutMark(text), ...signs);
}

/**
 * What somebody wrote, in which an apostrophe at the beginning may be a quotation mark.
 *
 * @throws as `textOf`
 */
export function proseOf(given: Given): string {
	const { displayName, value } = given;
	if (isNothing(value)) return '';
	if (typeof value === 'string') return joined(given, withoutInvisibleEnds(value), NOTHING_ELSE);
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) {
		if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
		throw fault(given, `${displayName} is a number so long that it has lost digits`, {
			description: `Give ${displayName} as text from where it is stored.`,
		});
	}
	throw fault(given, `${displayName} is ${kindOf(value)} instead of text`, {
		description: `Drag the column that holds a single value into ${displayName}.`,
	});
}

/**
 * One person's address, whose parts between dots are not empty. Source: RFC 5322, dot-atom, without what only quoted names
 * have and without the marks that an address is quoted with; RFC 1123 and 5891 for the domain. Invisible characters come with
 * what is copied from a web page.
 */
const ATOM = '[^@\\s\\p{Cf}<>()[\\]",:;\\\\.]+';
const QUOTATION_MARK = "['`‘’‚‛“”„‟«»‹›]";
const LABEL = '[\\p{L}\\p{M}\\p{N}-]+';
const ADDRESS = new RegExp(`^(?!${QUOTATION_MARK})${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`, 'u');

/**
 * An email address; empty when nothing was given.
 *
 * @throws NodeOperationError for anything else, also for a name with an address
 */
export function emailOf(given: Given): string {
	const text = textOf(given);
	if (text === '' || ADDRESS.test(text)) return text;
	throw fault(given, `${given.displayName} is not an email address`, {
		description: `${itIs(text)} Give the address alone, such as ada@example.com.`,
	});
}

/**
 * The address of a trigger that a vendor is to call; empty when nothing was given.
 *
 * @throws NodeOperationError for anything else, also for n8n's test URL, which works only while somebody listens
 */
export function webhookUrlOf(given: Given): string {
	const { displayName } = given;
	const url = textOf(given);
	if (url === '') return url;
	if (!/^https?:\/\//i.test(url) || !isWebAddress(url)) {
		throw fault(given, `${displayName} is not a web address`, {
			description: `${itIs(url)} Copy the Production URL of the trigger, beginning with https://.`,
		});
	}
	if (!/\/webhook-test\//.test(new URL(url).pathname)) return url;
	throw fault(given, `${displayName} is a Test URL, which works only while you listen for a test event`, {
		description: 'Copy the Production URL of the trigger instead.',
	});
}

const E164 = /^\+\d{7,15}$/;

/** As in `+44 (0)20`: most countries leave that zero out when called from abroad, Italy does not. */
const TRUNK_ZERO = /\(\s*0/;

/**
 * A phone number in E.164, without the blanks and signs that people write between digits; empty when nothing was given.
 *
 * @throws NodeOperationError for a number without its country, and for anything else
 */
export function phoneOf(given: Given): string {
	const { displayName } = given;
	const written = textOf(given);
	const number = written.replace(/[\s().-]/g, '');
	const hasTrunkZero = TRUNK_ZERO.test(written);
	if (number === '' || (E164.test(number) && !hasTrunkZero)) return number;
	const why = hasTrunkZero
		? 'has a zero in brackets: write it as it is dialed from abroad, without brackets'
		: 'is not a phone number with plus sign and country code, such as +15550100123';
	throw fault(given, `${displayName} ${why}`, { description: itIs(written) });
}

/** A text without the apostrophe of Escape Formulas, anything else as it is. */
const unmarked = (value: unknown): unknown => (typeof value === 'string' ? withoutMark(value.trim()) : value);

/**
 * A number, or a text that is one; undefined when nothing was given.
 *
 * @throws NodeOperationError for anything else, and outside the bounds
 */
export function numberOf(given: Given, bounds: Bounds = {}): number | undefined {
	const { displayName, value } = given;
	if (isNothing(value)) return undefined;
	const number = asNumberWithin(unmarked(value), bounds);
	if (number !== null) return number;
	throw fault(given, `${displayName} is not ${boundsInWords(bounds)}`, {
		description: `${itIs(value)} Write ${displayName} with digits only, and a point before decimals.`,
	});
}

/**
 * True or false, also as a text; undefined when nothing was given.
 *
 * @throws NodeOperationError for anything else
 */
export function flagOf(given: Given): boolean | undefined {
	const { displayName, value } = given;
	if (isNothing(value)) return undefined;
	const said = flag(unmarked(value));
	if (said !== null) return said;
	throw fault(given, `${displayName} is neither true nor false`, {
		description: `${itIs(value)} Use an expression that returns true or false.`,
	});
}

/** A date with or without a time and a zone, as ISO 8601 and SQL write it. No zone is further than 14 hours from UTC. */
const DATE =
	/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?)?$/i;

/**
 * A point in time as epoch milliseconds; undefined when nothing was given. What has no zone, as n8n's date picker stores
 * it, is in the workflow's zone. Also takes Luxon DateTimes, Dates, and epoch seconds or milliseconds.
 *
 * @throws NodeOperationError for anything else
 */
export function timeOf(given: Given): number | undefined {
	const { context, displayName, value } = given;
	if (isNothing(value)) return undefined;
	const milliseconds = millisecondsOf(unmarked(value), context.getTimezone());
	if (milliseconds !== undefined) return milliseconds;
	throw fault(given, `${displayName} is not a valid date`, {
		description: `${itIs(value)} Pick a date, or use an expression that returns one, such as {{ $now.minus({ days: 1 }) }} or 2026-03-01T08:00:00Z.`,
	});
}

function millisecondsOf(value: unknown, zone: string): number | undefined {
	const unmistakable = asTime(value);
	if (unmistakable !== null) return Date.parse(unmistakable);
	const text = presentText(value);
	const isWritten = text !== null && DATE.test(text) && isInCalendar(text);
	if (!isWritten && !(value instanceof Date) && !isDateTime(value)) return undefined;
	try {
		const read = tryToParseDateTime(text?.replace(' ', 'T') ?? value, zone);
		// The hour that comes twice in autumn is the first one, as RFC 5545 has it; Luxon takes the offset of today.
		const candidates = text === null ? [read] : read.getPossibleOffsets();
		const milliseconds = Math.min(...candidates.map((candidate) => candidate.toMillis()));
		return Number.isFinite(milliseconds) ? milliseconds : undefined;
	} catch {
		return undefined;
	}
}

/** JavaScript reads 30 February as 2 March. */
function isInCalendar(text: string): boolean {
	return new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));
}

/** A Luxon DateTime, by what it can do: n8n's own copy of Luxon is not this package's. */
const isDateTime = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && 'isLuxonDateTime' in value;

/**
 * A list of texts, from a list, from JSON, as AI agents and cells of a sheet have it, or from a text with commas; empty when
 * nothing was given.
 *
 * @throws NodeOperationError for entries that are neither text nor number, and for a list that is not JSON
 */
export function listOf(given: Given): string[] {
	const { value, ...field } = given;
	const text = typeof value === 'string' ? withoutMark(value.trim()) : null;
	const list = isWrittenList(value) ? jsonOf<unknown[]>(given, 'list', '["one", "two"]') : value;
	const entries = Array.isArray(list) ? (list as unknown[]) : (text?.split(',') ?? [list]);
	return entries.map((entry) => textOf({ ...field, value: entry })).filter((entry) => entry !== '');
}

export type JsonKind = 'object' | 'list';

/**
 * A JSON object or list, also as text; undefined when nothing was given.
 *
 * @throws NodeOperationError when it is something else
 */
export function jsonOf<Value extends IDataObject | unknown[]>(
	given: Given,
	kind: JsonKind,
	example = kind === 'list' ? '[{ "key": "value" }]' : '{ "key": "value" }',
): Value | undefined {
	const { displayName, value } = given;
	if (isNothing(value)) return undefined;
	const read = unmarked(value);
	const parsed = typeof read === 'string' ? jsonParse<unknown>(read, { fallbackValue: null }) : read;
	const isTime = parsed instanceof Date || isDateTime(parsed);
	const isPlain = typeof parsed === 'object' && parsed !== null && !isTime;
	if (isPlain && Array.isArray(parsed) === (kind === 'list')) return parsed as Value;
	throw fault(given, `${displayName} is not a JSON ${kind}`, {
		description: `Write ${displayName} like ${example}, with names in double quotes and no comma after the last entry.`,
	});
}

/**
 * One of these words, upper case or lower; empty when nothing was given.
 *
 * @throws NodeOperationError for another word
 */
export function choiceOf(given: Given, words: readonly string[]): string {
	const text = textOf(given);
	const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
	if (text === '' || found !== undefined) return found ?? '';
	throw fault(given, `${given.displayName} is not one of the values to choose from`, {
		description: `${itIs(text)} Choose from the list, or use an expression that returns one of ${words.join(', ')}.`,
	});
}

const SHOWN_CHARACTERS = 60;

/** What was given, for a description: n8n keeps those out of its log. */
function itIs(value: unknown): string {
	const text = typeof value === 'string' ? value : inJson(value);
	return `It is: ${text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text}.`;
}

/** What has no JSON, such as 10n or an object that holds itself, in JavaScript's words. */
function inJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The error that a value cannot be read. */
function fault(
	{ context, itemIndex }: Given,
	message: string,
	{ description }: { description: string },
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
