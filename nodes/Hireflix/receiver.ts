import { readSecrets } from '../shared/lifecycle/requireSecret';
import type { Proof, VendorReceiver } from '../shared/receiver/vendorReceiver';
import { equalsSecret, hmacSha256Base64 } from '../shared/receiver/verify';
import { hireflixApi } from './api';
import { normalizeHireflix } from './normalize';

/**
 * Base64 HMAC-SHA256 in `x-hireflix-signature`, over the bytes as they came: a body that was parsed and written
 * again would let changes through that the signature does not cover.
 */
const signature: Pick<Proof, 'verification' | 'matches'> = {
	verification: 'signature',
	matches: ({ headers, rawBody }, secret) =>
		equalsSecret(headers['x-hireflix-signature'], hmacSha256Base64(secret, rawBody)),
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
