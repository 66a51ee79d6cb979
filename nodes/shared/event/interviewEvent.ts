import type * as z from 'zod4/mini';

import { columnNotes } from './columns';
import { interviewEventSchema } from './schema';

/** One delivery of any vendor, or one report fetched through a vendor's API. See docs/interview-event.md. */
export type InterviewEvent = z.infer<typeof interviewEventSchema>;

export type EventType = InterviewEvent['event_type'];
export type InterviewStatus = InterviewEvent['interview_status'];
export type Vendor = InterviewEvent['vendor'];
export type EventDetails = InterviewEvent['details'];
export type Verification = InterviewEvent['verification'];

type Column = keyof InterviewEvent;

const shape = interviewEventSchema.shape;

/** Every column, in the order of the item. */
export const COLUMNS = Object.keys(shape) as Column[];

/** The columns of the simplified view, in the order of the item. */
export const SIMPLIFIED_COLUMNS = COLUMNS.filter(
	(column) => columnNotes.get(shape[column])?.simplified === true,
);

/** The event reduced to its main columns; `raw` is kept when asked for. */
export function simplifyEvent(event: InterviewEvent, includeRaw: boolean): Partial<InterviewEvent> {
	const columns = includeRaw ? [...SIMPLIFIED_COLUMNS, 'raw' as const] : SIMPLIFIED_COLUMNS;
	return Object.fromEntries(columns.map((column) => [column, event[column]]));
}
