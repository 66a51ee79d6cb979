import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { agreeing, notRefused, withId } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { postingParameter, postingPath } from '../../parameters';
import { additionalFields, personParameters, readCandidate } from './newCandidate';

export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add a candidate',
	description:
		'Add a person to a posting. HeyMilo contacts the person: by email, and by SMS if the posting does.',
	effect: 'writeOnce',
	identity: { name: 'email', field: 'Email', within: ['postingId'] },
	properties: [postingParameter, ...personParameters, additionalFields],
	prepare: (context, itemIndex) => {
		const path = postingPath(context, itemIndex, '/candidates');
		const candidate = readCandidate(context, itemIndex);
		const posting = requiredText(context, itemIndex, 'postingId', 'Posting');
		const expects = agreeing(anObject('interview_id'), notRefused, withId('posting_id', posting));
		return async () => asItems([await writeOnce(context, path, expects, candidate)]);
	},
};
