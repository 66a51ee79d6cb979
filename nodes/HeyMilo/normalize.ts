import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { bodyFingerprint } from '../shared/event/identity';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { isNothing, isObject } from '../shared/event/fields';
import { withoutSignature } from '../shared/event/links';
import { scoreColumns } from '../shared/event/scores';
import { entryOf } from '../shared/event/table';
import { asLines } from '../shared/event/text';
import { heyMiloDelivery, type HeyMiloDelivery } from './deliveries';
import { detailsOf, matchScore, modeOfResults, recordingLinks } from './normalize/details';
import { merge, type Results } from './deliveries/results';
import type { Registration } from './registration/storedRegistrations';

const SCORE_SCALE = { min: 0, max: 100, source: 'documented' } as const;

const EVENTS: Record<string, [EventType, InterviewStatus]> = {
	interview_started: ['interview.started', 'started'],
	interview_completed: ['interview.completed', 'completed'],
	report_available: ['interview.report_available', 'completed'],
};

/** Words for the kind of a report and for the steps of a workflow. A web interview is a video or a voice one: its recordings tell. */
const INTERVIEW_MODES: Record<string, InterviewEvent['interview_mode']> = {
	conversational_sms: 'sms',
	sms: 'sms',
	sms_interview: 'sms',
	form: 'form',
	form_interview: 'form',
	resume: 'resume',
	resume_interview: 'resume',
	resume_screening: 'resume',
	resume_upload: 'resume',
};

/**
 * A delivery of HeyMilo as one event; the URL says which event, else the body's shape.
 *
 * @param registration that whose URL was called; each is for one event of one posting
 */
