import { readSecrets } from '../shared/lifecycle/requireSecret';
import type { Proof, VendorReceiver } from '../shared/receiver/vendorReceiver';
import { equalsSecret, hmacSha256Base64 } from '../shared/receiver/verify';
import { hireflixApi } from './api';
import { normalizeHireflix } from './normalize';

/**
 * Base64 HMAC-SHA256 in `x-hireflix-signature`. The documents say over the raw body, the vendor's own code
 * re-serialises the parsed one: the raw bytes are tried first, then that form. Both are keyed by the secret.
 */
const signature: Pick<Proof, 'verification' | 'matches'> = {
	verification: 'signature',
	matches: ({ headers, rawBody, body }, secret) => {
		const presented = headers['x-hireflix-signature'];
		if (equalsSecret(presented, hmacSha256Base64(secret, rawBody))) return true;
		if (body === undefined) return false;
		return equalsSecret(presented, hmacSha256Base64(secret, JSON.stringify(body)));
	},
};

export const hireflixReceiver: VendorReceiver = {
	vendor: 'hireflix',
	proof: async (context) => {
		const secrets = await readSecrets(context, hireflixApi);
		return { ...signature, secrets, confidential: () => secrets };
	},
	normalize: ({ body }, facts) => normalizeHireflix(body, facts),
	// The echo of a completion belongs to "Interview Completed", whichever of the two comes first.
	subscription: ({ event_type, vendor_event }) =>
		event_type === 'interview.completed' ? 'interview.finish' : vendor_event,
	jobFilter: {
		parameter: 'positions',
		jobIds: ({ job_id }) => (job_id === null ? [] : [job_id]),
	},
};
