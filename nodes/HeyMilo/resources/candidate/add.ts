import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { additionalFields, personParameters, readCandidate } from './newCandidate';

export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add a candidate',
	description:
		'Add a person to a posting. HeyMilo contacts the person: by email, and by SMS where the posting does so.',
	effect: 'writeOnce',
	properties: [postingParameter, ...personParameters, additionalFields],
	prepare: (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/candidates');
		const candidate = readCandidate(context, itemIndex);
		return async () => asItems([await writeOnce(context, path, anObject('interview_id'), candidate)]);
	},
};
