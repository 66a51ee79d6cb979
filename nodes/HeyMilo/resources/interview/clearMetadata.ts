import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { interviewPath } from '../../parameters';

export const clearMetadata: Operation = {
	value: 'clearMetadata',
	name: 'Clear Metadata',
	action: 'Clear metadata of an interview',
	description: 'Remove all keys and values that were stored with an interview',
	isReadOnly: false,
	properties: [interviewParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(context, itemIndex, '/metadata');
		const { metadata } = await callV2(context, 'DELETE', path, undefined, true);
		return asItems([{ interview_id: id, metadata }]);
	},
};
