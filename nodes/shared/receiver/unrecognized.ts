import { buildEvent, type DeliveryFacts, type Normalized } from '../event/build';
import { isObject } from '../event/fields';
import { sha256OfBody } from '../event/identity';
import { isRecognized, type InterviewEvent } from '../event/interviewEvent';
import { shortened } from '../event/text';
import { isTooDeep } from './depth';
import type { Delivery, VendorReceiver } from './vendorReceiver';

/** Characters of a vendor's word in a reason. */
const LONGEST_WORD = 200;

/**
 * What a delivery is in the columns of the item, also where it could not be read: then it is `interview.unknown`, with the
 * reason in `failure_reason`, what was sent in `raw`, and nothing else that comes from the body.
 */
export function eventIn(
	normalized: Normalized,
	vendor: VendorReceiver,
	delivery: Delivery,
	facts: DeliveryFacts,
): InterviewEvent {
	if ('reason' in normalized) {
		const columns = {
			vendor: vendor.vendor,
			event_type: 'interview.unknown' as const,
			interview_id: null,
			interview_status: 'unknown' as const,
			vendor_event_source: 'inferred' as const,
			failure_reason: normalized.reason,
			dedupe_key: `${vendor.vendor}:unrecognized:${sha256OfBody(delivery.rawBody)}`,
			raw: storable(delivery),
		};
		return buildEvent(columns, facts);
	}
	const { event } = normalized;
	return isRecognized(event) ? event : { ...event, failure_reason: reasonFor(event) };
}

/** Why a delivery is no event that this node knows, without a word of its body: a log must not hold a candidate's name. */
export function loggableReason(normalized: Normalized): string {
	return 'reason' in normalized ? normalized.reason : 'The event is not one this node knows';
}

function storable({ body, rawBody, text }: Delivery): InterviewEvent['raw'] {
	if (isObject(body) && !isTooDeep(body)) return body;
	return (text ?? rawBody.toString('utf8')) || null;
}

function reasonFor({ vendor_event, vendor_status }: InterviewEvent): string {
	return vendor_event === null
		? `The body does not say what happened (status: ${shortened(vendor_status ?? 'none', LONGEST_WORD)})`
		: `The event "${shortened(vendor_event, LONGEST_WORD)}" is not one this node knows`;
}
