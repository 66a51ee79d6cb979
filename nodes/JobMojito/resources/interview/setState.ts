import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { choiceField, switchField } from '../../fields';
import { interviewParameter } from '../.actions/properties';

export const setState: Operation = {
	value: 'setState',
	name: 'Set State',
	action: 'Set the state of an interview',
	description: 'Publish, withdraw or archive an interview, or allow it to be embedded',
	isReadOnly: false,
	properties: [
		interviewParameter,
		choiceField(
			{ displayName: 'Status', name: 'status', default: 'active' },
			{ active: 'Active', archived: 'Archived', deleted: 'Deleted', draft: 'Draft' },
		),
		collection('Options', [
			switchField({
				displayName: 'Embedded',
				name: 'is_embedded',
				description:
					'Whether the interview may be shown inside a page of yours; the answer has the key for it',
			}),
		]),
	],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const status = context.getNodeParameter('status', itemIndex) as string;
		const body = { position_id: id, status, ...options };
		const answer = await writeJobMojito<IDataObject>(context, '/job-interview-set-state', body);
		return asItems([{ position_id: id, status, ...answer }]);
	},
};
