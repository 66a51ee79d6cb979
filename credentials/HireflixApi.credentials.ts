import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { notTheApi, onBody, onStatus, rules } from '../nodes/shared/http/credentialTest';

const REFUSED = 'Hireflix refused this API key. Copy it again from My account → API keys.';

export class HireflixApi implements ICredentialType {
	name = 'hireflixApi';

	displayName = 'Hireflix API';

	icon: Icon = {
		light: 'file:../nodes/Hireflix/hireflix.svg',
		dark: 'file:../nodes/Hireflix/hireflix.dark.svg',
	};

	documentationUrl = 'https://help.hireflix.com/article/c6l3n1qgrw-integrating-hireflix-in-your-ats';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Hireflix: My account → API keys',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Proves that a delivery comes from Hireflix. In Hireflix: Profile → Webhooks → Reveal Key.',
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'While you change the secret, enter the old one here: deliveries with either are accepted. Clear it when you are done.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hireflix.com',
			hint: 'Address of the Hireflix API. Keep the default unless Hireflix assigned you a different URL.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-KEY': '={{$credentials.apiKey?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '/me',
			method: 'POST',
			disableFollowRedirect: true,
			body: { query: 'query { positions { id } }' },
		},
		// A refused key is answered with another body, under a status that is not documented: either says so.
		rules: rules(
			onStatus(401, REFUSED),
			onStatus(403, REFUSED),
			onBody('message', 'Unauthorized', REFUSED),
			onBody('data', null, REFUSED),
			onBody('errors[0].message', 'Unauthorized', REFUSED),
			notTheApi('Hireflix', 'data.positions'),
		),
	};
}
