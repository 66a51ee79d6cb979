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
import { micro1Api } from './api';
import { micro1Receiver } from './receiver';
import { DELETE_BY_HAND, isRegistered, register, unregister } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['interview_report.created', UNRECOGNIZED],
	options: [
		{ name: 'Applicant Created', value: 'applicant.created' },
		{ name: 'Applicant Invited', value: 'applicant.invited' },
		{
			name: 'Applicant Scored',
			value: 'applicant.completed',
			description: 'The resume has its score; micro1 calls it applicant.completed',
		},
		{ name: 'Applicant Updated', value: 'applicant.updated' },
		{ name: 'Interview Started', value: 'interview.started' },
		{ name: 'Proctoring Score Available', value: 'proctoring_score.completed' },
		{
			name: 'Recording Available',
			value: 'interview_recording.completed',
			description: 'The recording of the screen or of the webcam can be watched; each is an event of its own',
		},
		{
			name: 'Report Available',
			value: 'interview_report.created',
			description: 'Sent 2 to 5 minutes after the interview ends; micro1 has no event for the end',
		},
		unrecognizedDelivery,
	],
};

export class Micro1Trigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'micro1 Trigger',
		name: 'micro1Trigger',
		icon: { light: 'file:micro1.svg', dark: 'file:micro1.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description:
			'Starts the workflow when a candidate starts a micro1 interview, the report or a recording is ready, or somebody applies',
		eventTriggerDescription: 'Waiting for micro1 to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'The webhooks are being registered with micro1. If that fails, n8n shows a message within 90 seconds.',
		defaults: { name: 'micro1 Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'micro1Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'micro1',
				// The node registers the URL itself, with a token that only micro1 learns.
				ndvHideUrl: true,
				ndvHideMethod: true,
			},
		],
		triggerPanel: {
			header: 'Receive interview events from micro1',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> click the button above, then open the invite link of an interview and go through a test interview. The webhooks for the test are registered now and removed when you stop listening.<br><br><b>Use it:</b> publish the workflow. The webhooks are registered with micro1 for you, and removed when you unpublish it.',
				active:
					'<b>Try it:</b> click the button above, then go through a test interview.<br><br>The workflow is published: every event starts a run that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow: that registers the webhooks with micro1.${sampleItems('micro1')}`,
		},
		properties: [
			triggerOn,
			setUpNotice(
				'There is nothing to paste into micro1:',
				[
					'Select the events above.',
					'Publish this workflow: that registers one webhook for each event of micro1, for the whole account. Unpublishing removes them.',
				],
				'micro1 does not sign what it sends: a random token at the end of each URL, which only micro1 learns, is the only proof of where it comes from.',
			),
			simplifyParameter,
			optionsParameter([]),
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await existence(this, micro1Api, async () => await isRegistered(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await explained(this, async () => await register(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await removal(this, micro1Api, DELETE_BY_HAND, async () => await unregister(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, micro1Receiver);
	}
}
