import type { IDataObject } from 'n8n-workflow';

import { flag, identifier, isNothing, isObject, number } from '../event/fields';
import { plainText } from '../event/plainText';
import { folded } from '../event/text';
import { anObject, inWords, type Contradiction, type Expected } from './expected';

/*
 * An answer of the documented form proves neither that it is about the thing that was asked for nor that anything was
 * done. What the vendor documents in it is compared with the call; what it does not document is compared where it is
 * there, and never missed.
 */

/** What a found answer says against the call; undefined when it agrees. */
export type Check<Value> = (found: Value) => Contradiction | undefined;

/** The same answer, which must also agree with the call. */
export function agreeing<Value>(
	shape: Expected<Value>,
	...checks: Array<Check<NoInfer<Value>>>
): Expected<Value> {
	return {
		...shape,
		contradiction: (body) => {
			const found = shape.find(body);
			if (found === undefined) return undefined;
			const own = shape.contradiction?.(body);
			return own ?? checks.map((check) => check(found)).find((one) => one !== undefined);
		},
	};
}

/**
 * An object that has the ID which was asked for, and these fields.
 *
 * @param field of the ID
 */
export function theOne(field: string, id: string, ...names: string[]): Expected<IDataObject> {
	return agreeing(anObject(field, ...names), withId(field, id));
}

/**
 * That the answer is about the thing with this ID: it has no other one. IDs are compared without case, since those of the
 * vendors are hexadecimal.
 */
export function withId(field: string, id: string): Check<IDataObject> {
	return (found) => {
		const came = identifier(found[field]);
		return came === null || folded(came) === folded(id) ? undefined : another(field, id, came);
	};
}

/** What an answer about another thing or person says. @param field the one that differs */
export function another(field: string, asked: string, came: string): Contradiction {
	return { inWords: `is about another: its ${field} is not the one that was asked for`, asked, came };
}

/**
 * That the answer to a write shows it as done.
 *
 * @param field where it is documented to be shown
 * @param asked the value, or what is to be shown in words
 * @param isShown whether a value of that field shows it; default: it is the one that was asked for
 */
export function showing(
	field: string,
	asked: string | number | boolean,
	isShown: (value: unknown, found: IDataObject) => boolean = (value) => isSame(asked, value),
): Check<IDataObject> {
	return (found) =>
		isShown(found[field], found) ? undefined : notShown(field, inShort(asked), inShort(found[field]));
}

/** That these fields of a write come back as they were sent, where the answer has them and they were not cleared. */
export function echoing(sent: IDataObject, fields: string[]): Check<IDataObject> {
	return (found) => {
		const field = differing(sent, found, fields);
		return field === undefined ? undefined : notShown(field, inShort(sent[field]), inShort(found[field]));
	};
}

/** The first field that came back otherwise than it was sent. */
function differing(
	sent: Record<string, unknown>,
	found: Record<string, unknown>,
	fields = Object.keys(sent),
): string | undefined {
	return fields.find(
		(name) => !isNothing(sent[name]) && !isNothing(found[name]) && !isSame(sent[name], found[name]),
	);
}

const REFUSALS = [
	'already_exists',
	'denied',
	'duplicate',
	'error',
	'fail',
	'failed',
	'failure',
	'ignored',
	'invalid',
	'not_added',
	'not_found',
	'rejected',
	'skipped',
];

/** Whether an answer, or a row of one, says in `success` or `status` that nothing was done, whatever else it has. */
export function isRefused({ success, status }: Record<string, unknown>): boolean {
	const word =
		typeof status === 'string'
			? status
					.trim()
					.toLowerCase()
					.replace(/[\s-]+/g, '_')
			: '';
	return flag(success) === false || REFUSALS.includes(word);
}

/** That the answer to a write does not say that nothing was done. */
export const notRefused: Check<IDataObject> = (found) =>
	isRefused(found)
		? flag(found.success) === false
			? notShown('success', 'success', inShort(found.success))
			: notShown('status', 'success', inShort(found.status))
		: undefined;

/** What the answer to a write says that does not show it as done. */
export function notShown(field: string, asked: string, came: string): Contradiction {
	return { inWords: `does not show that it was done: its ${field} is not what was asked for`, asked, came };
}

/** Whether a value is what was asked for, as vendors show it: of objects, what was asked for and is there; of lists, the entries in whatever order. */
export function isSame(asked: unknown, came: unknown): boolean {
	if (Array.isArray(asked))
		return (
			Array.isArray(came) &&
			came.length === asked.length &&
			asked.every((one) => came.some((other) => isSame(one, other)))
		);
	if (isObject(asked)) return isObject(came) && differing(asked, came) === undefined;
	if (typeof asked === 'boolean') return flag(came) === asked;
	if (typeof asked === 'number') return number(came) === asked;
	return asShown(asked) === asShown(came);
}

/** Vendors trim texts, join blanks, and show a sign as HTML or typographically. */
const asShown = (value: unknown): string =>
	(plainText(String(value ?? '')) ?? '')
		.normalize()
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase();

const LONGEST = 100;

function inShort(value: unknown): string {
	if (isNothing(value)) return 'nothing';
	if (Array.isArray(value) || isObject(value)) return inWords(value);
	return String(value).slice(0, LONGEST);
}
