import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { listTeams } from '../../api/teams';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many teams',
	description: 'Get the teams of the organization',
	properties: [...manyProperties],
	run: async (context, itemIndex) => {
		const count = wantedCount(context, itemIndex);
		return asItems((await listTeams(context)).slice(0, count));
	},
};
