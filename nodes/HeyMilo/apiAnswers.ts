import { flag, group, groups, identifier, number, record, text, texts } from '../shared/event/fields';

const workflow = group({
	steps: groups({
		step_id: identifier,
		order: number,
		status: text,
		started: flag,
		completed: flag,
		knocked_out: flag,
		last_updated_at: number,
	}),
	all_complete: flag,
	last_activity_at: number,
});

const shared = {
	interview_id: identifier,
	candidate_id: identifier,
	posting_id: identifier,
	name: text,
	email: text,
	/** 0 to 100, over all steps that are done. */
	score: number,
	status: text,
	workflow,
	// The customer's own pairs, given at ingestion.
	metadata: group({ external_id: identifier }),
};

/** `GET interviews/{id}/data`. Times are Unix seconds. Source: api.heymilo.ai/openapi.json */
export const heyMiloInterview = record({
	...shared,
	web_interview: group({
		match_score: number,
		highlights: texts,
		lowlights: texts,
		scorecard: groups({
			question_id: identifier,
			question_text: text,
			score: number,
			score_weight: number,
			evaluation_summary: text,
			not_scored: flag,
		}),
		speech_score: number,
		transcript: groups({ speaker: text, text, timestamp: number }),
		audio_recording_url: text,
		video_recording_url: text,
		tags: texts,
	}),
	resume: group({ overall_score: number, resume_url: text }),
	sms: group({ transcript: groups({ role: text, text, timestamp: number }) }),
	form: group({ overall_status: text }),
});

/** An entry of the candidate list, which names the same links `…_link`. */
export const heyMiloCandidate = record({
	...shared,
	interview_url: text,
	agent_summary: group({
		web_interview: group({
			score: number,
			highlights: texts,
			audio_recording_link: text,
			video_recording_link: text,
		}),
		resume: group({ resume_link: text }),
	}),
	interviewed_at: number,
	created_at: number,
});

export type HeyMiloInterview = ReturnType<typeof heyMiloInterview>;
export type HeyMiloCandidate = ReturnType<typeof heyMiloCandidate>;
