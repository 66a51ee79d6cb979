import { presentText } from './text';

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

/** A finite number; null otherwise, also for a number written as text. */
export function number(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A boolean; null otherwise. */
export function flag(value: unknown): boolean | null {
	return typeof value === 'boolean' ? value : null;
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

function entriesOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [];
}

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
