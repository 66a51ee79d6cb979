import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { InterviewEvent } from '../shared/event/interviewEvent';
import type { Report } from '../shared/report/report';
import { readInterview } from './api/interviews';
import { normalizeHireflixInterview } from './normalizeAnswer';

/** One interview in the columns of the item, with a link to each answer's video. */
export async function readReport(context: IExecuteFunctions, itemIndex: number, id: string): Promise<Report> {
	const event = asReport(context, itemIndex, await readInterview(context, id));
	return { event, files: event.details.recordings.map(({ url }) => ({ kind: 'recordings', url })) };
}

/** @throws NodeOperationError for an answer without an interview ID */
export function asReport(context: IExecuteFunctions, itemIndex: number, answer: IDataObject): InterviewEvent {
	const event = normalizeHireflixInterview(answer, new Date().toISOString());
	if (event !== null) return event;
	throw new NodeOperationError(context.getNode(), "Hireflix's response has no interview ID", { itemIndex });
}
