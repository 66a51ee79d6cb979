import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { searchAvatars, searchInterviews } from '../../../nodes/JobMojito/lists';

/** A list search whose calls are answered by a function of their path and query. */
function searching(answer: (path: string, query: IDataObject) => unknown) {
	const calls: IDataObject[] = [];
	const context = {
		getNode: () => ({ name: 'JobMojito' }),
		getCredentials: async () => ({ baseUrl: 'https://jobmojito.example.com' }),
		helpers: {
			httpRequestWithAuthentication: async (_: string, { url, qs }: { url: string; qs: IDataObject }) => {
				calls.push(qs);
				return { statusCode: 200, headers: {}, body: answer(new URL(url).pathname, qs) };
			},
		},
	} as unknown as ILoadOptionsFunctions;
	return { context, calls };
}

describe('The lists to choose from', () => {
	it('search interviews and assessments, a page of each at a time', async () => {
		const { context, calls } = searching((_, { type, offset }) => ({
			data: [{ id: `${String(type)}-${String(offset)}`, name: 'Driver', status: 'draft' }],
			pagination: { has_more: type === 'interview' && offset === 0 },
		}));
		await expect(searchInterviews.call(context, 'dri')).resolves.toEqual({
			results: [
				{ value: 'interview-0', name: 'Driver (draft)' },
				{ value: 'assessment-0', name: 'Driver (draft)' },
			],
			paginationToken: '50',
		});
		await expect(searchInterviews.call(context, 'dri', '50')).resolves.toMatchObject({
			paginationToken: undefined,
		});
		expect(calls[0]).toEqual({ type: 'interview', filter_text: 'dri', limit: 50, offset: 0 });
		expect(calls[2]).toMatchObject({ offset: 50 });
	});

	it('search avatars, 15 at a time', async () => {
		const { context, calls } = searching(() => ({
			data: [{ id: 'avatar', name: null }],
			pagination: { has_more: true },
		}));
		await expect(searchAvatars.call(context, undefined, '15')).resolves.toEqual({
			results: [{ value: 'avatar', name: 'avatar' }],
			paginationToken: '30',
		});
		expect(calls).toEqual([{ filter_text: undefined, limit: 15, offset: 15 }]);
	});
});
