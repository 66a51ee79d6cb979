import { scoreMaximumOption } from '../../../shared/actions/properties';
import { wantedScoreMaximum } from '../../../shared/actions/reading';
import { identifier } from '../../../shared/event/fields';
import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { normalizeJobMojitoResult } from '../../normalizeAnswer';
import { resultFilters, resultParameters, wantedResults } from '../results';

export const getMany = getManyReports({
	description:
		"Get many results in the same columns as the trigger's item, the last changed first. Summary, strengths, concerns and transcript are only in Report: Get.",
	which: [...resultParameters],
	filters: resultFilters,
	ownOptions: [scoreMaximumOption],
	reports: (context, itemIndex) => {
		const maximum = wantedScoreMaximum(context, itemIndex);
		return reportsOf(wantedResults(context, itemIndex), (row, readAt) => {
			// Rows of candidates who were only pre-screened or enrolled have an ID of another kind.
			const id = identifier(row.interview_result_id);
			return id === null ? null : normalizeJobMojitoResult({ id, row, details: null }, readAt, maximum);
		});
	},
});
