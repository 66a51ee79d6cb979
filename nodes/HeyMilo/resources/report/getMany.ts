import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { candidateFilters, listCandidates } from '../candidateList';
import { normalizeHeyMiloCandidate } from '../../normalizeAnswer';
import { postingParameter } from '../../parameters';
import { postingFacts, requireEvent } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description:
		"Get the results of a posting's candidates in the same columns as the trigger's item, without concerns, questions and transcripts",
	effect: 'read',
	properties: [postingParameter, ...manyProperties, candidateFilters, ...reportListProperties()],
	run: async (context, itemIndex) => {
		const postingId = requiredText(context, itemIndex, 'postingId', 'Posting');
		const posting = await postingFacts(context, postingId);
		const readAt = new Date().toISOString();
		const shown = (row: IDataObject) => {
			const event = requireEvent(context, itemIndex, normalizeHeyMiloCandidate(row, posting, readAt));
			return reportItem(context, itemIndex, event);
		};
		return asItems(
			await takeRows(listCandidates(context, itemIndex), wantedCount(context, itemIndex), shown),
		);
	},
};
