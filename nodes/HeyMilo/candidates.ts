import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { fromEpochSeconds } from '../shared/event/times';
import { listRows } from './api';
import { heyMiloCandidate, type HeyMiloCandidate } from './apiAnswers';
import { postingPath } from './parameters';

/** What the candidates of a posting are filtered by. HeyMilo itself filters by the time of adding only. */
export const candidateFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Added After',
			name: 'addedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only candidates who were added at this time or later',
		},
		{
			displayName: 'Candidate Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. ada@example.com',
			default: '',
			description: 'Only the candidate with this address',
		},
		{
			displayName: 'Changed Since',
			name: 'changedSince',
			type: 'dateTime',
			default: '',
			description:
				'Only candidates with a step, a finished interview or an invitation since then. All candidates of the posting are read, and then filtered: HeyMilo cannot do it.',
		},
		{
			displayName: 'Minimum Score',
			name: 'minimumScore',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 70,
			description: 'From 0 to 100; candidates without a score are left out',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Completed', value: 'completed' },
				{ name: 'Dismissed', value: 'dismissed' },
				{ name: 'Evaluating', value: 'evaluating', description: 'Done, but not scored yet' },
				{ name: 'In Progress', value: 'in_progress' },
				{ name: 'Knocked Out', value: 'knocked_out' },
				{ name: 'Pending', value: 'pending', description: 'Added, but not started yet' },
				{ name: 'Shortlisted', value: 'shortlisted' },
			],
		},
	],
};

interface Filter {
	email: string;
	statuses: string[];
	minimumScore: number | null;
	/** `YYYY-MM-DDTHH:mm:ss.sssZ` */
	changedSince: string | null;
}

/** The candidates of the selected posting that pass the filters, as HeyMilo gives them. */
export async function* listCandidates(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const path = postingPath(context, itemIndex, '/candidates');
	const filters = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const addedAfter = asTime(context, itemIndex, filters.addedAfter, 'Added After');
	const filter: Filter = {
		email: String(filters.email ?? '')
			.trim()
			.toLowerCase(),
		statuses: (filters.status as string[] | undefined) ?? [],
		minimumScore: filters.minimumScore === undefined ? null : Number(filters.minimumScore),
		changedSince: asTime(context, itemIndex, filters.changedSince, 'Changed Since'),
	};
	// Seconds are understood by every version of the API.
	const query = addedAfter === null ? {} : { created_after: String(Date.parse(addedAfter) / 1000) };
	for await (const row of listRows(context, path, 'interview_id', query)) {
		if (isWanted(heyMiloCandidate(row), filter)) yield row;
	}
}

function isWanted(
	candidate: HeyMiloCandidate,
	{ email, statuses, minimumScore, changedSince }: Filter,
): boolean {
	if (email !== '' && candidate.email?.toLowerCase() !== email) return false;
	if (statuses.length > 0 && !statuses.includes(candidate.status ?? '')) return false;
	const score = candidate.agent_summary?.web_interview?.score ?? candidate.score;
	if (minimumScore !== null && (score === null || score < minimumScore)) return false;
	return changedSince === null || (lastChange(candidate) ?? '') >= changedSince;
}

/** The API has no time of the last change: the latest of what it has. */
function lastChange({ workflow, interviewed_at, created_at }: HeyMiloCandidate): string | null {
	const seconds = [workflow?.last_activity_at, interviewed_at, created_at].filter(
		(time) => typeof time === 'number',
	);
	return seconds.length === 0 ? null : fromEpochSeconds(Math.max(...seconds));
}

/**
 * A date parameter in UTC; null when it is empty.
 *
 * @throws NodeOperationError naming the parameter
 */
export function asTime(
	context: IExecuteFunctions,
	itemIndex: number,
	given: unknown,
	displayName: string,
): string | null {
	if (given === undefined || given === null || given === '') return null;
	const time = new Date(String(given));
	if (!Number.isNaN(time.getTime())) return time.toISOString();
	throw new NodeOperationError(context.getNode(), `${displayName} is not a date`, {
		itemIndex,
		description: 'Pick a date, or use an expression that gives one, such as {{ $now.minus({ days: 1 }) }}.',
	});
}
