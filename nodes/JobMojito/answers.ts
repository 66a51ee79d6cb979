import {
	anything,
	flag,
	group,
	groups,
	identifier,
	number,
	record,
	text,
	time,
} from '../shared/event/fields';

/** One entry of a transcript: what the avatar asked or what the candidate answered. */
const turn = {
	id: identifier,
	is_answer: flag,
	question_original_id: identifier,
	question_original: text,
	question_asked: text,
	answer: text,
	ai_analysis: text,
	ai_analysis_recruiter: text,
	score: number,
	/** Deciseconds. */
	duration: number,
	recording_is_video: flag,
	/** Only when links were asked for; they expire soon. */
	recording_url: text,
};

/**
 * What GET /job-interview-details answers. Every field may be null, whatever the vendor's specification says.
 * Source: developer.jobmojito.com/api-reference/results/get-interview-result-details-with-transcript
 */
export const jobMojitoDetails = record({
	/** How the conversation ended: the webhook's `interview_status`, not its `status`. */
	status: text,
	score: number,
	score_sentiment: number,
	score_words_per_minute: number,
	score_pronunciation: number,
	score_answer: number,
	start: time,
	end: time,
	ai_analysis: text,
	ai_analysis_recruiter: text,
	ai_analysis_other: group({
		hiring_reasons: group({ reasons_to_hire: anything, reasons_not_to_hire: anything }),
	}),
	/** Deprecated copies of the reasons above. */
	ai_analysis_recruiter_why_hire: anything,
	ai_analysis_recruiter_why_not_hire: anything,
	recording_is_video: flag,
	recording_url: text,
	video_introduction_url: text,
	transcript: groups(turn),
});

export type JobMojitoDetails = ReturnType<typeof jobMojitoDetails>;

/** A row of GET /merchant-result-list. Source: developer.jobmojito.com/api-reference/results/list-interview-results */
export const jobMojitoRow = record({
	/** The attempt; the row's own `id` is that of something else. */
	interview_result_id: identifier,
	definition_id: identifier,
	position_name: text,
	profile_id: identifier,
	candidate_name: text,
	candidate_email: text,
	external_id: identifier,
	status: text,
	/** The webhook's `interview_status`. */
	coach_status: text,
	/** `selected`, `rejected`, …; the list of words is not published. */
	decision_status: anything,
	processing_status: text,
	interview_started: flag,
	recruiter_shortlist: flag,
	is_test: flag,
	score: number,
	score_interview_ai: number,
	created_at: time,
	updated_at: time,
});

export type JobMojitoRow = ReturnType<typeof jobMojitoRow>;
