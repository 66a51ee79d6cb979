import { NodeOperationError } from 'n8n-workflow';

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

interface PagedList<Row, Place> {
	vendorName: string;
	/** @param place undefined for the first page */
	readPage(place: Place | undefined): Promise<Page<Row, Place>>;
	/** By which each row of a page is the same one on another page, or twice on its own. */
	keysOf(rows: Row[]): unknown[];
}

/**
 * The rows of a list, page by page, each once: a row that moves to the next page meanwhile, or with which a page begins
 * anew, is known by its key.
 *
 * @throws NodeOperationError for a page without a new row, though there may be more; and for a last page with
 * which fewer have come than there were at any time
 */
export async function* pagedRows<Row, Place>(
	context: ApiContext,
	{ vendorName, readPage, keysOf }: PagedList<Row, Place>,
): AsyncGenerator<Row> {
	const known = new Set<unknown>();
	// One that was added meanwhile may be on a page that was read before.
	let leastTotal = Infinity;
	for (let place: Place | undefined; ;) {
		const page: Page<Row, Place> = await readPage(place);
		const keys = keysOf(page.rows);
		const before = known.size;
		for (const [index, row] of page.rows.entries()) {
			if (known.has(keys[index])) continue;
			known.add(keys[index]);
			yield row;
		}
		const isNew = known.size > before;
		leastTotal = Math.min(leastTotal, page.total ?? Infinity);
		const isShort = Number.isFinite(leastTotal) ? known.size < leastTotal : !isNew && page.hasMore === true;
		const isLast = !isNew || page.next === undefined;
		if (isLast && isShort) throw incomplete(context, vendorName, known.size);
		if (isLast) return;
		place = page.next;
	}
}

function incomplete(context: ApiContext, vendorName: string, count: number): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The list of ${vendorName} is not complete`, {
		description: `After ${count} rows, ${vendorName} sends no further ones, though there should be more. Run the node again. If it stays like this, a proxy between n8n and ${vendorName} may be removing the query of the URL.`,
	});
}
