import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { notTheApi, onStatus, rules } from '../nodes/shared/http/credentialTest';

const REFUSED = 'Ribbon refused this API key. Copy a key from app.ribbon.ai/recruit/api-keys.';

export class RibbonApi implements ICredentialType {
	name = 'ribbonApi';

	displayName = 'Ribbon API';

	icon: Icon = {
		light: 'file:../nodes/Ribbon/ribbon.svg',
		dark: 'file:../nodes/Ribbon/ribbon.dark.svg',
	};

	documentationUrl = 'https://docs.ribbon.ai';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Ribbon, as an admin: app.ribbon.ai/recruit/api-keys',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Any random text of at least 32 characters. Put the same text into Secret Key beside the Webhook URL in Ribbon: it signs every delivery with it.',
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'While you change the secret, put the old one here: deliveries with either are accepted. Clear it afterwards.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://app.ribbon.ai/be-api',
			hint: 'Address of the Ribbon API. Keep the default unless Ribbon assigned you a different URL.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '/v1/ping',
			disableFollowRedirect: true,
		},
		rules: rules(onStatus(401, REFUSED), onStatus(403, REFUSED), notTheApi('Ribbon', 'message')),
	};
}
