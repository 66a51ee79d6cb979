import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asOptions, choiceField, readFields, timeField } from '../../shared/actions/fields';
import { collection } from '../../shared/actions/properties';
import { optionalText, optionalTime, textList } from '../../shared/actions/reading';
import { isSimplified, rowReducer } from '../../shared/actions/rows';
import { fromIsoTime } from '../../shared/event/times';
import { anObject, eitherOf, mapped } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { list, read, writeOnce } from '../api';
import { TYPES_WITH_EVENTS } from '../lists';
import { merchantField, optionalInterviewParameter, searchField } from '../parameters';

/** The most that a page may have, for a search through everything. */
const LARGEST_PAGE = 1000;

/** No field is documented as required: any of these makes it a result. */
const RESULT = eitherOf(anObject('transcript'), anObject('status', 'score'));

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
	const query = { interview_result_id: id, get_signed_recordings: String(withRecordings) };
	return await read(context, '/job-interview-details', query, RESULT);
}

/**
 * What the list of results says of one of them; null when it is in none. A result's own answer names neither
 * the candidate nor the interview, the decision or the state of submission: only the list does, and it cannot be
 * filtered by the id of a result. So the address in the item of a trigger narrows it down where there is one;
 * else, and for an address that has changed since, it is searched from the latest change backwards.
 *
 * @param query further filters of the list
 */
export async function findRow(
	context: IExecuteFunctions,
	itemIndex: number,
	id: string,
	query: IDataObject = {},
): Promise<IDataObject | null> {
	const { interview_id: knownId, candidate_email: address } = context.getInputData()[itemIndex].json;
	const searches = knownId === id && typeof address === 'string' ? [{ filter_text: address }, {}] : [{}];
	for (const search of searches) {
		for (const type of TYPES_WITH_EVENTS) {
			for await (const row of listResults(context, { ...query, ...search, type }, LARGEST_PAGE)) {
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
	return list(context, {
		path: '/merchant-result-list',
		query: { ...query, order_by: 'updated_at_newest' },
		pageSize,
	});
}

const filters = [
	timeField({
		displayName: 'Changed Since',
		name: 'changedSince',
		description: "Only results that changed at this time or later. In the workflow's time zone.",
	}),
	searchField,
	choiceField(
		{ displayName: 'Step', name: 'step' },
		{ interview: 'Interview', 'pre-screening': 'Pre-Screening' },
	),
	{
		displayName: 'Tab',
		name: 'tab',
		type: 'options' as const,
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
];

/** Which results a list is of. */
export const resultParameters: INodeProperties[] = [
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
		description: 'What kinds of results to get. Each is a call of its own.',
	},
];

/** What lists of results can be narrowed down by. */
export const resultFilters = collection('Filters', filters);

/**
 * The results that the filters ask for, the last changed first, whatever their type. The API has no filter by
 * time: the order allows to stop at the first row that is older, so that no page beyond it is read.
 *
 * @throws NodeOperationError naming the parameter that cannot be read
 */
export async function* wantedResults(
	context: IExecuteFunctions,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const { changedSince: _, ...sent } = readFields(context, itemIndex, {
		collection: 'filters',
		known: filters,
	});
	const oldest = optionalTime(context, itemIndex, 'filters.changedSince', 'Changed Since') ?? -Infinity;
	const interviewId = optionalText(context, itemIndex, 'interview', 'Interview');
	const query = interviewId === '' ? sent : { ...sent, interview_id: interviewId };
	const lists = wantedTypes(context, itemIndex).map((type) => listResults(context, { ...query, type }));
	for await (const row of newestFirst(lists)) {
		if (changedAt(row) < oldest) return;
		yield row;
	}
}

function wantedTypes(context: IExecuteFunctions, itemIndex: number): string[] {
	const types = textList(context, itemIndex, 'types', 'Types');
	if (types.length > 0) return types;
	throw new NodeOperationError(context.getNode(), 'Types is empty', {
		itemIndex,
		description: 'Select at least one type of result.',
	});
}

/** Lists that are each in the order of their last change, as one in that order. */
async function* newestFirst(lists: Array<AsyncGenerator<IDataObject>>): AsyncGenerator<IDataObject> {
	const heads: Array<{ list: AsyncGenerator<IDataObject>; row: IDataObject }> = [];
	const advance = async (rows: AsyncGenerator<IDataObject>) => {
		const { value, done } = await rows.next();
		if (!done) heads.push({ list: rows, row: value });
	};
	for (const rows of lists) await advance(rows);
	while (heads.length > 0) {
		heads.sort((one, other) => changedAt(other.row) - changedAt(one.row));
		const [{ list: rows, row }] = heads.splice(0, 1);
		yield row;
		await advance(rows);
	}
}

/** Epoch milliseconds; a row without a time, or without its zone, counts as just changed: it is never missed. */
function changedAt({ updated_at }: IDataObject): number {
	const time = fromIsoTime(typeof updated_at === 'string' ? updated_at : null);
	return time === null ? Infinity : Date.parse(time);
}

/** What reduces a result to these columns; `duration_seconds` is made of the vendor's deciseconds. */
export function resultReducer(
	context: IExecuteFunctions,
	itemIndex: number,
	columns: readonly string[],
): (result: IDataObject) => IDataObject {
	const shown = rowReducer(context, itemIndex, columns);
	if (!isSimplified(context, itemIndex)) return shown;
	return (result) => shown({ ...result, duration_seconds: asSeconds(result.duration_ds ?? result.duration) });
}

function asSeconds(deciseconds: unknown): number | null {
	return typeof deciseconds === 'number' ? deciseconds / 10 : null;
}

/** Where a PDF is, and until when: an ISO time. */
interface Pdf {
	url: string;
	validUntil: string | null;
}

const PDF = mapped(anObject('pdf_export_url'), ({ pdf_export_url: url, pdf_export_valid_until: until }) => {
	if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
	return { url, validUntil: typeof until === 'string' ? until : null };
});

/**
 * Has a PDF of one or several results made and stored. It may cost credits, for one in another language.
 *
 * @throws NodeApiError
 */
export async function makePdf(context: ApiContext, body: IDataObject): Promise<Pdf> {
	return await writeOnce(
		context,
		'/job-interview-pdf',
		{ ...body, export_type: 'pdf', store_file: true },
		PDF,
	);
}
