import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { notTheApi, onBody, onStatus, rules } from '../nodes/shared/http/credentialTest';

const REFUSED = 'micro1 refused this API key. Generate a new one in micro1 under Settings.';

export class Micro1Api implements ICredentialType {
	name = 'micro1Api';

	// n8n's linter wants a capital letter here.
	displayName = 'Micro1 API';

	icon: Icon = { light: 'file:../nodes/Micro1/micro1.svg', dark: 'file:../nodes/Micro1/micro1.dark.svg' };

	documentationUrl = 'https://ai-recruiter.micro1.ai/api-reference/getting-started/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In micro1: Settings → generate an API key',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://public.api.micro1.ai',
			hint: 'Address of the micro1 API. Keep the default unless micro1 assigned you a different URL.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'x-api-key': '={{$credentials.apiKey?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '/webhooks',
			disableFollowRedirect: true,
		},
		rules: rules(
			onStatus(401, REFUSED),
			onStatus(403, REFUSED),
			onBody('status', false, REFUSED),
			notTheApi('micro1', 'data'),
		),
	};
}
