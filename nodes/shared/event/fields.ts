import * as z from 'zod4/mini';

import { presentText } from './text';

// Fields of a vendor's body. Vendors drift: a field of another type than documented reads as null (or as
// an empty list) and stays visible in `raw`; it never makes a delivery fail.

/** A text, trimmed; null when it is absent, empty or no text. */
export const text = z.transform(presentText);

/**
 * An id as text. A whole number is taken as its decimal digits, one beyond 2^53 is no id: JSON.parse has rounded it, and
 * two candidates would be one.
 */
export const identifier = z.transform((value: unknown) =>
	Number.isSafeInteger(value) ? String(value) : presentText(value),
);

/** A finite number; null otherwise, also for a number written as text. */
export const number = z.transform((value: unknown) =>
	typeof value === 'number' && Number.isFinite(value) ? value : null,
);

/** A boolean; null otherwise. */
export const flag = z.transform((value: unknown) => (typeof value === 'boolean' ? value : null));

/** A list of texts, without those that say nothing. */
export const texts = z.transform(presentTexts);

/** An object of known fields; null when it is anything else. */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
	return z.catch(z.nullable(z.object(shape)), null);
}

/** Anything at all, also nothing. */
export const anything = z.optional(z.unknown());

/**
 * How many entries of a list are read; no vendor sends a tenth of it. A body full of empty objects would otherwise keep
 * n8n busy for half a minute. `raw` has them all.
 */
export const LIST_LIMIT = 10_000;

/** A list of objects of known fields; other elements are passed over. */
export function groups<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
	const element = z.object(shape);
	return z.transform((value: unknown) =>
		entriesOf(value).flatMap((candidate) => {
			const parsed = element.safeParse(candidate);
			return parsed.success ? [parsed.data] : [];
		}),
	);
}

/** The texts of a list, without those that say nothing; empty for anything else. */
export function presentTexts(value: unknown): string[] {
	return entriesOf(value)
		.map(presentText)
		.filter((entry) => entry !== null);
}

function entriesOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [];
}
