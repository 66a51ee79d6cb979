import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { runActions } from '../shared/actions/runActions';
import { searchPositions } from './lists';
import { hireflixResources } from './resources';

export class Hireflix implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Hireflix',
		name: 'hireflix',
		icon: { light: 'file:hireflix.svg', dark: 'file:hireflix.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Get reports, transcripts and recordings from Hireflix, invite candidates and decide on interviews',
		defaults: { name: 'Hireflix' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hireflixApi', required: true }],
		properties: describeActions(hireflixResources),
	};

	methods = { listSearch: { searchPositions } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, hireflixResources);
	}
}
