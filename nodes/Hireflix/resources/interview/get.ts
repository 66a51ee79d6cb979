import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readInterview } from '../../api/interviews';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description: 'Get one interview as Hireflix returns it, with its questions and answers',
	properties: [interviewIdParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		return asItems([await readInterview(context, id)]);
	},
};
