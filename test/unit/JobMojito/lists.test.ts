import { interviewOptions, searchAvatars, searchInterviews } from '../../../nodes/JobMojito/lists';
import { calling } from '../calling';

const NOT_THE_API = /^This is not the JobMojito API: check the Base URL/;

describe('The lists to choose from', () => {
	it('search interviews and assessments, a page of each at a time', async () => {
		const { context, sent } = calling(({ qs: { type, offset } }) => {
			const is_multi_stage = type === 'assessment';
			const row = {
				id: `${String(type)}-${String(offset)}`,
				name: 'Driver',
				status: 'draft',
				is_multi_stage,
			};
			return { body: { data: [row], pagination: { has_more: !is_multi_stage && offset === 0 } } };
		});
		await expect(searchInterviews.call(context, 'dri')).resolves.toEqual({
			results: [
				{ value: 'interview-0', name: 'Driver (draft)' },
				{ value: 'assessment-0', name: 'Driver (draft, multi-stage)' },
			],
			paginationToken: '50 interview',
		});
		await expect(searchInterviews.call(context, 'dri', '50 interview')).resolves.toMatchObject({
			paginationToken: undefined,
		});
		expect(sent[0].qs).toEqual({ type: 'interview', filter_text: 'dri', limit: 50, offset: 0 });
		// Assessments have ended: some servers refuse to be asked beyond the end.
		expect(sent.slice(2).map(({ qs }) => qs)).toMatchObject([{ type: 'interview', offset: 50 }]);
	});

	it('search avatars, 15 at a time', async () => {
		const { context, sent } = calling(() => ({
			body: { data: [{ id: 'avatar', name: null }], pagination: { has_more: true } },
		}));
		await expect(searchAvatars.call(context, undefined, '15')).resolves.toEqual({
			results: [{ value: 'avatar', name: 'avatar' }],
			paginationToken: '30',
		});
		expect(sent.map(({ qs }) => qs)).toEqual([{ filter_text: undefined, limit: 15, offset: 15 }]);
	});

	it('name an interview by its ID where it has no name, and its state only where there is one', async () => {
		const { context } = calling(({ qs }) => {
			const data = qs.type === 'interview' ? [{ id: 'one', name: null, status: null }] : [];
			return { body: { data, pagination: { has_more: false } } };
		});
		const options = [{ value: 'one', name: 'one' }];
		await expect(interviewOptions.call(context)).resolves.toEqual(options);
		await expect(searchInterviews.call(context)).resolves.toMatchObject({ results: options });
	});

	it('end at a page without entries that promises more', async () => {
		const { context } = calling(() => ({ body: { data: [], pagination: { has_more: true } } }));
		await expect(searchInterviews.call(context)).resolves.toEqual({ results: [] });
		await expect(searchAvatars.call(context)).resolves.toEqual({ results: [] });
		await expect(interviewOptions.call(context)).rejects.toThrow('The list of JobMojito is not complete');
	});

	it.each([
		['a web page', '<!doctype html><html></html>'],
		['nothing', ''],
		['an empty object', {}],
		['a list', []],
		['a list without pages', { data: [] }],
		['rows without an ID', { data: [{ name: 'Driver' }], pagination: { has_more: false } }],
	])('are an error instead of empty when the answer is %s', async (_, body) => {
		const { context } = calling(() => ({ body }));
		await expect(searchInterviews.call(context)).rejects.toThrow(NOT_THE_API);
		await expect(searchAvatars.call(context)).rejects.toThrow(NOT_THE_API);
		await expect(interviewOptions.call(context)).rejects.toThrow(NOT_THE_API);
	});

	it('are an error when a later page is not a list', async () => {
		const { context } = calling(({ qs }) => ({
			body: qs.offset === 0 ? { data: [{ id: 'one' }], pagination: { has_more: true } } : {},
		}));
		await expect(interviewOptions.call(context)).rejects.toThrow(NOT_THE_API);
	});
});
