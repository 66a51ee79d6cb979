import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { hint } from '../shared/actions/hint';
import { flag, isObject, number, type Field } from '../shared/event/fields';
import { bodyFingerprint } from '../shared/event/identity';
import { callsTo } from '../shared/http/calls';
import type { Expected } from '../shared/http/expected';
import { isRefused } from '../shared/http/agreeing';
import { namedErrorIn } from '../shared/http/outcome';
import {
	FIRST_PAGE,
	pagedRows,
	pageOrEnd,
	SMALLEST_PAGE,
	type NumberedPlace,
	type Page,
} from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';
import { aRecordList, idsOf, recordsIn, refusedStatusIn, someRecords, type Found } from './answers';

const WRONG_VALUE =
	'Copy the Interviewer ID from the address of the Interviewer page in InterviewFlowAI, and check that custom fields are spelled as in its settings.';

export const interviewFlowAiApi: VendorApi = {
	vendorName: 'InterviewFlowAI',
	credentialType: 'interviewFlowAiApi',
	keyHelp:
		'Open InterviewFlowAI → Settings → API Keys → Generate, put the key into the API Key field of the credential and save it.',
	cures: { 400: WRONG_VALUE, 404: WRONG_VALUE, 422: WRONG_VALUE },
	refusalIn,
	// Beside candidates, nobody knows what was done.
	statusOf: (body) => (hasRecords(body) ? 500 : refusedStatusIn(body)),
};

/** No error is documented. Beside candidates, a list of errors is about some of them, and one error about the call. */
function refusalIn(body: unknown): unknown {
	if (!hasRecords(body))
		return namedErrorIn(body) ?? (refusedStatusIn(body) === undefined ? undefined : body);
	if (!isObject(body)) return undefined;
	const { error, success, status } = body;
	return namedErrorIn({ error }) !== undefined || isRefused({ success, status }) ? body : undefined;
}

const hasRecords = (body: unknown): boolean => (recordsIn(body) ?? []).length > 0;

const FETCH_PATH = '/api/external/fetch/candidates';

/** As in the vendor's examples. A larger page might be cut short, which would look like the last one. */
const PAGE_SIZE = 20;

const MOST_PAGES = 1000;

const { search, writeOnce } = callsTo(interviewFlowAiApi);

export { writeOnce };

/**
 * Asks for candidates of an Interviewer. Source: https://docs.interviewflowai.com/platform/api-integration/fetch-api.
 *
 * @throws NodeApiError
 */
export async function read<Value>(
	context: ApiContext,
	expects: Expected<Value>,
	body: IDataObject,
): Promise<Value> {
	return await search(context, FETCH_PATH, expects, body);
}

/**
 * The candidates that `body` asks for, page by page: until a page is empty or holds nothing new, or the answer says that
 * it is the last. A first page of an unknown form is given as it is, with a hint; a later one is an error.
 *
 * @throws NodeApiError; NodeOperationError after 20,000 candidates, and when no further ones come though there are more
 */
export function list(context: IExecuteFunctions, body: IDataObject): AsyncGenerator<IDataObject> {
	let last = NO_PAGE;
	return pagedRows<IDataObject, NumberedPlace>(context, {
		vendorName: interviewFlowAiApi.vendorName,
		readPage: async (place) => {
			const asked = readPage(context, body, place);
			const { rows: before, hasMore, total } = last;
			const isLooking = place !== undefined && hasMore !== true;
			const isWhole = total !== null && (place?.before ?? 0) >= total;
			const page = await (isLooking ? pageOrEnd(asked, NO_PAGE, { isWhole }) : asked);
			last = page;
			if (!areOnePage(before, page.rows)) return page;
			if (page.rows.length >= SMALLEST_PAGE)
				hint(context, 'InterviewFlowAI sent the same page twice, so candidates may be missing');
			return { ...page, rows: [] };
		},
		keysOf,
	});
}

const NO_PAGE: Page<IDataObject, NumberedPlace> = { rows: [], hasMore: null, total: null };

/** Fewer may follow each other on two pages by chance: two attempts of a candidate may have one ID. */
const FEWEST_OF_A_PAGE = 3;

/** A page that comes again, of a server that ignores which one is asked for: a fact of its records may be another meanwhile. */
function areOnePage(before: IDataObject[], rows: IDataObject[]): boolean {
	const ids = rows.map((record) => idsOf(record)[0]);
	return (
		new Set(ids).size >= FEWEST_OF_A_PAGE &&
		rows.length === before.length &&
		ids.every((id, place) => id !== undefined && id === idsOf(before[place])[0])
	);
}

async function readPage(
	context: IExecuteFunctions,
	body: IDataObject,
	{ page, before } = FIRST_PAGE,
): Promise<Page<IDataObject, NumberedPlace>> {
	if (page > MOST_PAGES) throw tooMany(context);
	const expects = page === 1 ? someRecords : aRecordList;
	const found = await read(context, expects, { ...body, page, limit: PAGE_SIZE });
	const rows = withHint(context, found);
	if (!found.isRecognized) return { rows, hasMore: null, total: null };
	const count = before + rows.length;
	const { hasMore, total } = pagingIn(found.body);
	// Its pages may be shorter than was asked for, and the total may be that of a page: one more call finds the end.
	const isOver = total !== null && count >= total && rows.length < PAGE_SIZE;
	const goesOn = hasMore ?? (rows.length > 0 && !isOver);
	return {
		rows,
		total,
		// What the total counts is not documented: an empty page is the end, unless it says otherwise itself.
		hasMore: hasMore ?? (rows.length === 0 ? false : null),
		next: goesOn ? { page: page + 1, before: count } : undefined,
	};
}

/** What an answer says of further pages. None of it is documented: these are the usual names. */
function pagingIn(body: unknown): Pick<Page<unknown, unknown>, 'hasMore' | 'total'> {
	const outer = isObject(body) ? body : {};
	const places = [outer, outer.data, outer.pagination, outer.paging, outer.meta].filter(isObject);
	const first = <Value>(names: string[], field: Field<Value | null>): Value | null =>
		places.flatMap((place) => names.map((name) => field(place[name]))).find((value) => value !== null) ??
		null;
	return {
		hasMore: first(['hasMore', 'has_more', 'hasNext', 'has_next', 'hasNextPage'], flag),
		total: first(['total', 'totalCount', 'total_count'], number),
	};
}

/**
 * Two attempts of one candidate may have one id: what they say distinguishes them, apart from links that are signed anew,
 * and on a page their order.
 */
function keysOf(records: IDataObject[]): string[] {
	const counts = new Map<string, number>();
	return records.map((record) => {
		const id = `${idsOf(record)[0] ?? ''} ${bodyFingerprint(record)}`;
		const count = (counts.get(id) ?? 0) + 1;
		counts.set(id, count);
		return `${count} ${id}`;
	});
}

function tooMany(context: IExecuteFunctions): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The Interviewer has more than ${MOST_PAGES * PAGE_SIZE} candidates`,
		{ description: 'Turn Return All off and set Limit, or add a filter under Custom Field Filters.' },
	);
}

/** The records of an answer; the user sees a hint where its form is not known. */
export function withHint(context: IExecuteFunctions, { records, isRecognized }: Found): IDataObject[] {
	if (!isRecognized)
		hint(context, 'InterviewFlowAI returned an unexpected format; the item contains it unchanged');
	return records;
}
