import { normalizeHeyMilo } from '../../nodes/HeyMilo/normalize';
import { normalizeHireflix } from '../../nodes/Hireflix/normalize';
import { normalizeInterviewFlowAi } from '../../nodes/InterviewFlowAi/normalize';
import { normalizeJobMojito } from '../../nodes/JobMojito/normalize';
import { normalizeRibbon } from '../../nodes/Ribbon/normalize';
import { normalizeMicro1 } from '../../nodes/Micro1/normalize';
import type { DeliveryFacts, Normalized } from '../../nodes/shared/event/build';
import type { InterviewEvent, Vendor } from '../../nodes/shared/event/interviewEvent';

/** How the deliveries of these tests were received. */
export const facts: DeliveryFacts = {
	receivedAt: '2026-04-01T08:00:00.000Z',
	verification: 'signature',
	rawBody: null,
};

/** Each vendor's normalizer, with nothing known but the body. */
export const normalizers: Record<Vendor, (body: unknown, facts: DeliveryFacts) => Normalized> = {
	hireflix: normalizeHireflix,
	heymilo: (body, given) => normalizeHeyMilo(body, given),
	jobmojito: (body, given) => normalizeJobMojito(body, given),
	interviewflowai: (body, given) => normalizeInterviewFlowAi(body, given),
	ribbon: normalizeRibbon,
	micro1: normalizeMicro1,
};

/** The event of a body. Throws with the reason when there is none. */
export function eventOf(vendor: Vendor, body: unknown, given = facts): InterviewEvent {
	return eventIn(normalizers[vendor](body, given));
}

export function eventIn(normalized: Normalized): InterviewEvent {
	if ('reason' in normalized) throw new Error(normalized.reason);
	return normalized.event;
}

/** A copy of a body with values at dotted paths replaced; undefined removes the field. */
export function changed(body: unknown, changes: Record<string, unknown>): unknown {
	const copy = structuredClone(body) as Record<string, unknown>;
	for (const [path, value] of Object.entries(changes)) {
		const keys = path.split('.');
		const name = keys.pop() ?? '';
		const parent = keys.reduce((place, key) => place[key] as Record<string, unknown>, copy);
		if (value === undefined) delete parent[name];
		else parent[name] = value;
	}
	return copy;
}
