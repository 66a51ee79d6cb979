import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { noObject, onStatus, REDIRECTS, rules } from '../nodes/shared/http/credentialTest';

const WRONG_URL = 'This is not the HeyMilo API: check Base URL and API Version. The key was not tested.';

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
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			default: 'v2',
			options: [
				{
					name: 'V1 (Legacy)',
					value: 'v1',
					description: 'For accounts on api.heymilo.network: the trigger, its lists and webhooks only',
				},
				{ name: 'V2', value: 'v2', description: 'The current API, with all operations' },
			],
			hint: 'Keep V2 unless your account is on the legacy API. The trigger and all operations follow it.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.heymilo.ai',
			hint: 'https://api.heymilo.ai for V2, https://api.heymilo.network for V1',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-KEY': '={{$credentials.apiKey?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '={{$credentials.apiVersion === "v1" ? "/postings?page=1&limit=1" : "/api/v2/workspaces"}}',
			disableFollowRedirect: true,
			// As it came: the two generations have no field in common that a rule could look for.
			encoding: 'text',
		},
		rules: rules(
			onStatus(401, 'HeyMilo refused this API key. Copy it again from Integrations → API Keys.'),
			[...REDIRECTS, 404, 405].map((status) => onStatus(status, WRONG_URL)),
			noObject(WRONG_URL),
		),
	};
}
