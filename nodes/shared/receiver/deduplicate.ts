import type { IWebhookFunctions } from 'n8n-workflow';

import { isRecognized, type InterviewEvent } from '../event/interviewEvent';
import { memoryOf, type Claim, type DeliveryMemory } from './deliveryMemory';
import { LIFECYCLE_RANK } from './lifecycleRank';
import type { TriggerSettings } from '../trigger/settings';
import type { SeenEvent, VendorReceiver } from './vendorReceiver';

/** A delivery that is no duplicate, beside what came before it. */
interface ClaimedDelivery {
	/** The event as the ones before it make it. */
	event: InterviewEvent;
	/** The last event of its sequence, if it is remembered. */
	previous: SeenEvent | null;
}

/**
 * Claims the delivery, or returns null when it is a duplicate. It is remembered once its 2xx has gone out, and
 * forgotten when anything else happens. A test run in the editor remembers nothing.
 */
export async function claimDelivery(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	event: InterviewEvent,
	settings: TriggerSettings,
): Promise<ClaimedDelivery | null> {
	if (settings.isTestRun) return { event, previous: null };

	const memory = memoryOf(context.getWorkflow().id ?? '', context.getNode().id);
	const key = event.dedupe_key;
	const sequence = vendor.sequence?.(event) ?? key;
	const repetitionMs = sequence === key ? undefined : vendor.repetitionMs;
	const { rememberedDeliveries: limit, deduplicate: skipsDuplicates } = settings;
	const claim = await memory.claim(sequence, key, limit, { skipsDuplicates, repetitionMs });
	if (claim === null) return null;

	const related = vendor.relate?.(event, claim.previous) ?? event;
	const isStep = vendor.isStep?.(related) ?? true;
	const mayBeLate = isStep && !vendor.isAnotherAttempt?.(related);
	const placed = { ...related, is_out_of_order: mayBeLate && isOutOfOrder(memory, related) };
	settleWithResponse(context, { memory, claim, event: placed, isStep, limit });
	return { event: placed, previous: claim.previous };
}

interface Claimed {
	memory: DeliveryMemory;
	claim: Claim;
	event: InterviewEvent;
	/** Whether it says how far the interview has come. */
	isStep: boolean;
	limit: number;
}

function settleWithResponse(
	context: IWebhookFunctions,
	{ memory, claim, event, isStep, limit }: Claimed,
): void {
	const response = context.getResponseObject();
	const seen = isRecognized(event) ? event : null;
	response.once('finish', () => {
		const isStored = response.statusCode >= 200 && response.statusCode < 300;
		if (isStored && isStep && seen?.interview_id && !seen.is_out_of_order) {
			memory.advance(seen.interview_id, LIFECYCLE_RANK[seen.event_type], seen.occurred_at, limit);
		}
		claim.settle({ isStored, seen });
	});
	response.once('close', () => claim.settle({ isStored: false, seen }));
	// The vendor may have hung up while this delivery waited; then neither event comes any more.
	if (response.closed || response.destroyed) claim.settle({ isStored: false, seen });
}

/** What was not recognized, or is of no interview, is no step of a life cycle, and so neither late nor early. */
function isOutOfOrder(memory: DeliveryMemory, event: InterviewEvent): boolean {
	if (!isRecognized(event) || event.interview_id === null) return false;
	return memory.isOutOfOrder(event.interview_id, LIFECYCLE_RANK[event.event_type], event.occurred_at);
}