export function normalizeHeyMilo(
	body: unknown,
	facts: DeliveryFacts,
	registration: Partial<Pick<Registration, 'event' | 'postingId'>> = {},
): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const sent = unwrap(body);
	const delivery = heyMiloDelivery(sent);
	if (delivery.interview_id === null)
		return { reason: 'The body has no interview ID: interview_id is missing' };
	const { event: registeredEvent = null, postingId = null } = registration;
	const named = delivery.posting_id?.toLowerCase();
	if (named !== undefined && postingId !== null && named !== postingId.toLowerCase()) {
		return {
			reason: `The body is about another posting than ${postingId}, which this URL was registered for`,
		};
	}
	const { name, source } = recognizeEvent(delivery, registeredEvent);
	const [eventType, status] = typeAndStatus(name, delivery);
	const columns = {
		...interviewColumns(delivery, delivery.interview_id),
		vendor: 'heymilo' as const,
		event_type: eventType,
		interview_status: status,
		...eventTimes(name, delivery),
		vendor_event: name,
		vendor_event_source: source,
		dedupe_key: `heymilo:${delivery.interview_id}:${name}:${discriminator(name, delivery, sent) ?? bodyFingerprint(body, facts.rawBody)}`,
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** The v2 envelope is not documented; a wrapped body is read like a bare one. */
function unwrap(body: Record<string, unknown>): Record<string, unknown> {
	const { interview_id, data, payload, event, event_type } = body;
	if (interview_id !== undefined) return body;
	const inner = [data, payload].filter(isObject).find((candidate) => 'interview_id' in candidate);
	return inner === undefined ? body : { event, event_type, ...inner };
}

function recognizeEvent(
	delivery: HeyMiloDelivery,
	registeredEvent: string | null,
): { name: string | null; source: InterviewEvent['vendor_event_source'] } {
	if (registeredEvent !== null) return { name: registeredEvent, source: 'url' };
	const named = delivery.event_type ?? delivery.event;
	if (named !== null) return { name: named, source: 'body' };
	return { name: eventOfShape(delivery), source: 'inferred' };
}

function eventOfShape(delivery: HeyMiloDelivery): string | null {
	const { report_url, agentic_data, interview_data_model } = delivery;
	// Each of them may be null: an SMS screening has no agentic data, and a report may have no PDF.
	if ([report_url, agentic_data, interview_data_model].some((sent) => sent !== null))
		return 'report_available';
	if (delivery.workflow_completed !== null || delivery.completion_timestamp !== null)
		return 'interview_completed';
	return delivery.timestamp !== null && delivery.metadata !== null ? 'interview_started' : null;
}

function typeAndStatus(name: string | null, delivery: HeyMiloDelivery): [EventType, InterviewStatus] {
	if (name === 'interview_completed' && delivery.workflow_completed === false) {
		return ['interview.in_progress', 'in_progress'];
	}
	// What cannot be read may be a "no".
	const isUnknown = name === 'interview_completed' && delivery.workflow_completed === 'unreadable';
	return (isUnknown ? undefined : entryOf(EVENTS, name)) ?? ['interview.unknown', 'unknown'];
}

function eventTimes(name: string | null, delivery: HeyMiloDelivery) {
	const emittedAt = delivery.timestamp?.at ?? null;
	const completedAt = delivery.completion_timestamp?.at ?? null;
	return {
		occurred_at: completedAt ?? emittedAt,
		started_at: name === 'interview_started' ? emittedAt : null,
		completed_at: isUnfinished(delivery) ? null : (completedAt ?? interviewedOn(delivery)),
	};
}

/** Whether the workflow has steps left, or may have: the candidate has completed one of them, and not the whole. */
function isUnfinished({ workflow_completed, interview_data_model }: HeyMiloDelivery): boolean {
	const allComplete = interview_data_model?.details?.workflow_status?.all_complete;
	return [workflow_completed, allComplete].some((told) => told === false || told === 'unreadable');
}

/** What the API calls `interviewed_at`: when the candidate completed the interview. */
function interviewedOn({ interview_data_model }: HeyMiloDelivery): string | null {
	return interview_data_model?.details?.interviewed_on ?? null;
}

function interviewColumns(delivery: HeyMiloDelivery, id: string) {
	const { metadata, interview_data_model: model } = delivery;
	const details = model?.details ?? null;
	const results = resultsOf(delivery);
	const eventDetails = detailsOf(results, workflowSteps(delivery));
	const { video, audio } = recordingLinks(results.web);
	return {
		interview_id: id,
		job_id: delivery.posting_id,
		job_title: model?.posting_info?.title ?? model?.posting_info?.name ?? null,
		candidate_id: metadata?.candidate_id ?? details?.candidate_id ?? null,
		candidate_name: metadata?.candidate_name ?? details?.name ?? null,
		candidate_email: metadata?.candidate_email ?? details?.email ?? null,
		candidate_phone: candidatePhone(delivery),
		external_id: metadata?.metadata?.external_id ?? null,
		// details.score is 0 in the documents where this is 78: only the interview's own is the score.
		...scoreColumns(matchScore(results.web), SCORE_SCALE),
		strengths: asLines(eventDetails.highlights),
		concerns: asLines(eventDetails.lowlights),
		report_url: delivery.report_url,
		recording_url: video ?? audio,
		interview_url: details?.candidate_interview_url ?? null,
		vendor_status: details?.status ?? null,
		interview_mode: interviewMode(delivery, results),
		is_test: model?.posting_info?.test_posting ?? null,
		details: eventDetails,
	};
}

/** No document has a phone number here; where there is one, it has the name that HeyMilo uses at ingestion. */
function candidatePhone({ metadata, interview_data_model }: HeyMiloDelivery): string | null {
	const sent = metadata?.candidate_phone ?? metadata?.phone_number ?? metadata?.metadata?.phone_number;
	return sent ?? interview_data_model?.details?.phone_number ?? null;
}

/** What was measured: the agents' own data first, then the copies in the model, then its short form. */
function resultsOf({ agentic_data: agents, interview_data_model: model }: HeyMiloDelivery): Results {
	const short = model?.details?.metadata;
	return {
		web: merge([agents?.web_interview_info, model?.web_interview_info, short?.web_interview]),
		resume: merge([agents?.resume_interview_info, model?.resume_interview_info, short?.resume]),
		sms: merge([agents?.sms_interview_info, model?.sms_interview_info, short?.sms]),
		form: merge([agents?.form_interview_info, model?.form_interview_info, short?.form]),
	};
}

/** A report is of one kind of step, whatever else its interview has; where it does not say which, the workflow may. */
function interviewMode(delivery: HeyMiloDelivery, results: Results): InterviewEvent['interview_mode'] {
	const type = delivery.interview_type;
	const named = modeOf(type);
	if (named !== null) return named;
	const { video, audio } = recordingLinks(results.web);
	if (video !== null || audio !== null) return video === null ? 'voice' : 'video';
	if (type !== null) return 'unknown';
	const modes = new Set(workflowSteps(delivery).map(({ id }) => modeOf(id)));
	const [only] = modes;
	return modes.size === 1 && only !== null ? only : modeOfResults(results);
}

function modeOf(word: string | null): InterviewEvent['interview_mode'] | null {
	return entryOf(INTERVIEW_MODES, word?.toLowerCase() ?? null) ?? null;
}

function workflowSteps({ interview_data_model }: HeyMiloDelivery): EventDetails['steps'] {
	const steps = interview_data_model?.details?.workflow_status?.step_by_step ?? [];
	return steps.map((step) => ({
		id: step.id,
		order: step.order,
		is_complete: step.complete,
		status: step.raw_status,
		knocked_out: step.knocked_out,
		updated_at: step.last_updated_timestamp,
	}));
}

/**
 * What distinguishes two deliveries of the same event and interview: a retake, another step, a new report; else null.
 *
 * @param sent the delivery as HeyMilo wrote it
 */
function discriminator(
	name: string | null,
	delivery: HeyMiloDelivery,
	sent: Record<string, unknown>,
): string | null {
	const { timestamp, completion_timestamp, report_url, interview_type } = delivery;
	if (name === 'interview_started' && timestamp !== null) return String(timestamp.seconds);
	if (name === 'interview_completed' && completion_timestamp !== null)
		return String(completion_timestamp.seconds);
	if (name !== 'report_available') return null;
	// One interview may have a web and an SMS report under one URL, and a report that is made again may keep its URL.
	const parts =
		report_url === null ? [timestamp?.seconds] : [withoutSignature(report_url), resultsFingerprint(sent)];
	if (parts[0] === undefined) return null;
	return [interview_type, ...parts].filter((part) => part !== null).join(':');
}

const RESULTS = ['web_interview_info', 'resume_interview_info', 'sms_interview_info', 'form_interview_info'];

/**
 * A hash of all that was measured and of when, which a repetition has in common with the first delivery, whatever time and
 * signatures it has; null where a report has nothing of it.
 */
function resultsFingerprint({
	agentic_data: agents,
	interview_data_model: model,
}: Record<string, unknown>): string | null {
	const { details, ...infos } = isObject(model) ? model : {};
	const copies = RESULTS.map((result) => infos[result]);
	const { interviewed_on, metadata: short } = isObject(details) ? details : {};
	const measured = [agents, ...copies, short, interviewed_on];
	return measured.every(isNothing) ? null : bodyFingerprint(measured);
}
