import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { normalizeHeyMiloCandidate } from '../../normalizeAnswer';
import { postingParameter, wantedPosting } from '../../parameters';
import { postingFacts } from '../../api/postings';
import { candidateFilters, listCandidates } from '../candidateList';

export const getMany = getManyReports({
	description:
		"Get the results of a posting's candidates in the same columns as the trigger's item, without concerns, questions and transcripts",
	which: [postingParameter],
	filters: candidateFilters,
	reports: async function* (context, itemIndex) {
		const posting = await postingFacts(context, wantedPosting(context, itemIndex));
		yield* reportsOf(listCandidates(context, itemIndex), (row, readAt) =>
			normalizeHeyMiloCandidate(row, readAt, posting),
		);
	},
});
