import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { runActions } from '../shared/actions/runActions';
import { searchAvatars, searchInterviews } from './lists';
import { jobMojitoResources } from './resources';

export class JobMojito implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'JobMojito',
		name: 'jobMojito',
		icon: { light: 'file:jobmojito.svg', dark: 'file:jobmojito.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Get reports, transcripts and recordings from JobMojito, create interviews and register candidates',
		defaults: { name: 'JobMojito' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'jobMojitoApi', required: true }],
		properties: describeActions(jobMojitoResources),
	};

	methods = { listSearch: { searchAvatars, searchInterviews } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, jobMojitoResources);
	}
}
