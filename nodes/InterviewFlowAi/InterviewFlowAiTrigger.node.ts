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
import { interviewFlowAiReceiver } from './receiver';
import { register } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['interview.report_available', UNRECOGNIZED],
	options: [
		{ name: 'Interview Completed', value: 'interview.completed' },
		{
			name: 'Interview in Progress',
			value: 'interview.in_progress',
			description: 'The candidate has begun to answer',
		},
		{
			name: 'Interview Started',
			value: 'interview.started',
			description: 'The candidate has entered the lobby',
		},
		{ name: 'Report Available', value: 'interview.report_available' },
		unrecognizedDelivery,
	],
};

export class InterviewFlowAiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'InterviewFlowAI Trigger',
		name: 'interviewFlowAiTrigger',
		icon: { light: 'file:interviewFlowAi.svg', dark: 'file:interviewFlowAi.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description:
			'Starts the workflow when a candidate starts or finishes an InterviewFlowAI interview or the scorecard is ready',
		eventTriggerDescription: 'Waiting for InterviewFlowAI to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'From now on, InterviewFlowAI events that arrive at the Production URL start this workflow. If something is missing, n8n shows a message within 30 seconds.',
		defaults: { name: 'InterviewFlowAI Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'interviewFlowAiApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'interviewflowai',
			},
		],
		triggerPanel: {
			header: 'Receive interview events from InterviewFlowAI',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> paste the <b>Test URL</b> (under Webhook URLs), followed by <b>?token=</b> and your Webhook Token, into an Interviewer: View Interviews → Integrations. Click the button above, then take a test interview.<br><br><b>Use it:</b> paste the <b>Production URL</b> with the same ending and publish the workflow. Every event starts a run that you see under Executions.',
				active:
					'<b>Try it:</b> paste the <b>Test URL</b> (under Webhook URLs) with <b>?token=</b> and your Webhook Token into an Interviewer. Click the button above, then take a test interview.<br><br>The workflow is published: events that InterviewFlowAI sends to the <b>Production URL</b> start runs that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow. It then runs whenever InterviewFlowAI sends an event.${sampleItems('interviewflowai')}`,
		},
		properties: [
			triggerOn,
			setUpNotice(
				'Set InterviewFlowAI up, once for each Interviewer:',
				[
					'In the credential above, fill in Webhook Token: a random text of at least 16 letters and digits.',
					COPY_URL,
					'In InterviewFlowAI, open View Interviews → Integrations of the Interviewer. Paste the URL and add ?token= and the token at its end, such as …/interviewflowai?token=your-token',
					PUBLISH,
				],
				'InterviewFlowAI does not sign what it sends: the token is the only proof of where it comes from. When you retire the workflow, remove the URL there.',
			),
			{
				displayName: 'Interviewer IDs',
				name: 'interviewers',
				type: 'string',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Interviewer ID' },
				default: [],
				placeholder: 'e.g. 6f1c2a40-58d3-4a55-9b0c-2f6f4f0c9d11',
				description:
					'Only events of these Interviewers. Enter none to get all. InterviewFlowAI has no list to choose from: copy the ID from the address of the Interviewer page.',
			},
			simplifyParameter,
			optionsParameter(['acceptUnverified', 'scoreMaximum']),
		],
	};

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
		return await receive(this, interviewFlowAiReceiver);
	}
}
