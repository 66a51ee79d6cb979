import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { tokenProof } from '../shared/receiver/verify';
import { normalizeHeyMilo } from './normalize';
import { storedRegistrations } from './registration/storedRegistrations';

export const heyMiloReceiver: VendorReceiver = {
	vendor: 'heymilo',
	// HeyMilo signs nothing: each registration has a URL that nobody else knows.
	proof: async (context) => tokenProof(storedRegistrations(context).map(({ token }) => token)),
	normalize: ({ body }, facts, _, { context, secret }) =>
		normalizeHeyMilo(
			body,
			facts,
			storedRegistrations(context).find(({ token }) => token === secret),
		),
	subscription: ({ vendor_event }) => vendor_event,
};
