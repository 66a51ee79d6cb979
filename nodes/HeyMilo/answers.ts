import { flag, group, groups, identifier, mark, number, record, text, time } from '../shared/event/fields';
import { formResult, resumeResult, score, smsResult, webInterviewResult } from './deliveries/results';

const workflow = group({
	steps: groups({
		step_id: identifier,
		order: number,
		status: text,
		started: flag,
		completed: flag,
		knocked_out: flag,
		last_updated_at: time,
	}),
	all_complete: flag,
	last_activity_at: time,
});

const shared = {
	interview_id: identifier,
	candidate_id: identifier,
	posting_id: identifier,
	name: text,
	email: text,
	phone_number: identifier,
	/** 0 to 100, over all steps that are done. */
	score,
	status: text,
	workflow,
	// The customer's own pairs and data, given at ingestion.
	metadata: group({ external_id: identifier, phone_number: identifier }),
	data: group({ external_id: identifier, phone_number: identifier }),
};

const results = {
	web_interview: webInterviewResult,
	resume: resumeResult,
	sms: smsResult,
	form: formResult,
};

/** `GET interviews/{id}/data`. Times are Unix seconds; another form is read as well. Source: api.heymilo.ai/openapi.json */
export const heyMiloInterview = record({ ...shared, ...results });

/** An entry of the candidate list, with the same results in short. */
export const heyMiloCandidate = record({
	...shared,
	interview_url: text,
	agent_summary: group(results),
	shortlisted: mark,
	dismissed: mark,
	interviewed_at: time,
	created_at: time,
});

/** What is read of a posting: `GET postings/{id}`. */
export const heyMiloPosting = record({ title: text, test_posting: flag });

export type HeyMiloInterview = ReturnType<typeof heyMiloInterview>;
export type HeyMiloCandidate = ReturnType<typeof heyMiloCandidate>;
