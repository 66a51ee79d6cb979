import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { isObject } from '../shared/event/fields';
import { bodyFingerprint } from '../shared/event/identity';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { entryOf, entryOfWord } from '../shared/event/table';
import { ribbonDelivery, type RibbonDelivery } from './deliveries';

/** A candidate's status is about the pipeline: it does not tell how far an interview is. */
const EVENTS: Record<string, [EventType, InterviewStatus]> = {
	interview_processed: ['interview.report_available', 'completed'],
	video_processed: ['interview.report_available', 'completed'],
	candidate_status_updated: ['interview.status_changed', 'unknown'],
};

/** The two words in the vendor's documents; it lists no others, and another is no decision that we know. */
const DECISIONS: Record<string, InterviewEvent['decision']> = {
	accepted: 'advance',
	shortlisted: 'advance',
};

/** A delivery of Ribbon as one event. A change of a candidate's status names the candidate and the flow, but no interview. */
export function normalizeRibbon(body: unknown, facts: DeliveryFacts): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const delivery = ribbonDelivery(body);
	const {
		event_type: name,
		interview_id: id,
		interviewee_email: address,
		interview_flow_id: flow,
	} = delivery;
	const [eventType, eventStatus] = entryOf(EVENTS, name) ?? ['interview.unknown', 'unknown'];
	// The vendor documents `completed` only: with another word, nobody knows how far the interview is.
	const isCompleted = delivery.status === null || delivery.status.toLowerCase() === 'completed';
	const isOfCandidate = eventType === 'interview.status_changed';
	if (isOfCandidate && address === null) {
		return { reason: 'The body does not say whose status it is: interviewee_email is missing' };
	}
	if (!isOfCandidate && id === null) {
		return { reason: 'The body has no interview ID: interview_id is missing' };
	}
	const columns = {
		...candidateColumns(delivery),
		vendor: 'ribbon' as const,
		event_type: eventType,
		interview_id: id,
		interview_status: isCompleted ? eventStatus : ('unknown' as const),
		job_id: flow,
		job_title: delivery.interview_flow_name,
		decision: isOfCandidate ? (entryOfWord(DECISIONS, delivery.new_status) ?? null) : null,
		interview_url: delivery.interview_link,
		interview_mode: name === 'video_processed' ? ('video' as const) : ('unknown' as const),
		vendor_event: name,
		vendor_event_source: 'body' as const,
		vendor_status: delivery.new_status ?? delivery.status,
		dedupe_key: `ribbon:${id ?? flow}:${name}:${bodyFingerprint(body, facts.rawBody)}`,
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** Who was interviewed, as far as Ribbon knows. */
export function candidateColumns({
	interviewee_email,
	interviewee_email_address,
	interviewee_first_name: first,
	interviewee_last_name: last,
}: Partial<RibbonDelivery>) {
	return {
		candidate_name: [first, last].filter(Boolean).join(' ') || null,
		candidate_first_name: first ?? null,
		candidate_last_name: last ?? null,
		candidate_email: interviewee_email_address ?? interviewee_email ?? null,
	};
}
