import type { EventDetails, InterviewEvent, Verification } from './interviewEvent';
import { COLUMNS } from './columnOrder';
import { bodyFingerprint, eventId, sha256OfBody } from './identity';
import { linkExpiry } from './links';
import { plainLines, plainPoints, plainText } from './plainText';
import { CELL_LIMIT } from './spreadsheet';
import { asSummary, shortened } from './text';

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
	'event_id' | 'schema_version' | 'received_at' | 'verification' | 'raw_sha256' | 'is_out_of_order';

type RequiredColumn =
	| 'vendor'
	| 'event_type'
	| 'interview_id'
	| 'interview_status'
	| 'dedupe_key'
	| 'vendor_event_source'
	| 'raw';

/** What a vendor's normalizer finds in a body; a column it does not name is null. */
export type EventFacts = Pick<InterviewEvent, RequiredColumn> &
	Partial<Omit<InterviewEvent, RequiredColumn | DerivedColumn | 'details'>> & {
		details?: Partial<EventDetails>;
	};

/** What a vendor's normalizer finds in an answer of the API. */
type AnswerFacts = Omit<EventFacts, 'dedupe_key' | 'vendor_event_source'> &
	Partial<Pick<EventFacts, 'dedupe_key'>> &
	Pick<DeliveryFacts, 'receivedAt'>;

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

/** Columns of which a part would be another link, another person or another job. */
const WHOLE_OR_NOTHING = /_url$|_email$|_phone$|^(?:job|candidate|external)_id$/;

/** The facts with every text short enough for a cell; `raw` and `details` have the whole. */
function inCells(facts: EventFacts): EventFacts {
	const cut: Record<string, string | null> = {};
	for (const [column, value] of Object.entries(facts)) {
		const isTooLong = typeof value === 'string' && value.length > CELL_LIMIT;
		if (isTooLong && column !== 'raw') cut[column] = inCell(column, value);
	}
	return { ...facts, ...cut };
}

function inCell(column: string, value: string): string | null {
	if (WHOLE_OR_NOTHING.test(column)) return null;
	// Two long keys with the same beginning are two events.
	return column === 'dedupe_key' ? eventId(value) : shortened(value, CELL_LIMIT);
}

/**
 * The complete item: every column, in order, from what the normalizer found. Here, and nowhere else, HTML becomes plain text:
 * in the summary, strengths and concerns, and in the highlights, lowlights and questions of the details. What somebody chose
 * or said stays as it was sent: names, tags, and the turns of a transcript, where a tag may be the candidate's answer.
 */
export function buildEvent(found: EventFacts, delivery: DeliveryFacts): InterviewEvent {
	const facts = inCells({
		...found,
		summary: asSummary(plainText(found.summary ?? null)),
		strengths: plainLines(found.strengths ?? null),
		concerns: plainLines(found.concerns ?? null),
	});
	return {
		...emptyColumns,
		interview_mode: 'unknown',
		...facts,
		received_at: delivery.receivedAt,
		verification: delivery.verification,
		candidate_email: facts.candidate_email?.toLowerCase() ?? null,
		is_out_of_order: false,
		event_id: eventId(found.dedupe_key),
		schema_version: '1.0',
		report_url_expires_at: linkExpiry(facts.report_url ?? null) ?? facts.report_url_expires_at ?? null,
		raw_sha256: delivery.rawBody === null ? null : sha256OfBody(delivery.rawBody),
		details: plainDetails({ ...emptyDetails(), ...facts.details }),
	} as InterviewEvent;
}

/**
 * The complete item of an answer of the API. An answer has no event and no time of a change: `vendor_event` is null unless it
 * was inferred, and the key is of all of `raw` unless `dedupe_key` is that of the delivery which said the same.
 */
export function buildAnswer({ receivedAt, ...found }: AnswerFacts): InterviewEvent {
	const { vendor, interview_id, raw } = found;
	return buildEvent(
		{
			vendor_event: null,
			vendor_event_source: 'inferred',
			...found,
			dedupe_key: found.dedupe_key ?? `${vendor}:${interview_id}:api:${bodyFingerprint(raw)}`,
		},
		{ receivedAt, verification: 'api', rawBody: null },
	);
}

function plainDetails(details: EventDetails): EventDetails {
	return {
		...details,
		questions: details.questions.map(plainQuestion),
		highlights: plainPoints(details.highlights),
		lowlights: plainPoints(details.lowlights),
	};
}

function plainQuestion(question: EventDetails['questions'][number]): EventDetails['questions'][number] {
	const [text, summary] = [plainText(question.text), plainText(question.summary)];
	return text === question.text && summary === question.summary ? question : { ...question, text, summary };
}
