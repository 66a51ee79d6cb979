import { byJobId } from '../shared/receiver/filter';
import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { signatureProof } from '../shared/receiver/verify';
import { readSecrets } from '../shared/trigger/secrets';
import { ribbonApi } from './api';
import { normalizeRibbon } from './normalize';

export const ribbonReceiver: VendorReceiver = {
	vendor: 'ribbon',
	// Over the bytes as they came: Ribbon puts blanks into its JSON, which would be lost in a body that is written again.
	proof: async (context) =>
		signatureProof(await readSecrets(context, ribbonApi), 'x-ribbon-signature', 'hex'),
	normalize: ({ body }, facts) => normalizeRibbon(body, facts),
	subscription: ({ vendor_event }) => vendor_event,
	jobFilter: byJobId('flows'),
	// Without times and IDs, a candidate who is accepted for the second time comes in the same bytes as the first time: only
	// what equals the last change of the candidate, and follows it soon, is a repetition.
	sequence: ({ event_type, job_id, candidate_email }) =>
		event_type === 'interview.status_changed' ? `ribbon:${job_id}:${candidate_email}` : null,
	repetitionMs: 60 * 60 * 1000,
};
