import { pagedRows, type Page } from '../../../nodes/shared/http/paging';
import { actionContext } from '../actions/actionContext';

/** A page by its rows' ids, and what the vendor says with it. */
type Told = [ids: string, said?: Partial<Page<string, number>>];

/** The ids that come of pages, and how many pages were read; after the last one, it comes again forever. */
const rowsOf = async (...pages: Told[]) => await rowsUntil(undefined, ...pages);

/** @param last with whose page it is enough */
async function rowsUntil(last: string | undefined, ...pages: Told[]) {
	let read = 0;
	const ids: string[] = [];
	const rows = pagedRows<string, number>(actionContext({}), {
		vendorName: 'Vendor',
		readPage: async (place = 0) => {
			read++;
			const [letters, said] = pages[Math.min(place, pages.length - 1)];
			return { rows: [...letters], hasMore: null, total: null, next: place + 1, ...said };
		},
		keysOf: (letters) => letters,
		isEnough: last === undefined ? undefined : (letters) => letters.includes(last),
	});
	for await (const row of rows) ids.push(row);
	return { ids: ids.join(''), read };
}

const more = (ids: string, total: number | null = null): Told => [ids, { hasMore: true, total }];
const last = (ids: string, total: number | null = null): Told => [
	ids,
	{ hasMore: false, next: undefined, total },
];

it.each<[string, Told[], string]>([
	['begins with the last row of the one before', [more('AB'), last('BC')], 'ABC'],
	['has a row twice', [last('AAB')], 'AB'],
	['is the one before in another order', [['AB'], ['BA']], 'AB'],
	['is empty', [['AB'], ['']], 'AB'],
	['repeats itself when as many have come as there are', [more('AB', 2)], 'AB'],
	['repeats itself though it says that it is the last', [more('AB'), last('AB')], 'AB'],
	['has one row less since another was added before it', [more('AB', 3), last('C', 4)], 'ABC'],
	['has one row less since another was removed', [more('AB', 4), last('C', 3)], 'ABC'],
	['is the last by the word of the vendor, whose total counts more', [last('AB', 3)], 'AB'],
])('a page that %s brings no row twice', async (_, pages, ids) => {
	await expect(rowsOf(...pages)).resolves.toMatchObject({ ids });
});

it('no page is read after one with which it is enough', async () => {
	await expect(rowsUntil('D', more('AB'), more('CD'), ['EF'])).resolves.toEqual({ ids: 'ABCD', read: 2 });
});

it('no page is read after the last one', async () => {
	await expect(rowsOf(more('AB'), last('CD'), ['EF'])).resolves.toEqual({ ids: 'ABCD', read: 2 });
});

it.each<[string, Told[]]>([
	['comes again', [more('AB')]],
	['comes again in another order', [more('AB'), more('BA')]],
	['is empty', [more('AB'), more('')]],
	['comes again, and the total says that there are more', [['AB', { total: 50 }]]],
	['is empty, and the total says that there are more', [more('AB', 300), more('', 300)]],
	['is empty and said to be the last, after one that promised more', [more('AB', 300), last('', 299)]],
	['is the last of fewer than the total', [['AB', { total: 300, next: undefined }]]],
	[
		'is the last of fewer than the total of each page',
		[more('AB', 9), ['AB', { total: 9, next: undefined }]],
	],
])('a list is an error, not a part of itself, where a page %s though there are more', async (_, pages) => {
	await expect(rowsOf(...pages)).rejects.toThrow('The list of Vendor is not complete');
});
