import { hash } from 'node:crypto';

import type { EventDetails, InterviewEvent, Verification } from './interviewEvent';
import { COLUMNS } from './interviewEvent';
import { linkExpiry, withoutQuery } from './links';
import { asSummary } from './text';

/** What is known of a delivery apart from its body. */
export interface DeliveryFacts {
	/** Our clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
	receivedAt: string;
	verification: Verification;
	/** The exact bytes received; null for an answer of the API. */
	rawBody: Buffer | null;
}

/** Columns that follow from others, from the delivery or from the processing; no vendor sets them. */
type DerivedColumn =
	| 'event_id'
	| 'schema_version'
	| 'received_at'
	| 'verification'
	| 'raw_sha256'
	| 'report_url_expires_at'
	| 'is_out_of_order';

type RequiredColumn =
	| 'vendor'
	| 'event_type'
	| 'interview_id'
	| 'interview_status'
	| 'dedupe_key'
	| 'vendor_event_source'
	| 'raw';

/** What a vendor's normaliser finds in a body; a column it does not name is null. */
export type EventFacts = Pick<InterviewEvent, RequiredColumn> &
	Partial<Omit<InterviewEvent, RequiredColumn | DerivedColumn | 'details'>> & {
		details?: Partial<EventDetails>;
	};

/** An authentic delivery as one event, or the reason why it cannot be one. */
export type Normalized = { event: InterviewEvent } | { reason: string };

const emptyDetails = (): EventDetails => ({
	scores: [],
	questions: [],
	highlights: [],
	lowlights: [],
	tags: [],
	steps: [],
	recordings: [],
	transcript: [],
});

const emptyColumns = Object.fromEntries(COLUMNS.map((column) => [column, null]));

/** The complete item: every column, in order, from what the normaliser found. */
export function buildEvent(facts: EventFacts, delivery: DeliveryFacts): InterviewEvent {
	return {
		...emptyColumns,
		interview_mode: 'unknown',
		...facts,
		received_at: delivery.receivedAt,
		verification: delivery.verification,
		candidate_email: facts.candidate_email?.toLowerCase() ?? null,
		summary: asSummary(facts.summary ?? null),
		is_out_of_order: false,
		event_id: eventId(facts.dedupe_key),
		schema_version: '1.0',
		report_url_expires_at: linkExpiry(facts.report_url ?? null),
		raw_sha256: delivery.rawBody === null ? null : sha256(delivery.rawBody),
		details: { ...emptyDetails(), ...facts.details },
	} as InterviewEvent;
}

/** `evt_` and the first 32 hexadecimal digits of the key's SHA-256. */
export function eventId(dedupeKey: string): string {
	return `evt_${sha256(dedupeKey).slice(0, 32)}`;
}

/** Hexadecimal SHA-256 of text (as UTF-8) or bytes. */
export function sha256(content: string | Buffer): string {
	return hash('sha256', hashed(content), 'hex');
}

/** UTF-8 has one sign for all lone surrogates: a text with any is hashed as UTF-16, or two ids would be one. */
export function hashed(content: string | Buffer): string | Buffer {
	return typeof content === 'string' && !content.isWellFormed() ? Buffer.from(content, 'utf16le') : content;
}

/**
 * A hash of a whole body, for a delivery without an id or a time; the signatures in its links do not enter. Where
 * JSON.parse has rounded a number, two bodies may look alike: then the bytes count, if they are known.
 */
export function bodyFingerprint(body: unknown, rawBody: Buffer | null = null): string {
	let isRounded = false;
	const text = JSON.stringify(body, (_, value: unknown) => {
		isRounded ||= Number.isInteger(value) && !Number.isSafeInteger(value);
		return typeof value === 'string' && /^https?:/.test(value) ? withoutQuery(value) : value;
	});
	return sha256(isRounded && rawBody !== null ? rawBody : text);
}
