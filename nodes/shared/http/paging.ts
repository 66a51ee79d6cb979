import { NodeOperationError } from 'n8n-workflow';

import { answerOr } from './status';
import type { ApiContext } from './vendorApi';

/** One page of a vendor's list. */
export interface Page<Row, Place> {
	rows: Row[];
	/** Where the next page begins; undefined after the one that is the last by what the vendor documents. */
	next?: Place;
	/** Whether the vendor says, or a full page shows, that further rows may follow; null where nothing does. */
	hasMore: boolean | null;
	/** How many rows there are in all; null where it is not said. */
	total: number | null;
}

/** Where a page of a list begins whose pages are numbered. */
export interface NumberedPlace {
	/** From 1. */
	page: number;
	/** How many rows came before it. */
	before: number;
}

export const FIRST_PAGE: NumberedPlace = { page: 1, before: 0 };

/** No server has smaller pages of its own: fewer rows, which come again with each page, are the whole list. */
export const SMALLEST_PAGE = 10;

interface PagedList<Row, Place> {
	vendorName: string;
	/**
	 * @param place undefined for the first page
	 * @param known the keys of all rows that have come
	 */
	readPage(place: Place | undefined, known: ReadonlySet<unknown>): Promise<Page<Row, Place>>;
	/** By which each row of a page is the same one on another page, or twice on its own. */
	keysOf(rows: Row[]): unknown[];
	/** Whether no row after those of a page is wanted; without it, all are. */
	isEnough?(rows: Row[]): boolean;
}

/**
 * The rows of a list, page by page, each once: a row that moves to the next page meanwhile, or with which a page begins
 * anew, is known by its key. The vendor's own word that a page is the last one ends the list, whatever its total counts.
 *
 * @throws NodeOperationError for a page without a new row, though there may be more; and for a last page with
 * which fewer have come than there were at any time, where nothing else says that it is the last
 */
export async function* pagedRows<Row, Place>(
	context: ApiContext,
	{ vendorName, readPage, keysOf, isEnough }: PagedList<Row, Place>,
): AsyncGenerator<Row> {
	const known = new Set<unknown>();
	// One that was added meanwhile may be on a page that was read before.
	let leastTotal = Infinity;
	let isPromised = false;
	for (let place: Place | undefined; ;) {
		const page: Page<Row, Place> = await readPage(place, known);
		const keys = keysOf(page.rows);
		const before = known.size;
		for (const [index, row] of page.rows.entries()) {
			if (known.has(keys[index])) continue;
			known.add(keys[index]);
			yield row;
		}
		const isNew = known.size > before;
		leastTotal = Math.min(leastTotal, page.total ?? Infinity);
		if (isEnough?.(page.rows) === true) return;
		if (isNew && page.next !== undefined) {
			isPromised = page.hasMore === true;
			place = page.next;
			continue;
		}
		const isShort = Number.isFinite(leastTotal) ? known.size < leastTotal : page.hasMore === true;
		// An empty page after one that promised more: where it was to begin, nothing is any more.
		const isLost = page.rows.length === 0 && isPromised;
		if (isShort && (page.hasMore !== false || isLost)) throw incomplete(context, vendorName, known.size);
		return;
	}
}

/** Where a page of a list begins that is read by offset. */
interface Offset {
	offset: number;
	/** How many rows further it begins than the page before it, whose last row comes again; 0 where none does. */
	stride: number;
}

/**
 * The rows of a list that is read by offset. Each page begins with the last row of the one before it; where it does not, rows
 * have left the list meanwhile, others have taken their places, and the pages before are read again. Where fewer have come than
 * there were at any time, one may have moved to the front meanwhile, or rows of one time stand in another order on each page:
 * the list is read once more, until all have come.
 *
 * @throws NodeOperationError as `pagedRows`
 */
export function rowsByOffset<Row>(
	context: ApiContext,
	{ readPage, ...list }: PagedList<Row, number>,
): AsyncGenerator<Row> {
	let most = 0;
	return pagedRows<Row, Offset>(context, {
		...list,
		readPage: async (place = { offset: 0, stride: 0 }, known) => {
			const { page, offset } = await readOverlapping(place, known);
			const { rows, next, hasMore, total } = page;
			most = Math.max(most, total ?? 0);
			const last = rows.length - 1;
			if (next !== undefined)
				return {
					...page,
					next: last > 0 ? { offset: offset + last, stride: last } : { offset: next, stride: 0 },
				};
			const isEnd = offset > 0 && hasMore === false;
			return { ...page, rows: isEnd ? [...rows, ...(await missedRows(rows, known))] : rows, next };
		},
	});

	/** What comes only when the list is read once more. @param rows of the last page */
	async function missedRows(rows: Row[], known: ReadonlySet<unknown>): Promise<Row[]> {
		const all = new Set([...known, ...list.keysOf(rows)]);
		const missed: Row[] = [];
		let place: number | undefined = 0;
		while (all.size < most && place !== undefined && place < most) {
			const page: Page<Row, number> = await readPage(place, all);
			const keys = list.keysOf(page.rows);
			const isMissed = keys.map((key) => !all.has(key));
			missed.push(...page.rows.filter((_, index) => isMissed[index]));
			for (const key of keys) all.add(key);
			place = keys.length === 0 || list.isEnough?.(page.rows) === true ? undefined : page.next;
		}
		return missed;
	}

	async function readOverlapping({ offset, stride }: Offset, known: ReadonlySet<unknown>) {
		let page = await readPage(offset, known);
		if (stride === 0) return { page, offset };
		while (offset > 0 && !known.has(list.keysOf(page.rows)[0])) {
			offset = Math.max(0, offset - stride);
			page = await readPage(offset, known);
		}
		// New rows have pushed a small page back as a whole.
		const isKnown = page.rows.length > 1 && list.keysOf(page.rows).every((key) => known.has(key));
		if (isKnown && page.next !== undefined) {
			offset = page.next;
			page = await readPage(offset, known);
		}
		return { page, offset };
	}
}

const NOTHING_THERE =
	/\bsays: .*(no .*found|no (more|further|data|results)|out of (range|bounds)|beyond|invalid page)/i;

/**
 * A page that nothing said is there: to ask for it only looks for the end of a list. Some servers say with an error of their
 * own, instead of an empty page, that there is nothing.
 *
 * @param isWhole whether as many rows have come as the vendor counts: then it need not say so
 * @throws NodeApiError for any other error
 */
export async function pageOrEnd<Value>(
	asked: Promise<Value>,
	end: Value,
	{ isWhole = false } = {},
): Promise<Value> {
	return await answerOr(asked, {
		statuses: ['400', '404', '422'],
		alsoOfProxies: isWhole,
		otherwise: async (refusal) =>
			isWhole || NOTHING_THERE.test(refusal.message) ? end : await Promise.reject(refusal),
	});
}

function incomplete(context: ApiContext, vendorName: string, count: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The list of ${vendorName} is not complete`, {
		description: `After ${count} rows, ${vendorName} sends no further ones, though there should be more. Run the node again. If it stays like this, a proxy between n8n and ${vendorName} may be removing the query of the URL.`,
	});
}
