import type { IDataObject } from 'n8n-workflow';

import { customFieldsOf } from '../../answers';
import { normalizeInterviewFlowAiRecord } from '../../normalizeAnswer';

/**
 * A record of the API in ten columns, named as in the item of a trigger, which fill in the parameters of other operations.
 * A record without an interview stays as it is.
 */
export function simplifiedCandidate(record: IDataObject): IDataObject {
	const event = normalizeInterviewFlowAiRecord(record, new Date().toISOString());
	if (event === null) return record;
	return {
		interview_id: event.interview_id,
		interview_status: event.interview_status,
		vendor_status: event.vendor_status,
		job_id: event.job_id,
		candidate_name: event.candidate_name,
		candidate_email: event.candidate_email,
		candidate_phone: event.candidate_phone,
		external_id: event.external_id,
		score_raw: event.score_raw,
		custom_fields: customFieldsOf(record),
	};
}
