import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { notTheApi, onStatus, rules } from '../nodes/shared/http/credentialTest';

export class JobMojitoApi implements ICredentialType {
	name = 'jobMojitoApi';

	displayName = 'JobMojito API';

	icon: Icon = {
		light: 'file:../nodes/JobMojito/jobmojito.svg',
		dark: 'file:../nodes/JobMojito/jobmojito.dark.svg',
	};

	documentationUrl = 'https://developer.jobmojito.com/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Issued in the JobMojito admin, or by your account manager, for one environment',
		},
		{
			displayName: 'Webhook Header Name',
			name: 'webhookHeaderName',
			type: 'string',
			default: 'X-Webhook-Secret',
			hint: 'Name of the custom header that you set up with the webhook in the JobMojito admin',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Value of that header: a random text of at least 16 letters and digits, the same here and in JobMojito. It proves that a delivery comes from JobMojito.',
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
			default: 'https://cool.jobmojito.com/functions/v1',
			hint: 'Address of the JobMojito API. Keep the default unless JobMojito assigned you a different URL.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken?.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl?.trim()}}',
			url: '/merchant-status',
			disableFollowRedirect: true,
		},
		rules: rules(
			onStatus(
				401,
				'JobMojito refused this token: it is wrong, expired or revoked. Issue a new one in the JobMojito admin.',
			),
			notTheApi('JobMojito', 'merchant_id'),
		),
	};
}
