import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { jsonParse, NodeOperationError, tryToParseDateTime } from 'n8n-workflow';

import { flag, isNothing } from '../event/fields';
import { asNumberWithin, boundsInWords, type Bounds } from '../event/numbers';
import { withoutMark } from '../event/spreadsheet';
import { presentText, withoutInvisibleEnds } from '../event/text';
import { asTime } from '../event/times';

/*
 * How a parameter's value is read, one function for each kind. Users type values, but expressions give whatever a
 * spreadsheet or another node holds: a number for a phone, a text for a number, a Luxon DateTime for a date, nothing at
 * all. What is unmistakable is read; anything else is an error that names the field and says nothing of a person, since
 * n8n writes the message of an error into its log.
 */

/** A value with the field that it comes from. */
export interface Given {
	context: IExecuteFunctions;
	itemIndex: number;
	displayName: string;
	value: unknown;
}

/**
 * A text, trimmed; empty when nothing was filled in. A number is taken as its digits, a locator by its value, an item's text
 * without the apostrophe of Escape Formulas.
 *
 * @param name a dot leads into a collection: `additionalFields.phone`
 * @throws NodeOperationError for a list, an object, or a number that has lost digits
 */
export function optionalText(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string {
	return textOf(given(context, itemIndex, name, displayName));
}

/**
 * The same for a text that narrows something down: an expression must give one.
 *
 * @throws NodeOperationError also for an expression that gives nothing
 */
export function decidingText(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string {
	return textOf(deciding(context, itemIndex, name, displayName));
}

/**
 * The same for a text that must not be empty.
 *
 * @throws NodeOperationError also when it is empty
 */
export function requiredText(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string {
	const text = optionalText(context, itemIndex, name, displayName);
	if (text !== '') return text;
	throw empty(context, itemIndex, displayName);
}

/**
 * A number, or a text that is one; undefined when nothing was filled in.
 *
 * @throws NodeOperationError for anything else, and outside the bounds
 */
export function optionalNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	bounds: Bounds = {},
): number | undefined {
	return numberOf(given(context, itemIndex, name, displayName), bounds);
}

/**
 * What somebody wrote, which must not be empty; see `proseOf`.
 *
 * @throws NodeOperationError also when it is empty
 */
export function requiredProse(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string {
	const text = proseOf(given(context, itemIndex, name, displayName));
	if (text !== '') return text;
	throw empty(context, itemIndex, displayName);
}

/**
 * The same for a number that must be there.
 *
 * @throws NodeOperationError also when nothing was filled in
 */
export function requiredNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	bounds: Bounds = {},
): number {
	const number = optionalNumber(context, itemIndex, name, displayName, bounds);
	if (number !== undefined) return number;
	throw empty(context, itemIndex, displayName);
}

/**
 * The highest score that the user says this vendor gives; null when the option was not added, is empty or 0.
 *
 * @throws NodeOperationError when it is no number, or below 0
 */
export function wantedScoreMaximum(context: IExecuteFunctions, itemIndex: number): number | null {
	return optionalNumber(context, itemIndex, 'options.scoreMaximum', 'Score Maximum', { min: 0 }) || null;
}

/**
 * How many rows the user wants, from "Return All" and "Limit"; Infinity for all.
 *
 * @throws NodeOperationError for a Limit that is no whole number of at least 1
 */
export function wantedCount(context: IExecuteFunctions, itemIndex: number): number {
	if (flagOf(given(context, itemIndex, 'returnAll', 'Return All')) === true) return Infinity;
	const limit = given(context, itemIndex, 'limit', 'Limit', 50);
	const count = numberOf(limit, { min: 1, isWhole: true });
	if (count !== undefined) return count;
	throw fault(context, itemIndex, 'Limit is empty', {
		description: 'Fill in Limit with a whole number of at least 1, or turn on Return All.',
	});
}

/**
 * A switch; undefined when it was not added. The texts "true" and "false" count as what they say.
 *
 * @throws NodeOperationError for anything else, also for an expression that gives nothing
 */
export function optionalFlag(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): boolean | undefined {
	return flagOf(deciding(context, itemIndex, name, displayName));
}

/**
 * The same for a switch that must be there.
 *
 * @throws NodeOperationError also when nothing was filled in
 */
export function requiredFlag(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): boolean {
	const flag = optionalFlag(context, itemIndex, name, displayName);
	if (flag !== undefined) return flag;
	throw empty(context, itemIndex, displayName);
}

/**
 * A point in time as epoch milliseconds; undefined when nothing was filled in. What has no zone, as n8n's date picker
 * stores it, is in the workflow's zone. Also takes Luxon DateTimes, Dates, and epoch seconds or milliseconds.
 *
 * @throws NodeOperationError for anything else
 */
export function optionalTime(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): number | undefined {
	return timeOf(given(context, itemIndex, name, displayName));
}

/**
 * The same for a time that must be there.
 *
 * @throws NodeOperationError also when nothing was filled in
 */
export function requiredTime(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): number {
	const time = optionalTime(context, itemIndex, name, displayName);
	if (time !== undefined) return time;
	throw fault(context, itemIndex, `${displayName} is empty`, {
		description: `Pick a date in ${displayName}, or drag the column that holds it into the field.`,
	});
}

/**
 * A list of texts, from a list or from a text with commas; empty when nothing was filled in.
 *
 * @throws NodeOperationError for entries that are neither text nor number
 */
export function textList(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
): string[] {
	return listOf(given(context, itemIndex, name, displayName));
}

/**
 * A JSON object or list, typed or given by an expression; undefined when nothing was filled in.
 *
 * @throws NodeOperationError when it is something else
 */
export function optionalJson<Value extends IDataObject | unknown[] = IDataObject>(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	kind: JsonKind,
): Value | undefined {
	return jsonOf<Value>(given(context, itemIndex, name, displayName), kind);
}

/**
 * One of a few words that this node acts by; empty when nothing was filled in. Upper case or lower, but no other word: an
 * expression that gives another must not do what the user did not choose.
 *
 * @throws NodeOperationError for another word, and for an expression that gives nothing
 */
export function optionalChoice(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	words: readonly string[],
): string {
	return choiceOf(
		context,
		itemIndex,
		displayName,
		words,
		decidingText(context, itemIndex, name, displayName),
	);
}

/**
 * The same for a word that must be there.
 *
 * @throws NodeOperationError also when it is empty
 */
export function requiredChoice(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	words: readonly string[],
): string {
	const word = optionalChoice(context, itemIndex, name, displayName, words);
	if (word !== '') return word;
	throw empty(context, itemIndex, displayName);
}

/**
 * Several such words, from a list or from a text with commas; empty when nothing was filled in.
 *
 * @throws NodeOperationError for another word, and for an expression that gives nothing
 */
export function choiceList(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	words: readonly string[],
): string[] {
	const given = listOf(deciding(context, itemIndex, name, displayName));
	return [...new Set(given.map((one) => choiceOf(context, itemIndex, displayName, words, one)))];
}

function choiceOf(
	context: IExecuteFunctions,
	itemIndex: number,
	displayName: string,
	words: readonly string[],
	text: string,
): string {
	const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
	if (text === '' || found !== undefined) return found ?? '';
	throw fault(context, itemIndex, `${displayName} is none of the values to choose from`, {
		description: `${itIs(text)} Choose from the list, or use an expression that gives one of ${words.join(', ')}.`,
	});
}

export type JsonKind = 'object' | 'list';

function given(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	fallback?: unknown,
): Given {
	// Not `undefined` as the fallback: n8n then throws for a parameter that is not there.
	const value = context.getNodeParameter(name, itemIndex, fallback ?? null) as unknown;
	const field = { context, itemIndex, displayName, value: isLocator(value) ? value.value : value };
	if (name.startsWith('filters.')) refuseNothing(field, name);
	return field;
}

function deciding(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): Given {
	const field = given(context, itemIndex, name, displayName);
	refuseNothing(field, name);
	return field;
}

/**
 * Refuses an expression that gives nothing for what decides something: without its filter a list has everybody in it, and
 * without its switch an email goes out. A field that is left empty keeps the meaning that it has.
 *
 * @param name as for `optionalText`
 * @throws NodeOperationError naming the field
 */
export function refuseNothing({ context, itemIndex, displayName, value }: Given, name: string): void {
	if (!isNothing(value) && !(Array.isArray(value) && value.length === 0)) return;
	const parameter = context.getNodeParameter(name, itemIndex, null, { rawExpressions: true }) as unknown;
	const written = isLocator(parameter) ? parameter.value : parameter;
	if (typeof written !== 'string' || !written.startsWith('=')) return;
	throw fault(context, itemIndex, `${displayName} is empty`, {
		description: `The expression in ${displayName} gives nothing for this item. Drag the column that holds the value into the field, or remove the field.`,
	});
}

const isLocator = (value: unknown): value is { value: unknown } =>
	typeof value === 'object' && value !== null && '__rl' in value;

/** @throws see `optionalText` */
export function textOf(given: Given): string {
	const text = proseOf(given);
	return typeof given.value === 'string' ? withoutMark(text) : text;
}

/**
 * What somebody wrote, in which an apostrophe at the beginning may be a quotation mark.
 *
 * @throws see `optionalText`
 */
export function proseOf({ context, itemIndex, displayName, value }: Given): string {
	if (isNothing(value)) return '';
	if (typeof value === 'string') return withoutInvisibleEnds(value);
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) {
		if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
		throw fault(context, itemIndex, `${displayName} is a number so long that it has lost digits`, {
			description: `Give ${displayName} as text from where it is stored.`,
		});
	}
	throw fault(context, itemIndex, `${displayName} is ${kindOf(value)} instead of text`, {
		description: `Drag the column that holds a single value into ${displayName}.`,
	});
}

/** A text without the apostrophe of Escape Formulas, anything else as it is. */
const unmarked = (value: unknown): unknown => (typeof value === 'string' ? withoutMark(value.trim()) : value);

/** @throws see `optionalNumber` */
export function numberOf(
	{ context, itemIndex, displayName, value }: Given,
	bounds: Bounds = {},
): number | undefined {
	if (isNothing(value)) return undefined;
	const number = asNumberWithin(unmarked(value), bounds);
	if (number !== null) return number;
	throw fault(context, itemIndex, `${displayName} is not ${boundsInWords(bounds)}`, {
		description: `${itIs(value)} Write ${displayName} with digits only, and a point before decimals.`,
	});
}

/** @throws see `optionalFlag` */
export function flagOf({ context, itemIndex, displayName, value }: Given): boolean | undefined {
	if (isNothing(value)) return undefined;
	const said = flag(unmarked(value));
	if (said !== null) return said;
	throw fault(context, itemIndex, `${displayName} is neither true nor false`, {
		description: `${itIs(value)} Use an expression that gives true or false.`,
	});
}

/** A date with or without a time and a zone, as ISO 8601 and SQL write it. No zone is further than 14 hours from UTC. */
const DATE =
	/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?)?$/i;

