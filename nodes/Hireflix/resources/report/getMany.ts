import { requiredText } from '../../../shared/actions/reading';
import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { listInterviews } from '../../api/interviews';
import { normalizeHireflixInterview } from '../../normalizeAnswer';
import { interviewFilters, positionParameter, wantedFilter } from '../../parameters';

export const getMany = getManyReports({
	description:
		"Get the results of a position's interviews in the same columns as the trigger's item, newest first",
	which: [positionParameter],
	filters: interviewFilters,
	reports: (context, itemIndex) => {
		const positionId = requiredText(context, itemIndex, 'positionId', 'Position');
		const rows = listInterviews(context, positionId, wantedFilter(context, itemIndex));
		return reportsOf(rows, normalizeHireflixInterview);
	},
});
