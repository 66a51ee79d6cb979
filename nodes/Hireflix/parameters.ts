import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { locatorParameter } from '../shared/actions/properties';
import type { InterviewFilter, Stage } from './interviews';

/** Which position, from the account's list or by its id. */
export const positionParameter = locatorParameter({
	displayName: 'Position',
	name: 'positionId',
	searchListMethod: 'searchPositions',
	exampleId: '6992fa40a4be27510f6c9d82',
});

/** What the API can filter a position's interviews by. */
export const stageFilter: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Candidate Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. ada@example.com',
			default: '',
			description: 'Only the interview of this address, exactly as written',
		},
		{
			displayName: 'Invited After',
			name: 'invitedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only interviews created after this time. Hireflix tells no time of a later change.',
		},
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
	],
};

/** @throws NodeOperationError for a time that cannot be read */
export function wantedFilter(context: IExecuteFunctions, itemIndex: number): InterviewFilter {
	const { stage, email, invitedAfter } = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const after = invitedAfter ? Date.parse(String(invitedAfter)) : undefined;
	if (Number.isNaN(after)) {
		throw new NodeOperationError(context.getNode(), `Invited After is no time: ${String(invitedAfter)}`, {
			itemIndex,
			description: 'Pick a date, or give one like 2026-03-02T09:00:00Z.',
		});
	}
	return {
		stage: stage ? (stage as Stage) : undefined,
		email: email ? String(email).trim() : undefined,
		invitedAfter: after,
	};
}
