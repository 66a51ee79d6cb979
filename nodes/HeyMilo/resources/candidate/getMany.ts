import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, rowReducer, takeRows } from '../../../shared/actions/rows';
import { candidateFilters, listCandidates } from '../candidateList';
import { postingParameter } from '../../parameters';

const SIMPLIFIED = [
	'interview_id',
	'name',
	'email',
	'status',
	'score',
	'interview_url',
	'shortlisted',
	'dismissed',
	'interviewed_at',
	'created_at',
];

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'Get the candidates of a posting',
	properties: [postingParameter, ...manyProperties, candidateFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = rowReducer(context, itemIndex, SIMPLIFIED);
		const count = wantedCount(context, itemIndex);
		return asItems(await takeRows(listCandidates(context, itemIndex), count, shown));
	},
};
