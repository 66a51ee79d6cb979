import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { candidateFilters, listCandidates } from '../../candidates';
import { asShown, postingParameter } from '../../parameters';

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
	isReadOnly: true,
	properties: [postingParameter, ...manyProperties, simplifyParameter, candidateFilters],
	run: async (context, itemIndex) => {
		const shown = (row: IDataObject) => asShown(context, itemIndex, row, SIMPLIFIED);
		return asItems(
			await takeRows(listCandidates(context, itemIndex), wantedCount(context, itemIndex), shown),
		);
	},
};
