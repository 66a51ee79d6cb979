import { asNumber } from './numbers';
import { presentText } from './text';
import { asTime } from './times';

/**
 * How a value of a vendor's body is read. Vendors drift: a field of another type than documented reads as null (or as an
 * empty list) and stays visible in `raw`; it never makes a delivery fail, and no field throws.
 */
export type Field<Value> = (value: unknown) => Value;

/** Fields by their names in the body. */
type Shape = Record<string, Field<unknown>>;

type Found<Fields extends Shape> = { [Name in keyof Fields]: ReturnType<Fields[Name]> };

/** A text, trimmed; null when it is absent, empty or no text. */
export const text: Field<string | null> = presentText;

/**
 * An id as text. A whole number is taken as its decimal digits, one beyond 2^53 is no id: JSON.parse has rounded it, and
 * two candidates would be one.
 */
export function identifier(value: unknown): string | null {
	return Number.isSafeInteger(value) ? String(value) : presentText(value);
}

/** A finite number, also one written as decimal text; null otherwise. */
export const number: Field<number | null> = asNumber;

/** A boolean, also one written as the word; null otherwise: 1, "0" and "yes" are somebody's guess. */
export function flag(value: unknown): boolean | null {
	if (typeof value === 'boolean') return value;
	const word = presentText(value)?.toLowerCase();
	return word === 'true' || word === 'false' ? word === 'true' : null;
}

/** A boolean whose absence means something: null when nothing is said, `unreadable` for what is neither. */
export function mark(value: unknown): boolean | 'unreadable' | null {
	return isNothing(value) ? null : (flag(value) ?? 'unreadable');
}

/** A time as `YYYY-MM-DDTHH:mm:ss.sssZ`, in whatever form it was sent; null otherwise. See `asTime`. */
export const time: Field<string | null> = asTime;

/** Something that a vendor reports by its time or by a boolean. */
export interface Happening {
	/** Null when something is said that can be read as neither: then nobody knows. */
	happened: boolean | null;
	/** `YYYY-MM-DDTHH:mm:ss.sssZ`; null when it has not happened, or there is no time. */
	at: string | null;
}

/** Whether and when something happened: a time says that it did, nothing at all that it did not. */
export function happening(value: unknown): Happening {
	const at = asTime(value);
	if (at !== null) return { happened: true, at };
	return { happened: isNothing(value) ? false : flag(value), at: null };
}

/** Anything at all, also nothing. */
export function anything(value: unknown): unknown {
	return value;
}

/** An object of known fields; null when it is anything else. */
export function group<Fields extends Shape>(fields: Fields): Field<Found<Fields> | null> {
	const read = record(fields);
	return (value) => (isObject(value) ? read(value) : null);
}

/** An object of known fields, none of which is there when it is anything else. */
export function record<Fields extends Shape>(fields: Fields): Field<Found<Fields>> {
	const entries = Object.entries(fields);
	return (value) => {
		const source = isObject(value) ? value : {};
		const found: Record<string, unknown> = {};
		// Millions of these run for a long transcript: no list is made of them.
		for (const [name, field] of entries) found[name] = field(source[name]);
		return found as Found<Fields>;
	};
}

/**
 * How many entries of a list are read; no vendor sends a tenth of it. A body full of empty objects would otherwise keep
 * n8n busy for half a minute. `raw` has them all.
 */
export const LIST_LIMIT = 10_000;

/** A list of objects of known fields; other elements are passed over. */
export function groups<Fields extends Shape>(fields: Fields): Field<Array<Found<Fields>>> {
	const read = record(fields);
	return (value) => entriesOf(value).filter(isObject).map(read);
}

/** The texts of a list, without those that say nothing; empty for anything else. */
export function texts(value: unknown): string[] {
	return entriesOf(value)
		.map(presentText)
		.filter((entry) => entry !== null);
}

/** The points of a list: texts, and in one text each what an object or a list of the list says, without IDs. */
export function points(value: unknown): string[] {
	return texts(
		entriesOf(value).map((entry) => (isObject(entry) || Array.isArray(entry) ? saidIn(entry) : entry)),
	);
}

function saidIn(entry: object): string {
	const said = Object.entries(entry).filter(([name]) => !/(^|_)id$/i.test(name));
	return texts(said.map(([, value]) => value as unknown)).join(': ');
}

function entriesOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [];
}

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a field says nothing: it is missing, null or an empty text. */
export function isNothing(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Whether anything in a value says something: lists and objects of nothing only hold a place. */
export function saysSomething(value: unknown): boolean {
	return typeof value === 'object' && value !== null
		? Object.values(value).some(saysSomething)
		: !isNothing(value);
}
