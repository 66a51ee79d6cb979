import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { postingParameter } from '../../parameters';
import { questionParameter, questionPath } from '../../questionFields';
import { remove as removeOne } from '../../removing';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a question',
	description: 'Remove a question from a posting',
	isReadOnly: false,
	properties: [postingParameter, questionParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
		return asItems([await removeOne(context, questionPath(context, itemIndex), 'question', id)]);
	},
};
