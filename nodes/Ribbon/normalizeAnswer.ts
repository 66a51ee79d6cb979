import type { IDataObject } from 'n8n-workflow';

import { buildAnswer } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { entryOfWord } from '../shared/event/table';
import { hasResults, isOver, ribbonInterview, type RibbonResults } from './answers';
import { candidateColumns } from './normalize';

/** What a status says where there are no results. An incomplete interview may have begun: the API does not tell. */
const WITHOUT_RESULTS: Record<string, [EventType, InterviewStatus]> = {
	completed: ['interview.completed', 'completed'],
	incomplete: ['interview.invited', 'invited'],
};

/** The best of the three scores that every interview has. The scale of the scores for language is not documented. */
const SCORE_MAXIMUM = 5;

const SCORES: Array<[name: string, field: keyof RibbonResults['scores'], max: number | null]> = [
	['Communication', 'communication', SCORE_MAXIMUM],
	['Motivation', 'motivation', SCORE_MAXIMUM],
	['Skills', 'skills', SCORE_MAXIMUM],
	['Language: Vocabulary and Expression', 'language_vocabulary_and_expression', null],
	['Language: Grammar and Structure', 'language_grammar_and_structure', null],
	['Language: Fluency and Pace', 'language_fluency_and_pace', null],
	['Language: Comprehension', 'language_comprehension', null],
];

/**
 * An interview of the API in the columns of the webhook's item; null without an interview ID. There is no overall score,
 * and none is made of the others. The API has no time, so the id is never that of a webhook's item.
 */
export function normalizeRibbonInterview(answer: IDataObject, receivedAt: string): InterviewEvent | null {
	const interview = ribbonInterview(answer);
	const { interview_id: id, interview_flow_id, status, interview_data: results } = interview;
	if (id === null) return null;
	const [eventType, interviewStatus] = hasResults(interview)
		? (['interview.report_available', 'completed'] as const)
		: (entryOfWord(WITHOUT_RESULTS, status) ?? (['interview.unknown', 'unknown'] as const));
	return buildAnswer({
		...(results && (isOver(interview) ? resultColumns(results) : candidateColumns(results))),
		vendor: 'ribbon',
		event_type: eventType,
		interview_id: id,
		interview_status: interviewStatus,
		job_id: interview_flow_id,
		vendor_status: status,
		raw: answer,
		receivedAt,
	});
}

function resultColumns(results: RibbonResults) {
	const { video_url, audio_url, summary } = results;
	return {
		...candidateColumns(results),
		summary,
		recording_url: video_url ?? audio_url,
		interview_mode: video_url === null ? ('unknown' as const) : ('video' as const),
		details: {
			scores: SCORES.flatMap(([name, field, max]) => {
				const value = results.scores[field];
				return value === null ? [] : [{ name, value, max }];
			}),
			questions: results.questions_to_transcript_mapping.map(({ script_question: text }) => ({
				id: null,
				text,
				score_raw: null,
				weight: null,
				summary: null,
			})),
			recordings: [
				...(video_url === null ? [] : [{ kind: 'video' as const, url: video_url }]),
				...(audio_url === null ? [] : [{ kind: 'audio' as const, url: audio_url }]),
			],
			transcript: turns(results),
		},
	};
}

/** What was said, turn by turn; without the turns, the whole transcript as one. */
function turns({ transcript_with_timestamp, transcript }: RibbonResults): EventDetails['transcript'] {
	const told = transcript_with_timestamp.flatMap(({ content: text, role, words }) =>
		text === null ? [] : [{ at_seconds: words[0]?.start ?? null, speaker: speakerOf(role), text }],
	);
	if (told.length > 0 || transcript === null) return told;
	return [{ at_seconds: null, speaker: null, text: transcript }];
}

const speakerOf = (role: string | null): string | null =>
	role?.toLowerCase() === 'agent' ? 'Interviewer' : role;
