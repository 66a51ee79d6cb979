import { isFilled, isObject } from '../shared/routes';

export type Body = Record<string, unknown>;

/** What is wrong with a value; null when nothing is. */
type Check = (value: unknown) => string | null;

interface Fields {
	required: Record<string, Check>;
	optional: Record<string, Check>;
}

const check =
	(isRight: (value: unknown) => boolean, wanted: string): Check =>
	(value) =>
		isRight(value) ? null : `must be ${wanted}`;

const filled = check(isFilled, 'a non-empty string');
const address = check((value) => isFilled(value) && /^[^@\s]+@[^@\s]+$/.test(value), 'an email address');
const status = check((value) => value === 'shortlisted' || value === 'draft', 'shortlisted or draft');
const list = check(Array.isArray, 'an array');
const texts = check((value) => Array.isArray(value) && value.every(isFilled), 'an array of strings');
const count = check((value) => Number.isInteger(value) && Number(value) >= 1, 'a positive integer');
const link = check((value) => isFilled(value) && /^https?:\/\//.test(value), 'a URL');
const object = check(isObject, 'an object');
const scalars = check(
	(value) =>
		isObject(value) &&
		Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one)),
	'an object of strings, numbers and booleans',
);
const conditions = check(
	(value) =>
		isObject(value) && Object.values(value).every((one) => ['string', 'number'].includes(typeof one)),
	'an object of strings and numbers',
);

/** 1 to 96 hours, as the vendor's page has it. */
const invitation: Check = (value) => {
	if (!isObject(value)) return 'must be an object';
	const { sendEmailAfter: hours } = value;
	const isRight = hours === undefined || (typeof hours === 'number' && hours >= 1 && hours <= 96);
	return isRight ? null : 'must have a sendEmailAfter between 1 and 96';
};

export const PERSON: Fields = {
	required: { name: filled, email: address },
	optional: { skills: texts, additionalFields: scalars, metadata: invitation },
};

const people: Check = (value) => {
	if (!Array.isArray(value) || value.length === 0) return 'must be a non-empty array';
	for (const [index, person] of value.entries()) {
		const flaw = isObject(person) ? flawIn(person, PERSON) : 'must be an object';
		if (flaw !== null) return `[${index}] ${flaw}`;
	}
	return null;
};

/** The fields of each endpoint, as its own page names them. */
export const FETCH: Fields = {
	required: { interviewerId: filled },
	optional: { page: count, limit: count, interviewId: filled, additionalFields: conditions },
};

export const INGEST_ONE: Fields = {
	required: { jobId: filled, name: filled, email: address },
	optional: {
		status,
		resumeUrl: link,
		skills: texts,
		customQuestions: list,
		additionalFields: scalars,
		metadata: object,
	},
};

export const INGEST_MANY: Fields = {
	required: { interviewerId: filled, data: people },
	optional: { status, skills: texts },
};

/**
 * The first thing wrong with a body. That the vendor refuses unknown fields is assumed: it may as well ignore
 * them, but a node that sends them is wrong either way.
 */
export function flawIn(body: Body, { required, optional }: Fields): string | null {
	const known = { ...required, ...optional };
	for (const name of Object.keys(required)) if (body[name] === undefined) return `${name} is required`;
	for (const [name, value] of Object.entries(body)) {
		if (!Object.hasOwn(known, name)) return `Unknown field ${name}`;
		const flaw = known[name](value);
		if (flaw !== null) return `${name} ${flaw}`;
	}
	return null;
}