/** @throws see `optionalTime` */
export function timeOf({ context, itemIndex, displayName, value }: Given): number | undefined {
	if (isNothing(value)) return undefined;
	const milliseconds = millisecondsOf(unmarked(value), context.getTimezone());
	if (milliseconds !== undefined) return milliseconds;
	throw fault(context, itemIndex, `${displayName} is not a valid date`, {
		description: `${itIs(value)} Pick a date, or use an expression that gives one, such as {{ $now.minus({ days: 1 }) }} or 2026-03-01T08:00:00Z.`,
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

/** @throws see `textList` */
export function listOf({ value, ...field }: Given): string[] {
	const entries =
		typeof value === 'string' ? withoutMark(value.trim()).split(',') : Array.isArray(value) ? value : [value];
	return entries.map((entry) => textOf({ ...field, value: entry })).filter((entry) => entry !== '');
}

/** @throws see `optionalJson` */
export function jsonOf<Value extends IDataObject | unknown[]>(
	{ context, itemIndex, displayName, value }: Given,
	kind: JsonKind,
): Value | undefined {
	if (isNothing(value)) return undefined;
	const read = unmarked(value);
	const parsed = typeof read === 'string' ? jsonParse<unknown>(read, { fallbackValue: null }) : read;
	const isTime = parsed instanceof Date || isDateTime(parsed);
	const isPlain = typeof parsed === 'object' && parsed !== null && !isTime;
	if (isPlain && Array.isArray(parsed) === (kind === 'list')) return parsed as Value;
	const [what, example] =
		kind === 'list' ? ['a JSON list', '[{ "key": "value" }]'] : ['a JSON object', '{ "key": "value" }'];
	throw fault(context, itemIndex, `${displayName} is not ${what}`, {
		description: `Write ${displayName} like ${example}, with names in double quotes and no comma after the last entry.`,
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

function empty(context: IExecuteFunctions, itemIndex: number, displayName: string): NodeOperationError {
	return fault(context, itemIndex, `${displayName} is empty`, {
		description: `Fill in ${displayName}, or drag the column that holds it into the field.`,
	});
}

function fault(
	context: IExecuteFunctions,
	itemIndex: number,
	message: string,
	{ description }: { description: string },
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
