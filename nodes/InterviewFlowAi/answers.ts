import type { IDataObject } from 'n8n-workflow';

import { namesAnother } from '../shared/actions/rows';
import { flag, identifier, isNothing, isObject, number, saysSomething, text } from '../shared/event/fields';
import { folded } from '../shared/event/text';
import { eitherOf, mapped, type Expected } from '../shared/http/expected';
import { OF_ERRORS, OF_PAGES } from '../shared/http/outcome';
import { lookIn } from './normalize/facts';

/** What an answer of the API holds; the vendor documents none. */
export interface Found {
	/** One object for each candidate; the whole answer where its form is not known. */
	records: IDataObject[];
	isRecognized: boolean;
	body: unknown;
}

/** Where the list may be, at the root or inside `data`. */
const LIST_NAMES = ['data', 'candidates', 'results', 'items', 'interviews', 'added', 'created'];

/** Records in a form that is known. */
const knownRecords: Expected<Found> = {
	inWords: 'a list of candidates',
	find: (body) => {
		const records = recordsIn(body);
		return records && { records, isRecognized: true, body };
	},
};

/** The same of a list that is read, which may have nobody. */
export const aRecordList: Expected<Found> = {
	...knownRecords,
	find: (body) => (isEmptyList(body) ? { records: [], isRecognized: true, body } : knownRecords.find(body)),
};

/** Any object that says something: nobody can tell what InterviewFlowAI answers with. */
const anUnknownObject: Expected<Found> = {
	inWords: 'an object that is not empty',
	find: (body) =>
		isObject(body) && listIn(body) === undefined && saysSomething(body)
			? { records: [body as IDataObject], isRecognized: false, body }
			: undefined,
};

/** An answer to a question for several candidates. */
export const someRecords = eitherOf(aRecordList, anUnknownObject);

/** An answer to a question for one candidate, who may not be there. */
export const aRecord: Expected<Found> = eitherOf(
	{
		inWords: 'data without a candidate',
		find: (body) =>
			isObject(body) && Object.hasOwn(body, 'data') && !saysSomething(body.data) && !hasPlaces(body.data)
				? { records: [], isRecognized: true, body }
				: undefined,
	},
	someRecords,
);

/** A list with nothing in its entries is of something else. */
const hasPlaces = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** A list of nothing but the addresses of candidates. */
const addresses: Expected<Found> = {
	inWords: 'a list of addresses',
	find: (body) => {
		const list = listIn(body) ?? [];
		const records = list.filter((entry) => typeof entry === 'string' && entry.includes('@'));
		if (list.length === 0 || records.length < list.length) return undefined;
		return { records: records.map((email) => ({ email: String(email) })), isRecognized: true, body };
	},
};

/** An answer to candidates that were added: one that names nobody confirms nothing. */
export const addedRecords = mapped(eitherOf(addresses, knownRecords, anUnknownObject), (found) =>
	found.records.length > 0 ? found : undefined,
);

/** The records in an answer: a list of objects, or one object under `data`; undefined when neither is there. */
export function recordsIn(body: unknown): IDataObject[] | undefined {
	const list = listIn(body);
	if (list !== undefined) return list.every(isRecord) ? list : undefined;
	return isObject(body) && isRecord(body.data) ? [body.data] : undefined;
}

/** A list of nobody may be null, beside what counts pages or says that the call was a success. */
function isEmptyList(body: unknown): boolean {
	if (!isObject(body)) return false;
	const { data, success, status } = body;
	const entries = [body, data].filter(isObject).flatMap(Object.entries);
	if (entries.some(([name, value]) => /count|total/i.test(name) && Number(number(value)) > 0)) return false;
	const rest = entries.filter(([name]) => !isOfEnvelope(name));
	const isSigned =
		flag(success) === true ||
		/^(ok|success)$/i.test(String(status)) ||
		entries.some(([name, value]) => OF_PAGES.test(name) && !isNothing(value));
	return (
		isSigned &&
		rest.length > 0 &&
		rest.every(([name, value]) => LIST_NAMES.includes(name) && !saysSomething(withoutPages(value)))
	);
}

