import { switchField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { optionalFlag, wantedCount } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { listPositions } from '../../api/positions';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many positions',
	description: 'Get the positions of the account',
	properties: [
		...manyProperties,
		switchField({
			displayName: 'Include Archived',
			name: 'includeArchived',
			description: 'Whether to return archived positions too',
		}),
	],
	run: async (context, itemIndex) => {
		const includesArchived = optionalFlag(context, itemIndex, 'includeArchived', 'Include Archived') ?? false;
		const wanted = wantedCount(context, itemIndex);
		const positions = (await listPositions(context)).filter(
			({ isArchived }) => includesArchived || !isArchived,
		);
		return asItems(
			positions.slice(0, wanted).map(({ id, name, isArchived }) => ({ id, name, is_archived: isArchived })),
		);
	},
};
