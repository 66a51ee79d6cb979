import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { flag } from '../../../shared/event/fields';
import { agreeing, notRefused, showing, theOne } from '../../../shared/http/agreeing';
import { read, write } from '../../api';
import { deleted } from '../../api/notFound';
import { postingParameter, postingPath } from '../../parameters';
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
		const posting = postingPath(context, itemIndex);
		const postingId = requiredText(context, itemIndex, 'postingId', 'Posting');
		const within = async () => await read(context, posting, theOne('id', postingId));
		return async () => asItems([await deleted(context, 'question', id, call, within)]);
	},
};
