import { flag, group, groups, identifier, number, record, text, texts } from '../shared/event/fields';

const transcriptLines = groups({ speaker: text, text, timestamp: number });

/** Who the candidate is, in started and report deliveries. */
const person = group({
	candidate_name: text,
	candidate_email: text,
	candidate_id: identifier,
	// What the customer gave at ingestion, echoed; the keys are the customer's own.
	metadata: group({ external_id: identifier }),
});

const webInterview = group({
	summary: group({ highlights: texts, lowlights: texts, match_score: number }),
	scorecard: group({
		tags: texts,
		questions: groups({
			question_id: identifier,
			question: text,
			evaluation_summary: text,
			evaluation_score: number,
			score_weight: number,
			not_scored: flag,
		}),
	}),
	transcript: group({ transcript: transcriptLines }),
	communication: group({ speech_score: number }),
	audio_recording_link: text,
	video_recording_link: text,
});

const interviewModel = group({
	details: group({
		candidate_id: identifier,
		name: text,
		email: text,
		status: text,
		candidate_interview_url: text,
		workflow_status: group({
			step_by_step: groups({
				id: identifier,
				order: number,
				complete: flag,
				raw_status: text,
				knocked_out: flag,
				last_updated_timestamp: number,
			}),
		}),
		metadata: group({ web_interview: group({ final_score: number }) }),
	}),
	posting_info: group({ title: text, name: text, test_posting: flag }),
});

/**
 * What HeyMilo posts: three events with no name in the body, told apart by their keys. Times are Unix
 * seconds with fractions. Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation
 */
export const heyMiloDelivery = record({
	event: text,
	event_type: text,
	interview_id: identifier,
	posting_id: identifier,
	timestamp: number,
	metadata: person,
	// completed
	workflow_completed: flag,
	completion_timestamp: number,
	// report
	report_url: text,
	interview_type: text,
	agentic_data: group({ web_interview_info: webInterview }),
	interview_data_model: interviewModel,
});

export type HeyMiloDelivery = ReturnType<typeof heyMiloDelivery>;
