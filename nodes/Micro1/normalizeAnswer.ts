import type { IDataObject } from 'n8n-workflow';

import { buildEvent } from '../shared/event/build';
import { bodyFingerprint } from '../shared/event/identity';
import type { InterviewEvent } from '../shared/event/interviewEvent';
import { micro1Report } from './deliveries';
import { reportColumns } from './normalize/columns';

/** A report of the API in the columns of the trigger's item; null for one without an ID. The API has no event. */
export function normalizeMicro1Report(answer: IDataObject, receivedAt: string): InterviewEvent | null {
	const report = micro1Report(answer);
	if (report.report_id === null) return null;
	return buildEvent(
		{
			...reportColumns(report),
			vendor: 'micro1',
			event_type: 'interview.report_available',
			interview_id: report.report_id,
			interview_status: 'completed',
			vendor_event: null,
			vendor_event_source: 'inferred',
			dedupe_key: `micro1:${report.report_id}:api:${bodyFingerprint(answer)}`,
			raw: answer,
		},
		{ receivedAt, verification: 'api', rawBody: null },
	);
}
