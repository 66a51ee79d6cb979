import { simplifyEvent } from '../../../shared/event/interviewEvent';
import type { Operation } from '../../../shared/actions/operation';
import {
	asItems,
	manyProperties,
	requiredText,
	takeRows,
	wantedCount,
	simplifyParameter,
} from '../../../shared/actions/parameters';
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
	properties: [positionParameter, ...manyProperties, simplifyParameter, stageFilter],
	run: async (context, itemIndex) => {
		const positionId = requiredText(context, itemIndex, 'positionId', 'Position');
		const rows = listInterviews(context, positionId, wantedFilter(context, itemIndex));
		const interviews = await takeRows(rows, wantedCount(context, itemIndex));
		const isSimplified = context.getNodeParameter('simplify', itemIndex, true) === true;
		const events = interviews.map((interview) => asReport(context, itemIndex, interview));
		return asItems(isSimplified ? events.map((event) => simplifyEvent(event, false)) : events);
	},
};
