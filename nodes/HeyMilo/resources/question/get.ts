import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';
import { asShown, postingParameter } from '../../parameters';
import { questionParameter, questionPath, SIMPLIFIED_QUESTION } from '../../questionFields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a question',
	description: 'Get a question of a posting',
	isReadOnly: true,
	properties: [postingParameter, questionParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const question = await readOne(context, questionPath(context, itemIndex));
		return asItems([asShown(context, itemIndex, question, SIMPLIFIED_QUESTION)]);
	},
};
