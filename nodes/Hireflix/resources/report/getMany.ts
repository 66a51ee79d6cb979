import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { requiredText, wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { listInterviews } from '../../api/interviews';
import { interviewFilters, positionParameter, wantedFilter } from '../../parameters';
import { asReport } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description:
		"Get the results of a position's interviews in the same columns as the trigger's item, newest first",
	effect: 'read',
	properties: [positionParameter, ...manyProperties, interviewFilters, ...reportListProperties()],
	run: async (context, itemIndex) => {
		const positionId = requiredText(context, itemIndex, 'positionId', 'Position');
		const rows = listInterviews(context, positionId, wantedFilter(context, itemIndex));
		const shown = (interview: IDataObject) =>
			reportItem(context, itemIndex, asReport(context, itemIndex, interview));
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};
