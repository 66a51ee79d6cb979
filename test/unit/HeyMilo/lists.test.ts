import { postingOptions, searchPostings } from '../../../nodes/HeyMilo/lists';
import { calling, type Answered, type Sent } from '../calling';

const callingV1 = (answer: (call: Sent) => Answered) => calling(answer, {}, { apiVersion: 'v1' });

const rows = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => ({
		id: `P${from + index}`,
		title: `Posting ${from + index}`,
	}));

describe('the postings of v1', () => {
	it('are complete when as many have come as the total says, however many are on a page', async () => {
		const { context, sent } = callingV1(({ qs }) => ({
			body: { postings: rows((Number(qs.page) - 1) * 7, Number(qs.page) * 7), total: 21 },
		}));
		await expect(postingOptions.call(context)).resolves.toHaveLength(21);
		expect(sent.map(({ qs }) => qs.page)).toEqual([1, 2, 3]);
		const { results } = await searchPostings.call(context, 'ting 2');
		expect(results.map(({ value }) => value)).toEqual(['P2', 'P20']);
	});

	it('are not given in part where the server ignores which page is asked for', async () => {
		const { context } = callingV1(() => ({ body: { postings: rows(0, 100), total: 200 } }));
		await expect(postingOptions.call(context)).rejects.toThrow('The list of HeyMilo is not complete');
	});

	it('end with an empty page, and are looked for under both paths', async () => {
		const { context, sent } = callingV1(({ path, qs }) => {
			if (path === '/postings') return { status: 404, body: { detail: 'Not Found' } };
			return { body: { postings: qs.page === 1 ? [{ posting_id: 7, name: 'nurse' }] : [], total: 3 } };
		});
		await expect(postingOptions.call(context)).resolves.toEqual([{ value: '7', name: 'nurse' }]);
		expect(sent.map(({ path }) => path)).toEqual(['/postings', '/api/postings', '/api/postings']);
	});

	it.each(['<html></html>', {}, [], { postings: [] }, { postings: [{ title: 'No id' }], total: 1 }])(
		'are not read from %j',
		async (body) => {
			const { context } = callingV1(() => ({ body }));
			await expect(postingOptions.call(context)).rejects.toThrow('This is not the HeyMilo API');
			await expect(searchPostings.call(context)).rejects.toThrow('This is not the HeyMilo API');
		},
	);
});

describe('the postings of v2', () => {
	it.each(['<html></html>', {}, [], { data: [] }])('are not read from %j', async (body) => {
		const { context } = calling(() => ({ body }));
		await expect(postingOptions.call(context)).rejects.toThrow('This is not the HeyMilo API');
		await expect(searchPostings.call(context)).rejects.toThrow('This is not the HeyMilo API');
	});
});
