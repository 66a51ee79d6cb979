import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { bodyFingerprint } from '../shared/event/identity';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { identifier, isObject, time } from '../shared/event/fields';
import { entryOf } from '../shared/event/table';
import { presentText } from '../shared/event/text';
import {
	DELIVERY_ID_HEADERS,
	DELIVERY_ID_NAMES,
	EVENT_HEADERS,
	EVENT_NAMES,
	valueAt,
	type InterviewFlowAiDelivery,
} from './deliveries';
import { interviewColumns, interviewId, lookIn } from './normalize/facts';

const EVENTS: Record<string, [EventType, InterviewStatus]> = {
	// "started" is the lobby, "in progress" the first answer.
	'interview.started': ['interview.started', 'started'],
	'interview.in_progress': ['interview.in_progress', 'in_progress'],
	'interview.completed': ['interview.completed', 'completed'],
	'interview.report_available': ['interview.report_available', 'completed'],
};

/**
 * A delivery of InterviewFlowAI as one event, read tolerantly: the vendor documents four events, but not their bodies.
 *
 * @param headers with lower-case names; they may hold the event or the delivery id
 * @param scoreMaximum the best possible score, which InterviewFlowAI does not document; null when unknown
 */
export function normalizeInterviewFlowAi(
	delivery: unknown,
	facts: DeliveryFacts,
	headers: Record<string, unknown> = {},
	scoreMaximum: number | null = null,
): Normalized {
	if (!isObject(delivery)) return { reason: 'The body is not a JSON object' };
	const look = lookIn(delivery);
	const id = interviewId(delivery, look);
	if (id === null) return { reason: 'The body has no interview ID: there is no interviewId' };
	const { name, source } = recognizeEvent(delivery, headers);
	const [eventType, status] = entryOf(EVENTS, name) ?? ['interview.unknown', 'unknown'];
	const columns = {
		...interviewColumns(delivery, look, scoreMaximum),
		occurred_at: look('occurredAt', time) ?? envelopeTime(delivery),
		vendor: 'interviewflowai' as const,
		event_type: eventType,
		interview_id: id,
		interview_status: status,
		vendor_event: name,
		vendor_event_source: source,
		dedupe_key: deliveryKey(delivery, headers, facts, `${id}:${name}`),
		raw: delivery,
	};
	return { event: buildEvent(columns, facts) };
}

/** `createdAt` of an envelope is the event's; in a record it is the record's. */
function envelopeTime({ data, payload, createdAt }: InterviewFlowAiDelivery): string | null {
	return isObject(data) || isObject(payload) ? time(createdAt) : null;
}

/** A known name anywhere wins over the first text that could be a name. */
function recognizeEvent(
	delivery: InterviewFlowAiDelivery,
	headers: Record<string, unknown>,
): { name: string | null; source: InterviewEvent['vendor_event_source'] } {
	const inBody = [delivery, delivery.data, delivery.payload]
		.filter(isObject)
		.flatMap((place) => [...EVENT_NAMES.map((name) => eventName(valueAt(place, name))), knownName(place)]);
	const inHeaders = EVENT_HEADERS.map((header) => eventName(headers[header]));
	const all = [...inBody, ...inHeaders].filter((name) => name !== null);
	const name = all.find((candidate) => entryOf(EVENTS, candidate)) ?? all[0] ?? null;
	return { name, source: name !== null && inBody.includes(name) ? 'body' : 'inferred' };
}

/** `name` is as likely the candidate's: it counts only when it is an event's. */
function knownName({ name }: InterviewFlowAiDelivery): string | null {
	const candidate = eventName(name);
	return entryOf(EVENTS, candidate) ? candidate : null;
}

function eventName(value: unknown): string | null {
	return presentText(value)?.toLowerCase() ?? null;
}

/**
 * The whole body counts, without the signatures in its links, and the vendor's delivery id where there is one. Never the
 * interview and the event alone: a candidate may retake an interview up to three times. Nor the id alone: where the vendor
 * puts it is not documented, and should it be a record's or the webhook's, deliveries with other bodies are others.
 */
function deliveryKey(
	delivery: InterviewFlowAiDelivery,
	headers: Record<string, unknown>,
	facts: DeliveryFacts,
	event: string,
): string {
	const id =
		DELIVERY_ID_HEADERS.map((header) => presentText(headers[header])).find((value) => value !== null) ??
		DELIVERY_ID_NAMES.map((key) => identifier(valueAt(delivery, key))).find((value) => value !== null);
	const content = `${event}:${bodyFingerprint(delivery, facts.rawBody)}`;
	return id === undefined ? `interviewflowai:${content}` : `interviewflowai:delivery:${id}:${content}`;
}
