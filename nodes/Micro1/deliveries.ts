import { anything, group, groups, identifier, number, record, text, time } from '../shared/event/fields';

/**
 * The choices under "Trigger On" that stand for more than one event of micro1. The two recordings come one after the
 * other.
 */
export const EVENTS_OF_CHOICE: Record<string, string[]> = {
	'interview_recording.completed': ['interview_recording.completed', 'interview_webcam_recording.completed'],
};

/** To which choice an event belongs, where it has another name. `interview.completed` is another name of the first. */
export const CHOICE_OF_EVENT: Record<string, string> = {
	'interview_webcam_recording.completed': 'interview_recording.completed',
	'interview.completed': 'interview_recording.completed',
};

/** How something was rated: with a word. */
const evaluation = { feedback: text, rating: text };

const skill = {
	skill: text,
	ai_evaluation: group({
		...evaluation,
		sub_score: group({ vocabulary: text, grammar: text, critical_thinking: text }),
	}),
};

/**
 * A report, which `interview_report.created` and the API have alike. Times are `YYYY-MM-DD HH:MM:SS` without a zone: as
 * times they are null. Source:
 * ai-recruiter.micro1.ai/api-reference/getting-started/webhooks/examples and the vendor's OpenAPI document.
 */
const reportFields = {
	report_id: identifier,
	interview_id: identifier,
	session_id: identifier,
	interview_name: text,
	candidate_id: identifier,
	candidate_name: text,
	candidate_email_id: text,
	job_applicant_id: identifier,
	ats_job_application_id: identifier,
	ats_job_id: identifier,
	report_url: text,
	interview_recording_url: text,
	interview_recording_player_url: text,
	proctoring_score: number,
	ai_match_score: number,
	proctoring_violations: groups({ type: text, value: identifier, description: text }),
	interview_transcript: groups({ timestamp: number, role: text, content: text }),
	technical_skills_evaluation: groups(skill),
	soft_skills_evaluation: groups(skill),
	coding_skills_evaluation: group(evaluation),
	custom_exercise_evaluation: group(evaluation),
	custom_question_evaluation: groups({
		question_text: text,
		answer_text: text,
		ai_evaluation: group(evaluation),
	}),
	date_created: time,
};

export const micro1Report = record(reportFields);

export type Micro1Report = ReturnType<typeof micro1Report>;

/** What micro1 posts: `{event, data}`, without a time or an id of the delivery. */
export const micro1Delivery = record({
	event: text,
	data: group({
		...reportFields,
		// started
		job_id: identifier,
		job_name: text,
		date_started: anything,
		// webcam recording
		interview_webcam_recording_url: text,
		interview_webcam_recording_player_url: text,
		// applicants
		micro1_job_application_id: identifier,
		micro1_job_id: identifier,
		email_id: text,
		resume_score: number,
		resume_url: text,
		stage: text,
	}),
});

export type Micro1Data = NonNullable<ReturnType<typeof micro1Delivery>['data']>;
