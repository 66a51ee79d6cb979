import type { IDataObject } from 'n8n-workflow';

import { list, read, writeOnce } from '../../../nodes/JobMojito/api';
import { anObject } from '../../../nodes/shared/http/expected';
import { calling } from '../calling';

/** The IDs that come of a list, of which each page is made when it is asked for, and where each began. */
async function idsOf(pages: (offset: number) => IDataObject, pageSize = 2) {
	const { context, sent } = calling(({ qs }) => ({ body: pages(Number(qs.offset)) }));
	const ids: unknown[] = [];
	for await (const row of list(context, { path: '/merchant-result-list', pageSize })) ids.push(row.id);
	return { ids, offsets: sent.map(({ qs }) => qs.offset) };
}

const rowsFrom = (all: string[], offset: number, size = 2) =>
	all.slice(offset, offset + size).map((id) => ({ id }));

const pageOf = (all: string[], offset: number, size: number) => ({
	data: rowsFrom(all, offset, size),
	pagination: { has_more: offset + size < all.length, total: all.length },
});

const FIVE = [...'abcde'];

describe('a paged list of JobMojito', () => {
	it.each<[string, (offset: number) => IDataObject, number?]>([
		['has_more says so', (offset: number) => ({ has_more: offset + 2 < 5 })],
		['has_more is missing and the total says so', () => ({ total: 5 })],
		['has_more is null and the total says so', () => ({ has_more: null, total: 5 })],
		['has_more says so as a text', (offset: number) => ({ has_more: String(offset + 2 < 5) })],
		['the total says so as a text', () => ({ total: '5' })],
		['neither is there and the page is full', () => ({}), 5],
	])('goes on while %s', async (_, pagination, count = 4) => {
		const { ids, offsets } = await idsOf((offset) => ({
			data: rowsFrom(FIVE, offset),
			pagination: pagination(offset),
		}));
		expect(ids).toEqual(FIVE);
		// Each page begins with the last row of the one before.
		expect(offsets).toEqual([0, 1, 2, 3, 4].slice(0, count));
	});

	it('goes on where the last page ended, also when that was shorter than asked for', async () => {
		const { ids, offsets } = await idsOf((offset) => pageOf(FIVE, offset, 2), 1000);
		expect({ ids, offsets }).toEqual({ ids: FIVE, offsets: [0, 1, 2, 3] });
	});

	it('is not complete when it repeats itself, or stops, though it has more', async () => {
		const pagination = { has_more: true, total: 500 };
		for (const second of [FIVE.slice(0, 2), []]) {
			const pages = idsOf((offset) => ({ data: rowsFrom(offset === 0 ? FIVE : second, 0), pagination }));
			await expect(pages).rejects.toThrow('The list of JobMojito is not complete');
		}
	});

	it.each([2, 3])('returns a row once that somebody new has pushed to the next page of %d', async (size) => {
		const { ids } = await idsOf(
			(offset) => pageOf(offset === 0 ? FIVE : ['new', ...FIVE], offset, size),
			size,
		);
		expect(ids).toEqual(FIVE);
	});

	const LETTERS = [...'abcdefghijkl'];

	it.each<[string, string, string]>([
		['a row of it', 'a', 'bcdefghijkl'],
		['several of it', 'acd', 'befghijkl'],
		['all of it', 'abcd', 'efghijkl'],
		['nearly all of them', 'abcdefghij', 'kl'],
		['rows that never came', 'efg', 'abcdhijkl'],
	])('loses nobody where %s leave the list after the first page', async (_, gone, left) => {
		let all = LETTERS;
		const { ids } = await idsOf((offset) => {
			const page = pageOf(all, offset, 4);
			all = all.filter((id) => !gone.includes(id));
			return page;
		}, 4);
		expect(ids).toEqual(expect.arrayContaining([...left]));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each<[string, (call: number) => string]>([
		['a row has moved to the front', (call) => (call === 0 ? 'abcdefghijkl' : 'jabcdefghikl')],
		['another one has left meanwhile, too', (call) => (call < 2 ? 'abcdefghijkl' : 'jbcdefghikl')],
		['rows of one time change places', (call) => (call === 2 ? 'abcdefghkjil' : 'abcdefghijkl')],
	])('loses nobody where %s between two pages: it looks once more', async (_, listed) => {
		let calls = 0;
		const { ids } = await idsOf((offset) => pageOf([...listed(calls++)], offset, 4), 4);
		expect([...ids].sort()).toEqual(LETTERS);
	});

	it('ends where JobMojito says so, though its total counts more', async () => {
		const pagination = { has_more: false, total: 2 };
		await expect(idsOf(() => ({ data: [{ id: 'a' }], pagination }))).resolves.toMatchObject({ ids: ['a'] });
	});
});

describe('a call of JobMojito', () => {
	it('waits as long as creating takes, and takes a Base URL with blanks', async () => {
		const { context, sent } = calling(() => ({ body: { merchant_id: 'one' } }));
		await read(context, '/merchant-status', anObject('merchant_id'));
		expect(sent).toMatchObject([{ timeout: 60_000, url: 'https://api.example.com/merchant-status' }]);
	});

	it('says how long it waited', async () => {
		const { context } = calling(() => {
			throw Object.assign(new Error('timeout'), { code: 'ECONNABORTED' });
		});
		const created = writeOnce(context, '/job-interview-create', anObject('interview_def_set_id'), {});
		await expect(created).rejects.toMatchObject({
			message: expect.stringMatching(/it is not certain whether JobMojito did it all the same/) as string,
			description: expect.stringMatching(/it took longer than 60 seconds/) as string,
		});
	});
});
