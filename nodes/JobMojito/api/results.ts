import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isSameId } from '../../shared/actions/rows';
import { identifier, time } from '../../shared/event/fields';
import { withoutMark } from '../../shared/event/spreadsheet';
import { agreeing, withId } from '../../shared/http/agreeing';
import { anObject, eitherOf, mapped } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { list, read, writeOnce, type List } from '../api';
import { isUrl } from '../../shared/http/isUrl';

/** The kinds of definition whose results are sent to webhooks. */
export const TYPES_WITH_EVENTS = ['interview', 'assessment'];

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
	{ withRecordings = false } = {},
): Promise<IDataObject> {
	const query = { interview_result_id: id, get_signed_recordings: String(withRecordings) };
	const expects = agreeing(RESULT, withId('interview_result_id', id));
	return await read(context, '/job-interview-details', expects, query);
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
	const { interview_id: known, candidate_email: address } = context.getInputData()[itemIndex].json;
	const isKnown = isSameId(withoutMark(identifier(known) ?? ''), id) && typeof address === 'string';
	const searches = isKnown ? [{ filter_text: withoutMark(address) }, {}] : [{}];
	for (const search of searches) {
		for (const type of TYPES_WITH_EVENTS) {
			for await (const row of listResults(
				context,
				{ ...query, ...search, type },
				{ pageSize: LARGEST_PAGE },
			)) {
				if (isSameId(row.interview_result_id, id)) return row;
			}
		}
	}
	return null;
}

/** The rows of the list of results, the last changed first. */
export function listResults(
	context: ApiContext,
	query: IDataObject,
	paging: Pick<List, 'pageSize' | 'isEnough'> = {},
): AsyncGenerator<IDataObject> {
	return list(context, {
		path: '/merchant-result-list',
		query: { ...query, order_by: 'updated_at_newest' },
		...paging,
	});
}

/** Where a PDF is, and until when: an ISO time. */
interface Pdf {
	url: string;
	validUntil: string | null;
}

const PDF = mapped(anObject('pdf_export_url'), ({ pdf_export_url: url, pdf_export_valid_until: until }) => {
	if (typeof url !== 'string' || !isUrl(url)) return undefined;
	return { url, validUntil: time(until) };
});

/**
 * Has a PDF of one or several results made and stored. It may cost credits, for one in another language.
 *
 * @throws NodeApiError
 */
export async function makePdf(context: ApiContext, body: IDataObject): Promise<Pdf> {
	const stored = { ...body, export_type: 'pdf', store_file: true };
	return await writeOnce(context, '/job-interview-pdf', PDF, stored);
}
