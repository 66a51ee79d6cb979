import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { read } from '../../api';
import { postingParameter } from '../../parameters';
import { questionParameter, questionPath, SIMPLIFIED_QUESTION } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a question',
	description: 'Get a question of a posting',
	effect: 'read',
	properties: [postingParameter, questionParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		return asItems([shown(await read(context, questionPath(context, itemIndex), anObject('id', 'text')))]);
	},
};
