import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { collection } from '../shared/actions/properties';

import type { ApiContext } from '../shared/http/vendorApi';
import { listRows, readJobMojito, TYPES_WITH_EVENTS, writeJobMojito } from './api';
import { asOptions, choiceField } from './fields';
import { filledIn, merchantField, optionalInterviewParameter, optionalText, searchField } from './parameters';

/** The most that a page may have, for a search through everything. */
const LARGEST_PAGE = 1000;

/**
 * One result with its transcript.
 *
 * @param withRecordings whether to have short-lived links to the recordings made
 * @throws NodeApiError, `httpCode` 404 when there is none
 */
export async function readDetails(
	context: ApiContext,
	id: string,
	withRecordings: boolean,
): Promise<IDataObject> {
	return await readJobMojito<IDataObject>(context, '/job-interview-details', {
		interview_result_id: id,
		get_signed_recordings: String(withRecordings),
	});
}

/**
 * What the list of results says of one of them; null when it is in none. A result's own answer names neither
 * the candidate nor the interview, the decision or the state of submission: only the list does, and it cannot be
 * filtered by the id of a result. So the address in the item of a trigger narrows it down where there is one;
 * else, and for an address that has changed since, it is searched from the latest change backwards.
 */
export async function findRow(
	context: IExecuteFunctions,
	itemIndex: number,
	id: string,
): Promise<IDataObject | null> {
	const { interview_id: knownId, candidate_email: address } = context.getInputData()[itemIndex].json;
	const searches = knownId === id && typeof address === 'string' ? [{ filter_text: address }, {}] : [{}];
	for (const search of searches) {
		for (const type of TYPES_WITH_EVENTS) {
			for await (const row of listResults(context, { ...search, type }, LARGEST_PAGE)) {
				if (row.interview_result_id === id) return row;
			}
		}
	}
	return null;
}

function listResults(
	context: ApiContext,
	query: IDataObject,
	pageSize?: number,
): AsyncGenerator<IDataObject> {
	return listRows(context, '/merchant-result-list', { ...query, order_by: 'updated_at_newest' }, pageSize);
}

/** What lists of results can be narrowed down by. */
export const resultFilters: INodeProperties[] = [
	optionalInterviewParameter,
	{
		displayName: 'Types',
		name: 'types',
		type: 'multiOptions',
		default: ['interview'],
		options: [
			{ name: 'Assessment', value: 'assessment' },
			{ name: 'Interview', value: 'interview' },
			{ name: 'Role-Play', value: 'persona_interview' },
		],
		description: 'What kinds of results to get; each is a call of its own',
	},
	collection('Filters', [
		{
			displayName: 'Changed Since',
			name: 'changedSince',
			type: 'dateTime',
			default: '',
			description: 'Only results that changed at this time or later',
		},
		searchField,
		choiceField(
			{ displayName: 'Step', name: 'step' },
			{ interview: 'Interview', 'pre-screening': 'Pre-Screening' },
		),
		{
			displayName: 'Tab',
			name: 'tab',
			type: 'options',
			default: 'undecided',
			description: 'The list in JobMojito that the results are on',
			options: asOptions({
				'archived-interview': 'Archived',
				completed: 'Completed',
				'decided-rejected': 'Rejected',
				'decided-selected': 'Selected',
				incomplete: 'Incomplete',
				shortlist: 'Shortlist',
				undecided: 'Undecided',
			}),
		},
		merchantField,
	]),
];

/**
 * The results that the filters ask for, the last changed first, whatever their type. The API has no filter by
 * time: the order allows to stop at the first row that is older, so that no page beyond it is read.
 *
 * @throws NodeOperationError for a time that is none
 */
export async function* wantedResults(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const { changedSince, ...filters } = filledIn(context, itemIndex, 'filters');
	const oldest = changedSince === undefined ? -Infinity : asTime(context, itemIndex, changedSince);
	const interviewId = optionalText(context, itemIndex, 'interview');
	const types = context.getNodeParameter('types', itemIndex, ['interview']) as string[];
	const lists = types.map((type) => listResults(context, { ...filters, interview_id: interviewId, type }));
	for await (const row of newestFirst(lists)) {
		if (changedAt(row) < oldest) return;
		yield row;
	}
}

function asTime(context: IExecuteFunctions, itemIndex: number, value: unknown): number {
	const time = Date.parse(String(value));
	if (!Number.isNaN(time)) return time;
	throw new NodeOperationError(context.getNode(), 'Changed Since is not a date and time', {
		itemIndex,
		description: 'Pick a date in Changed Since, or give one such as 2026-03-01T08:00:00Z.',
	});
}

/** Lists that are each in the order of their last change, as one in that order. */
async function* newestFirst(lists: Array<AsyncGenerator<IDataObject>>): AsyncGenerator<IDataObject> {
	const heads: Array<{ list: AsyncGenerator<IDataObject>; row: IDataObject }> = [];
	const advance = async (list: AsyncGenerator<IDataObject>) => {
		const { value, done } = await list.next();
		if (!done) heads.push({ list, row: value });
	};
	for (const list of lists) await advance(list);
	while (heads.length > 0) {
		heads.sort((one, other) => changedAt(other.row) - changedAt(one.row));
		const [{ list, row }] = heads.splice(0, 1);
		yield row;
		await advance(list);
	}
}

/** Epoch milliseconds; a row without a time counts as just changed, so that it is never missed. */
function changedAt({ updated_at }: IDataObject): number {
	const time = Date.parse(String(updated_at));
	return Number.isNaN(time) ? Infinity : time;
}

/**
 * Has a PDF of one or several results made and stored. It may cost credits, for one in another language.
 *
 * @throws NodeApiError
 */
export async function makePdf(
	context: ApiContext,
	body: IDataObject,
): Promise<{ url: string; validUntil: string | null }> {
	const { pdf_export_url, pdf_export_valid_until } = await writeJobMojito<{
		pdf_export_url: string;
		pdf_export_valid_until?: string | null;
	}>(context, '/job-interview-pdf', { ...body, export_type: 'pdf', store_file: true });
	return { url: pdf_export_url, validUntil: pdf_export_valid_until ?? null };
}
