import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { listInterviews } from '../../api/interviews';
import { normalizeRibbonInterview } from '../../normalizeAnswer';
import { interviewFilters, wantedFilter } from '../../parameters';
import { readiness } from '../../report';

export const getMany = getManyReports({
	description: "Get the results of many interviews in the same columns as the trigger's item",
	filters: interviewFilters,
	reports: (context, itemIndex) =>
		reportsOf(listInterviews(context, wantedFilter(context, itemIndex)), normalizeRibbonInterview, readiness),
});
