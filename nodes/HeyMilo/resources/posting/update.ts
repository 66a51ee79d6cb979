import { requireChanges } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection, simplifyParameter } from '../../../shared/actions/properties';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { write } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { changedPosting, readUpdateFields, SIMPLIFIED_POSTING, updateFields } from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a posting',
	description: 'Change a posting. Candidates who are already in it keep what they were invited to.',
	properties: [
		postingParameter,
		{
			...collection('Update Fields', updateFields),
			description: 'Only what you add is changed; a field that you add and leave empty is cleared',
		},
		simplifyParameter,
	],
	prepare: (context, itemIndex) => {
		const id = wantedPosting(context, itemIndex);
		const path = postingPath(id);
		const fields = readUpdateFields(context, itemIndex);
		requireChanges(context, itemIndex, fields);
		const shown = rowReducer(context, itemIndex, SIMPLIFIED_POSTING);
		const expects = changedPosting(id, fields);
		return async () => asItems([shown(await write(context, 'PATCH', path, expects, fields))]);
	},
};
