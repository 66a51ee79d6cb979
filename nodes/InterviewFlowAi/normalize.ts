import * as z from 'zod4/mini';

import { bodyFingerprint, buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { identifier, number, presentTexts, text } from '../shared/event/fields';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { scaleFromSetting, scoreColumns } from '../shared/event/scores';
import { entryOf } from '../shared/event/table';
import { asLines, presentText } from '../shared/event/text';
import { fromEpochMilliseconds, fromEpochSeconds, fromIsoTime } from '../shared/event/times';
import {
	DELIVERY_ID_HEADERS,
	DELIVERY_ID_NAMES,
	EVENT_HEADERS,
	EVENT_NAMES,
	FACT_NAMES,
	interviewFlowAiDelivery,
	isObject,
	placesIn,
	valueAt,
	type InterviewFlowAiDelivery,
} from './deliveries';

const EVENTS: Record<string, [EventType, InterviewStatus]> = {
	// "started" is the lobby, "in progress" the first answer.
	'interview.started': ['interview.started', 'started'],
	'interview.in_progress': ['interview.in_progress', 'in_progress'],
	'interview.completed': ['interview.completed', 'completed'],
	'interview.report_available': ['interview.report_available', 'completed'],
};

/** Epoch numbers above this are milliseconds: as seconds it is the year 5138. */
const LATEST_SECONDS = 100_000_000_000;

/**
 * A delivery of InterviewFlowAI as one event, read tolerantly: the vendor documents four events, but not their bodies.
 *
 * @param headers with lower-case names; they may hold the event or the delivery id
 * @param scoreMaximum the best possible score, which InterviewFlowAI does not document; null when unknown
 */
export function normalizeInterviewFlowAi(
	body: unknown,
	facts: DeliveryFacts,
	headers: Record<string, unknown> = {},
	scoreMaximum: number | null = null,
): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const delivery = interviewFlowAiDelivery.parse(body);
	const look = lookIn(delivery);
	const id = interviewId(delivery, look);
	if (id === null) return { reason: 'The body names no interview: there is no interviewId' };
	const { name, source } = recognizeEvent(delivery, headers);
	const [eventType, status] = entryOf(EVENTS, name) ?? ['interview.unknown', 'unknown'];
	const columns = {
		...personColumns(delivery, look),
		...resultColumns(look),
		occurred_at: time(look, 'occurredAt') ?? envelopeTime(delivery),
		...scoreColumns(look('score', number), scaleFromSetting(scoreMaximum)),
		vendor: 'interviewflowai' as const,
		event_type: eventType,
		interview_id: id,
		interview_status: status,
		vendor_event: name,
		vendor_event_source: source,
		dedupe_key: dedupeKey(delivery, headers, id, name),
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** A list of texts, or one text; null when it is neither, so that the next place is looked at. */
const points = z.transform((value: unknown) => {
	const found = presentTexts(Array.isArray(value) ? value : [value]);
	return found.length === 0 ? null : found;
});

type Look = <Value>(fact: keyof typeof FACT_NAMES, field: Field<Value>) => Value | null;

interface Field<Value> {
	safeParse(value: unknown): { success: boolean; data?: Value };
}

/** Looks facts up: the first place and name that hold a value of the right type. */
function lookIn(delivery: InterviewFlowAiDelivery): Look {
	const places = placesIn(delivery);
	return (fact, field) => {
		for (const place of places) {
			for (const path of FACT_NAMES[fact]) {
				const { data } = field.safeParse(valueAt(place, path));
				if (data !== null && data !== undefined) return data;
			}
		}
		return null;
	};
}

/** `createdAt` of an envelope is the event's; in a record it is the record's. */
function envelopeTime({ data, payload, createdAt }: InterviewFlowAiDelivery): string | null {
	return isObject(data) || isObject(payload) ? fromIsoTime(presentText(createdAt)) : null;
}

/** A bare `id` at the root may be the delivery's; inside `data` it is the interview's. */
function interviewId(delivery: InterviewFlowAiDelivery, look: Look): string | null {
	const named = look('interviewId', identifier);
	if (named !== null) return named;
	const inner = [delivery.data, delivery.payload].find(isObject);
	return inner === undefined ? null : idOf(valueAt(inner, 'id'));
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

function personColumns(delivery: InterviewFlowAiDelivery, look: Look) {
	const candidate = [delivery.data, delivery.payload].find(isObject);
	return {
		candidate_id: look('candidateId', identifier),
		// As in the answers of the REST API, where the record itself is the candidate.
		candidate_name: look('candidateName', text) ?? presentText(candidate?.name),
		candidate_email: look('candidateEmail', text),
		candidate_phone: look('candidatePhone', text),
		external_id: look('externalId', identifier),
		job_id: look('interviewerId', identifier),
		job_title: look('jobTitle', text),
	};
}

function resultColumns(look: Look) {
	const strengths = look('strengths', points) ?? [];
	const concerns = look('concerns', points) ?? [];
	const video = look('videoUrl', text);
	return {
		invited_at: time(look, 'invitedAt'),
		started_at: time(look, 'startedAt'),
		completed_at: time(look, 'completedAt'),
		summary: look('summary', text),
		strengths: asLines(strengths),
		concerns: asLines(concerns),
		report_url: look('reportUrl', text),
		recording_url: video,
		interview_url: look('interviewUrl', text),
		vendor_status: look('status', text),
		details: {
			highlights: strengths,
			lowlights: concerns,
			recordings: video === null ? [] : [{ kind: 'video' as const, url: video }],
		},
	};
}

type TimeFact = 'occurredAt' | 'invitedAt' | 'startedAt' | 'completedAt';

function time(look: Look, fact: TimeFact): string | null {
	const epoch = look(fact, number);
	if (epoch === null) return fromIsoTime(look(fact, text));
	return epoch > LATEST_SECONDS ? fromEpochMilliseconds(epoch) : fromEpochSeconds(epoch);
}

/**
 * The vendor's delivery id where there is one, else the whole body without the signatures in its links. Never
 * the interview and the event alone: a candidate may retake an interview up to three times.
 */
function dedupeKey(
	delivery: InterviewFlowAiDelivery,
	headers: Record<string, unknown>,
	id: string,
	name: string | null,
): string {
	const deliveryId =
		DELIVERY_ID_HEADERS.map((header) => presentText(headers[header])).find((value) => value !== null) ??
		DELIVERY_ID_NAMES.map((key) => idOf(valueAt(delivery, key))).find((value) => value !== null) ??
		rootId(delivery, id);
	// The event is part of it, in case that what looks like the delivery's id is a record's.
	if (deliveryId !== null) return `interviewflowai:delivery:${deliveryId}:${name}`;
	return `interviewflowai:${id}:${name}:${bodyFingerprint(delivery)}`;
}

function rootId(delivery: InterviewFlowAiDelivery, interview: string): string | null {
	const own = idOf(delivery.id);
	return own === interview ? null : own;
}

function idOf(value: unknown): string | null {
	return identifier.safeParse(value).data ?? null;
}
