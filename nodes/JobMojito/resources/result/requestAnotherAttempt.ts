import type { WritingOperation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { anyObject } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { resultParameter } from '../../parameters';
import { readDetails } from '../../api/results';

export const requestAnotherAttempt: WritingOperation = {
	value: 'requestAnotherAttempt',
	name: 'Request Another Attempt',
	action: 'Request another attempt',
	description:
		'Reopen a submitted result, so the candidate can repeat the interview. It becomes a draft and its decision is cleared.',
	effect: 'writeOnce',
	properties: [resultParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		return async () => {
			// Success is answered with an empty object, which any server may send: first make sure who answers.
			await readDetails(context, id, false);
			const path = '/job-interview-result-request-another-attempt';
			await writeOnce(context, path, { interview_result_id: id }, anyObject());
			return asItems([{ success: true, interview_result_id: id }]);
		};
	},
};
