import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { requiredText } from '../../../shared/actions/reading';
import { optionalInterviewParameter, optionalText } from '../../parameters';
import { listOperation } from '../../rows';

export const getAnalytics = listOperation({
	value: 'getAnalytics',
	name: 'Get Analytics',
	action: 'Get analytics',
	description: 'Get how often what happened on which day; days without an event are left out',
	path: '/merchant-analytics',
	columns: ['day', 'event', 'event_number'],
	properties: [
		{ displayName: 'From', name: 'from', type: 'dateTime', required: true, default: '' },
		{ displayName: 'To', name: 'to', type: 'dateTime', required: true, default: '' },
		optionalInterviewParameter,
	],
	query: (context, itemIndex) => ({
		date_from: day(context, itemIndex, 'from', 'From'),
		date_to: day(context, itemIndex, 'to', 'To'),
		interview_id: optionalText(context, itemIndex, 'interview'),
	}),
});

/** The day as it was typed, `YYYY-MM-DD`; the time is cut off, without converting its zone. */
function day(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const text = requiredText(context, itemIndex, name, displayName);
	const found = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
	if (found && !Number.isNaN(Date.parse(found))) return found;
	throw new NodeOperationError(context.getNode(), `${displayName} is not a date`, {
		itemIndex,
		description: `Pick a date in ${displayName}, or give one such as 2026-03-01.`,
	});
}
