import { byJobId } from '../shared/receiver/filter';
import type { VendorReceiver } from '../shared/receiver/vendorReceiver';
import { tokenProof } from '../shared/receiver/verify';
import { readSecrets } from '../shared/trigger/secrets';
import { interviewFlowAiApi } from './api';
import { normalizeInterviewFlowAi } from './normalize';

export const interviewFlowAiReceiver: VendorReceiver = {
	vendor: 'interviewflowai',
	// InterviewFlowAI documents no proof of origin: the URL that is pasted there ends with a token.
	proof: async (context) => tokenProof(await readSecrets(context, interviewFlowAiApi)),
	normalize: ({ body, headers }, facts, { scoreMaximum }) =>
		normalizeInterviewFlowAi(body, facts, headers, scoreMaximum),
	subscription: ({ vendor_event }) => vendor_event,
	jobFilter: byJobId('interviewers'),
};
