import type { Operation } from '../../../shared/actions/operation';
import { manyProperties, requiredText, takeRows, wantedCount } from '../../../shared/actions/parameters';
import { reportItems, reportListProperties } from '../../../shared/report/reportItems';
import { listInterviews } from '../../interviews';
import { positionParameter, stageFilter, wantedFilter } from '../../parameters';
import { asReport } from '../../report';

export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reports',
	description:
		"Get the results of a position's interviews in the same columns as the trigger's item, newest first",
	isReadOnly: true,
	properties: [positionParameter, ...manyProperties, ...reportListProperties(), stageFilter],
	run: async (context, itemIndex) => {
		const positionId = requiredText(context, itemIndex, 'positionId', 'Position');
		const rows = listInterviews(context, positionId, wantedFilter(context, itemIndex));
		const interviews = await takeRows(rows, wantedCount(context, itemIndex));
		const events = interviews.map((interview) => asReport(context, itemIndex, interview));
		return reportItems(context, itemIndex, events);
	},
};
