import type { WritingOperation } from '../../../shared/actions/operation';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { flag } from '../../../shared/event/fields';
import { anyObject, mapped } from '../../../shared/http/expected';
import { writeOnce } from '../../api';
import { resultParameter } from '../../parameters';
import { readDetails } from '../../api/results';

/** Documented is an empty object. What says something else, such as `{message}`, may say that it was not done. */
const DONE = {
	...mapped(anyObject(), (answer) => {
		const isDone = Object.keys(answer).length === 0 || flag(answer.success) === true;
		return isDone ? answer : undefined;
	}),
	inWords: 'an empty object',
};

export const requestAnotherAttempt: WritingOperation = {
	value: 'requestAnotherAttempt',
	name: 'Request Another Attempt',
	action: 'Request another attempt',
	description:
		'Reopen a submitted result, so the candidate can repeat the interview. It becomes a draft and its decision is cleared.',
	properties: [resultParameter],
	prepare: (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'resultId', 'Result ID');
		return async () => {
			// Success is answered with an empty object, which any server may send: first make sure who answers.
			await readDetails(context, id);
			const path = '/job-interview-result-request-another-attempt';
			await writeOnce(context, path, DONE, { interview_result_id: id });
			return asItems([{ success: true, interview_result_id: id }]);
		};
	},
};
