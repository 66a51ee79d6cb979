import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { flag } from '../../../shared/event/fields';
import { agreeing, notRefused, showing, theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { deleted } from '../../api/notFound';
import { postingParameter } from '../../parameters';
import { questionParameter, questionPath } from './fields';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a question',
	description: 'Remove a question from a posting',
	effect: 'write',
	properties: [postingParameter, questionParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
		const path = questionPath(context, itemIndex);
		const isGone = showing(
			'deleted',
			true,
			(deleted, { is_deleted }) => flag(deleted) !== false && flag(is_deleted) !== false,
		);
		const call = async () =>
			await write(context, 'DELETE', path, agreeing(theOne('id', id), isGone, notRefused));
		return async () => asItems([await deleted(context, 'question', id, call)]);
	},
};
