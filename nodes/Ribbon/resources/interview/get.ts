import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter, simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, isSimplified } from '../../../shared/actions/rows';
import { readInterview } from '../../api/interviews';
import { simplifiedInterview } from './simplifiedInterview';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description: "Get one interview as it is now. Report has it in the columns of the trigger's item.",
	properties: [interviewIdParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const interview = await readInterview(context, id);
		return asItems([isSimplified(context, itemIndex) ? simplifiedInterview(interview) : interview]);
	},
};
