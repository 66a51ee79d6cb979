import { collection } from '../../../shared/actions/properties';
import { optionalText } from '../../../shared/actions/reading';
import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { listReports } from '../../api/reports';
import { normalizeMicro1Report } from '../../normalizeAnswer';
import { candidateFilter, interviewFilter, keywordFilter } from '../../parameters';

export const getMany = getManyReports({
	description: "Get the results of candidates in the same columns as the trigger's item",
	filters: collection('Filters', [candidateFilter, interviewFilter, keywordFilter]),
	reports: (context, itemIndex) => {
		const filter = (name: string, displayName: string) =>
			optionalText(context, itemIndex, `filters.${name}`, displayName);
		const rows = listReports(context, {
			interviewId: filter('interview_id', 'Interview'),
			candidateId: filter('candidate_id', 'Candidate ID'),
			keyword: filter('keyword', 'Keyword'),
		});
		return reportsOf(rows, normalizeMicro1Report);
	},
});
