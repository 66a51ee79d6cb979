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
import { interviewOptions } from './lists';
import { jobMojitoReceiver } from './receiver';
import { register } from './registration';

const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['interview_result', UNRECOGNIZED],
	options: [
		{
			name: 'Interview Collected',
			value: 'interview_collected',
			description: 'The candidate has finished, but not submitted yet',
		},
		{
			name: 'Interview Failed',
			value: 'interview_failed',
			description: 'The interview failed, was abandoned or ended without speech',
		},
		{
			name: 'Interview Result',
			value: 'interview_result',
			description: 'The result is submitted and scored; sent again after each change, such as your decision',
		},
		unrecognizedDelivery,
	],
};

export class JobMojitoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JobMojito Trigger',
		name: 'jobMojitoTrigger',
		icon: { light: 'file:jobmojito.svg', dark: 'file:jobmojito.dark.svg' },
		group: ['trigger'],
		// For version 1, n8n evaluates an expression with every delivery (2.40, parseRequestBody).
		version: 2,
		subtitle: eventsSubtitle(triggerOn),
		description: 'Starts the workflow when a JobMojito interview is collected, scored, decided or failed',
		eventTriggerDescription: 'Waiting for JobMojito to send an event',
		// n8n shows it before it has activated the trigger, and so before a check can fail.
		activationMessage:
			'From now on, JobMojito events that arrive at the Production URL start this workflow. If something is missing, n8n shows a message within 30 seconds.',
		defaults: { name: 'JobMojito Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'jobMojitoApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'jobmojito',
			},
		],
		triggerPanel: {
			header: 'Receive interview events from JobMojito',
			executionsHelp: {
				inactive:
					'<b>Try it:</b> have the <b>Test URL</b> (under Webhook URLs) set up as a webhook in the JobMojito admin, with the secret header. Click the button above, then finish a test interview.<br><br><b>Use it:</b> set up the <b>Production URL</b> instead and publish the workflow. Every event starts a run that you see under Executions.',
				active:
					'<b>Try it:</b> click the button above and finish a test interview whose webhook is the <b>Test URL</b>.<br><br>The workflow is published: events that JobMojito sends to the <b>Production URL</b> start runs that you see under <a data-key="executions">Executions</a>.',
			},
			activationHint: `Once the setup works, publish the workflow. It then runs whenever JobMojito sends an event.${sampleItems('jobmojito')}`,
		},
		properties: [
			triggerOn,
			setUpNotice(
				'Set JobMojito up, once for each environment:',
				[
					'In the credential above, fill in Webhook Secret: a random text of at least 16 characters.',
					COPY_URL,
					'In the JobMojito admin, or through your account contact, add a webhook with that URL, the same events as here, and a custom header: its name and value are Webhook Header Name and Webhook Secret of the credential.',
					PUBLISH,
				],
				'The webhook covers all interviews of the environment. Below, you choose which of them start this workflow. JobMojito sends a link to the PDF (report_url) only for interviews that have it turned on: with the interview in draft, open Interview Editor → Avatar Interview → Developer and turn on “Automatically generate PDF reports for the webhooks”. When you retire the workflow, delete the webhook there.',
			),
			{
				displayName: 'Interview Names or IDs',
				name: 'interviews',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'interviewOptions' },
				default: [],
				description:
					'Only events of these interviews. Select none to get all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			simplifyParameter,
			optionsParameter(
				['acceptUnverified', 'scoreMaximum'],
				[
					{
						displayName: 'Result Updates',
						name: 'resultUpdates',
						type: 'options',
						default: 'all',
						options: [
							{ name: 'Every Update', value: 'all', description: 'The submission and every later change' },
							{
								name: 'First Submission Only',
								value: 'first',
								description: 'Once per attempt, when it is submitted and scored',
							},
							{
								name: 'Only When the Decision Changes',
								value: 'decision',
								description: 'When a recruiter selects, rejects or reconsiders',
							},
						],
						description: 'Which of the deliveries of one interview result start the workflow',
					},
				],
			),
		],
	};

	methods = { loadOptions: { interviewOptions } };

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
		return await receive(this, jobMojitoReceiver);
	}
}
