import type { Operation } from '../../../shared/actions/operation';
import { interviewParameter } from '../../../shared/actions/properties';
import { asItems } from '../../../shared/actions/rows';
import { readOne } from '../../api';
import { interviewPath } from '../../parameters';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description:
		"Get everything HeyMilo knows of an interview, in HeyMilo's own fields; Report: Get has the columns of the trigger",
	isReadOnly: true,
	properties: [interviewParameter],
	run: async (context, itemIndex) =>
		asItems([await readOne(context, interviewPath(context, itemIndex, '/data'))]),
};
