import type { IDataObject } from 'n8n-workflow';

import type { Normalized } from '../event/build';
import { sha256 } from '../event/identity';
import { simplifyEvent, type InterviewEvent, type Verification } from '../event/interviewEvent';
import { withoutFormulas } from '../event/spreadsheet';
import { isTooDeep } from './depth';
import type { TriggerSettings } from '../trigger/settings';
import type { Delivery, VendorReceiver } from './vendorReceiver';

/** The item of the first output. */
export function eventItem(event: InterviewEvent, settings: TriggerSettings): IDataObject {
	const { simplify, includeRaw, escapeFormulas } = settings;
	const item = (simplify ? simplifyEvent(event, includeRaw) : event) as IDataObject;
	return escapeFormulas ? withoutFormulas(item) : item;
}

/** The item of the second output: why it is there, what could be read of it, and the body as it came. */
export function unrecognizedItem(
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
		raw: storable(delivery),
	} as IDataObject;
}

function storable({ body, rawBody }: Delivery): unknown {
	return body === undefined || body === null || isTooDeep(body) ? rawBody.toString('utf8') : body;
}

function reasonFor({ vendor_event, vendor_status }: InterviewEvent): string {
	return vendor_event === null
		? `The body does not tell what happened (status: ${vendor_status})`
		: `The event "${vendor_event}" is not one this node knows`;
}
