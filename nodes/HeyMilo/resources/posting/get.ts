import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { read } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { SIMPLIFIED_POSTING } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a posting',
	description: 'Get a posting with its links',
	effect: 'read',
	properties: [postingParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		return asItems([shown(await read(context, postingPath(context, itemIndex), anObject('id', 'title')))]);
	},
};
