import type {
	IHookFunctions,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { COPY_URL, PUBLISH, setUpNotice } from '../shared/lifecycle/setUpNotice';
import { sampleItems } from '../shared/lifecycle/sampleItems';
import { eventsSubtitle } from '../shared/receiver/eventsSubtitle';
import { receive } from '../shared/receiver/receive';
import { simplifyParameter } from '../shared/actions/properties';
import { optionsParameter, unrecognizedDelivery } from '../shared/receiver/triggerParameters';
import { UNRECOGNIZED } from '../shared/trigger/settings';
import { flowOptions } from './lists';
import { ribbonReceiver } from './receiver';
import { register } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['interview_processed', UNRECOGNIZED],
	options: [
		{
			name: 'Candidate Status Updated',
			value: 'candidate_status_updated',
			description: 'A recruiter moved the candidate in the pipeline; the event has no interview ID',
		},
		{
			name: 'Interview Processed',
			value: 'interview_processed',
			description: 'The interview is over and analyzed: Report → Get has transcript, scores and summary',
		},
		{
			name: 'Video Processed',
			value: 'video_processed',
			description: 'The video is ready as well; only for flows that record video',
		},
		unrecognizedDelivery,
	],
};

export class RibbonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ribbon Trigger',
		name: 'ribbonTrigger',
		icon: { light: 'file:ribbon.svg', dark: 'file:ribbon.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description:
			'Starts the workflow when a Ribbon interview is analyzed, its video is ready or a candidate is moved',
		eventTriggerDescription: 'Waiting for Ribbon to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'From now on, Ribbon events that arrive at the Production URL start this workflow. If something is missing, n8n shows a message within 30 seconds.',
		defaults: { name: 'Ribbon Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ribbonApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'ribbon',
			},
		],
		triggerPanel: {
			header: 'Receive interview events from Ribbon',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> paste the <b>Test URL</b> (under Webhook URLs) into Webhook URL in the Settings tab of a flow in Ribbon, and the Webhook Secret of the credential into Secret Key. Click the button above, then take a test interview.<br><br><b>Use it:</b> paste the <b>Production URL</b> instead and publish the workflow. Every event starts a run that you see under Executions.',
				active:
					'<b>Try it:</b> click the button above and finish a test interview of a flow whose Webhook URL is the <b>Test URL</b>.<br><br>The workflow is published: events that Ribbon sends to the <b>Production URL</b> start runs that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow. It then runs whenever Ribbon sends an event.${sampleItems('ribbon')}`,
		},
		properties: [
			triggerOn,
			setUpNotice(
				'Set Ribbon up, once for each flow or for the whole organization:',
				[
					'In the credential above, fill in Webhook Secret: a random text of at least 16 characters.',
					COPY_URL,
					'For one flow: in Ribbon, open the flow → Settings tab. Paste the URL into Webhook URL and the Webhook Secret into Secret Key.',
					'For all flows: open Settings → Interview Settings in Ribbon instead, and paste both there. A flow with a Webhook URL of its own keeps that.',
					PUBLISH,
				],
				'Ribbon sends all its events to one URL; above you choose which of them start this workflow. When you retire the workflow, remove the URL in Ribbon.',
			),
			{
				displayName: 'Flow Names or IDs',
				name: 'flows',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'flowOptions' },
				default: [],
				description:
					'Only events of these flows; select none to get all. When you publish, the log of n8n lists those with another Webhook URL. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			simplifyParameter,
			optionsParameter(['acceptUnverified']),
		],
	};

	methods = { loadOptions: { flowOptions } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, ribbonReceiver);
	}
}
