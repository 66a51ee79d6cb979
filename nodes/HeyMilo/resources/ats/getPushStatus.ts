import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';

export const getPushStatus: Operation = {
	value: 'getPushStatus',
	name: 'Get Push Status',
	action: 'Get the status of a push to the ATS',
	description: 'See whether a person who was pushed has arrived in the ATS',
	isReadOnly: true,
	properties: [
		{
			displayName: 'Push ID',
			name: 'itemId',
			type: 'string',
			required: true,
			default: '={{ $json.item_id }}',
			description: 'Picks up the item of ATS: Push Candidate by itself',
		},
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'itemId', 'Push ID');
		return asItems([await readOne(context, `/api/v2/ats/candidates/push/${encodeURIComponent(id)}`)]);
	},
};
