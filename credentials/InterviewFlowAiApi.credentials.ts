import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { notTheApi, onStatus, rules } from '../nodes/shared/http/credentialTest';

const UNTESTED = 'says nothing about the key: fill in the ID of one of your Interviewers and test again.';

const NOTHING_FOUND =
	'InterviewFlowAI found nothing there: check Interviewer ID for the Test (the ID alone, not an address) and Base URL. The key was not tested.';

export class InterviewFlowAiApi implements ICredentialType {
	name = 'interviewFlowAiApi';

	displayName = 'InterviewFlowAI API';

	icon: Icon = {
		light: 'file:../nodes/InterviewFlowAi/interviewFlowAi.svg',
		dark: 'file:../nodes/InterviewFlowAi/interviewFlowAi.dark.svg',
	};

	documentationUrl = 'https://docs.interviewflowai.com/platform/api-integration';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In InterviewFlowAI: Settings → API Keys → Generate',
		},
		{
			displayName: 'Interviewer ID for the Test',
			name: 'interviewerId',
			type: 'string',
			default: '',
			hint: 'From the address of the page of one of your Interviewers. Only used to test this credential: InterviewFlowAI has no call that works without it.',
		},
		{
			displayName: 'Webhook Token',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'A random text of at least 16 letters and digits. Put ?token= and this text at the end of the webhook URL that you paste into InterviewFlowAI: it proves that a delivery comes from there.',
		},
		{
			displayName: 'Previous Webhook Token',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'While you change the token, enter the old one here: deliveries with either are accepted. Clear it when you are done.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.interviewflowai.com',
			hint: 'Address of the InterviewFlowAI API. Keep the default unless InterviewFlowAI assigned you a different URL.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-KEY': '={{$credentials.apiKey?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '/api/external/fetch/candidates',
			method: 'POST',
			disableFollowRedirect: true,
			body: { interviewerId: '={{$credentials.interviewerId}}', page: 1, limit: 1 },
		},
		rules: rules(
			onStatus(401, 'InterviewFlowAI refused this API key. Generate a new one under Settings → API Keys.'),
			onStatus(403, 'InterviewFlowAI refused this API key. Generate a new one under Settings → API Keys.'),
			onStatus(400, `The answer ${UNTESTED}`),
			onStatus(404, NOTHING_FOUND),
			onStatus(405, NOTHING_FOUND),
			onStatus(422, `The answer ${UNTESTED}`),
			notTheApi('InterviewFlowAI'),
		),
	};
}
