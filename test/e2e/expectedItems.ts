import type { Vendor } from '../../simulators/shared/simulator';
import type { Fixture } from '../fixtures';
import { PROVERS } from '../unit/receiver/provers';

/** The items of the fixtures in the order sent: without repetitions, and with what the order makes of them. */
export function expectedItems(vendor: Vendor, fixtures: Fixture[]): unknown[] {
	const { verification } = PROVERS[vendor];
	const seen = new Set<unknown>();
	return fixtures
		.filter(({ item }) => !seen.has(item.event_id) && seen.add(item.event_id))
		.map(({ item, body }) => ({
			...item,
			...(vendor === 'heymilo' ? { vendor_event_source: 'url' } : {}),
			// Sent by name and not by time: what the order makes of them is tested elsewhere.
			is_out_of_order: expect.any(Boolean) as boolean,
			event_type:
				vendor === 'jobmojito' ? (expect.stringMatching(/^interview\./) as string) : item.event_type,
			...(vendor === 'interviewflowai' ? scoreOnScale(item.score_raw ?? null) : {}),
			verification,
			received_at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
			raw: body,
		}));
}

/** InterviewFlowAI's workflow sets Score Maximum to 100. */
function scoreOnScale(score: number | null) {
	return score === null ? {} : { score_percent: score, score_max: 100, score_scale_source: 'setting' };
}
