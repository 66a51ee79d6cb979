import type { RecognizedEvent } from '../event/interviewEvent';

/** How far along its life cycle an interview is after an event; equal ranks may come in any order. */
export const LIFECYCLE_RANK: Record<RecognizedEvent['event_type'], number> = {
	'interview.invited': 1,
	'interview.started': 2,
	'interview.in_progress': 3,
	'interview.completed': 4,
	'interview.failed': 4,
	'interview.report_available': 5,
	'interview.score_updated': 5,
	'interview.status_changed': 5,
	'interview.deleted': 6,
};
