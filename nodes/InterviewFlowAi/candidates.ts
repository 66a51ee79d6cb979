import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { identifier, isObject } from '../shared/event/fields';
import { fetchCandidates } from './api';
import { lookIn } from './facts';

/** As in the vendor's examples. A larger page might be cut short, which would look like the last one. */
const PAGE_SIZE = 20;

const MOST_PAGES = 1000;

/** Where the list may be, at the root or inside `data`; the vendor documents no answer. */
const LIST_NAMES = ['data', 'candidates', 'results', 'items', 'interviews'];

/** The records of an answer: a list, or one object under `data`; null when neither is there. */
export function recordsIn(body: unknown): IDataObject[] | null {
	if (Array.isArray(body)) return body.filter(isRecord);
	if (!isObject(body)) return null;
	const places = [body, body.data].filter(isObject);
	for (const place of places) {
		const list = LIST_NAMES.map((name) => place[name]).find(Array.isArray);
		if (list) return list.filter(isRecord);
	}
	if (!Object.hasOwn(body, 'data')) return null;
	return isRecord(body.data) && Object.keys(body.data).length > 0 ? [body.data] : [];
}

/**
 * The candidates of an Interviewer, page by page: until a page is empty, short, or holds nothing new.
 *
 * @param additionalFields a number is a minimum, a text must be equal
 * @throws NodeOperationError after 20,000 candidates
 */
export async function* listCandidates(
	context: IExecuteFunctions,
	interviewerId: string,
	additionalFields: IDataObject,
): AsyncGenerator<IDataObject> {
	const filter = Object.keys(additionalFields).length > 0 ? { additionalFields } : {};
	const seen = new Set<string>();
	for (let page = 1; page <= MOST_PAGES; page++) {
		const body = await fetchCandidates(context, { interviewerId, page, limit: PAGE_SIZE, ...filter });
		const records = recordsIn(body);
		if (records === null) return yield* unrecognized(context, body);
		const fresh = records.filter((record) => !seen.has(keyOf(record)));
		yield* fresh;
		if (fresh.length === 0 || records.length < PAGE_SIZE) return;
		for (const record of fresh) seen.add(keyOf(record));
	}
	throw new NodeOperationError(
		context.getNode(),
		`The Interviewer has more than ${MOST_PAGES * PAGE_SIZE} candidates`,
		{ description: 'Switch Return All off and set a Limit, or add a Custom Field Filter.' },
	);
}

/**
 * One candidate of an Interviewer. An answer that cannot be read is given as it is, with a notice.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none
 */
export async function readCandidate(
	context: IExecuteFunctions,
	interviewerId: string,
	interviewId: string,
): Promise<IDataObject> {
	const body = await fetchCandidates(context, { interviewerId, interviewId });
	const records = recordsIn(body) ?? unrecognized(context, body);
	const found = records.find((record) => idsOf(record).includes(interviewId));
	const [only] = records;
	// One that names another interview is another person's: no record is better than a wrong one.
	const record = found ?? (records.length === 1 && idsOf(only).length === 0 ? only : undefined);
	if (record) return record;
	throw new NodeApiError(
		context.getNode(),
		{},
		{
			message: `InterviewFlowAI has no interview with the Interview ID ${interviewId} for this Interviewer`,
			description:
				'Take both IDs from the same trigger item: Interview ID from interview_id, Interviewer ID from job_id.',
			httpCode: '404',
		},
	);
}

/** An answer of an unknown shape, whole, with a notice to the user; nothing when it is not even an object. */
export function unrecognized(context: IExecuteFunctions, body: unknown): IDataObject[] {
	context.addExecutionHints({
		message:
			'The answer of InterviewFlowAI has a shape that this node does not know. Where it is an object, the item holds it as it is.',
		location: 'outputPane',
	});
	return isRecord(body) ? [body] : [];
}

/** Every id that might be the interview's. */
function idsOf(record: IDataObject): string[] {
	const named = [
		lookIn({ data: record })('interviewId', identifier),
		identifier(record.id),
		identifier(record._id),
	];
	return named.filter((id) => id !== null);
}

function keyOf(record: IDataObject): string {
	return idsOf(record)[0] ?? JSON.stringify(record);
}

function isRecord(value: unknown): value is IDataObject {
	return isObject(value);
}
