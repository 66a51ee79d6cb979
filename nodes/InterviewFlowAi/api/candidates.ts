import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { askedRows, namesAnother } from '../../shared/actions/rows';
import { identifier, isObject, number } from '../../shared/event/fields';
import { list, read, withHint } from '../api';
import { aRecord, idsOf } from '../answers';
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
		const interviewer = lookIn({ data: record })('interviewerId', identifier);
		const fields = isObject(record.additionalFields) ? record.additionalFields : {};
		const isUnfit = Object.entries(additionalFields).some(([name, wanted]) => failsAt(fields[name], wanted));
		return isUnfit || namesAnother(interviewer, interviewerId);
	});
}

/** Whether a custom field holds what was not asked for; one that cannot be compared does not. */
function failsAt(value: unknown, wanted: unknown): boolean {
	if (typeof wanted === 'number') return (number(value) ?? wanted) < wanted;
	const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
	return isPlain && namesAnother(String(value), String(wanted));
}

/**
 * One candidate of an Interviewer. An answer of an unknown form is given as it is, with a hint.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none
 */
export async function readCandidate(
	context: IExecuteFunctions,
	interviewerId: string,
	interviewId: string,
): Promise<IDataObject> {
	const records = withHint(context, await read(context, { interviewerId, interviewId }, aRecord));
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
