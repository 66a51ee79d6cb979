import { scoreMaximumOption } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { getManyReports, reportsOf } from '../../../shared/report/getManyReports';
import { listCandidates } from '../../api/candidates';
import { customFieldFilters, interviewerParameter, wantedFields } from '../../parameters';
import { eventsOf } from '../../report';

export const getMany = getManyReports({
	description: "Get the results of an Interviewer's candidates in the same columns as the trigger's item",
	which: [interviewerParameter],
	filters: customFieldFilters,
	ownOptions: [scoreMaximumOption],
	reports: (context, itemIndex) => {
		const interviewerId = requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID');
		const eventOf = eventsOf(context, itemIndex, interviewerId);
		return reportsOf(listCandidates(context, interviewerId, wantedFields(context, itemIndex)), eventOf);
	},
});
