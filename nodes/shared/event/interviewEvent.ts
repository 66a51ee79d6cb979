import type * as z from 'zod4/mini';

import { SIMPLIFIED_COLUMNS } from './columnOrder';
import type { interviewEventSchema } from './schema';

/** One delivery of any vendor, or one report fetched through a vendor's API. See docs/interview-event.md. */
export type InterviewEvent = z.infer<typeof interviewEventSchema>;

export type EventType = InterviewEvent['event_type'];
export type InterviewStatus = InterviewEvent['interview_status'];
export type Vendor = InterviewEvent['vendor'];
export type EventDetails = InterviewEvent['details'];
export type Verification = InterviewEvent['verification'];

/** An event whose kind is known. */
export type RecognizedEvent = InterviewEvent & {
	event_type: Exclude<EventType, 'interview.unknown'>;
};

export function isRecognized(event: InterviewEvent): event is RecognizedEvent {
	return event.event_type !== 'interview.unknown';
}

/** The event reduced to its main columns; `raw` is kept when asked for. */
export function simplifyEvent(event: InterviewEvent, { includeRaw = false } = {}): Partial<InterviewEvent> {
	const columns = includeRaw ? [...SIMPLIFIED_COLUMNS, 'raw' as const] : SIMPLIFIED_COLUMNS;
	return Object.fromEntries(columns.map((column) => [column, event[column]]));
}
