import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { explained } from '../shared/lifecycle/explained';
import { removal } from '../shared/lifecycle/removal';
import { receive } from '../shared/receiver/receive';
import { simplifyParameter } from '../shared/actions/parameters';
import { optionsParameter } from '../shared/receiver/triggerParameters';
import { hireflixApi, positionOptions } from './api';
import { hireflixReceiver } from './receiver';
import { isRegistered, register, unregister } from './registration';

export class HireflixTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hireflix Trigger',
		name: 'hireflixTrigger',
		icon: { light: 'file:hireflix.svg', dark: 'file:hireflix.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts the workflow when a candidate is invited, finishes or is scored in Hireflix',
		eventTriggerDescription: 'Waiting for Hireflix to send an event',
		activationMessage: 'Hireflix events now start this workflow.',
		defaults: { name: 'Hireflix Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Events', 'Unrecognised'],
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
					'<b>Try it:</b> click the button above, put the <b>Test URL</b> into Hireflix under Profile → Webhooks, and do something there that you selected, such as inviting yourself.<br><br><b>Use it:</b> put the <b>Production URL</b> into Hireflix and activate the workflow. Both URLs are different; each event starts a run that you see under Executions.',
				active:
					'<b>Try it:</b> click the button above, put the <b>Test URL</b> into Hireflix under Profile → Webhooks, and do something there that you selected.<br><br>The workflow is active: events that Hireflix sends to the <b>Production URL</b> start runs that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint:
				'Once the set-up works, activate the workflow, so that it runs by itself whenever Hireflix sends an event.',
		},
		properties: [
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				required: true,
				default: ['interview.finish'],
				options: [
					{ name: 'Interview Completed', value: 'interview.finish' },
					{ name: 'Interview Created', value: 'interview.create' },
					{ name: 'Interview Deleted', value: 'interview.delete' },
					{ name: 'Interview Score Updated', value: 'interview.score-updated' },
					{ name: 'Interview Status Changed', value: 'interview.status-change' },
				],
			},
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
							'Activation registers the URL, if the API of your account shows how; deactivation removes it',
					},
				],
			},
			{
				displayName:
					'In Hireflix: <b>Profile → Webhooks → Create new webhook</b>. Paste the Production URL (under <b>Webhook URLs</b> above), select the same events, switch on <b>Active</b> and save. Then click <b>Reveal Key</b> and copy the key into <b>Webhook Secret</b> of the credential.',
				name: 'setUpNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['manual'] } },
			},
			{
				displayName:
					'In Hireflix: <b>Profile → Webhooks → Reveal Key</b>. Copy the key into <b>Webhook Secret</b> of the credential. The rest happens when you activate the workflow.',
				name: 'secretNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['automatic'] } },
			},
			{
				displayName: 'Position Names or IDs',
				name: 'positions',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'positionOptions' },
				default: [],
				description:
					'Only events of these positions; none selected means all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			simplifyParameter,
			optionsParameter(['acceptUnverified']),
		],
	};

	methods = { loadOptions: { positionOptions } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await explained(this, async () => await isRegistered(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await explained(this, async () => await register(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await removal(
					this,
					hireflixApi,
					'in Hireflix under Profile → Webhooks',
					async () => await unregister(this),
				);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, hireflixReceiver);
	}
}
