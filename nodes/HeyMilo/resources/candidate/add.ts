import type { Operation } from '../../../shared/actions/operation';
import { asItems } from '../../../shared/actions/rows';
import { callV2 } from '../../api';
import { candidateProperties, readCandidate } from '../../newCandidates';
import { postingParameter, postingPath } from '../../parameters';

export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add a candidate',
	description:
		'Add a person to a posting. HeyMilo contacts the person: by email, and by SMS where the posting does so.',
	isReadOnly: false,
	properties: [postingParameter, ...candidateProperties],
	run: async (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/candidates');
		const candidate = readCandidate(context, itemIndex);
		// Never sent twice: a person would be contacted twice.
		return asItems([await callV2(context, 'POST', path, { ...candidate }, false)]);
	},
};
