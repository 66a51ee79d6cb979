import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { runActions } from '../shared/actions/runActions';
import { searchInterviews, searchJobs } from './lists';
import { micro1Resources } from './resources';

export class Micro1 implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'micro1',
		name: 'micro1',
		icon: { light: 'file:micro1.svg', dark: 'file:micro1.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Get reports, transcripts and recordings from the micro1 AI recruiter, invite candidates and manage interviews',
		defaults: { name: 'micro1' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'micro1Api', required: true }],
		properties: describeActions(micro1Resources),
	};

	methods = { listSearch: { searchInterviews, searchJobs } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, micro1Resources);
	}
}
