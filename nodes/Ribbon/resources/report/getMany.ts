import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { manyProperties } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { listInterviews } from '../../api/interviews';
import { interviewFilters, wantedFilter } from '../../parameters';
import { asReport, readiness } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description: "Get the results of many interviews in the same columns as the trigger's item",
	effect: 'read',
	properties: [...manyProperties, interviewFilters, ...reportListProperties()],
	run: async (context, itemIndex) => {
		const rows = listInterviews(context, wantedFilter(context, itemIndex));
		const shown = (row: IDataObject) =>
			reportItem(context, itemIndex, asReport(context, itemIndex, row), readiness(row));
		return asItems(await takeRows(rows, wantedCount(context, itemIndex), shown));
	},
};
