import type { ReadingOperation } from '../../../shared/actions/operation';
import { simplifyParameter } from '../../../shared/actions/properties';
import { requiredText } from '../../../shared/actions/reading';
import { asItems, rowReducer } from '../../../shared/actions/rows';
import { agreeing } from '../../../shared/http/agreeing';
import { anObject } from '../../../shared/http/expected';
import { read } from '../../api';
import { interviewParameter } from '../../parameters';
import { ofInterview } from '../interviewIds';

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

export const get: ReadingOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get an interview',
	description: 'Get the definition of an interview with its questions',
	properties: [interviewParameter, simplifyParameter],
	run: async (context, itemIndex) => {
		const id = requiredText(context, itemIndex, 'interview', 'Interview');
		const query = { position_id: id };
		const expects = agreeing(anObject('name', 'status'), ofInterview(id));
		const interview = await read(context, '/job-interview-get', expects, query);
		return asItems([rowReducer(context, itemIndex, COLUMNS)({ id, ...interview })]);
	},
};
