import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { collection } from '../../shared/actions/properties';
import { choiceList, optionalNumber, optionalText, optionalTime } from '../../shared/actions/reading';
import { list } from '../api';
import { heyMiloCandidate, type HeyMiloCandidate } from '../answers';
import { postingPath } from '../parameters';

/** What the candidates of a posting are filtered by. HeyMilo itself filters by the time of adding only. */
export const candidateFilters = collection('Filters', [
	{
		displayName: 'Added After',
		name: 'addedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only candidates who were added at this time or later',
	},
	{
		displayName: 'Added Before',
		name: 'addedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only candidates who were added at this time or earlier',
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
			'Only candidates with a step, a finished interview or an invitation since then. HeyMilo cannot filter by this, so all candidates are fetched first.',
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
]);

const STATUSES = [
	'completed',
	'dismissed',
	'evaluating',
	'in_progress',
	'knocked_out',
	'pending',
	'shortlisted',
];

interface Filter {
	email: string;
	statuses: string[];
	minimumScore?: number;
	/** Epoch milliseconds. */
	changedSince?: number;
}

/**
 * The candidates of the selected posting that pass the filters, as HeyMilo gives them.
 *
 * @throws NodeOperationError naming the filter that cannot be read
 */
export async function* listCandidates(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const path = postingPath(context, itemIndex, '/candidates');
	const filter: Filter = {
		email: optionalText(context, itemIndex, 'filters.email', 'Candidate Email').toLowerCase(),
		statuses: choiceList(context, itemIndex, 'filters.status', 'Status', STATUSES),
		minimumScore: optionalNumber(context, itemIndex, 'filters.minimumScore', 'Minimum Score', {
			min: 0,
			max: 100,
		}),
		changedSince: optionalTime(context, itemIndex, 'filters.changedSince', 'Changed Since'),
	};
	const query = timeOfAdding(context, itemIndex);
	for await (const row of list(context, path, 'interview_id', query)) {
		if (isWanted(heyMiloCandidate(row), filter)) yield row;
	}
}

/** Epoch seconds are understood by every version of the API. */
function timeOfAdding(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const after = optionalTime(context, itemIndex, 'filters.addedAfter', 'Added After');
	const before = optionalTime(context, itemIndex, 'filters.addedBefore', 'Added Before');
	if (after !== undefined && before !== undefined && after > before) {
		throw new NodeOperationError(context.getNode(), 'Added After is later than Added Before', {
			itemIndex,
			description: 'Correct one of the two filters: together they let no candidate through.',
		});
	}
	return {
		...(after === undefined ? {} : { created_after: String(after / 1000) }),
		...(before === undefined ? {} : { created_before: String(before / 1000) }),
	};
}

function isWanted(
	candidate: HeyMiloCandidate,
	{ email, statuses, minimumScore, changedSince }: Filter,
): boolean {
	if (email !== '' && candidate.email?.toLowerCase() !== email) return false;
	if (statuses.length > 0 && !statuses.includes(candidate.status?.toLowerCase() ?? '')) return false;
	const score = candidate.agent_summary?.web_interview?.score ?? candidate.score;
	if (minimumScore !== undefined && (score === null || score < minimumScore)) return false;
	return changedSince === undefined || (lastChange(candidate) ?? -Infinity) >= changedSince;
}

/** Epoch milliseconds. The API has no time of the last change: the latest of what it has. */
function lastChange({ workflow, interviewed_at, created_at }: HeyMiloCandidate): number | null {
	const times = [workflow?.last_activity_at, interviewed_at, created_at].filter(
		(one) => typeof one === 'string',
	);
	return times.length === 0 ? null : Math.max(...times.map((one) => Date.parse(one)));
}
