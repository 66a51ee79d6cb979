import type { Operation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { writeJobMojito } from '../../api';
import { resultParameter } from '../../parameters';

export const requestAnotherAttempt: Operation = {
	value: 'requestAnotherAttempt',
	name: 'Request Another Attempt',
	action: 'Request another attempt',
	description:
		'Reopen a submitted result, so that the candidate can repeat the interview. It becomes a draft and its decision is cleared.',
	isReadOnly: false,
	properties: [resultParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		await writeJobMojito(context, '/job-interview-result-request-another-attempt', {
			interview_result_id: id,
		});
		return asItems([{ success: true, interview_result_id: id }]);
	},
};
