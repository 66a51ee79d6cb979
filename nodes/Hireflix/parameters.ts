import type { IExecuteFunctions } from 'n8n-workflow';

import { textField, timeField } from '../shared/actions/fields';
import { collection, locatorParameter } from '../shared/actions/properties';
import { optionalChoice, optionalText, optionalTime } from '../shared/actions/reading';
import { STAGES, type InterviewFilter } from './api/interviews';

/** Which position, from the account's list or by its id. */
export const positionParameter = locatorParameter({
	displayName: 'Position',
	name: 'positionId',
	searchListMethod: 'searchPositions',
	exampleId: '6992fa40a4be27510f6c9d82',
});

/** What the API can filter a position's interviews by. */
export const interviewFilters = collection('Filters', [
	textField({
		displayName: 'Candidate Email',
		name: 'email',
		placeholder: 'e.g. ada@example.com',
		description: 'Only the interview with this email address, exactly as written',
	}),
	timeField({
		displayName: 'Invited After',
		name: 'invitedAfter',
		description: 'Only interviews created after this time. Hireflix has no time of later changes.',
	}),
	{
		displayName: 'Stage',
		name: 'stage',
		type: 'options',
		default: 'to_evaluate',
		options: [
			{ name: 'Discarded', value: 'discarded' },
			{ name: 'Pending', value: 'pending', description: 'Invited, but not answered yet' },
			{ name: 'Shortlisted', value: 'shortlisted' },
			{ name: 'To Evaluate', value: 'to_evaluate', description: 'Answered, and waiting for a review' },
		],
	},
]);

/** @throws NodeOperationError naming the filter that cannot be read */
export function wantedFilter(context: IExecuteFunctions, itemIndex: number): InterviewFilter {
	return {
		// Written into the query: nothing else than a stage must get there.
		stage: optionalChoice(context, itemIndex, 'filters.stage', 'Stage', STAGES) || undefined,
		email: optionalText(context, itemIndex, 'filters.email', 'Candidate Email') || undefined,
		invitedAfter: optionalTime(context, itemIndex, 'filters.invitedAfter', 'Invited After'),
	};
}
