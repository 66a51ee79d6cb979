import type { IDataObject } from 'n8n-workflow';

import { buildAnswer } from '../shared/event/build';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import { micro1Report } from './deliveries';
import { reportColumns } from './normalize/columns';

/** A report of the API in the columns of the trigger's item; null for one without an ID. The API has no event. */
export function normalizeMicro1Report(answer: IDataObject, receivedAt: string): InterviewEvent | null {
	const report = micro1Report(answer);
	if (report.report_id === null) return null;
	return buildAnswer({
		...reportColumns(report),
		vendor: 'micro1',
		event_type: 'interview.report_available',
		interview_id: report.report_id,
		interview_status: 'completed',
		raw: answer,
		receivedAt,
	});
}
