import { requireChanges } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { agreeing, echoing, theOne } from '../../../shared/http/agreeing';
import { write } from '../../api';
import { postingParameter } from '../../parameters';
import {
	ECHOED,
	ofPosting,
	questionParameter,
	questionPath,
	readUpdateFields,
	SIMPLIFIED_QUESTION,
	updateFields,
} from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a question',
	description: 'Change a question of a posting',
	properties: [
		postingParameter,
		questionParameter,
		{
			...collection('Update Fields', updateFields),
			description: 'Only what you add is changed; a field that you add and leave empty is cleared',
		},
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const path = questionPath(context, itemIndex);
		const fields = readUpdateFields(context, itemIndex);
		requireChanges(context, itemIndex, fields);
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_QUESTION);
		const id = requiredText(context, itemIndex, 'questionId', 'Question ID');
		const expects = agreeing(
			theOne('id', id, 'text'),
			ofPosting(context, itemIndex),
			echoing(fields, ECHOED),
		);
		return async () => asItems([shown(await write(context, 'PATCH', path, expects, fields))]);
	},
};
