import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { switchField } from '../shared/actions/fields';
import { optionalFlag, wantedScoreMaximum } from '../shared/actions/reading';
import { identifier } from '../shared/event/fields';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import { linkExpiry } from '../shared/event/links';
import { fromIsoTime } from '../shared/event/times';
import type { FileKind, MadeReport, Report } from '../shared/report/report';
import { normalizeJobMojitoResult, withoutBulk, type ResultAnswers } from './normalizeAnswer';
import { findRow, makePdf, readDetails } from './api/results';

/** Keeps what can be a hundred times as large as the rest. */
export const assessmentDataField: INodeProperties = switchField({
	displayName: 'Include Assessment Data',
	name: 'includeAssessmentData',
	description:
		'Whether to keep the word timings and question data in the raw response, which make it very large',
});

/** One result in the columns of the webhook's item. Links to recordings are only made when they are to be downloaded. */
export async function readReport(
	context: IExecuteFunctions,
	itemIndex: number,
	id: string,
	wanted: FileKind[],
): Promise<Report> {
	const answer = await readDetails(context, id, wanted.includes('recordings'));
	const name = `options.${assessmentDataField.name}`;
	const isWhole = optionalFlag(context, itemIndex, name, assessmentDataField.displayName) === true;
	const details = isWhole ? answer : withoutBulk(answer);
	const row = await findRow(context, itemIndex, id);
	// As the vendor spells it, and the trigger's item has it.
	const ownId = identifier(row?.interview_result_id) ?? id;
	const event = asReport(context, itemIndex, { id: ownId, row, details });
	return { event, files: event.details.recordings.map(({ url }) => ({ kind: 'recordings', url })) };
}

/** The PDF of one result. It may cost credits. */
export async function makeReport(context: IExecuteFunctions, id: string): Promise<MadeReport> {
	const { url, validUntil } = await makePdf(context, { interview_result_id: id });
	return { url, expiresAt: linkExpiry(url) ?? fromIsoTime(validUntil) };
}

/**
 * What the API said of a result as an item, on the scale that the options set.
 *
 * @throws NodeOperationError for a Score Maximum that is no number
 */
export function asReport(
	context: IExecuteFunctions,
	itemIndex: number,
	answers: ResultAnswers,
): InterviewEvent {
	const maximum = wantedScoreMaximum(context, itemIndex);
	return normalizeJobMojitoResult(answers, new Date().toISOString(), maximum);
}
