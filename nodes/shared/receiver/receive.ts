import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { sha256, type DeliveryFacts, type Normalized } from '../event/build';
import { simplifyEvent, type InterviewEvent, type Verification } from '../event/interviewEvent';
import { acknowledge, emit, refuse } from './answer';
import { memoryOf, type Claim, type DeliveryMemory } from './deliveryMemory';
import { LIFECYCLE_RANK } from './lifecycleRank';
import { readDelivery } from './readDelivery';
import { readTriggerSettings, type TriggerSettings } from './triggerSettings';
import type { Delivery, SeenEvent, VendorReceiver } from './vendorReceiver';
import { verify } from './verify';

/**
 * The way of every delivery: verify → normalise → deduplicate → filter → answer. Never throws, since n8n
 * would store a failed execution for whatever a stranger sends.
 */
export async function receive(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
): Promise<IWebhookResponseData> {
	const settings = readTriggerSettings(context);
	const delivery = readDelivery(context);
	const verification = await verifyOrigin(context, vendor, delivery, settings);
	if (verification === 'unavailable') return refuse(context, 503, 'Not ready to verify deliveries');
	if (verification === null) return refuse(context, 401, 'Not verified');

	const normalized = normalize(context, vendor, delivery, verification, settings);
	const event = 'event' in normalized ? normalized.event : null;
	const bodyKey = `${vendor.vendor}:unrecognized:${sha256(delivery.rawBody)}`;

	const memory = settings.isTestRun ? null : triggerMemory(context);
	const claim = await claimDelivery(memory, vendor, event, bodyKey, settings);
	if (claim === null) return acknowledge();
	const related = event && (vendor.relate?.(event, claim.previous) ?? event);
	settleWithResponse(context, memory, claim, related, settings);

	if (related === null || related.event_type === 'interview.unknown') {
		return emit([], [unrecognizedItem(vendor, delivery, verification, normalized)]);
	}
	if (!isWanted(vendor, related, claim.previous, settings)) return acknowledge();
	return emit([eventItem(related, memory, settings)], []);
}

/** The credential may be gone or locked; then nothing can be verified and the vendor may try again. */
async function verifyOrigin(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	delivery: Delivery,
	settings: TriggerSettings,
): Promise<Verification | null | 'unavailable'> {
	try {
		return verify(delivery, await vendor.proof(context), settings.acceptUnverified);
	} catch {
		context.logger.error(`${context.getNode().name}: the credential could not be read`);
		return 'unavailable';
	}
}

function normalize(
	context: IWebhookFunctions,
	vendor: VendorReceiver,
	delivery: Delivery,
	verification: Verification,
	settings: TriggerSettings,
): Normalized {
	const facts: DeliveryFacts = {
		receivedAt: delivery.receivedAt,
		verification,
		rawBody: delivery.rawBody,
	};
	const registration = vendor.registration?.(context, delivery) ?? {
		registeredEvent: null,
		registeredJobId: null,
	};
	try {
		return vendor.normalize(delivery, facts, { scoreMaximum: settings.scoreMaximum, ...registration });
	} catch {
		// A body that no test foresaw still reaches the user, on the second output.
		return { reason: "The body could not be read; please report it, without the candidate's data" };
	}
}

function triggerMemory(context: IWebhookFunctions): DeliveryMemory {
	return memoryOf(context.getWorkflow().id ?? '', context.getNode().id);
}

const unclaimed: Claim = { previous: null, settle: () => {} };

async function claimDelivery(
	memory: DeliveryMemory | null,
	vendor: VendorReceiver,
	event: InterviewEvent | null,
	bodyKey: string,
	settings: TriggerSettings,
): Promise<Claim | null> {
	if (memory === null) return unclaimed;
	const delivery = event?.dedupe_key ?? bodyKey;
	const sequence = (event && vendor.sequence?.(event)) ?? delivery;
	return await memory.claim(sequence, delivery, settings.rememberedDeliveries, settings.deduplicate);
}

/** Remembers the delivery once its 2xx has gone out, and forgets it when anything else happened. */
function settleWithResponse(
	context: IWebhookFunctions,
	memory: DeliveryMemory | null,
	claim: Claim,
	event: InterviewEvent | null,
	settings: TriggerSettings,
): void {
	const response = context.getResponseObject();
	const seen: SeenEvent | null = event && {
		vendor_event: event.vendor_event,
		decision: event.decision,
		score_raw: event.score_raw,
	};
	response.once('finish', () => {
		const isStored = response.statusCode >= 200 && response.statusCode < 300;
		if (isStored && event && memory && !outOfOrder(memory, event)) {
			const { interview_id, event_type, occurred_at } = event;
			memory.advance(interview_id, LIFECYCLE_RANK[event_type], occurred_at, settings.rememberedDeliveries);
		}
		claim.settle(isStored, seen);
	});
	response.once('close', () => claim.settle(false, seen));
}

function outOfOrder(memory: DeliveryMemory, event: InterviewEvent): boolean {
	return memory.isOutOfOrder(event.interview_id, LIFECYCLE_RANK[event.event_type], event.occurred_at);
}

function isWanted(
	vendor: VendorReceiver,
	event: InterviewEvent,
	previous: SeenEvent | null,
	settings: TriggerSettings,
): boolean {
	const subscription = vendor.subscription(event);
	if (subscription !== null && !settings.events.includes(subscription)) return false;
	if (vendor.jobFilter !== undefined) {
		const wanted = settings.jobs(vendor.jobFilter.parameter);
		const ids = vendor.jobFilter.jobIds(event);
		// An event that does not say which job it is of passes: a filter must not drop on a guess.
		if (wanted.length > 0 && ids.length > 0 && !ids.some((id) => wanted.includes(id))) return false;
	}
	return vendor.admits?.(event, previous, settings.options) ?? true;
}

function eventItem(
	event: InterviewEvent,
	memory: DeliveryMemory | null,
	settings: TriggerSettings,
): IDataObject {
	const complete = { ...event, is_out_of_order: memory !== null && outOfOrder(memory, event) };
	return (settings.simplify ? simplifyEvent(complete, settings.includeRaw) : complete) as IDataObject;
}

function unrecognizedItem(
	vendor: VendorReceiver,
	delivery: Delivery,
	verification: Verification,
	normalized: Normalized,
): IDataObject {
	return {
		reason: 'reason' in normalized ? normalized.reason : reasonFor(normalized.event),
		vendor: vendor.vendor,
		received_at: delivery.receivedAt,
		verification,
		raw_sha256: sha256(delivery.rawBody),
		event: 'event' in normalized ? normalized.event : null,
		raw: delivery.body ?? delivery.rawBody.toString('utf8'),
	} as IDataObject;
}

function reasonFor({ vendor_event, vendor_status }: InterviewEvent): string {
	return vendor_event === null
		? `The body does not tell what happened (status: ${vendor_status})`
		: `The event "${vendor_event}" is not one this node knows`;
}
