import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { readJobMojito } from '../../api';
import { interviewParameter } from '../.actions/properties';
import { rowReducer } from '../../rows';

const COLUMNS = [
	'id',
	'name',
	'status',
	'type',
	'visibility',
	'code',
	'interview_location',
	'description',
	'max_duration',
	'questions',
];

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description: 'Get the definition of an interview with its questions',
	isReadOnly: true,
	properties: [interviewParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const interview = await readJobMojito<IDataObject>(context, '/job-interview-get', { position_id: id });
		return asItems([rowReducer(context, itemIndex, COLUMNS)({ id, ...interview })]);
	},
};
