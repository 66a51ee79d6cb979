import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a posting',
	description: 'Get a posting with its links',
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const id = wantedPosting(context, itemIndex);
		return asItems([shown(await read(context, postingPath(id), theOne('id', id, 'title')))]);
	},
};
