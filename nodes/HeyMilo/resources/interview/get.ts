import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { theOne } from '../../../shared/http/agreeing';
import { read } from '../../api';
import { interviewPath } from '../../parameters';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description:
		"Get everything HeyMilo knows about an interview, in HeyMilo's own fields. Report: Get has the trigger's columns.",
	effect: 'read',
	properties: [interviewParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interviewId', 'Interview ID');
		const path = interviewPath(context, itemIndex, '/data');
		return asItems([await read(context, path, theOne('interview_id', id))]);
	},
};
