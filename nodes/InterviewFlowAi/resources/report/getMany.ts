import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, scoreMaximumOption } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { listCandidates } from '../../api/candidates';
import { customFieldFilters, interviewerParameter, wantedFields } from '../../parameters';
import { asReport } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description: "Get the results of an Interviewer's candidates in the same columns as the trigger's item",
	effect: 'read',
	properties: [
		interviewerParameter,
		...manyProperties,
		customFieldFilters,
		...reportListProperties([scoreMaximumOption]),
	],
	run: async (context, itemIndex) => {
		const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
		const rows = listCandidates(context, interviewerId, wantedFields(context, itemIndex));
		const shown = (record: IDataObject) =>
			reportItem(context, itemIndex, asReport(context, itemIndex, record, interviewerId));
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};
