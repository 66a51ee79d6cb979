import { anything, identifier, isObject, number, record, text, time } from '../shared/event/fields';

/**
 * What JobMojito posts: one flat row of an interview result, the same for every event, with no name of the
 * event and no time. Source: developer.jobmojito.com/api-reference/webhooks/interview-answers-collected
 */
export const jobMojitoDelivery = record({
	/** The result, that is one attempt. */
	id: identifier,
	/** The interview definition; `question_set_id` has the same value. */
	interview_id: identifier,
	question_set_id: identifier,
	/** `draft` not submitted, `active` submitted, `archived`. */
	status: text,
	/** How the conversation ended; values contain commas and spaces. */
	interview_status: text,
	processing_status: text,
	profile_id: identifier,
	score: number,
	ai_analysis_recruiter_score: number,
	ai_analysis: text,
	ai_analysis_recruiter: text,
	/** true selected, false rejected, null undecided; whatever else it is, it is no decision that we know. */
	recruiter_go_next_round: anything,
	pdf_export_url: text,
	/** Only in the older form. */
	pdf_export_valid_until: time,
	candidate_external_id: identifier,
	candidate_name: text,
	candidate_email: text,
	candidate_phone_number: identifier,
	/** A list or a text, by the vendor's own words. */
	ai_analysis_recruiter_why_hire: anything,
	ai_analysis_recruiter_why_not_hire: anything,
});

export type JobMojitoDelivery = ReturnType<typeof jobMojitoDelivery>;

/**
 * The result in a body: the body itself or, in an older form, the record of an envelope `{table, schema, record}`. Source:
 * developer.jobmojito.com/webhook-interview-result-1021009m0, as it was in May 2025
 */
export function resultIn(body: Record<string, unknown>): Record<string, unknown> {
	const { id, table, record } = body;
	return id === undefined && table === 'interview_result' && isObject(record) ? record : body;
}
