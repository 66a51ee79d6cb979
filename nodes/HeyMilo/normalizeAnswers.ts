import type { IDataObject } from 'n8n-workflow';

import { bodyFingerprint, buildEvent } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { scoreColumns } from '../shared/event/scores';
import { entryOf } from '../shared/event/table';
import { asLines } from '../shared/event/text';
import { fromEpochSeconds } from '../shared/event/times';
import {
	heyMiloCandidate,
	heyMiloInterview,
	type HeyMiloCandidate,
	type HeyMiloInterview,
} from './apiAnswers';

const SCORE_SCALE = { min: 0, max: 100, source: 'documented' } as const;

/** What an answer about an interview does not say of its posting. */
export interface PostingFacts {
	title: string | null;
	isTest: boolean | null;
}

const STATUSES: Record<string, InterviewStatus> = {
	pending: 'invited',
	in_progress: 'in_progress',
	evaluating: 'completed',
	completed: 'completed',
	shortlisted: 'completed',
	dismissed: 'completed',
	knocked_out: 'completed',
};

const DECISIONS: Record<string, InterviewEvent['decision']> = {
	shortlisted: 'advance',
	dismissed: 'reject',
	knocked_out: 'reject',
};

const EVENT_TYPES: Partial<Record<InterviewStatus, EventType>> = {
	invited: 'interview.invited',
	in_progress: 'interview.in_progress',
	completed: 'interview.completed',
};

/** `GET interviews/{id}/data` in the columns of the webhook's item; null when it names no interview. */
export function normalizeHeyMiloInterview(
	answer: IDataObject,
	posting: PostingFacts,
	receivedAt: string,
): InterviewEvent | null {
	const interview = heyMiloInterview(answer);
	const report = interview.web_interview;
	return asEvent(answer, interview, posting, receivedAt, {
		// The webhook's score is the interview's own; another step's only where there was no interview.
		score: report === null ? interview.score : report.match_score,
		highlights: report?.highlights ?? [],
		lowlights: report?.lowlights ?? [],
		videoUrl: report?.video_recording_url ?? null,
		audioUrl: report?.audio_recording_url ?? null,
		columns: {},
		details: interviewDetails(interview),
		mode: modeWithoutRecording(interview),
	});
}

/** An entry of the candidate list in the same columns, as far as the list knows them. */
export function normalizeHeyMiloCandidate(
	answer: IDataObject,
	posting: PostingFacts,
	receivedAt: string,
): InterviewEvent | null {
	const candidate = heyMiloCandidate(answer);
	const report = candidate.agent_summary?.web_interview ?? null;
	return asEvent(answer, candidate, posting, receivedAt, {
		score: report?.score ?? candidate.score,
		highlights: report?.highlights ?? [],
		lowlights: [],
		videoUrl: report?.video_recording_link ?? null,
		audioUrl: report?.audio_recording_link ?? null,
		columns: {
			interview_url: candidate.interview_url,
			invited_at: fromEpochSeconds(candidate.created_at),
			completed_at: fromEpochSeconds(candidate.interviewed_at),
		},
		details: {},
		mode: 'unknown',
	});
}

/** What the two answers name differently. */
interface Findings {
	score: number | null;
	highlights: string[];
	lowlights: string[];
	videoUrl: string | null;
	audioUrl: string | null;
	columns: Partial<Pick<InterviewEvent, 'interview_url' | 'invited_at' | 'completed_at'>>;
	details: Partial<EventDetails>;
	mode: InterviewEvent['interview_mode'];
}

