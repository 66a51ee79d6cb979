import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeActions } from '../shared/actions/describeActions';
import { searchPostings } from './lists';
import { heyMiloResources } from './resources';
import { runInVersion } from './resources/runInVersion';

export class HeyMilo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HeyMilo',
		name: 'heyMilo',
		icon: { light: 'file:heymilo.svg', dark: 'file:heymilo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Get reports, transcripts and recordings from HeyMilo, add candidates and manage postings',
		defaults: { name: 'HeyMilo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'heyMiloApi', required: true }],
		properties: describeActions(heyMiloResources),
	};

	methods = { listSearch: { searchPostings } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runInVersion(this, heyMiloResources);
	}
}
