import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { collection, locatorParameter } from '../shared/actions/properties';
import { optionalChoice, optionalText } from '../shared/actions/reading';
import { STATUSES, type InterviewFilter } from './api/interviews';

/** Which flow, from the organization's list or by its ID. */
export const flowParameter = locatorParameter({
	displayName: 'Flow',
	name: 'flowId',
	searchListMethod: 'searchFlows',
	exampleId: '0a1b2c3d',
});

/** One of the organization's teams, to narrow a list down. */
export const teamField: INodeProperties = {
	displayName: 'Team Name or ID',
	name: 'team_id',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'teamOptions' },
	default: '',
	description:
		'Only those of this team. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** One of the organization's recruiters. */
export const recruiterField: INodeProperties = {
	displayName: 'Assigned Recruiter Name or ID',
	name: 'assigned_recruiter_id',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'memberOptions' },
	default: '',
	description:
		'A member of the team of the flow. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Narrows a list down to a team. */
export const teamFilters = collection('Filters', [teamField]);

/** What a list of interviews can be narrowed down by. */
export const interviewFilters = collection('Filters', [
	{
		...flowParameter,
		required: false,
		description: 'Only interviews of this flow. Ribbon cannot filter by it: all are read, and these kept.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'completed',
		options: [
			{ name: 'Completed', value: 'completed' },
			{
				name: 'Incomplete',
				value: 'incomplete',
				description: 'The link was made, the interview is not over',
			},
		],
		description: 'Without this filter you get both: first the completed, then the incomplete ones',
	},
	teamField,
]);

/** @throws NodeOperationError naming the filter that cannot be read */
export function wantedFilter(context: IExecuteFunctions, itemIndex: number): InterviewFilter {
	return {
		status: optionalChoice(context, itemIndex, 'filters.status', 'Status', STATUSES) || undefined,
		teamId: wantedTeam(context, itemIndex),
		flowId: optionalText(context, itemIndex, 'filters.flowId', 'Flow') || undefined,
	};
}

/** The team of the filters; undefined for all. @throws NodeOperationError when it cannot be read */
export function wantedTeam(context: IExecuteFunctions, itemIndex: number): string | undefined {
	return optionalText(context, itemIndex, 'filters.team_id', 'Team Name or ID') || undefined;
}
