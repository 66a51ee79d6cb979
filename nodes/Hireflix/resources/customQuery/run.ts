import type { IDataObject } from 'n8n-workflow';
import { jsonParse, NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { queryHireflix } from '../../api';

export const run: Operation = {
	value: 'run',
	name: 'Run',
	action: 'Run a custom query',
	description: 'Send your own GraphQL to the account endpoint, for what this node does not offer',
	// It may hold a mutation, so that it is never repeated by itself.
	isReadOnly: false,
	properties: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			placeholder: 'e.g. query { positions { name } }',
			description: 'An ID is of type String!; errors may be members of a union, so select __typename',
		},
		{
			displayName: 'Variables',
			name: 'variables',
			type: 'json',
			default: '{}',
			description: 'As a JSON object',
		},
	],
	run: async (context, itemIndex) => {
		const query = requiredText(context, itemIndex, 'query', 'Query');
		const given = context.getNodeParameter('variables', itemIndex, '{}') as string | IDataObject;
		const variables =
			typeof given === 'string' ? jsonParse<IDataObject | null>(given, { fallbackValue: null }) : given;
		if (variables === null || typeof variables !== 'object' || Array.isArray(variables)) {
			throw new NodeOperationError(context.getNode(), 'Variables is not a JSON object', {
				itemIndex,
				description: 'Write it like { "id": "69a554f359b2e04c7d1f8a36" }.',
			});
		}
		return [{ json: await queryHireflix(context, query, variables, { isRepeatable: false }) }];
	},
};
