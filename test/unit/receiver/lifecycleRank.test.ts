import { LIFECYCLE_RANK } from '../../../nodes/shared/receiver/lifecycleRank';
import type { RecognizedEvent } from '../../../nodes/shared/event/interviewEvent';

type Step = RecognizedEvent['event_type'];

describe('the life cycle', () => {
	it.each<[Step, Step]>([
		['interview.invited', 'interview.started'],
		['interview.started', 'interview.in_progress'],
		['interview.in_progress', 'interview.completed'],
		['interview.in_progress', 'interview.failed'],
		['interview.completed', 'interview.report_available'],
		['interview.completed', 'interview.score_updated'],
		['interview.completed', 'interview.status_changed'],
		['interview.report_available', 'interview.deleted'],
		['interview.status_changed', 'interview.deleted'],
	])('has %s before %s', (earlier, later) => {
		expect(LIFECYCLE_RANK[earlier]).toBeLessThan(LIFECYCLE_RANK[later]);
	});

	it('puts no order between what may come in any', () => {
		expect(LIFECYCLE_RANK['interview.report_available']).toBe(LIFECYCLE_RANK['interview.score_updated']);
		expect(LIFECYCLE_RANK['interview.score_updated']).toBe(LIFECYCLE_RANK['interview.status_changed']);
	});
});
