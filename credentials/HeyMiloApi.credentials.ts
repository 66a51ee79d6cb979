import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class HeyMiloApi implements ICredentialType {
	name = 'heyMiloApi';

	displayName = 'HeyMilo API';

	icon: Icon = {
		light: 'file:../nodes/HeyMilo/heymilo.svg',
		dark: 'file:../nodes/HeyMilo/heymilo.dark.svg',
	};

	documentationUrl = 'https://docs.heymilo.ai/api-reference/public-api/api-key-usage';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In HeyMilo: Integrations → API Keys. A key covers one workspace.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.heymilo.ai',
			hint: 'Where the API of HeyMilo is. The legacy v1 API is at https://api.heymilo.network.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-KEY': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/api/v2/workspaces', disableFollowRedirect: true },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'HeyMilo refused this API key. Copy it again from Integrations → API Keys.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no v2 API at this Base URL, so that the key cannot be tested. That is expected for the legacy v1 API only.',
				},
			},
		],
	};
}
