import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { bodyFingerprint } from '../shared/event/identity';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { isObject } from '../shared/event/fields';
import { scoreColumns } from '../shared/event/scores';
import { entryOf, entryOfWord } from '../shared/event/table';
import { hireflixDelivery, type HireflixInterview } from './deliveries';

/** Stars, 0.5 to 5. */
const SCORE_SCALE = { min: 0.5, max: 5, source: 'documented' } as const;

/** A completion is sent twice, as finish and 240 ms later as status-change; more than this is another change. */
const COMPLETION_ECHO_MS = 60_000;

const EVENT_TYPES: Record<string, EventType> = {
	'interview.create': 'interview.invited',
	'interview.finish': 'interview.completed',
	'interview.status-change': 'interview.status_changed',
	'interview.score-updated': 'interview.score_updated',
	'interview.delete': 'interview.deleted',
};

const STATUSES: Record<string, InterviewStatus> = {
	'interview.create': 'invited',
	'interview.finish': 'completed',
	'interview.score-updated': 'completed',
	'interview.delete': 'deleted',
};

const STATUS_WORDS: Record<string, InterviewStatus> = {
	pending: 'invited',
	completed: 'completed',
	to_evaluate: 'completed',
	shortlisted: 'completed',
	discarded: 'archived',
	archived: 'archived',
};

/** What the vendor's own word for the stage says of the recruiter's decision. */
const DECISIONS: Record<string, InterviewEvent['decision']> = {
	pending: 'undecided',
	completed: 'undecided',
	to_evaluate: 'undecided',
	shortlisted: 'advance',
	discarded: 'reject',
	archived: 'reject',
};

/** What two events of a kind at one time differ in: a candidate may be shortlisted and discarded within a second. */
const CHANGES: Partial<Record<EventType, (told: Partial<InterviewEvent>) => unknown[]>> = {
	'interview.status_changed': ({ vendor_status, interview_status, decision: made }) => [
		vendor_status,
		interview_status,
		made,
	],
	'interview.score_updated': ({ score_raw }) => [score_raw],
	'interview.unknown': ({ vendor_event }) => [vendor_event],
};

/** A delivery of Hireflix, `{event, data, date}`, as one event. */
export function normalizeHireflix(body: unknown, facts: DeliveryFacts): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const { event, date, data: interview } = hireflixDelivery(body);
	if (interview === null || interview.id === null) {
		return { reason: 'The body has no interview ID: data.id is missing' };
	}
	const eventType = isCompletionEcho(event, date, interview)
		? 'interview.completed'
		: (entryOf(EVENT_TYPES, event) ?? 'interview.unknown');
	const told = interviewColumns(interview, interview.id);
	const status = interviewStatus(event, eventType, interview);
	const columns = {
		...told,
		vendor: 'hireflix' as const,
		event_type: eventType,
		interview_status: status,
		// A completion is sent twice, at two times: when it happened is the same in both.
		occurred_at: (eventType === 'interview.completed' ? interview.completed.at : null) ?? date,
		vendor_event: event,
		vendor_event_source: 'body' as const,
		dedupe_key: dedupeKey(
			eventType,
			interview.id,
			date === null
				? [bodyFingerprint(body, facts.rawBody)]
				: [
						Date.parse(date),
						...(CHANGES[eventType]?.({ ...told, vendor_event: event, interview_status: status }) ?? []),
					],
		),
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** The columns that only depend on the interview itself. */
export function interviewColumns(interview: HireflixInterview, id: string) {
	const { candidate, position, url } = interview;
	return {
		interview_id: id,
		job_id: position?.id ?? null,
		job_title: position?.name ?? null,
		candidate_name: candidate?.name ?? null,
		candidate_first_name: candidate?.firstName ?? null,
		candidate_last_name: candidate?.lastName ?? null,
		candidate_email: candidate?.email ?? null,
		candidate_phone: candidate?.phone ?? null,
		external_id: interview.externalId,
		...scoreColumns(interview.score?.value ?? null, SCORE_SCALE),
		decision: decision(interview),
		// url.public is the candidate's own link, in which a recruiter would begin the interview.
		interview_url: url?.private ?? null,
		invited_at: interview.createdAt,
		completed_at: interview.completed.at,
		deleted_at: interview.deleted.at,
		vendor_status: interview.status,
		interview_mode: 'video' as const,
	};
}

function isCompletionEcho(event: string | null, date: string | null, interview: HireflixInterview): boolean {
	if (event !== 'interview.status-change' || interview.status?.toLowerCase() !== 'completed') return false;
	const { completed, deleted, archived, finalist } = interview;
	// Shortlisting or discarding within that minute is a decision, and must not vanish as a duplicate.
	if ([deleted, archived, finalist].some(({ happened }) => happened !== false)) return false;
	if (date === null || completed.at === null) return false;
	const elapsed = Date.parse(date) - Date.parse(completed.at);
	return elapsed >= 0 && elapsed <= COMPLETION_ECHO_MS;
}

function interviewStatus(
	event: string | null,
	eventType: EventType,
	interview: HireflixInterview,
): InterviewStatus {
	if (eventType === 'interview.unknown') return 'unknown';
	return entryOf(STATUSES, event) ?? currentStatus(interview);
}

/** What the flags of an interview say of it now, else its stage. */
export function currentStatus({
	deleted,
	archived,
	finalist,
	completed,
	answered,
	status,
}: HireflixInterview): InterviewStatus {
	if (deleted.happened) return 'deleted';
	if (archived.happened) return 'archived';
	if (finalist.happened || completed.happened || answered) return 'completed';
	return entryOfWord(STATUS_WORDS, status) ?? 'unknown';
}

/** Null when one of the fields that tell it cannot be read: what it says might be another decision. */
export function decision(interview: HireflixInterview): InterviewEvent['decision'] {
	const { archived, finalist, status, isStatusUnreadable } = interview;
	const undecided = isStatusUnreadable ? null : 'undecided';
	const told = status === null ? undecided : (entryOfWord(DECISIONS, status) ?? null);
	if (archived.happened || told === 'reject') return 'reject';
	if (archived.happened === null) return null;
	if (finalist.happened) return 'advance';
	return finalist.happened === null && told === 'undecided' ? null : told;
}

function dedupeKey(eventType: EventType, id: string, discriminators: unknown[]): string {
	if (eventType === 'interview.completed') return `hireflix:${id}:completed`;
	return ['hireflix', id, eventType, ...discriminators].join(':');
}
