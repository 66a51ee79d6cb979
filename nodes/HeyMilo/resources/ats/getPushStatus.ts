import { textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';

export const getPushStatus: Operation = {
	value: 'getPushStatus',
	name: 'Get Push Status',
	action: 'Get the status of a push to the ATS',
	description: 'Check whether a person who was pushed has arrived in the ATS',
	properties: [
		textField({
			displayName: 'Push ID',
			name: 'itemId',
			required: true,
			default: '={{ $json.item_id }}',
			description: 'Filled in automatically from an item of ATS: Push Candidate',
		}),
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'itemId', 'Push ID');
		const path = `/api/v2/ats/candidates/push/${encodeURIComponent(id)}`;
		return asItems([await read(context, path, theOne('item_id', id, 'status'))]);
	},
};