function asEvent(
	answer: IDataObject,
	interview: HeyMiloInterview | HeyMiloCandidate,
	posting: PostingFacts,
	receivedAt: string,
	found: Findings,
): InterviewEvent | null {
	if (interview.interview_id === null) return null;
	const status = interviewStatus(interview);
	const isReported = status === 'completed' && found.score !== null;
	return buildEvent(
		{
			...interviewColumns(interview, interview.interview_id, posting, found),
			vendor: 'heymilo',
			event_type: isReported ? 'interview.report_available' : (EVENT_TYPES[status] ?? 'interview.unknown'),
			interview_status: status,
			vendor_event: null,
			vendor_event_source: 'inferred',
			dedupe_key: `heymilo:${interview.interview_id}:api:${bodyFingerprint(answer)}`,
			raw: answer as InterviewEvent['raw'],
		},
		{ receivedAt, verification: 'api', rawBody: null },
	);
}

function interviewColumns(
	interview: HeyMiloInterview | HeyMiloCandidate,
	id: string,
	posting: PostingFacts,
	{ score, highlights, lowlights, videoUrl, audioUrl, columns, details, mode }: Findings,
) {
	const recordedMode = videoUrl ? ('video' as const) : audioUrl ? ('voice' as const) : mode;
	return {
		interview_id: id,
		job_id: interview.posting_id,
		job_title: posting.title,
		candidate_id: interview.candidate_id,
		candidate_name: interview.name,
		candidate_email: interview.email,
		external_id: interview.metadata?.external_id ?? null,
		...scoreColumns(score, SCORE_SCALE),
		decision: entryOf(DECISIONS, interview.status) ?? ('undecided' as const),
		strengths: asLines(highlights),
		concerns: asLines(lowlights),
		recording_url: videoUrl ?? audioUrl,
		vendor_status: interview.status,
		interview_mode: recordedMode,
		is_test: posting.isTest,
		...columns,
		details: {
			highlights,
			lowlights,
			steps: workflowSteps(interview),
			recordings: [
				...(videoUrl === null ? [] : [{ kind: 'video' as const, url: videoUrl }]),
				...(audioUrl === null ? [] : [{ kind: 'audio' as const, url: audioUrl }]),
			],
			...details,
		},
	};
}

/** "not_ready" says only that the workflow is not done: how far it is, its steps tell. */
function interviewStatus({ status, workflow }: HeyMiloInterview | HeyMiloCandidate): InterviewStatus {
	if (status !== 'not_ready') return entryOf(STATUSES, status) ?? 'unknown';
	if (workflow === null) return 'unknown';
	return workflow.steps.some(({ started }) => started === true) ? 'in_progress' : 'invited';
}

function workflowSteps({ workflow }: HeyMiloInterview | HeyMiloCandidate): EventDetails['steps'] {
	return (workflow?.steps ?? []).map((step) => ({
		id: step.step_id,
		order: step.order,
		is_complete: step.completed,
		status: step.status,
		knocked_out: step.knocked_out,
		updated_at: fromEpochSeconds(step.last_updated_at),
	}));
}

function modeWithoutRecording({
	web_interview,
	sms,
	form,
	resume,
}: HeyMiloInterview): InterviewEvent['interview_mode'] {
	if (web_interview !== null) return 'unknown';
	if (sms !== null) return 'sms';
	if (form !== null) return 'form';
	return resume === null ? 'unknown' : 'resume';
}

function interviewDetails({ web_interview: report, sms }: HeyMiloInterview): Partial<EventDetails> {
	// −1 said "not scored" in the older API.
	const speech = report?.speech_score ?? -1;
	const messages = (sms?.transcript ?? []).map(({ role, text }) => ({
		speaker: role,
		text,
		timestamp: null,
	}));
	return {
		scores: speech < 0 ? [] : [{ name: 'Speech', value: speech, max: null }],
		questions: (report?.scorecard ?? []).map((question) => ({
			id: question.question_id,
			text: question.question_text,
			// 1 to 10 in the API and 1 to 5 in the help pages: kept as sent.
			score_raw: question.not_scored ? null : question.score,
			weight: question.score_weight,
			summary: question.evaluation_summary,
		})),
		tags: report?.tags ?? [],
		transcript: (report?.transcript ?? messages).flatMap(({ timestamp, speaker, text }) =>
			text === null ? [] : [{ at_seconds: timestamp, speaker, text }],
		),
	};
}
