import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows, isSimplified } from '../../../shared/actions/rows';
import { listCandidates } from '../../api/candidates';
import { customFieldFilters, interviewerParameter, wantedFields } from '../../parameters';
import { simplifiedCandidate } from './simplifiedCandidate';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'Get the candidates of an Interviewer with status and custom fields',
	properties: [interviewerParameter, ...manyProperties, customFieldFilters, simplifyParameter],
	run: async (context, itemIndex) => {
		const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
		const rows = listCandidates(context, interviewerId, wantedFields(context, itemIndex));
		const shown = isSimplified(context, itemIndex) ? simplifiedCandidate : undefined;
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};
