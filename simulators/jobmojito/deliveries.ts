import type { Interview, InterviewStatus, ResultFields } from './state';

type JobMojitoEvent = 'interview_collected' | 'interview_result' | 'interview_failed';

const COMPLETED: Array<InterviewStatus | null> = ['completed', 'completed, stopped early'];
const FAILED: Array<InterviewStatus | null> = ['failed', 'abandoned', 'terminated, no speech detected'];

/** Watched by `interview_result`, under the vendor's names. `analysis` is shown but not watched. */
const WATCHED: Partial<Record<keyof ResultFields, string>> = {
	status: 'status',
	interviewStatus: 'interview_status',
	processingStatus: 'processing_status',
	score: 'score',
	aiScore: 'score_interview_ai',
	recruiterAnalysis: 'ai_analysis_recruiter',
	decision: 'recruiter_go_next_round',
	pdfUrl: 'pdf_export_url',
	whyHire: 'ai_analysis_recruiter_why_hire',
	whyNotHire: 'ai_analysis_recruiter_why_not_hire',
};

export const changedFields = (before: ResultFields, after: ResultFields): string[] =>
	(Object.keys(WATCHED) as Array<keyof ResultFields>)
		.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
		.map((field) => WATCHED[field] ?? field);

/**
 * Which event a change is, if any. An archived result that was submitted is sent as a result: the vendor watches
 * `status`, but its own condition asks for `active`, so this one is an assumption.
 * Source: developer.jobmojito.com/webhooks and /webhook-interview-result-1021009m0.
 */
export function eventOf(before: ResultFields, after: ResultFields): JobMojitoEvent | null {
	const { status, interviewStatus, processingStatus } = after;
	if (changedFields(before, after).length === 0) return null;
	if (status === 'draft') {
		if (before.interviewStatus === interviewStatus) return null;
		if (COMPLETED.includes(interviewStatus)) return 'interview_collected';
		return FAILED.includes(interviewStatus) ? 'interview_failed' : null;
	}
	return processingStatus === 'completed' && COMPLETED.includes(interviewStatus) ? 'interview_result' : null;
}

/**
 * The same fields for every event; neither an event name nor a time among them. `reason` names the changed fields,
 * its true format is not documented.
 * Source: developer.jobmojito.com/api-reference/webhooks/interview-answers-collected.
 */
export function jobMojitoBody(
	{ id, enrollmentId, personId, definition, fields, ...candidate }: Interview,
	changed: string[],
) {
	return {
		id,
		interview_id: definition.id,
		question_set_id: definition.id,
		status: fields.status,
		interview_status: fields.interviewStatus,
		processing_status: fields.processingStatus,
		profile_interview_id: enrollmentId,
		profile_id: personId,
		score: fields.score,
		ai_analysis_recruiter_score: fields.aiScore,
		ai_analysis: fields.analysis,
		ai_analysis_recruiter: fields.recruiterAnalysis,
		recruiter_go_next_round: fields.decision,
		pdf_export_url: fields.pdfUrl,
		reason: changed.join(', '),
		candidate_external_id: candidate.externalId,
		candidate_name: candidate.name,
		candidate_email: candidate.email,
		candidate_phone_number: candidate.phone,
		ai_analysis_recruiter_why_hire: fields.whyHire,
		ai_analysis_recruiter_why_not_hire: fields.whyNotHire,
	};
}
