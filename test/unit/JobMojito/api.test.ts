import type { IDataObject } from 'n8n-workflow';

import { list, read, writeOnce } from '../../../nodes/JobMojito/api';
import { anObject } from '../../../nodes/shared/http/expected';
import { calling } from './calling';

async function idsOf(pages: (offset: number) => IDataObject, pageSize = 2) {
	const { context, sent } = calling((_, { offset }) => pages(Number(offset)));
	const ids: unknown[] = [];
	for await (const row of list(context, { path: '/merchant-result-list', pageSize })) ids.push(row.id);
	return { ids, offsets: sent.map(({ qs }) => qs.offset) };
}

const rowsFrom = (all: string[], offset: number) => all.slice(offset, offset + 2).map((id) => ({ id }));

const FIVE = ['a', 'b', 'c', 'd', 'e'];

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
		const { ids, offsets } = await idsOf(
			(offset) => ({ data: rowsFrom(FIVE, offset), pagination: { has_more: offset + 2 < 5 } }),
			1000,
		);
		expect(ids).toEqual(FIVE);
		// Each page begins with the last row of the one before.
		expect(offsets).toEqual([0, 1, 2, 3]);
	});

	it('is not complete when it repeats itself, or stops, though it has more', async () => {
		const pagination = { has_more: true, total: 500 };
		for (const second of [FIVE.slice(0, 2), []]) {
			const pages = idsOf((offset) => ({
				data: offset === 0 ? rowsFrom(FIVE, 0) : second.map((id) => ({ id })),
				pagination,
			}));
			await expect(pages).rejects.toThrow('The list of JobMojito is not complete');
		}
	});

	it.each([
		['has pushed to the next page', 2],
		['has pushed to the next page of three', 3],
	])('returns a row once that somebody new %s', async (_, size) => {
		const { ids } = await idsOf((offset) => {
			const all = offset === 0 ? FIVE : ['new', ...FIVE];
			const data = all.slice(offset, offset + size).map((id) => ({ id }));
			return { data, pagination: { has_more: offset + size < all.length, total: all.length } };
		}, size);
		expect(ids).toEqual(FIVE);
	});

	const LETTERS = [...'abcdefghijkl'];

	it.each<[string, string, string[]]>([
		['a row of it', 'a', LETTERS.slice(1)],
		['several of it', 'acd', [...'befghijkl']],
		['all of it', 'abcd', LETTERS.slice(4)],
		['nearly all of them', 'abcdefghij', ['k', 'l']],
		['rows that never came', 'efg', [...'abcdhijkl']],
	])('loses nobody where %s leave the list after the first page', async (_, gone, left) => {
		let all = LETTERS;
		const { ids } = await idsOf((offset) => {
			const data = all.slice(offset, offset + 4).map((id) => ({ id }));
			const pagination = { has_more: offset + 4 < all.length, total: all.length };
			all = all.filter((id) => !gone.includes(id));
			return { data, pagination };
		}, 4);
		expect(ids).toEqual(expect.arrayContaining(left));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('looks at the first page again where a row has moved to the front', async () => {
		let first = 0;
		const moved = ['j', ...LETTERS.filter((id) => id !== 'j')];
		const { ids } = await idsOf(
			(offset) => ({
				data: (offset === 0 && first++ === 0 ? LETTERS : moved)
					.slice(offset, offset + 4)
					.map((id) => ({ id })),
				pagination: { has_more: offset + 4 < 12, total: 12 },
			}),
			4,
		);
		expect([...ids].sort()).toEqual(LETTERS);
	});

	it('looks again, too, where another row has left the list meanwhile', async () => {
		let calls = 0;
		const later = ['j', ...LETTERS.filter((id) => !'aj'.includes(id))];
		const { ids } = await idsOf((offset) => {
			const all = calls++ < 2 ? LETTERS : later;
			const data = all.slice(offset, offset + 4).map((id) => ({ id }));
			return { data, pagination: { has_more: offset + 4 < all.length, total: all.length } };
		}, 4);
		expect([...ids].sort()).toEqual(LETTERS);
	});

	it('loses nobody where rows of one time stand in another order on each page', async () => {
		let calls = 0;
		const tied = [...'abcdefghkjil'];
		const { ids } = await idsOf((offset) => {
			const all = calls++ === 2 ? tied : LETTERS;
			const data = all.slice(offset, offset + 4).map((id) => ({ id }));
			return { data, pagination: { has_more: offset + 4 < 12, total: 12 } };
		}, 4);
		expect([...ids].sort()).toEqual(LETTERS);
	});

	it('ends where JobMojito says so, though its total counts more', async () => {
		const { ids } = await idsOf(() => ({
			data: [{ id: 'a' }],
			pagination: { has_more: false, total: 2 },
		}));
		expect(ids).toEqual(['a']);
	});
});

describe('a call of JobMojito', () => {
	it('waits as long as creating takes, and takes a Base URL with blanks', async () => {
		const { context, sent } = calling(() => ({ merchant_id: 'one' }));
		await read(context, '/merchant-status', {}, anObject('merchant_id'));
		expect(sent).toMatchObject([{ timeout: 60_000, url: 'https://jobmojito.example.com/merchant-status' }]);
	});

	it('says how long it waited', async () => {
		const { context } = calling(() => {
			throw Object.assign(new Error('timeout'), { code: 'ECONNABORTED' });
		});
		const created = writeOnce(context, '/job-interview-create', {}, anObject('interview_def_set_id'));
		await expect(created).rejects.toMatchObject({
			message: expect.stringMatching(/it is not certain whether JobMojito did it all the same/) as string,
			description: expect.stringMatching(/it took longer than 60 seconds/) as string,
		});
	});
});
