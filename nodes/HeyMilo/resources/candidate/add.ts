import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { emailParameter, nameParameter } from '../../../shared/actions/peopleSource';
import { asItems } from '../../../shared/actions/rows';
import { isObject } from '../../../shared/event/fields';
import { agreeing, notRefused, withId, type Check } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { postingPath } from '../../api/postings';
import { postingParameter, wantedPosting } from '../../parameters';
import { additionalFields, readCandidate } from './newCandidate';

export const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add a candidate',
	description:
		'Add a person to a posting. HeyMilo contacts the person: by email, and by SMS if the posting does.',
	identity: { name: 'email', field: 'Email', within: ['postingId'] },
	properties: [postingParameter, nameParameter, emailParameter, additionalFields],
	prepare: (context, itemIndex) => {
		const posting = wantedPosting(context, itemIndex);
		const path = postingPath(posting, '/candidates');
		const candidate = readCandidate(context, itemIndex);
		const hasAddress = withId('email', candidate.email);
		const isThePerson: Check<IDataObject> = ({ candidate: added }) =>
			isObject(added) ? hasAddress(added as IDataObject) : undefined;
		const expects = agreeing(
			anObject('interview_id'),
			notRefused,
			withId('posting_id', posting),
			hasAddress,
			isThePerson,
		);
		return async () => asItems([await writeOnce(context, path, expects, candidate)]);
	},
};
