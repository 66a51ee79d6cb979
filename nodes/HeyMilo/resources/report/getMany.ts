import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, requiredText, takeRows, wantedCount } from '../../../shared/actions/parameters';
import { reportItems, reportListProperties } from '../../../shared/report/reportItems';
import { candidateFilters, listCandidates } from '../../candidates';
import { normalizeHeyMiloCandidate } from '../../normalizeAnswers';
import { postingParameter } from '../../parameters';
import { postingFacts, requireEvent } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description:
		"Get the results of a posting's candidates in the same columns as the trigger's item, without concerns, questions and transcripts",
	isReadOnly: true,
	properties: [postingParameter, ...manyProperties, ...reportListProperties(), candidateFilters],
	run: async (context, itemIndex) => {
		const postingId = requiredText(context, itemIndex, 'postingId', 'Posting');
		const rows = await takeRows(listCandidates(context, itemIndex), wantedCount(context, itemIndex));
		const posting = await postingFacts(context, postingId);
		const readAt = new Date().toISOString();
		const events = rows.map((row) =>
			requireEvent(context, itemIndex, normalizeHeyMiloCandidate(row, posting, readAt)),
		);
		return reportItems(context, itemIndex, events);
	},
};
