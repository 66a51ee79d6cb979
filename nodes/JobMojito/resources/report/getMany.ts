import type { IDataObject } from 'n8n-workflow';

import type { ReadingOperation } from '../../../shared/actions/operation';
import { manyProperties, scoreMaximumOption } from '../../../shared/actions/properties';
import { wantedCount } from '../../../shared/actions/reading';
import { asItems, takeRows } from '../../../shared/actions/rows';
import { identifier } from '../../../shared/event/fields';
import { reportItem, reportListProperties } from '../../../shared/report/reportItems';
import { asReport } from '../../report';
import { resultFilters, resultParameters, wantedResults } from '../results';

export const getMany: ReadingOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description:
		"Get many results in the same columns as the trigger's item, the last changed first. Summary, strengths, concerns and transcript are only in Report: Get.",
	effect: 'read',
	properties: [
		...resultParameters,
		...manyProperties,
		resultFilters,
		...reportListProperties([scoreMaximumOption]),
	],
	run: async (context, itemIndex) => {
		const attempts = withAttempt(wantedResults(context, itemIndex));
		const shown = (row: IDataObject) => {
			const id = String(identifier(row.interview_result_id));
			return reportItem(context, itemIndex, asReport(context, itemIndex, { id, row, details: null }));
		};
		return asItems(await takeRows(attempts, wantedCount(context, itemIndex), shown));
	},
};

/** Rows of candidates who were only pre-screened or enrolled have no result yet; their own ID is of another kind. */
async function* withAttempt(rows: AsyncGenerator<IDataObject>): AsyncGenerator<IDataObject> {
	for await (const row of rows) if (identifier(row.interview_result_id) !== null) yield row;
}
