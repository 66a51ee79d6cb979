import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';
import { postingParameter, postingPath } from '../../parameters';

export const getStatistics: Operation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get statistics of a posting',
	description: 'Get the number of candidates and interviews of a posting, and its average scores',
	isReadOnly: true,
	properties: [postingParameter],
	run: async (context, itemIndex) =>
		asItems([await readOne(context, postingPath(context, itemIndex, '/stats'))]),
};
