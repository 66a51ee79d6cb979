import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { addAll, resultOfItem } from '../../addMany';
import { candidateProperties, readCandidateList } from '../../newCandidates';
import { postingParameter, postingPath } from '../../parameters';

const onlyForItems = candidateProperties.map((property) => ({
	...property,
	displayOptions: { show: { source: ['items'] } },
}));

export const addMany: Operation = {
	value: 'addMany',
	name: 'Add Many',
	action: 'Add many candidates',
	description:
		'Add people to a posting, up to 100 in one call. HeyMilo contacts each of them: by email, and by SMS where the posting does so.',
	isReadOnly: false,
	properties: [
		postingParameter,
		{
			displayName: 'Candidates From',
			name: 'source',
			type: 'options',
			default: 'items',
			options: [
				{ name: 'Input Items', value: 'items', description: 'Each input item is one candidate' },
				{ name: 'JSON List', value: 'json', description: 'Each input item brings a list of candidates' },
			],
		},
		...onlyForItems,
		{
			displayName: 'Candidates',
			name: 'candidates',
			type: 'json',
			required: true,
			default: '[{ "name": "Ada Example", "email": "ada@example.com" }]',
			displayOptions: { show: { source: ['json'] } },
			description:
				'A list of objects with name and email, and optionally phone_number, metadata and data of your own',
		},
		{
			displayName: 'Process in Background',
			name: 'inBackground',
			type: 'boolean',
			default: false,
			description:
				'Whether HeyMilo should only queue the candidates. The answer then holds no interview IDs, and HeyMilo offers no way to ask for them later.',
		},
	],
	run: async (context, itemIndex) => {
		if (context.getNodeParameter('source', itemIndex, 'items') === 'items')
			return asItems([await resultOfItem(context, itemIndex)]);
		return asItems(await addList(context, itemIndex));
	},
};

async function addList(context: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const path = postingPath(context, itemIndex, '/candidates');
	const inBackground = context.getNodeParameter('inBackground', itemIndex, false) === true;
	return await addAll(context, path, readCandidateList(context, itemIndex), inBackground);
}
