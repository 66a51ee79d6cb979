import type { VendorApi } from '../shared/http/apiCall';

export const interviewFlowAiApi: VendorApi = {
	vendorName: 'InterviewFlowAI',
	credentialType: 'interviewFlowAiApi',
	keyHelp:
		'Open InterviewFlowAI → Settings → API Keys → Generate, put the key into the API Key field of the credential and save it.',
};
