import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, isSimplified, takeRows } from '../../../shared/actions/rows';
import { listInterviews } from '../../api/interviews';
import { interviewFilters, wantedFilter } from '../../parameters';
import { simplifiedInterview } from './simplifiedInterview';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many interviews',
	description: 'Get many interviews: the completed ones first, then the incomplete ones',
	properties: [...manyProperties, interviewFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const rows = listInterviews(context, wantedFilter(context, itemIndex));
		const shown = isSimplified(context, itemIndex) ? simplifiedInterview : undefined;
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};
