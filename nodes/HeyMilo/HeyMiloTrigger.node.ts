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
import { setUpNotice } from '../shared/lifecycle/setUpNotice';
import { sampleItems } from '../shared/lifecycle/sampleItems';
import { eventsSubtitle } from '../shared/receiver/eventsSubtitle';
import { receive } from '../shared/receiver/receive';
import { simplifyParameter } from '../shared/actions/properties';
import { optionsParameter, unrecognizedDelivery } from '../shared/receiver/triggerParameters';
import { UNRECOGNIZED } from '../shared/trigger/settings';
import { heyMiloApi } from './api';
import { postingOptions } from './lists';
import { heyMiloReceiver } from './receiver';
import { DELETE_BY_HAND, isRegistered, register, unregister } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['report_available', UNRECOGNIZED],
	options: [
		{ name: 'Interview Completed', value: 'interview_completed' },
		{ name: 'Interview Started', value: 'interview_started' },
		{ name: 'Report Available', value: 'report_available' },
		unrecognizedDelivery,
	],
};

export class HeyMiloTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HeyMilo Trigger',
		name: 'heyMiloTrigger',
		icon: { light: 'file:heymilo.svg', dark: 'file:heymilo.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description:
			'Starts the workflow when a candidate starts or finishes a HeyMilo interview or the report is ready',
		eventTriggerDescription: 'Waiting for HeyMilo to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'The webhooks are being registered with HeyMilo. If that fails, n8n shows a message within 90 seconds.',
		defaults: { name: 'HeyMilo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heyMiloApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'heymilo',
				// The node registers the URL itself, with a token that only HeyMilo learns.
				ndvHideUrl: true,
				ndvHideMethod: true,
			},
		],
		triggerPanel: {
			header: 'Receive interview events from HeyMilo',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> click the button above, then open the candidate link of a selected posting and go through a test interview. The webhooks for the test are registered now and removed when you stop listening.<br><br><b>Use it:</b> publish the workflow. The webhooks are registered with HeyMilo for you, and removed when you unpublish it.',
				active:
					'<b>Try it:</b> click the button above, then go through a test interview of a selected posting.<br><br>The workflow is published: every event starts a run that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow: that registers the webhooks with HeyMilo.${sampleItems('heymilo')}`,
		},
		properties: [
			triggerOn,
			{
				displayName: 'Posting Names or IDs',
				name: 'postings',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'postingOptions' },
				required: true,
				default: [],
				description:
					'HeyMilo sends events only for the postings that you select here. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			setUpNotice(
				'There is nothing to paste into HeyMilo:',
				[
					'Select the events and the postings above.',
					'Publish this workflow: that registers one webhook for each posting and event. Unpublishing removes them.',
				],
				'A posting that you create later sends nothing until you select it here and publish again.',
			),
			simplifyParameter,
			optionsParameter([]),
		],
	};

	methods = { loadOptions: { postingOptions } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await existence(this, heyMiloApi, async () => await isRegistered(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await explained(this, async () => await register(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await removal(this, heyMiloApi, DELETE_BY_HAND, async () => await unregister(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, heyMiloReceiver);
	}
}
