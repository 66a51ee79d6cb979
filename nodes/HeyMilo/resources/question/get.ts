import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { agreeing, theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';
import { postingParameter } from '../../parameters';
import { ofPosting, questionParameter, questionPath, SIMPLIFIED_QUESTION } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a question',
	description: 'Get a question of a posting',
	properties: [postingParameter, questionParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
		const expects = agreeing(theOne('id', id, 'text'), ofPosting(context, itemIndex));
		return asItems([shown(await read(context, questionPath(context, itemIndex), expects))]);
	},
};
