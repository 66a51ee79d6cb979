import type {
	IHookFunctions,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { existence } from '../shared/lifecycle/existence';
import { explained } from '../shared/lifecycle/explained';
import { removal } from '../shared/lifecycle/removal';
import { COPY_URL, PUBLISH, setUpNotice } from '../shared/lifecycle/setUpNotice';
import { sampleItems } from '../shared/lifecycle/sampleItems';
import { eventsSubtitle } from '../shared/receiver/eventsSubtitle';
import { receive } from '../shared/receiver/receive';
import { simplifyParameter } from '../shared/actions/properties';
import { optionsParameter, unrecognizedDelivery } from '../shared/receiver/triggerParameters';
import { UNRECOGNIZED } from '../shared/trigger/settings';
import { hireflixApi } from './api';
import { positionOptions } from './lists';
import { hireflixReceiver } from './receiver';
import { DELETE_BY_HAND, isRegistered, register, unregister } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['interview.finish', UNRECOGNIZED],
	options: [
		{ name: 'Interview Completed', value: 'interview.finish' },
		{ name: 'Interview Created', value: 'interview.create' },
		{ name: 'Interview Deleted', value: 'interview.delete' },
		{ name: 'Interview Score Updated', value: 'interview.score-updated' },
		{ name: 'Interview Status Changed', value: 'interview.status-change' },
		unrecognizedDelivery,
	],
};

export class HireflixTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hireflix Trigger',
		name: 'hireflixTrigger',
		icon: { light: 'file:hireflix.svg', dark: 'file:hireflix.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description: 'Starts the workflow when a candidate is invited, finishes or is scored in Hireflix',
		eventTriggerDescription: 'Waiting for Hireflix to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'From now on, Hireflix events that arrive at the Production URL start this workflow. If something is missing, n8n shows a message within 30 seconds.',
		defaults: { name: 'Hireflix Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hireflixApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'hireflix',
			},
		],
		triggerPanel: {
			header: 'Receive interview events from Hireflix',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> put the <b>Test URL</b> (under Webhook URLs) into Hireflix: Profile → Webhooks. Click the button above, then do something in Hireflix that you selected, such as finishing an interview that you invited yourself to.<br><br><b>Use it:</b> put the <b>Production URL</b> into Hireflix and publish the workflow. Both URLs are different; each event starts a run that you see under Executions.',
				active:
					'<b>Try it:</b> put the <b>Test URL</b> (under Webhook URLs) into a second webhook in Hireflix: Profile → Webhooks. Click the button above, then do something in Hireflix that you selected.<br><br>The workflow is published: events that Hireflix sends to the <b>Production URL</b> start runs that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow. It then runs whenever Hireflix sends an event.${sampleItems('hireflix')}`,
		},
		properties: [
			triggerOn,
			{
				displayName: 'Registration',
				name: 'registration',
				type: 'options',
				default: 'manual',
				options: [
					{
						name: 'By Hand',
						value: 'manual',
						description: 'You paste the webhook URL into Hireflix once',
					},
					{
						name: 'Register Automatically',
						value: 'automatic',
						description:
							'Publishing registers the URL, unpublishing removes it. Works for some accounts only: for others, publishing says so.',
					},
				],
			},
			setUpNotice(
				'Set Hireflix up, once:',
				[
					COPY_URL,
					'In Hireflix, open Profile → Webhooks → Create new webhook. Paste the URL, select the same events as here, switch on Active and save.',
					'Click Reveal Key there, and paste the key into Webhook Secret of the credential above.',
					PUBLISH,
				],
				'When you retire the workflow, delete the webhook in Hireflix.',
				{ show: { registration: ['manual'] } },
			),
			setUpNotice(
				'Set Hireflix up, once:',
				[
					'In Hireflix, open Profile → Webhooks → Reveal Key, and paste the key into Webhook Secret of the credential above.',
					'Publish this workflow: that registers the webhook, or says that your account does not allow it. Unpublishing removes it.',
				],
				'',
				{ show: { registration: ['automatic'] } },
			),
			{
				displayName: 'Position Names or IDs',
				name: 'positions',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'positionOptions' },
				default: [],
				description:
					'Only events of these positions. Select none to get all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			simplifyParameter,
			optionsParameter(['acceptUnverified']),
		],
	};

	methods = { loadOptions: { positionOptions } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await existence(this, hireflixApi, async () => await isRegistered(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await explained(this, async () => await register(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await removal(this, hireflixApi, DELETE_BY_HAND, async () => await unregister(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, hireflixReceiver);
	}
}
