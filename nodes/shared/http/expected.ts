import type { IDataObject } from 'n8n-workflow';

import { isNothing, isObject } from '../event/fields';

/**
 * What a call documents as its answer. Status 200 proves nothing: a web page, a proxy's empty answer and another API's
 * JSON have it too.
 */
export interface Expected<Value> {
	/** For the error, after "instead of": `an object with interview_id`. */
	inWords: string;
	/** The part of the body that the caller works with; undefined when the body is not what is documented. */
	find(body: unknown): Value | undefined;
	/** What a body of that form says against the call, such as the ID of another thing; undefined when it agrees. */
	contradiction?(body: unknown): Contradiction | undefined;
}

/** What an answer says against the call. */
export interface Contradiction {
	/** After "The answer of HeyMilo"; n8n logs it, so no value is in it. */
	inWords: string;
	/** The value that was asked for. */
	asked: string;
	/** What came instead. */
	came: string;
}

/**
 * An object that has all of these fields, whatever they hold, but an ID must be one: without it, nothing was found or
 * made. Without names, any object that is not empty.
 */
export function anObject<Value extends IDataObject = IDataObject>(...names: string[]): Expected<Value> {
	return {
		inWords: names.length === 0 ? 'an object' : `an object with ${names.join(', ')}`,
		find: (body) => {
			if (!isObject(body)) return undefined;
			const isWhole =
				names.length === 0 ? Object.keys(body).length > 0 : names.every((name) => isThere(body, name));
			return isWhole ? (body as Value) : undefined;
		},
	};
}

const ID = /(^|_)id$/;

const isThere = (body: Record<string, unknown>, name: string): boolean =>
	Object.hasOwn(body, name) && (ID.test(name) ? !isNothing(body[name]) : body[name] !== undefined);

/** An object in which each of these fields says something. */
export function anObjectWith<Value extends IDataObject = IDataObject>(...names: string[]): Expected<Value> {
	return {
		inWords: `an object with ${names.join(', ')}, not empty`,
		find: (body) =>
			isObject(body) && names.every((name) => Object.hasOwn(body, name) && !isNothing(body[name]))
				? (body as Value)
				: undefined,
	};
}

/** An object, possibly empty, where nothing is documented to be in it: it proves no more than its status does. */
export function anyObject(): Expected<IDataObject> {
	return {
		inWords: 'an object',
		find: (body) => (isObject(body) ? (body as IDataObject) : undefined),
	};
}

/** A list, possibly empty, of objects. */
export function aList<Row extends IDataObject = IDataObject>(): Expected<Row[]> {
	return {
		inWords: 'a list of objects',
		find: (body) => (Array.isArray(body) && body.every(isObject) ? (body as Row[]) : undefined),
	};
}

/** A list, possibly empty, each entry of which fits. */
export function aListOf<Row>(row: Expected<Row>): Expected<Row[]> {
	return {
		inWords: `a list, each entry ${row.inWords}`,
		find: (body) => {
			if (!Array.isArray(body)) return undefined;
			const found = body.map((entry) => row.find(entry)).filter((entry) => entry !== undefined);
			return found.length === body.length ? found : undefined;
		},
		contradiction: (body) =>
			Array.isArray(body)
				? body.map((entry) => row.contradiction?.(entry)).find((one) => one !== undefined)
				: undefined,
	};
}

/**
 * The same for rows that are shown as they are, in which one may lack what the others have, such as its ID: it is a row all the
 * same. A list of others only is another list.
 */
export function aListLike<Row extends IDataObject>(row: Expected<Row>): Expected<Row[]> {
	return {
		inWords: aListOf(row).inWords,
		find: (body) => {
			const rows = aList<Row>()
				.find(body)
				?.filter((entry) => Object.keys(entry).length > 0);
			return (rows?.length === 0 && (body as unknown[]).length === 0) ||
				rows?.some((entry) => row.find(entry) !== undefined)
				? rows
				: undefined;
		},
	};
}

/** What is expected, or null, with which the vendor says that there is none. */
export function orNull<Value>(inner: Expected<Value>): Expected<Value | null> {
	return {
		inWords: `${inner.inWords} or null`,
		find: (body) => (body === null ? null : inner.find(body)),
		contradiction: (body) => (body === null ? undefined : inner.contradiction?.(body)),
	};
}

/** A text that is not empty and no web page. */
export function aText(): Expected<string> {
	return {
		inWords: 'a text',
		find: (body) =>
			typeof body === 'string' && body.trim() !== '' && !isMarkup(body) ? body.trim() : undefined,
	};
}

/** What is expected inside one field of an object. */
export function under<Value>(name: string, inner: Expected<Value>): Expected<Value> {
	return {
		inWords: `an object with ${name}: ${inner.inWords}`,
		find: (body) =>
			isObject(body) && Object.hasOwn(body, name) && body[name] !== undefined
				? inner.find(body[name])
				: undefined,
		contradiction: (body) => (isObject(body) ? inner.contradiction?.(body[name]) : undefined),
	};
}

/** The first of several documented answers that fits. */
export function eitherOf<Value>(...shapes: Array<Expected<Value>>): Expected<Value> {
	return {
		inWords: shapes.map(({ inWords }) => inWords).join(' or '),
		find: (body) => {
			for (const { find } of shapes) {
				const found = find(body);
				if (found !== undefined) return found;
			}
			return undefined;
		},
		contradiction: (body) => shapes.find(({ find }) => find(body) !== undefined)?.contradiction?.(body),
	};
}

/** The same answer, with what is made of it; undefined when nothing can be made. */
export function mapped<Found, Value>(
	shape: Expected<Found>,
	make: (found: Found) => Value | undefined,
): Expected<Value> {
	return {
		inWords: shape.inWords,
		find: (body) => {
			const found = shape.find(body);
			return found === undefined ? undefined : make(found);
		},
		contradiction: (body) => shape.contradiction?.(body),
	};
}

/** For a call that documents no body: an empty one, or an object or null that some versions send, but no web page. */
export const NOTHING: Expected<null> = {
	inWords: 'an empty answer',
	find: (body) => (isEmpty(body) || isObject(body) ? null : undefined),
};

/** Whether an answer has no body, as n8n returns one. */
export function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
}

/** Whether a text is a web page or XML. */
export function isMarkup(text: string): boolean {
	return /^\s*</.test(text);
}

const FIRST_WORDS = 60;

/** What came, in words that hold no value of a JSON body: `a web page that begins "<!doctype html>"`. */
export function inWords(body: unknown): string {
	if (isEmpty(body)) return body === null ? 'the JSON value null' : 'an empty body';
	if (Array.isArray(body)) return body.length === 0 ? 'an empty list' : 'a list';
	if (isObject(body)) {
		const names = Object.keys(body);
		if (names.length === 0) return 'an empty object';
		return `an object with ${names.slice(0, 5).join(', ').slice(0, FIRST_WORDS)}${names.length > 5 ? ', …' : ''}`;
	}
	if (typeof body !== 'string') return `the JSON value ${String(body)}`;
	const begins = body.trim().replace(/\s+/g, ' ').slice(0, FIRST_WORDS);
	return `${isMarkup(body) ? 'a web page' : 'a text'} that begins "${begins}"`;
}
