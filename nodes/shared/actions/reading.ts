import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isNothing } from '../event/fields';
import type { Bounds } from '../event/numbers';
import { MAXIMUM_FILE_SIZE } from './properties';
import {
	choiceOf,
	emailOf,
	flagOf,
	jsonOf,
	listOf,
	numberOf,
	phoneOf,
	proseOf,
	textOf,
	timeOf,
	type Given,
	type JsonKind,
} from './values';

/* How an operation asks for a parameter: by its name, and by the name on the screen, which the errors have. */

/**
 * Asks for a parameter.
 *
 * @param name a dot leads into a collection: `additionalFields.phone`
 * @throws NodeOperationError for a value that `values.ts` cannot read as this kind
 */
type Ask<Value, More extends unknown[] = []> = (
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	...more: More
) => Value;

/** A text, trimmed; empty when nothing was filled in. Of a locator, its value. */
export const optionalText: Ask<string> = (...asked) => textOf(given(...asked));

/** The same for a text that narrows something down: an expression must give one. */
export const decidingText: Ask<string> = (...asked) => textOf(deciding(...asked));

/** The same for a text that must not be empty. */
export const requiredText: Ask<string> = required(optionalText);

/** An email address, which must be there. */
export const requiredEmail: Ask<string> = required((...asked: Parameters<Ask<string>>) =>
	emailOf(given(...asked)),
);

/** A phone number in E.164; empty when nothing was filled in. */
export const optionalPhone: Ask<string> = (...asked) => phoneOf(given(...asked));

/** What somebody wrote, which must not be empty; see `proseOf`. */
export const requiredProse: Ask<string> = required((...asked: Parameters<Ask<string>>) =>
	proseOf(given(...asked)),
);

/** A number; undefined when nothing was filled in. */
export const optionalNumber: Ask<number | undefined, [bounds?: Bounds]> = (
	context,
	itemIndex,
	name,
	displayName,
	bounds,
) => numberOf(given(context, itemIndex, name, displayName), bounds);

/** The same for a number that must be there. */
export const requiredNumber: Ask<number, [bounds?: Bounds]> = required(optionalNumber);

/** A switch; undefined when it was not added. An expression must give one. */
export const optionalFlag: Ask<boolean | undefined> = (...asked) => flagOf(deciding(...asked));

/** The same for a switch that must be there. */
export const requiredFlag: Ask<boolean> = required(optionalFlag);

/** A point in time as epoch milliseconds; undefined when nothing was filled in. */
export const optionalTime: Ask<number | undefined> = (...asked) => timeOf(given(...asked));

/** The same for a time that must be there. */
export const requiredTime: Ask<number> = required(optionalTime, 'Pick a date in');

/** A list of texts, from a list or from a text with commas; empty when nothing was filled in. */
export const textList: Ask<string[]> = (...asked) => listOf(given(...asked));

/** A JSON object or list, typed or given by an expression; undefined when nothing was filled in. */
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
 * expression that returns another, or nothing, must not do what the user did not choose.
 */
export const optionalChoice: Ask<string, [words: readonly string[]]> = (
	context,
	itemIndex,
	name,
	displayName,
	words,
) => choiceOf(deciding(context, itemIndex, name, displayName), words);

/** The same for a word that must be there. */
export const requiredChoice: Ask<string, [words: readonly string[]]> = required(optionalChoice);

/** Several such words, from a list or from a text with commas; empty when nothing was filled in. */
export const choiceList: Ask<string[], [words: readonly string[]]> = (
	context,
	itemIndex,
	name,
	displayName,
	words,
) => {
	const wanted = listOf(deciding(context, itemIndex, name, displayName));
	return [...new Set(wanted.map((value) => choiceOf({ context, itemIndex, displayName, value }, words)))];
};

/**
 * The highest score that this vendor uses, as the user says; null when the option was not added, is empty or 0.
 *
 * @throws NodeOperationError when it is no number, or below 0
 */
export function wantedScoreMaximum(context: IExecuteFunctions, itemIndex: number): number | null {
	return optionalNumber(context, itemIndex, 'options.scoreMaximum', 'Score Maximum', { min: 0 }) || null;
}

/** The largest file that the user wants, in megabytes. @throws NodeOperationError when it is no number, or below 1 */
export function wantedFileSize(context: IExecuteFunctions, itemIndex: number): number {
	const size = optionalNumber(context, itemIndex, 'options.maximumFileSize', 'Maximum File Size', { min: 1 });
	return size ?? MAXIMUM_FILE_SIZE;
}

/**
 * How many rows the user wants, from "Return All" and "Limit"; Infinity for all.
 *
 * @throws NodeOperationError for a Limit that is no whole number of at least 1
 */
export function wantedCount(context: IExecuteFunctions, itemIndex: number): number {
	if (optionalFlag(context, itemIndex, 'returnAll', 'Return All') === true) return Infinity;
	const limit = given(context, itemIndex, 'limit', 'Limit', 50);
	const count = numberOf(limit, { min: 1, isWhole: true });
	if (count !== undefined) return count;
	throw new NodeOperationError(context.getNode(), 'Limit is empty', {
		itemIndex,
		description: 'Fill in Limit with a whole number of at least 1, or turn on Return All.',
	});
}

/** @throws NodeOperationError also when nothing was filled in */
function required<Value, More extends unknown[]>(
	optional: Ask<Value | undefined, More>,
	howTo = 'Fill in',
): Ask<Value, More> {
	return (context, itemIndex, name, displayName, ...more) => {
		const value = optional(context, itemIndex, name, displayName, ...more);
		if (value !== undefined && value !== '') return value;
		throw new NodeOperationError(context.getNode(), `${displayName} is empty`, {
			itemIndex,
			description: `${howTo} ${displayName}, or drag the column that holds it into the field.`,
		});
	};
}

function given(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	displayName: string,
	fallback?: unknown,
): Given {
	// Not `undefined` as the fallback: n8n then throws for a parameter that is not there.
	const value = context.getNodeParameter(name, itemIndex, fallback ?? null) as unknown;
	const field = { context, itemIndex, displayName, value: unlocated(value) };
	if (name.startsWith('filters.')) refuseNothing(field, name);
	return field;
}

function deciding(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): Given {
	const field = given(context, itemIndex, name, displayName);
	refuseNothing(field, name);
	return field;
}

/**
 * Refuses an expression that returns nothing for what decides something: without its filter a list has everybody in it, and
 * without its switch an email goes out. A field that is left empty keeps the meaning that it has.
 *
 * @param name as for `Ask`
 * @param otherwise what else to do, for the error
 * @throws NodeOperationError naming the field
 */
export function refuseNothing(
	{ context, itemIndex, displayName, value }: Given,
	name: string,
	otherwise = 'remove the field',
): void {
	if (!isNothing(value) && !(Array.isArray(value) && value.length === 0)) return;
	const parameter = context.getNodeParameter(name, itemIndex, null, { rawExpressions: true }) as unknown;
	const written = unlocated(parameter);
	if (typeof written !== 'string' || !written.startsWith('=')) return;
	throw new NodeOperationError(context.getNode(), `${displayName} is empty`, {
		itemIndex,
		description: `The expression in ${displayName} returns nothing for this item. Drag the column that holds the value into the field, or ${otherwise}.`,
	});
}

/** What was chosen, of a parameter with a searchable list; any other value as it is. */
export function unlocated(value: unknown): unknown {
	return typeof value === 'object' && value !== null && '__rl' in value
		? (value as { value?: unknown }).value
		: value;
}
