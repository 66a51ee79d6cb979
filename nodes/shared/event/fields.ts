import * as z from 'zod4/mini';

import { presentText } from './text';

// Fields of a vendor's body. Vendors drift: a field of another type than documented reads as null (or as
// an empty list) and stays visible in `raw`; it never makes a delivery fail.

/** A text, trimmed; null when it is absent, empty or no text. */
export const text = z.transform(presentText);

/** An id as text. A number is taken as its decimal digits. */
export const identifier = z.transform((value: unknown) =>
	Number.isFinite(value) ? String(value) : presentText(value),
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

/** A list of objects of known fields; other elements are passed over. */
export function groups<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
	const element = z.object(shape);
	return z.transform((value: unknown) =>
		(Array.isArray(value) ? value : []).flatMap((candidate) => {
			const parsed = element.safeParse(candidate);
			return parsed.success ? [parsed.data] : [];
		}),
	);
}

/** The texts of a list, without those that say nothing; empty for anything else. */
export function presentTexts(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.map(presentText).filter((entry) => entry !== null);
}
