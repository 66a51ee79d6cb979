import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { listRows } from '../../api';
import { asShown } from '../../parameters';
import { SIMPLIFIED_POSTING } from '../../postingFields';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many postings',
	description: 'Get the postings of the workspace',
	isReadOnly: true,
	properties: [
		...manyProperties,
		simplifyParameter,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Search',
					name: 'search',
					type: 'string',
					default: '',
					description: 'Only postings with this in their title',
				},
			],
		},
	],
	run: async (context, itemIndex) => {
		const { search } = context.getNodeParameter('filters', itemIndex, {}) as { search?: string };
		const rows = listRows(context, '/api/v2/postings', 'id', search ? { search } : {});
		const postings = await takeRows(rows, wantedCount(context, itemIndex));
		return asItems(postings.map((posting) => asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)));
	},
};
