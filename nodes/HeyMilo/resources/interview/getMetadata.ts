import type { Operation } from '../../../shared/actions/operation';
import { asItems, requiredText, interviewParameter } from '../../../shared/actions/parameters';
import { readOne } from '../../api';
import { interviewPath } from '../../parameters';

export const getMetadata: Operation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of an interview',
	description: 'Get the keys and values that were stored with an interview',
	isReadOnly: true,
	properties: [interviewParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const { metadata } = await readOne(context, interviewPath(context, itemIndex, '/metadata'));
		return asItems([{ interview_id: id, metadata }]);
	},
};
