import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { listMembers } from '../../api/teams';
import { teamFilters, wantedTeam } from '../../parameters';

export const getManyMembers: Operation = {
	value: 'getManyMembers',
	name: 'Get Many Members',
	action: 'Get many team members',
	description: 'Get the members of the organization or of one team',
	properties: [...manyProperties, teamFilters],
	run: async (context, itemIndex) => {
		const count = wantedCount(context, itemIndex);
		return asItems((await listMembers(context, wantedTeam(context, itemIndex))).slice(0, count));
	},
};
