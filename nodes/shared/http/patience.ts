import { sleep } from 'n8n-workflow';

import type { ApiContext } from './vendorApi';

/** How often one call is sent at most. */
export const MOST_ATTEMPTS = 4;

const RATE_LIMIT_WAIT_MS = 10_000;
const LIFE_CYCLE_RATE_LIMIT_WAIT_MS = 3_000;

/**
 * What failed attempts and the waits after them may cost one step of a trigger's life cycle. n8n 1.x activates once, so a
 * step itself has to get over what passes. n8n 2.40 activates up to five times, 1 to 8 s apart, each time in two steps
 * (`checkExists`, `create`), and has 84 s for all of it, after which it reports its own deadline instead of the reason:
 * 5 × 2 × 4 s and 15 s in between leave half a minute for what the calls themselves take on a busy machine.
 */
const LIFE_CYCLE_STEP_MS = 4_000;

/** What each step of a life cycle has lost so far, in milliseconds: n8n makes a new context for each. */
const lost = new WeakMap<ApiContext, number>();

const isLifeCycle = (context: ApiContext): boolean => 'getActivationMode' in context;

/** Milliseconds to wait after a 429 that does not say how long. */
export function rateLimitWaitMs(context: ApiContext): number {
	return isLifeCycle(context) ? LIFE_CYCLE_RATE_LIMIT_WAIT_MS : RATE_LIMIT_WAIT_MS;
}

/**
 * Waits before another attempt: as long as wanted, but in a life cycle no longer than its step has left.
 *
 * @param failedMs how long the attempt took that failed
 * @returns false, at once, where nothing is left for another attempt
 */
export async function waitForAnother(
	context: ApiContext,
	failedMs: number,
	wantedMs: number,
): Promise<boolean> {
	const leftMs = isLifeCycle(context)
		? LIFE_CYCLE_STEP_MS - (lost.get(context) ?? 0) - failedMs
		: Number.POSITIVE_INFINITY;
	const waitMs = Math.max(0, Math.min(wantedMs, leftMs));
	lost.set(context, (lost.get(context) ?? 0) + failedMs + waitMs);
	if (leftMs <= 0) return false;
	await sleep(waitMs);
	return true;
}