/** What an object says besides how many pages there are. */
const withoutPages = (value: unknown): unknown =>
	isObject(value)
		? Object.entries(value)
				.filter(([name]) => !isOfEnvelope(name))
				.map(([, one]) => one as unknown)
		: value;

const isOfEnvelope = (name: string): boolean => OF_ERRORS.includes(name) || OF_PAGES.test(name);

function listIn(body: unknown): unknown[] | undefined {
	if (Array.isArray(body)) return body;
	if (!isObject(body)) return undefined;
	return [body, body.data]
		.filter(isObject)
		.flatMap((place) => LIST_NAMES.map((name) => place[name]))
		.find((value) => Array.isArray(value));
}

/** Every ID that might be the interview's: the one that is named so, else those of the record. */
export function idsOf(record: IDataObject): string[] {
	const named = lookIn({ data: record })('interviewId', identifier);
	if (named !== null) return [named];
	return [identifier(record.id), identifier(record._id)].filter((id) => id !== null);
}

/** The address of the candidate of a record, in lower case as InterviewFlowAI keeps it; null where it has none. */
export function addressIn(record: IDataObject): string | null {
	return folded(lookIn({ data: record })('candidateEmail', text)) || null;
}

/** The record of the candidate with this address; one without addresses only where there is no other. */
export function recordOf(records: IDataObject[], address: string): IDataObject | undefined {
	const [only] = records;
	return (
		records.find((record) => addressIn(record) === folded(address)) ??
		(records.length === 1 && addressIn(only) === null ? only : undefined)
	);
}

/** An HTTP status of a refusal that stands in the body: `{message: 'Candidate not found', code: 404}`. */
export function refusedStatusIn(body: unknown): number | undefined {
	if (!isObject(body)) return undefined;
	const numbers = [body.code, body.statusCode, body.status].map(number);
	return numbers.find((one) => one !== null && one >= 400 && one < 600) ?? undefined;
}

function isRecord(value: unknown): value is IDataObject {
	return isObject(value) && Object.keys(value).length > 0;
}

/** Whether a record names another Interviewer. */
export function isOfAnother(record: IDataObject, interviewerId: string): boolean {
	return namesAnother(lookIn({ data: record })('interviewerId', identifier), interviewerId);
}

/** By which of these names a record has its custom fields is not documented. */
const CUSTOM_FIELDS = ['additionalFields', 'additional_fields', 'customFields', 'custom_fields'];

/** What a record has in fields of the customer's own; null where it has none. */
export function customFieldsOf(record: IDataObject): IDataObject | null {
	const found = CUSTOM_FIELDS.map((name) => record[name]).filter(isObject);
	return found.length > 0 ? (Object.assign({}, ...found) as IDataObject) : null;
}

/** The link into an interview, in a record or beside it; null where there is none under a name that says so. */
export const interviewLinkIn = (record: IDataObject, body?: unknown): string | null =>
	linkIn(record, body, ['interviewlink', 'interviewurl', 'invitelink', 'directlink']);

/** A link that may be that of any page. */
export const vagueLinkIn = (record: IDataObject, body: unknown): string | null =>
	linkIn(record, body, ['link', 'url']);

/** The page about links breaks off before the name of the link. @param names the plainest first */
function linkIn(record: IDataObject, body: unknown, names: string[]): string | null {
	const places = [record, record.interview, record.candidate, body].filter(isObject);
	const links = names
		.flatMap((name) => places.flatMap((place) => valuesNamed(place, [name])))
		.map((value) => text(value)?.trim())
		.filter((value) => /^https:\/\//.test(value ?? ''));
	return links[0] ?? null;
}

/** What a place has under one of some names, compared without case, `_` and `-`. */
export const valuesNamed = (place: object, names: string[]): unknown[] =>
	Object.entries(place)
		.filter(([name]) => names.includes(name.replace(/[_-]/g, '').toLowerCase()))
		.map(([, value]) => value);
