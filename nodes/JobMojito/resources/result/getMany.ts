import type { ReadingOperation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { resultFilters, resultParameters, resultReducer, wantedResults } from '../results';

const COLUMNS = [
	'interview_result_id',
	'candidate_name',
	'candidate_email',
	'position_name',
	'status',
	'coach_status',
	'decision_status',
	'score',
	'duration_seconds',
	'updated_at',
];

export const getMany: ReadingOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many results',
	description: 'Get many results, the last changed first',
	properties: [...resultParameters, ...manyProperties, resultFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = resultReducer(context, itemIndex, COLUMNS);
		return asItems(await takeRows(wantedResults(context, itemIndex), wantedCount(context, itemIndex), shown));
	},
};
