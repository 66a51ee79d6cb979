import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { hint } from '../../shared/actions/hint';
import { askedRows, isSameId, namesAnother } from '../../shared/actions/rows';
import { isNothing, number, time } from '../../shared/event/fields';
import { isSame } from '../../shared/http/agreeing';
import { noSuchThing } from '../../shared/http/status';
import { list, read, withHint } from '../api';
import { aRecord, customFieldsOf, idsOf, isOfAnother } from '../answers';
import { lookIn } from '../normalize/facts';

/**
 * The candidates of an Interviewer, page by page.
 *
 * @param additionalFields a number is a minimum, a text must be equal
 * @throws NodeApiError; NodeOperationError after 20,000 candidates
 */
export async function* listCandidates(
	context: IExecuteFunctions,
	interviewerId: string,
	additionalFields: IDataObject,
): AsyncGenerator<IDataObject> {
	const filter = Object.keys(additionalFields).length > 0 ? { additionalFields } : {};
	yield* askedRows(list(context, { interviewerId, ...filter }), (record) => {
		const fields = customFieldsOf(record);
		const isUnfit =
			fields !== null &&
			Object.entries(additionalFields).some(([name, wanted]) => failsAt(fieldOf(fields, name), wanted));
		return isUnfit || isOfAnother(record, interviewerId);
	});
}

/** A custom field by its name, however it is spelled; undefined where the record has none of that name. */
function fieldOf(fields: IDataObject, wanted: string): unknown {
	const named = (written: (name: string) => string) =>
		Object.entries(fields).find(
			([name]) => written(name) !== '' && !namesAnother(written(name), written(wanted)),
		);
	return (named((name) => name) ?? named(joined))?.[1];
}

const joined = (name: string): string => name.replace(/[\s_-]/g, '');

/** Whether a custom field holds what was not asked for, or nothing; one that is not there, or cannot be compared, does not. */
function failsAt(value: unknown, wanted: unknown): boolean {
	if (value === undefined) return false;
	if (isNothing(value)) return true;
	if (typeof wanted === 'number') return (number(value) ?? wanted) < wanted;
	const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
	const isEqual = isSame(wanted, value) || (number(value) !== null && number(value) === number(wanted));
	return isPlain && !isEqual;
}

/**
 * One candidate of an Interviewer. An answer of an unknown form is given as it is, with a hint.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none; NodeOperationError when it is not clear which attempt is the latest
 */
export async function readCandidate(
	context: IExecuteFunctions,
	interviewerId: string,
	interviewId: string,
): Promise<IDataObject> {
	const answered = withHint(context, await read(context, aRecord, { interviewerId, interviewId }));
	// One that names another Interviewer or interview is another person's: no record is better than a wrong one.
	const records = answered.filter((record) => !isOfAnother(record, interviewerId));
	const found = records.filter((record) => idsOf(record).some((id) => isSameId(id, interviewId)));
	if (found.length > 0) return latest(context, found);
	const [only] = records;
	if (answered.length === 1 && records.length === 1 && idsOf(only).length === 0) return only;
	throw noSuchThing(
		context,
		`InterviewFlowAI has no interview with the Interview ID ${interviewId} for this Interviewer`,
		'Take both IDs from the same trigger item: Interview ID from interview_id, Interviewer ID from job_id.',
	);
}

/** The attempt that ended or began last, of those that have one ID. */
function latest(context: IExecuteFunctions, attempts: IDataObject[]): IDataObject {
	const [first, ...others] = attempts;
	if (others.length === 0) return first;
	const times = attempts.map((record) => {
		const look = lookIn({ data: record });
		return look('completedAt', time) ?? look('startedAt', time);
	});
	if (times.includes(null)) {
		throw new NodeOperationError(
			context.getNode(),
			`InterviewFlowAI has ${attempts.length} attempts with this Interview ID, and does not say which is the latest`,
			{ description: 'Use Get Many, which returns all attempts of an Interviewer.' },
		);
	}
	hint(
		context,
		`InterviewFlowAI has ${attempts.length} attempts with this Interview ID; the item is the latest of them`,
	);
	return attempts[times.indexOf(times.toSorted().at(-1) ?? null)];
}
