import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { requiredText, wantedScoreMaximum } from '../shared/actions/reading';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import { fileAt, recordingsOf, requireEvent, type ReadReport } from '../shared/report/report';
import { interviewFlowAiApi } from './api';
import { readCandidate } from './api/candidates';
import { normalizeInterviewFlowAiRecord } from './normalizeAnswer';

/** What reads one interview in the columns of the item, with the links that the answer holds. */
export function reportReader(context: IExecuteFunctions, itemIndex: number): ReadReport {
	const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
	const eventOf = eventsOf(context, itemIndex, interviewerId);
	return async (id) => {
		const found = eventOf(await readCandidate(context, interviewerId, id), new Date().toISOString());
		const instead = 'Use the resource Candidate instead, which returns the response unchanged.';
		const event = requireEvent(context, interviewFlowAiApi, found, instead);
		return { event, files: [...fileAt('report', event.report_url), ...recordingsOf(event)] };
	};
}

/** What makes an event of a record of the API; null for one without an interview. */
export function eventsOf(context: IExecuteFunctions, itemIndex: number, interviewerId: string) {
	const maximum = wantedScoreMaximum(context, itemIndex);
	return (record: IDataObject, readAt: string): InterviewEvent | null => {
		const event = normalizeInterviewFlowAiRecord(record, readAt, maximum);
		return event && { ...event, job_id: event.job_id ?? interviewerId };
	};
}
