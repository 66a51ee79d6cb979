import type { IDataObject } from 'n8n-workflow';

import { list, read, writeOnce } from '../../../nodes/HeyMilo/api';
import { anObject } from '../../../nodes/shared/http/expected';
import { calling, type Answered } from '../calling';

/** The ids in a list whose pages come one after the other. */
async function idsOf(...pages: unknown[]) {
	const { context, sent } = calling(() => ({ body: pages[sent.length - 1] }));
	const ids: unknown[] = [];
	for await (const row of list(context, { path: '/api/v2/postings', idField: 'id' })) ids.push(row.id);
	return { ids, cursors: sent.map(({ qs }) => qs.starting_after) };
}

const page = (ids: string[], hasMore: unknown): IDataObject => ({
	data: ids.map((id) => ({ id })),
	pagination: { has_more: hasMore, total_count: null, url: null },
});

describe('a list of HeyMilo', () => {
	it('goes on after the last id while there is more, also where that is a text', async () => {
		await expect(idsOf(page(['a', 'b'], true), page(['c'], 'true'), page(['d'], 'false'))).resolves.toEqual({
			ids: ['a', 'b', 'c', 'd'],
			cursors: [undefined, 'b', 'c'],
		});
		await expect(idsOf(page(['a'], true), page([], false))).resolves.toMatchObject({ ids: ['a'] });
		await expect(idsOf(page([], false))).resolves.toMatchObject({ ids: [] });
	});

	it('ends when a page comes again, and is an error when it is not complete then', async () => {
		const pageOf = (total_count: unknown) => ({
			...page(['a', 'b'], true),
			pagination: { has_more: true, total_count },
		});
		for (const total of [0, 2, '2']) {
			await expect(idsOf(pageOf(total), pageOf(total))).resolves.toMatchObject({ ids: ['a', 'b'] });
		}
		for (const total of [null, 3, '50']) {
			await expect(idsOf(pageOf(total), pageOf(total))).rejects.toThrow(
				'The list of HeyMilo is not complete',
			);
		}
	});

	it('ends where HeyMilo says so, though its total counts what was deleted', async () => {
		const last = { ...page(['a', 'b'], false), pagination: { has_more: false, total_count: 3 } };
		await expect(idsOf(last)).resolves.toMatchObject({ ids: ['a', 'b'] });
	});

	it.each([
		['a web page', '<html></html>'],
		['nothing', ''],
		['an empty object', {}],
		['a list without its envelope', [{ id: 'b' }]],
		['an object for the list', { data: { id: 'b' }, pagination: { has_more: false } }],
		['rows without an id', { data: [{ title: 'b' }], pagination: { has_more: false } }],
		['rows that are no objects', { data: ['b'], pagination: { has_more: false } }],
		['no pagination', { data: [{ id: 'b' }] }],
		['pagination that does not say whether there is more', page(['b'], null)],
	])('is refused with %s, on the first and on the second page', async (_, odd) => {
		await expect(idsOf(odd)).rejects.toThrow('This is not the HeyMilo API: check the Base URL');
		await expect(idsOf(page(['a'], true), odd)).rejects.toThrow('This is not the HeyMilo API');
	});
});

describe('a call of HeyMilo', () => {
	const push = async (answer: Answered) => {
		const { context } = calling(() => answer);
		return await writeOnce(context, '/api/v2/ats/candidates/push', anObject('status'), {});
	};

	it.each([
		[{ status: 'rejected', item_id: null, error: 'No session' }, 'HeyMilo says: No session'],
		[
			{ status: 'rejected', error: { message: 'No session', param: 'ats' } },
			'HeyMilo says: No session (ats)',
		],
		[{ success: false, status: 'not_connected', error: null }, 'HeyMilo says: not_connected'],
		[{ success: false, error: '' }, 'HeyMilo says: success: false'],
	])('is refused by %j inside a 200', async (data, message) => {
		const failure = await push({ body: { data } }).catch((error: Error) => error);
		expect(failure).toMatchObject({ message, context: { isUnclear: false } });
	});

	it.each([{ error: null }, { error: '' }, { success: true, error: null }, {}])(
		'is not refused by %j',
		async (fields) => {
			const data = { status: 'queued', item_id: 'item_1', ...fields };
			await expect(push({ body: { data } })).resolves.toEqual(data);
		},
	);

	it.each([{ id: null }, { id: '' }, { id: undefined }])('names nothing with %j', async (data) => {
		const { context } = calling(() => ({ body: { data } }));
		await expect(writeOnce(context, '/api/v2/postings', anObject('id'), {})).rejects.toMatchObject({
			context: { isUnclear: true },
		});
	});

	it('is believed only with its envelope', async () => {
		const { context } = calling(() => ({ body: { id: 'a', title: 'Nurse' } }));
		await expect(read(context, '/api/v2/postings/a', anObject('id'))).rejects.toMatchObject({
			message: 'This is not the HeyMilo API: check the Base URL in the credential',
			description: expect.stringContaining('an object with data: an object with id') as string,
		});
	});
});
