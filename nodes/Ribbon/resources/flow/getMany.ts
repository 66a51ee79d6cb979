import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, rowReducer, takeRows } from '../../../shared/actions/rows';
import { listFlows } from '../../api/flows';
import { teamFilters, wantedTeam } from '../../parameters';
import { FLOW_COLUMNS } from './get';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many flows',
	description: 'Get many flows with their questions and webhook URLs, without the Secret Keys',
	properties: [...manyProperties, teamFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const flows = listFlows(context, wantedTeam(context, itemIndex));
		const shown = rowReducer(context, itemIndex, FLOW_COLUMNS);
		return asItems(await takeRows(flows, wantedCount(context, itemIndex), shown));
	},
};
