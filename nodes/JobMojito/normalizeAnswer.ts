import type { IDataObject } from 'n8n-workflow';

import { buildAnswer } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { isNothing, isObject, text } from '../shared/event/fields';
import { entryOfWord } from '../shared/event/table';
import { jobMojitoDetails, jobMojitoRow, type JobMojitoDetails, type JobMojitoRow } from './answers';
import { resultColumns } from './normalize';

/** What the API said of one result. Either may be missing: lists have no details, details no candidate. */
export interface ResultAnswers {
	id: string;
	row: IDataObject | null;
	details: IDataObject | null;
}

/** The decision as the webhook has it; a word that is not here is no decision that we know. */
const DECISIONS: Record<string, boolean | null> = {
	selected: true,
	'decided-selected': true,
	recruiter_accept: true,
	rejected: false,
	'decided-rejected': false,
	recruiter_reject: false,
	undecided: null,
	ai_accept: null,
	ai_reject: null,
	recruiter_action: null,
};

/** Endings that no webhook reports, or that are read without the list. */
const ENDINGS: Record<string, { type: EventType; status: InterviewStatus }> = {
	started: { type: 'interview.started', status: 'started' },
	completed: { type: 'interview.completed', status: 'completed' },
	'completed, stopped early': { type: 'interview.completed', status: 'completed' },
};

/**
 * A result as the API has it, in the columns of the webhook's item. Where both can know a column it is the
 * same, `event_id` included, unless the webhook carried a link to a PDF: the API shows none without making one.
 *
 * @param scoreMaximum the best possible score, which JobMojito does not document; null when unknown
 */
export function normalizeJobMojitoResult(
	{ id, row: rawRow, details: rawDetails }: ResultAnswers,
	receivedAt: string,
	scoreMaximum: number | null,
): InterviewEvent {
	const row = jobMojitoRow(rawRow);
	const details = jobMojitoDetails(rawDetails);
	const columns = resultColumns(asDelivery(id, row, details), id, scoreMaximum);
	const raw = { ...rawDetails, ...(rawRow === null ? {} : { result: rawRow }) };
	const isDecisionKnown = rawRow !== null && isKnownDecision(row);
	const isTellable = isDecisionKnown && rawDetails !== null && columns.vendor_event !== null;
	return buildAnswer({
		...columns,
		...standing(columns, row, details),
		decision: isDecisionKnown ? columns.decision : null,
		job_title: row.position_name,
		occurred_at: row.updated_at,
		invited_at: row.created_at,
		started_at: details.start,
		completed_at: details.end,
		is_test: row.is_test,
		report_url: null,
		recording_url: details.recording_url,
		details: { ...columns.details, ...answerDetails(columns.details.scores, details) },
		dedupe_key: isTellable ? columns.dedupe_key : undefined,
		raw,
		receivedAt,
	});
}

/** What a webhook would have sent of the result, as far as the answers tell. */
function asDelivery(id: string, row: JobMojitoRow, details: JobMojitoDetails): Record<string, unknown> {
	const reasons = details.ai_analysis_other?.hiring_reasons;
	return {
		id,
		interview_id: row.definition_id,
		status: row.status,
		interview_status: details.status ?? row.coach_status,
		processing_status: row.processing_status,
		profile_id: row.profile_id,
		score: details.score ?? row.score,
		ai_analysis_recruiter_score: row.score_interview_ai,
		ai_analysis: details.ai_analysis,
		ai_analysis_recruiter: details.ai_analysis_recruiter,
		recruiter_go_next_round: decisionOf(row),
		candidate_external_id: row.external_id,
		candidate_name: row.candidate_name,
		candidate_email: row.candidate_email,
		ai_analysis_recruiter_why_hire: reasons?.reasons_to_hire ?? details.ai_analysis_recruiter_why_hire,
		ai_analysis_recruiter_why_not_hire:
			reasons?.reasons_not_to_hire ?? details.ai_analysis_recruiter_why_not_hire,
	};
}

/** True selected, false rejected, null undecided; undefined for a word that is not known, and for none. */
export function decisionOf({ decision_status: word }: JobMojitoRow): boolean | null | undefined {
	return entryOfWord(DECISIONS, text(word));
}

