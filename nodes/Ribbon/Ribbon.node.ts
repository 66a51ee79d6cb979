import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { runActions } from '../shared/actions/runActions';
import { memberOptions, searchFlows, teamOptions } from './lists';
import { ribbonResources } from './resources';

export class Ribbon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Ribbon',
		name: 'ribbon',
		icon: { light: 'file:ribbon.svg', dark: 'file:ribbon.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Get reports, transcripts and recordings from Ribbon, create interview links and manage flows',
		defaults: { name: 'Ribbon' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ribbonApi', required: true }],
		properties: describeActions(ribbonResources),
	};

	methods = { listSearch: { searchFlows }, loadOptions: { memberOptions, teamOptions } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runActions(this, ribbonResources);
	}
}
