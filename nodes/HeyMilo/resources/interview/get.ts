import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { anObject } from '../../../shared/http/expected';
import { read } from '../../api';
import { interviewPath } from '../../parameters';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description:
		"Get everything HeyMilo knows of an interview, in HeyMilo's own fields; Report: Get has the columns of the trigger",
	effect: 'read',
	properties: [interviewParameter],
	run: async (context, itemIndex) => {
		const path = interviewPath(context, itemIndex, '/data');
		return asItems([await read(context, path, anObject('interview_id'))]);
	},
};