function isKnownDecision(row: JobMojitoRow): boolean {
	return isNothing(row.decision_status) || decisionOf(row) !== undefined;
}

/** Where the interview stands, when the conditions of no webhook are met. */
function standing(
	{ vendor_event, vendor_status }: { vendor_event: string | null; vendor_status: string | null },
	row: JobMojitoRow,
	details: JobMojitoDetails,
): Partial<Pick<InterviewEvent, 'event_type' | 'interview_status'>> {
	if (vendor_event !== null) return {};
	const ending = entryOfWord(ENDINGS, details.status ?? row.coach_status);
	if (ending) return { event_type: ending.type, interview_status: ending.status };
	if (row.interview_started === true)
		return { event_type: 'interview.in_progress', interview_status: 'in_progress' };
	const isWaiting = row.interview_started === false || (vendor_status === 'draft' && details.start === null);
	return isWaiting ? { event_type: 'interview.invited', interview_status: 'invited' } : {};
}

function answerDetails(known: EventDetails['scores'], details: JobMojitoDetails): Partial<EventDetails> {
	const scores = [
		['Answers', details.score_answer],
		['Sentiment', details.score_sentiment],
		['Pronunciation', details.score_pronunciation],
		['Words per Minute', details.score_words_per_minute],
	] as const;
	return {
		scores: [
			...known,
			...scores.flatMap(([name, value]) => (value === null ? [] : [{ name, value, max: null }])),
		],
		questions: details.transcript
			.filter(({ is_answer: isAnswer }) => isAnswer !== false)
			.map((turn) => ({
				id: turn.question_original_id ?? turn.id,
				text: turn.question_asked ?? turn.question_original,
				score_raw: turn.score,
				weight: null,
				summary: turn.ai_analysis_recruiter ?? turn.ai_analysis,
			})),
		recordings: recordings(details),
		transcript: asTurns(details),
	};
}

/** The whole session, the introduction, then answer by answer; empty unless links were asked for. */
export function recordings(details: JobMojitoDetails): EventDetails['recordings'] {
	const kindOf = (isVideo: boolean | null) => (isVideo === false ? ('audio' as const) : ('video' as const));
	return [
		{ kind: kindOf(details.recording_is_video), url: details.recording_url },
		{ kind: 'video' as const, url: details.video_introduction_url },
		...details.transcript.map((turn) => ({ kind: kindOf(turn.recording_is_video), url: turn.recording_url })),
	].flatMap(({ kind, url }) => (url === null ? [] : [{ kind, url }]));
}

/**
 * What was said, in order. The vendor says how long each turn took (deciseconds), not when it began: the time
 * of a turn, in seconds, is the sum of the ones before, and unknown after one of unknown length.
 */
export function asTurns({ transcript }: Pick<JobMojitoDetails, 'transcript'>): EventDetails['transcript'] {
	const turns: EventDetails['transcript'] = [];
	let deciseconds: number | null = 0;
	let lastQuestion: string | null = null;
	for (const { is_answer: isAnswer, question_asked, question_original, answer, duration } of transcript) {
		const at_seconds: number | null = deciseconds === null ? null : deciseconds / 10;
		const question = question_asked ?? question_original;
		if (question !== null && question !== lastQuestion) {
			turns.push({ at_seconds, speaker: 'Interviewer', text: question });
			lastQuestion = question;
		}
		if (answer !== null && isAnswer !== false) turns.push({ at_seconds, speaker: 'Candidate', text: answer });
		deciseconds = deciseconds === null || duration === null ? null : deciseconds + duration;
	}
	return turns;
}

/** The fields that can make a result a hundred times as large, and say nothing to a reader. */
const BULK = ['answer_assessment_raw_data', 'external_data'];

/** A result's answer without word timings, gaze frames and the data that came with the questions. */
export function withoutBulk(details: IDataObject): IDataObject {
	const { transcript } = details;
	if (!Array.isArray(transcript)) return details;
	const lean = transcript.map((turn: unknown) =>
		isObject(turn) ? Object.fromEntries(Object.entries(turn).filter(([name]) => !BULK.includes(name))) : turn,
	);
	return { ...details, transcript: lean as IDataObject[] };
}
