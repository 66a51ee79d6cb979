import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { numberField, textField, timeField } from '../../shared/actions/fields';
import { collection } from '../../shared/actions/properties';
import { choiceList, optionalNumber, optionalText, optionalTime } from '../../shared/actions/reading';
import { namesAnother } from '../../shared/actions/rows';
import { folded } from '../../shared/event/text';
import { list } from '../api';
import { postingPath } from '../api/postings';
import { heyMiloCandidate, type HeyMiloCandidate } from '../answers';
import { decisionOf, scoreOfCandidate } from '../normalizeAnswer';
import { wantedPosting } from '../parameters';

/** What the candidates of a posting are filtered by. HeyMilo itself filters by the time of adding only. */
export const candidateFilters = collection('Filters', [
	timeField({
		displayName: 'Added After',
		name: 'addedAfter',
		description: 'Only candidates who were added at this time or later',
	}),
	timeField({
		displayName: 'Added Before',
		name: 'addedBefore',
		description: 'Only candidates who were added at this time or earlier',
	}),
	textField({
		displayName: 'Candidate Email',
		name: 'email',
		placeholder: 'e.g. ada@example.com',
		description: 'Only the candidate with this email address',
	}),
	timeField({
		displayName: 'Changed Since',
		name: 'changedSince',
		description:
			'Only candidates with a step, a finished interview or an invitation since then. HeyMilo cannot filter by this, so all candidates are fetched first.',
	}),
	numberField(
		{
			displayName: 'Minimum Score',
			name: 'minimumScore',
			default: 70,
			description: 'From 0 to 100; candidates without a score are left out',
		},
		0,
		100,
	),
	{
		displayName: 'Status',
		name: 'status',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Completed', value: 'completed', description: 'With or without a decision' },
			{
				name: 'Completed and Undecided',
				value: 'completed_undecided',
				description: 'Neither shortlisted nor dismissed',
			},
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
	'completed_undecided',
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
	/** HeyMilo is asked for these three: what it returns of them is looked at again. */
	postingId: string;
	/** Epoch milliseconds. */
	addedAfter?: number;
	/** Epoch milliseconds. */
	addedBefore?: number;
}

/**
 * The candidates of the selected posting that pass the filters, as HeyMilo returns them.
 *
 * @throws NodeOperationError naming the filter that cannot be read
 */
export async function* listCandidates(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const postingId = wantedPosting(context, itemIndex);
	const path = postingPath(postingId, '/candidates');
	const filter: Filter = {
		postingId,
		...timesOfAdding(context, itemIndex),
		email: folded(optionalText(context, itemIndex, 'filters.email', 'Candidate Email')),
		statuses: choiceList(context, itemIndex, 'filters.status', 'Status', STATUSES),
		minimumScore: optionalNumber(context, itemIndex, 'filters.minimumScore', 'Minimum Score', {
			min: 0,
			max: 100,
		}),
		changedSince: optionalTime(context, itemIndex, 'filters.changedSince', 'Changed Since'),
	};
	for await (const row of list(context, { path, idField: 'interview_id', query: asQuery(filter) })) {
		if (isWanted(heyMiloCandidate(row), filter)) yield row;
	}
}

function timesOfAdding(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<Filter, 'addedAfter' | 'addedBefore'> {
	const addedAfter = optionalTime(context, itemIndex, 'filters.addedAfter', 'Added After');
	const addedBefore = optionalTime(context, itemIndex, 'filters.addedBefore', 'Added Before');
	if (addedAfter !== undefined && addedBefore !== undefined && addedAfter > addedBefore) {
		throw new NodeOperationError(context.getNode(), 'Added After is later than Added Before', {
			itemIndex,
			description: 'Correct one of the two filters: together they let no candidate through.',
		});
	}
	return { addedAfter, addedBefore };
}

/** Epoch seconds are understood by every version of the API. */
function asQuery({ addedAfter, addedBefore }: Filter): IDataObject {
	return {
		...(addedAfter === undefined ? {} : { created_after: String(addedAfter / 1000) }),
		...(addedBefore === undefined ? {} : { created_before: String(addedBefore / 1000) }),
	};
}

function isWanted(candidate: HeyMiloCandidate, filter: Filter): boolean {
	const { email, statuses, minimumScore, changedSince } = filter;
	if (!isAsked(candidate, filter)) return false;
	if (email !== '' && folded(candidate.email) !== email) return false;
	if (statuses.length > 0 && !statusesOf(candidate).some((status) => statuses.includes(status))) return false;
	const score = scoreOfCandidate(candidate);
	if (minimumScore !== undefined && (score === null || score < minimumScore)) return false;
	// Without a time that can be read, a change must not be missed.
	return changedSince === undefined || (lastChange(candidate) ?? Infinity) >= changedSince;
}

/** Whether the candidate is one whom HeyMilo was asked for; one that does not say it is. Its times are in whole seconds. */
function isAsked({ posting_id, created_at }: HeyMiloCandidate, filter: Filter): boolean {
	const { postingId, addedAfter = -Infinity, addedBefore = Infinity } = filter;
	if (namesAnother(posting_id, postingId)) return false;
	if (created_at === null) return true;
	const added = Date.parse(created_at);
	return added > addedAfter - 1000 && added < addedBefore + 1000;
}

/** The status and the two marks, which are decisions of their own; neither of these where they contradict each other. */
function statusesOf(candidate: HeyMiloCandidate): string[] {
	const { shortlisted, dismissed } = candidate;
	const status = folded(candidate.status).replace(/[\s-]+/g, '_');
	const isUndecided = status === 'completed' && decisionOf(status, candidate) === 'undecided';
	const said = new Set([
		status,
		...(isUndecided ? ['completed_undecided'] : []),
		...(shortlisted === true ? ['shortlisted'] : []),
		...(dismissed === true ? ['dismissed'] : []),
	]);
	const isContradictory = said.has('shortlisted') && said.has('dismissed');
	return [...said].filter((one) => !isContradictory || !['shortlisted', 'dismissed'].includes(one));
}

/** Epoch milliseconds. The API has no time of the last change: the latest of what it has. */
function lastChange({ workflow, interviewed_at, created_at }: HeyMiloCandidate): number | null {
	const times = [workflow?.last_activity_at, interviewed_at, created_at].filter(
		(one) => typeof one === 'string',
	);
	return times.length === 0 ? null : Math.max(...times.map((one) => Date.parse(one)));
}
