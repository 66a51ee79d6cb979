import { NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { asShown, postingParameter, postingPath } from '../../parameters';
import { postingFields, readPostingFields, SIMPLIFIED_POSTING } from '../../postingFields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a posting',
	description: 'Change a posting. Candidates who are already in it keep what they were invited to.',
	isReadOnly: false,
	properties: [
		postingParameter,
		simplifyParameter,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				...postingFields,
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					description: 'From 3 to 200 characters',
				},
			],
			description: 'Only what you add is changed. Metadata replaces all keys that are stored now.',
		},
	],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex);
		const fields = readPostingFields(context, itemIndex, 'updateFields');
		if (Object.keys(fields).length === 0) {
			throw new NodeOperationError(context.getNode(), 'Update Fields is empty', {
				itemIndex,
				description: 'Click "Add field" and choose what to change.',
			});
		}
		const posting = await callV2(context, 'PATCH', path, fields, true);
		return asItems([asShown(context, itemIndex, posting, SIMPLIFIED_POSTING)]);
	},
};
