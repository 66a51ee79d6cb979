import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { read } from '../../api';
import { interviewPath } from '../../api/interviews';
import { storedMetadata } from '../../parameters/metadata';

export const getMetadata: Operation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of an interview',
	description: 'Get the keys and values that were stored with an interview',
	properties: [interviewIdParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(id, '/metadata');
		return asItems([{ interview_id: id, metadata: await read(context, path, storedMetadata(id)) }]);
	},
};
