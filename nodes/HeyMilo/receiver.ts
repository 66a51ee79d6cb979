import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { equalsSecret, sharedSecretProof } from '../shared/receiver/verify';
import { normalizeHeyMilo } from './normalize';
import { storedRegistrations } from './registration/storedRegistrations';

export const heyMiloReceiver: VendorReceiver = {
	vendor: 'heymilo',
	// HeyMilo signs nothing: each registration has a URL that nobody else knows.
	proof: async (context) => {
		const tokens = storedRegistrations(context).map(({ token }) => token);
		return sharedSecretProof(tokens, ({ query }) => query.token);
	},
	registration: (context, { query }) => {
		const registration = storedRegistrations(context).find(({ token }) => equalsSecret(query.token, token));
		return {
			registeredEvent: registration?.event ?? null,
			registeredJobId: registration?.postingId ?? null,
		};
	},
	normalize: ({ body }, facts, settings) => normalizeHeyMilo(body, facts, settings),
	subscription: ({ vendor_event }) => vendor_event,
};
