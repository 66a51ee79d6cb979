import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { timeField } from '../../../shared/actions/fields';
import { decidingText, requiredTime } from '../../../shared/actions/reading';
import { listOperation } from '../listOperation';
import { optionalInterviewParameter } from '../../parameters';

const DAYS = "The day in the workflow's time zone. Included.";

export const getAnalytics = listOperation({
	value: 'getAnalytics',
	name: 'Get Analytics',
	action: 'Get analytics',
	description: 'Get the number of events per day. Days without an event are left out.',
	path: '/merchant-analytics',
	idField: 'day',
	columns: ['day', 'event', 'event_number'],
	properties: [
		timeField({ displayName: 'From', name: 'from', required: true, description: DAYS }),
		timeField({ displayName: 'To', name: 'to', required: true, description: DAYS }),
		optionalInterviewParameter,
	],
	query: (context, itemIndex) => {
		const [from, to] = [day(context, itemIndex, 'from', 'From'), day(context, itemIndex, 'to', 'To')];
		const interviewId = decidingText(context, itemIndex, 'interview', 'Interview');
		if (from <= to) {
			return { date_from: from, date_to: to, ...(interviewId === '' ? {} : { interview_id: interviewId }) };
		}
		throw new NodeOperationError(context.getNode(), 'From is later than To', {
			itemIndex,
			description: `From is ${from} and To is ${to}. Swap them.`,
		});
	},
});

/** `YYYY-MM-DD`, which is all that the call takes: the day that it is, at that time, where the workflow is. */
function day(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: context.getTimezone(),
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).formatToParts(requiredTime(context, itemIndex, name, displayName));
	return ['year', 'month', 'day'].map((part) => parts.find(({ type }) => type === part)?.value).join('-');
}
