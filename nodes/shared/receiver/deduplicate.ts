import type { IWebhookFunctions } from 'n8n-workflow';

import type { Normalized } from '../event/build';
import { sha256 } from '../event/identity';
import type { InterviewEvent } from '../event/interviewEvent';
import { memoryOf, type Claim, type DeliveryMemory } from './deliveryMemory';
import { LIFECYCLE_RANK } from './lifecycleRank';
import type { TriggerSettings } from '../trigger/settings';
import type { Delivery, SeenEvent, VendorReceiver } from './vendorReceiver';

/** A delivery that is no duplicate, beside what came before it. */
export interface ClaimedDelivery {
	/** The event as the ones before it make it; null for a delivery that is none. */
	event: InterviewEvent | null;
	/** The last event of its sequence, if it is remembered. */
	previous: SeenEvent | null;
}

/**
 * Claims the delivery, or gives null when it is a duplicate. It is remembered once its 2xx has gone out, and
 * forgotten when anything else happens. A test run in the editor remembers nothing.
 */
export async function claimDelivery(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	delivery: Delivery,
	normalized: Normalized,
	settings: TriggerSettings,
): Promise<ClaimedDelivery | null> {
	const event = 'event' in normalized ? normalized.event : null;
	if (settings.isTestRun) return { event, previous: null };

	const memory = memoryOf(context.getWorkflow().id ?? '', context.getNode().id);
	const key = event?.dedupe_key ?? `${vendor.vendor}:unrecognized:${sha256(delivery.rawBody)}`;
	const sequence = (event && vendor.sequence?.(event)) ?? key;
	const claim = await memory.claim(sequence, key, settings.rememberedDeliveries, settings.deduplicate);
	if (claim === null) return null;

	const related = event && (vendor.relate?.(event, claim.previous) ?? event);
	const placed = related && { ...related, is_out_of_order: isOutOfOrder(memory, related) };
	settleWithResponse(context, memory, claim, placed, settings.rememberedDeliveries);
	return { event: placed, previous: claim.previous };
}

function settleWithResponse(
	context: IWebhookFunctions,
	memory: DeliveryMemory,
	claim: Claim,
	event: InterviewEvent | null,
	limit: number,
): void {
	const response = context.getResponseObject();
	const seen = event === null || event.event_type === 'interview.unknown' ? null : event;
	response.once('finish', () => {
		const isStored = response.statusCode >= 200 && response.statusCode < 300;
		if (isStored && event && !event.is_out_of_order) {
			memory.advance(event.interview_id, LIFECYCLE_RANK[event.event_type], event.occurred_at, limit);
		}
		claim.settle(isStored, seen);
	});
	response.once('close', () => claim.settle(false, seen));
	// The vendor may have hung up while this delivery waited; then neither event comes any more.
	if (response.closed || response.destroyed) claim.settle(false, seen);
}

function isOutOfOrder(memory: DeliveryMemory, event: InterviewEvent): boolean {
	return memory.isOutOfOrder(event.interview_id, LIFECYCLE_RANK[event.event_type], event.occurred_at);
}
