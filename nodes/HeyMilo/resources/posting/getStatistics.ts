import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';

export const getStatistics: Operation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get statistics of a posting',
	description: 'Get the number of candidates and interviews of a posting, and its average scores',
	properties: [postingParameter],
	run: async (context, itemIndex) => {
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id, '/stats');
		return asItems([await read(context, path, theOne('posting_id', id, 'total_candidates'))]);
	},
};
