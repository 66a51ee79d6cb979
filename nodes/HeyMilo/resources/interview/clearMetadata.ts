import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { write } from '../../api';
import { interviewPath } from '../../api/interviews';
import { shownMetadata } from '../../parameters/metadata';

export const clearMetadata: Operation = {
	value: 'clearMetadata',
	name: 'Clear Metadata',
	action: 'Clear metadata of an interview',
	description: 'Remove all keys and values that were stored with an interview',
	properties: [interviewIdParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(id, '/metadata');
		return async () => {
			const metadata = await write(context, 'DELETE', path, shownMetadata(id, {}, 'refused'));
			return asItems([{ interview_id: id, metadata }]);
		};
	},
};
