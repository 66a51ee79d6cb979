import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { runActions } from '../shared/actions/runActions';
import { interviewFlowAiResources } from './resources';

export class InterviewFlowAi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'InterviewFlowAI',
		name: 'interviewFlowAi',
		icon: { light: 'file:interviewFlowAi.svg', dark: 'file:interviewFlowAi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Get reports from InterviewFlowAI, add candidates and create interview links',
		defaults: { name: 'InterviewFlowAI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'interviewFlowAiApi', required: true }],
		properties: describeActions(interviewFlowAiResources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, interviewFlowAiResources);
	}
}
