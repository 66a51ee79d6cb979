import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter, interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, isSimplified } from '../../../shared/actions/rows';
import { readCandidate } from '../../api/candidates';
import { interviewerOfItemParameter } from '../../parameters';
import { simplifiedCandidate } from './simplifiedCandidate';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a candidate',
	description: 'Get one candidate of an Interviewer with status and custom fields',
	properties: [interviewIdParameter, interviewerOfItemParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const interviewId = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
		const record = await readCandidate(context, interviewerId, interviewId);
		return asItems([isSimplified(context, itemIndex) ? simplifiedCandidate(record) : record]);
	},
};
