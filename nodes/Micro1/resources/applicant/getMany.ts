import { requiredText } from '../../../shared/actions/reading';
import { applicationId, JOB_IDS } from '../../answers';
import { jobParameter, keywordFilter } from '../../parameters';
import { listOperation } from '../listOperation';

/** What a row holds is documented in part only: it is given as it is. */
export const getMany = listOperation({
	action: 'Get many applicants',
	description: 'Get the applicants for a job',
	path: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'job', 'Job');
		return `/job/${encodeURIComponent(id)}/applicants`;
	},
	identity: applicationId,
	properties: [jobParameter],
	of: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'job', 'Job');
		return Object.fromEntries(JOB_IDS.map((name) => [name, id]));
	},
	filters: [keywordFilter],
});
