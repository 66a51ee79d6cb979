import { group, groups, identifier, number, record, saysSomething, text } from '../shared/event/fields';

/**
 * An interview as the API returns it. Ribbon's quick start has the IDs and the status inside `interview_data`; the OpenAPI
 * document has them beside it. Source: api-spec.json in github.com/ribbon-inc/docs
 */
export const ribbonInterview = record({
	interview_id: identifier,
	interview_flow_id: identifier,
	team_id: identifier,
	/** `incomplete` or `completed`. */
	status: text,
	/** Null until the interview is completed and analyzed. */
	interview_data: group({
		transcript: text,
		/** `role` is `agent` for the interviewer; the candidate's is not documented. Times are seconds. */
		transcript_with_timestamp: groups({ content: text, role: text, words: groups({ start: number }) }),
		questions_to_transcript_mapping: groups({ script_question: text }),
		audio_url: text,
		/** Only after `video_processed`. */
		video_url: text,
		summary: text,
		scores: record({
			communication: number,
			motivation: number,
			skills: number,
			language_vocabulary_and_expression: number,
			language_grammar_and_structure: number,
			language_fluency_and_pace: number,
			language_comprehension: number,
		}),
		interviewee_email_address: text,
		interviewee_first_name: text,
		interviewee_last_name: text,
	}),
});

export type RibbonResults = NonNullable<ReturnType<typeof ribbonInterview>['interview_data']>;

type RibbonInterview = ReturnType<typeof ribbonInterview>;

/** Whether an interview is over: where it says that it is not, what stands in its results is no result. */
export const isOver = ({ status }: RibbonInterview): boolean =>
	status === null || status.toLowerCase() === 'completed';

/** Whether an interview has its results: what was said, or what Ribbon made of it. */
export function hasResults(interview: RibbonInterview): boolean {
	const { transcript, transcript_with_timestamp, summary, scores } = interview.interview_data ?? {};
	return isOver(interview) && saysSomething([transcript, transcript_with_timestamp, summary, scores]);
}
