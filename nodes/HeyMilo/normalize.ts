import { bodyFingerprint, buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { isObject } from '../shared/event/fields';
import { withoutQuery } from '../shared/event/links';
import { scoreColumns } from '../shared/event/scores';
import { entryOf } from '../shared/event/table';
import { asLines } from '../shared/event/text';
import { fromEpochSeconds } from '../shared/event/times';
import { heyMiloDelivery, type HeyMiloDelivery } from './deliveries';

const SCORE_SCALE = { min: 0, max: 100, source: 'documented' } as const;

const EVENTS: Record<string, [EventType, InterviewStatus]> = {
	interview_started: ['interview.started', 'started'],
	interview_completed: ['interview.completed', 'completed'],
	report_available: ['interview.report_available', 'completed'],
};

const INTERVIEW_MODES: Record<string, InterviewEvent['interview_mode']> = {
	conversational_sms: 'sms',
	sms: 'sms',
	form: 'form',
	resume: 'resume',
};

/** The registration whose URL was called; each is for one event of one posting. */
export interface HeyMiloRegistration {
	registeredEvent: string | null;
	registeredJobId: string | null;
}

const noRegistration: HeyMiloRegistration = { registeredEvent: null, registeredJobId: null };

/** A delivery of HeyMilo as one event; the URL tells the event, else the body's shape. */
export function normalizeHeyMilo(
	body: unknown,
	facts: DeliveryFacts,
	registration: HeyMiloRegistration = noRegistration,
): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const delivery = heyMiloDelivery(unwrap(body));
	if (delivery.interview_id === null)
		return { reason: 'The body names no interview: interview_id is missing' };
	const { registeredJobId } = registration;
	if (registeredJobId !== null && delivery.posting_id !== null && delivery.posting_id !== registeredJobId) {
		return {
			reason: `The body is about posting ${delivery.posting_id}, but this URL was registered for ${registeredJobId}`,
		};
	}
	const { name, source } = recognizeEvent(delivery, registration);
	const [eventType, status] = typeAndStatus(name, delivery);
	const columns = {
		...interviewColumns(delivery, delivery.interview_id),
		vendor: 'heymilo' as const,
		event_type: eventType,
		interview_status: status,
		...eventTimes(name, delivery),
		vendor_event: name,
		vendor_event_source: source,
		dedupe_key: `heymilo:${delivery.interview_id}:${name}:${discriminator(name, delivery) ?? bodyFingerprint(body, facts.rawBody)}`,
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** The v2 envelope is not documented; a wrapped body is read like a bare one. */
function unwrap(body: Record<string, unknown>): unknown {
	const { interview_id, data, payload, event, event_type } = body;
	if (interview_id !== undefined) return body;
	const inner = [data, payload].filter(isObject).find((candidate) => 'interview_id' in candidate);
	return inner === undefined ? body : { event, event_type, ...inner };
}

function recognizeEvent(
	delivery: HeyMiloDelivery,
	{ registeredEvent }: HeyMiloRegistration,
): { name: string | null; source: InterviewEvent['vendor_event_source'] } {
	if (registeredEvent !== null) return { name: registeredEvent, source: 'url' };
	const named = delivery.event_type ?? delivery.event;
	if (named !== null) return { name: named, source: 'body' };
	return { name: eventOfShape(delivery), source: 'inferred' };
}

function eventOfShape(delivery: HeyMiloDelivery): string | null {
	if (delivery.report_url !== null || delivery.agentic_data !== null) return 'report_available';
	if (delivery.workflow_completed !== null || delivery.completion_timestamp !== null)
		return 'interview_completed';
	return delivery.timestamp !== null && delivery.metadata !== null ? 'interview_started' : null;
}

function typeAndStatus(name: string | null, delivery: HeyMiloDelivery): [EventType, InterviewStatus] {
	if (name === 'interview_completed' && delivery.workflow_completed === false) {
		return ['interview.in_progress', 'in_progress'];
	}
	return entryOf(EVENTS, name) ?? ['interview.unknown', 'unknown'];
}

function eventTimes(name: string | null, delivery: HeyMiloDelivery) {
	const emittedAt = fromEpochSeconds(delivery.timestamp);
	const completedAt = fromEpochSeconds(delivery.completion_timestamp);
	return {
		occurred_at: completedAt ?? emittedAt,
		started_at: name === 'interview_started' ? emittedAt : null,
		completed_at: delivery.workflow_completed === false ? null : completedAt,
	};
}

function interviewColumns(delivery: HeyMiloDelivery, id: string) {
	const { metadata, agentic_data: agents, interview_data_model: model } = delivery;
	const report = agents?.web_interview_info ?? null;
	const details = model?.details ?? null;
	return {
		interview_id: id,
		job_id: delivery.posting_id,
		job_title: model?.posting_info?.title ?? model?.posting_info?.name ?? null,
		candidate_id: metadata?.candidate_id ?? details?.candidate_id ?? null,
		candidate_name: metadata?.candidate_name ?? details?.name ?? null,
		candidate_email: metadata?.candidate_email ?? details?.email ?? null,
		external_id: metadata?.metadata?.external_id ?? null,
		// details.score is 0 in the documents where this is 78: only these two are the score.
		...scoreColumns(
			report?.summary?.match_score ?? details?.metadata?.web_interview?.final_score ?? null,
			SCORE_SCALE,
		),
		strengths: asLines(report?.summary?.highlights ?? []),
		concerns: asLines(report?.summary?.lowlights ?? []),
		report_url: delivery.report_url,
		recording_url: report?.video_recording_link ?? report?.audio_recording_link ?? null,
		interview_url: details?.candidate_interview_url ?? null,
		vendor_status: details?.status ?? null,
		interview_mode: interviewMode(delivery),
		is_test: model?.posting_info?.test_posting ?? null,
		details: report === null ? {} : reportDetails(report, delivery),
	};
}

function interviewMode({ interview_type, agentic_data }: HeyMiloDelivery): InterviewEvent['interview_mode'] {
	const report = agentic_data?.web_interview_info;
	if (report?.video_recording_link) return 'video';
	if (report?.audio_recording_link) return 'voice';
	return entryOf(INTERVIEW_MODES, interview_type) ?? 'unknown';
}

type WebInterview = NonNullable<NonNullable<HeyMiloDelivery['agentic_data']>['web_interview_info']>;

function reportDetails(report: WebInterview, delivery: HeyMiloDelivery): Partial<EventDetails> {
	const speech = report.communication?.speech_score ?? null;
	return {
		// −1 says "not scored".
		scores: speech === null || speech < 0 ? [] : [{ name: 'Speech', value: speech, max: null }],
		questions: (report.scorecard?.questions ?? []).map((question) => ({
			id: question.question_id,
			text: question.question,
			// 1 to 10 in the API and 1 to 5 in the help pages: kept as sent.
			score_raw: question.not_scored ? null : question.evaluation_score,
			weight: question.score_weight,
			summary: question.evaluation_summary,
		})),
		highlights: report.summary?.highlights ?? [],
		lowlights: report.summary?.lowlights ?? [],
		tags: report.scorecard?.tags ?? [],
		steps: workflowSteps(delivery),
		recordings: recordings(report),
		transcript: (report.transcript?.transcript ?? []).flatMap(({ timestamp, speaker, text }) =>
			text === null ? [] : [{ at_seconds: timestamp, speaker: entryOf(SPEAKERS, speaker) ?? speaker, text }],
		),
	};
}

/** The older names of the two speakers. */
const SPEAKERS: Record<string, string> = { bot: 'Interviewer', user: 'Candidate' };

function recordings({
	video_recording_link,
	audio_recording_link,
}: WebInterview): EventDetails['recordings'] {
	return [
		...(video_recording_link === null ? [] : [{ kind: 'video' as const, url: video_recording_link }]),
		...(audio_recording_link === null ? [] : [{ kind: 'audio' as const, url: audio_recording_link }]),
	];
}

function workflowSteps({ interview_data_model }: HeyMiloDelivery): EventDetails['steps'] {
	const steps = interview_data_model?.details?.workflow_status?.step_by_step ?? [];
	return steps.map((step) => ({
		id: step.id,
		order: step.order,
		is_complete: step.complete,
		status: step.raw_status,
		knocked_out: step.knocked_out,
		updated_at: fromEpochSeconds(step.last_updated_timestamp),
	}));
}

/** What tells two deliveries of the same event and interview apart: a retake, another step, a new report; else null. */
function discriminator(name: string | null, delivery: HeyMiloDelivery): string | null {
	const { timestamp, completion_timestamp, report_url, interview_type } = delivery;
	if (name === 'interview_started' && timestamp !== null) return String(timestamp);
	if (name === 'interview_completed' && completion_timestamp !== null) return String(completion_timestamp);
	if (name === 'report_available') {
		if (report_url !== null) return withoutQuery(report_url);
		if (timestamp !== null) return `${interview_type}:${timestamp}`;
	}
	return null;
}
