import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, isAny, isSameId } from '../../../shared/actions/rows';
import { flag } from '../../../shared/event/fields';
import { agreeing, notRefused, showing, theOne } from '../../../shared/http/agreeing';
import { list, write } from '../../api';
import { postingPath } from '../../api/postings';
import { deleted } from '../../api/notFound';
import { postingParameter, wantedPosting } from '../../parameters';
import { questionParameter, questionPath } from './fields';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a question',
	description: 'Remove a question from a posting',
	properties: [postingParameter, questionParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
		const path = questionPath(context, itemIndex);
		const isGone = showing(
			'deleted',
			true,
			(deleted, { is_deleted }) => flag(deleted) !== false && flag(is_deleted) !== false,
		);
		const expects = agreeing(theOne('id', id), isGone, notRefused);
		const isListed = async () => {
			const path = postingPath(wantedPosting(context, itemIndex), '/questions');
			const questions = list(context, { path, idField: 'id' });
			return await isAny(questions, (question) => isSameId(question.id, id));
		};
		return async () =>
			asItems([await deleted(context, 'question', id, write(context, 'DELETE', path, expects), isListed)]);
	},
};
