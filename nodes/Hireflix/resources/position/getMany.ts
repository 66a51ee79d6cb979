import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { listPositions } from '../../api';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many positions',
	description: 'Get the positions of the account',
	isReadOnly: true,
	properties: [
		...manyProperties,
		{
			displayName: 'Include Archived',
			name: 'includeArchived',
			type: 'boolean',
			default: false,
			description: 'Whether to return archived positions too',
		},
	],
	run: async (context, itemIndex) => {
		const includesArchived = context.getNodeParameter('includeArchived', itemIndex, false) === true;
		const positions = (await listPositions(context)).filter(({ archived }) => includesArchived || !archived);
		const wanted = wantedCount(context, itemIndex);
		return asItems(
			positions.slice(0, wanted).map(({ id, name, archived }) => ({ id, name, is_archived: !!archived })),
		);
	},
};
