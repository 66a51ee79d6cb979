import { byJobId } from '../shared/receiver/filter';
import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { signatureProof } from '../shared/receiver/verify';
import { readSecrets } from '../shared/trigger/secrets';
import { hireflixApi } from './api';
import { normalizeHireflix } from './normalize';

export const hireflixReceiver: VendorReceiver = {
	vendor: 'hireflix',
	// Over the bytes as they came: a body that was parsed and written again, as in the vendor's own sample code, would let
	// changes through that the signature does not cover.
	proof: async (context) =>
		signatureProof(await readSecrets(context, hireflixApi), 'x-hireflix-signature', 'base64'),
	normalize: ({ body }, facts) => normalizeHireflix(body, facts),
	// The echo of a completion belongs to "Interview Completed", whichever of the two comes first.
	subscription: ({ event_type, vendor_event }) =>
		event_type === 'interview.completed' ? 'interview.finish' : vendor_event,
	jobFilter: byJobId('positions'),
};
