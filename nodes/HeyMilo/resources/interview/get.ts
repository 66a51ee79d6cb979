import type { Operation } from '../../../shared/actions/operation';
import { interviewIdParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readInterview } from '../../api/interviews';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description:
		"Get everything HeyMilo knows about an interview, in HeyMilo's own fields. Report: Get has the trigger's columns.",
	properties: [interviewIdParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		return asItems([await readInterview(context, id)]);
	},
};
