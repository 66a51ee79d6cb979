import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
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
		const expects = theOne('id', requiredText(context, itemIndex, 'postingId', 'Posting'), 'title');
		return asItems([shown(await read(context, postingPath(context, itemIndex), expects))]);
	},
};
