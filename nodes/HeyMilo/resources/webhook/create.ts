import type { Operation } from '../../../shared/actions/operation';
import { choiceField, textField } from '../../../shared/actions/fields';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { webhookUrlOf } from '../../../shared/actions/values';
import { apiVersionOf } from '../../api';
import { postingParameter, wantedPosting } from '../../parameters';
import { webhookCalls } from '../../api/webhooks';
import { EVENTS } from './parameters';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a webhook',
	description:
		'Have HeyMilo call your own URL. The HeyMilo Trigger node registers its own webhooks and does not need this.',
	properties: [
		postingParameter,
		textField({
			displayName: 'URL',
			name: 'webhookUrl',
			required: true,
			placeholder: 'e.g. https://example.com/heymilo',
			description: "Where HeyMilo sends the events. HeyMilo doesn't sign them, so put a secret in the URL.",
		}),
		choiceField(
			{ displayName: 'Event', name: 'event', default: 'report_available' },
			{ ...EVENTS, custom: 'Custom' },
		),
		textField({
			displayName: 'Event Name',
			name: 'eventName',
			required: true,
			placeholder: 'e.g. candidate_ingested',
			displayOptions: { show: { event: ['custom'] } },
			description: 'As HeyMilo writes it',
		}),
	],
	prepare: (context, itemIndex) => {
		const url = requiredText(context, itemIndex, 'webhookUrl', 'URL');
		webhookUrlOf({ context, itemIndex, displayName: 'URL', value: url });
		const event = requiredText(context, itemIndex, 'event', 'Event');
		const wanted = {
			postingId: wantedPosting(context, itemIndex),
			event: event === 'custom' ? requiredText(context, itemIndex, 'eventName', 'Event Name') : event,
		};
		return async () =>
			asItems([await webhookCalls[await apiVersionOf(context)].create(context, wanted, url)]);
	},
};
