import type { EventType } from '../../nodes/shared/event/interviewEvent';
import type { Outcome } from '../../simulators/shared/sender';

/** What must have come out once the candidates of a vendor have lived through their interviews. */
export interface Expectation {
	/** Interview, or the candidate's address where the event names none, and event type of each event. */
	events: Array<{ interview: string; type: EventType; isLate?: boolean }>;
	/** Words of the reason of each delivery that could not be read. */
	unrecognized: string[];
	/** Forged deliveries, with what was done to them. */
	forged: Array<{ kind: string; outcome: Outcome }>;
}

/** The events of one interview, in order. */
export function eventsOf(interview: string, types: EventType[]): Expectation['events'] {
	return types.map((type) => ({ interview, type }));
}
