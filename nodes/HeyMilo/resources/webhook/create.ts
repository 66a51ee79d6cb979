import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { postingParameter } from '../../parameters';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a webhook',
	description:
		'Let HeyMilo call a URL of yours. The HeyMilo Trigger node registers its own webhooks and needs none of these.',
	isReadOnly: false,
	properties: [
		postingParameter,
		{
			displayName: 'URL',
			name: 'webhookUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/heymilo',
			description: 'Where the events are sent. HeyMilo signs nothing: put a secret into the URL.',
		},
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			default: 'report_available',
			options: [
				{ name: 'Custom', value: 'custom' },
				{ name: 'Interview Completed', value: 'interview_completed' },
				{ name: 'Interview Started', value: 'interview_started' },
				{ name: 'Report Available', value: 'report_available' },
			],
		},
		{
			displayName: 'Event Name',
			name: 'eventName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. candidate_ingested',
			displayOptions: { show: { event: ['custom'] } },
			description: 'As HeyMilo writes it',
		},
	],
	run: async (context, itemIndex) => {
		const url = requiredText(context, itemIndex, 'webhookUrl', 'URL');
		if (!/^https?:\/\//.test(url)) {
			throw new NodeOperationError(context.getNode(), 'URL must start with https://', {
				itemIndex,
				description: 'Enter the whole address that HeyMilo should call.',
			});
		}
		const event = requiredText(context, itemIndex, 'event', 'Event');
		const body = {
			posting_id: requiredText(context, itemIndex, 'postingId', 'Posting'),
			webhook_url: url,
			event_type: event === 'custom' ? requiredText(context, itemIndex, 'eventName', 'Event Name') : event,
		};
		return asItems([await callV2(context, 'POST', '/api/v2/webhooks', body, false)]);
	},
};
