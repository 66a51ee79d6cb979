import { isObject, text } from '../shared/event/fields';
import { entryOf } from '../shared/event/table';
import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { tokenProof } from '../shared/receiver/verify';
import { CHOICE_OF_EVENT } from './deliveries';
import { normalizeMicro1 } from './normalize';
import { storedRegistrations } from './registration/storedRegistrations';

export const micro1Receiver: VendorReceiver = {
	vendor: 'micro1',
	// micro1 documents no signature: each registration has a URL that nobody else knows.
	proof: async (context) => tokenProof(storedRegistrations(context).map(({ token }) => token)),
	normalize: ({ body }, facts) => normalizeMicro1(body, facts),
	subscription: ({ vendor_event }) => entryOf(CHOICE_OF_EVENT, vendor_event) ?? vendor_event,
	// Without the time of a change, only a delivery equal to the last one about the same thing is a repetition: a stage that
	// goes back and forth is three events.
	sequence: ({ dedupe_key, vendor_event, raw }) =>
		isState(vendor_event) && !isTimed(raw) ? dedupe_key.replace(/:[^:]*$/, '') : null,
	// What becomes of an application has no order, but for the invitation.
	isStep: ({ vendor_event, event_type }) =>
		event_type === 'interview.invited' || !isOfApplication(vendor_event),
};

const isOfApplication = (event: string | null): boolean => event?.startsWith('applicant.') ?? false;

/** Whether an event says how something stands, which may be as it was before. */
const isState = (event: string | null): boolean =>
	isOfApplication(event) || event === 'proctoring_score.completed';

function isTimed(raw: unknown): boolean {
	const data = isObject(raw) && isObject(raw.data) ? raw.data : {};
	return text(data.date_modified) !== null;
}
