import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { requiredText, wantedScoreMaximum } from '../shared/actions/reading';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import type { Report, ReportFile } from '../shared/report/report';
import { readCandidate } from './api/candidates';
import { normalizeInterviewFlowAiRecord } from './normalizeAnswer';

/** One interview in the columns of the item, with the links that the answer holds. */
export async function readReport(context: IExecuteFunctions, itemIndex: number, id: string): Promise<Report> {
	const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
	const record = await readCandidate(context, interviewerId, id);
	const event = asReport(context, itemIndex, record, interviewerId);
	return { event, files: filesOf(event) };
}

/**
 * A record of the API as a report.
 *
 * @throws NodeOperationError for a record without an interview ID
 */
export function asReport(
	context: IExecuteFunctions,
	itemIndex: number,
	record: IDataObject,
	interviewerId: string,
): InterviewEvent {
	const now = new Date().toISOString();
	const event = normalizeInterviewFlowAiRecord(record, now, wantedScoreMaximum(context, itemIndex));
	if (event !== null) return { ...event, job_id: event.job_id ?? interviewerId };
	throw new NodeOperationError(context.getNode(), "InterviewFlowAI's response has no interview ID", {
		itemIndex,
		description: 'Use the resource Candidate instead, which returns the response unchanged.',
	});
}

function filesOf({ report_url, details }: InterviewEvent): ReportFile[] {
	return [
		...(report_url === null ? [] : [{ kind: 'report' as const, url: report_url }]),
		...details.recordings.map(({ url }) => ({ kind: 'recordings' as const, url })),
	];
}
