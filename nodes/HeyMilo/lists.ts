import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { asEntry, byName, matching, type Entry } from '../shared/actions/entries';
import { takeRows } from '../shared/actions/rows';
import { isObject, text } from '../shared/event/fields';
import { aList, under, type Expected } from '../shared/http/expected';
import { FIRST_PAGE, pagedRows, type NumberedPlace } from '../shared/http/paging';
import { answerOr } from '../shared/http/status';
import type { ApiContext } from '../shared/http/vendorApi';
import { apiVersionOf, bare, heyMiloApi, list, readPage } from './api';

const V2_POSTINGS = { path: '/api/v2/postings/list', idField: 'id' };

type Posting = IDataObject & { id: string };

/** The postings for a dropdown, by title, from the generation of the API that the credential is for. */
export async function postingOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const entries =
		(await apiVersionOf(this)) === 'v1'
			? await listV1(this)
			: (await takeRows(list(this, V2_POSTINGS), Infinity, asPostingEntry)).flat();
	return byName(entries);
}

/** A page of postings for a searchable list; v2 itself searches in the titles, v1 returns all of them. */
export async function searchPostings(
	this: ILoadOptionsFunctions,
	typed?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	if ((await apiVersionOf(this)) === 'v1') return matching(byName(await listV1(this)), typed);
	const query = typed ? { search: typed } : {};
	const { rows, next } = await readPage(this, { ...V2_POSTINGS, query }, cursor);
	return { results: rows.flatMap(asPostingEntry), paginationToken: next === cursor ? undefined : next };
}

/** By its title; with its own name, where that is another. */
function asPostingEntry({ id, title, name }: IDataObject): Entry[] {
	const own = text(name);
	return asEntry(id, title, name).map((entry) =>
		own === null || own === entry.name ? entry : { ...entry, name: `${entry.name} (${own})` },
	);
}

const V1_PAGE_SIZE = 100;

interface PageV1 {
	postings: Posting[];
	total: number;
}

/** Source: docs.admin.heymilo.ai/public-api, which says no more of the answer. */
const aPageV1: Expected<PageV1> = {
	inWords: 'an object with postings and total',
	find: (body) => {
		const rows = under('postings', aList()).find(body)?.map(asPosting);
		const total = isObject(body) ? Number(body.total ?? NaN) : NaN;
		const isComplete = rows?.every((row) => row !== undefined) === true && !Number.isNaN(total);
		return isComplete ? { postings: rows, total } : undefined;
	},
};

function asPosting(row: IDataObject): Posting | undefined {
	const id = row.id ?? row.posting_id;
	if (id === undefined || id === null) return undefined;
	return { ...row, id: String(id) };
}

/** All of v1's postings. Two of the vendor's pages print two paths. */
async function listV1(context: ApiContext): Promise<Entry[]> {
	return await answerOr(readV1(context, '/postings'), {
		statuses: ['404'],
		alsoOfProxies: true,
		otherwise: async () => await readV1(context, '/api/postings'),
	});
}

/** A server may give fewer rows on a page than it is asked for: only `total`, or an empty page, says when they are complete. */
async function readV1(context: ApiContext, path: string): Promise<Entry[]> {
	const readOne = async ({ page, before } = FIRST_PAGE) => {
		const query = { page, limit: V1_PAGE_SIZE };
		const { postings: rows, total } = await bare.read(context, path, aPageV1, query);
		const count = before + rows.length;
		const next = count < total ? { page: page + 1, before: count } : undefined;
		// An empty page is the end, whatever the total counts.
		return { rows, total: rows.length === 0 ? 0 : total, hasMore: null, next };
	};
	const rows = pagedRows<Posting, NumberedPlace>(context, {
		vendorName: heyMiloApi.vendorName,
		readPage: readOne,
		keysOf: (postings) => postings.map(({ id }) => id),
	});
	return (await takeRows(rows, Infinity, asPostingEntry)).flat();
}
