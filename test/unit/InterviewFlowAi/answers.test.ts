import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../../../nodes/InterviewFlowAi/answers';
import { listCandidates, readCandidate } from '../../../nodes/InterviewFlowAi/api/candidates';
import { normalizeInterviewFlowAiRecord } from '../../../nodes/InterviewFlowAi/normalizeAnswer';
import { wantedFields } from '../../../nodes/InterviewFlowAi/parameters';
import { interviewFlowAiResources } from '../../../nodes/InterviewFlowAi/resources';
import { runActions } from '../../../nodes/shared/actions/runActions';
import { actionContext } from '../actions/actionContext';
import { calling } from '../calling';

/** A context whose vendor answers each call with the next body, or with one of another status; with the last one forever. */
function answering(bodies: unknown[], parameters: IDataObject = {}) {
	let calls = 0;
	return calling(() => {
		const next = bodies[Math.min(calls++, bodies.length - 1)] as IDataObject;
		return 'statusCode' in next ? { status: Number(next.statusCode), body: next.body } : { body: next };
	}, parameters);
}

async function all(rows: AsyncIterable<IDataObject>): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for await (const row of rows) found.push(row);
	return found;
}

const page = (from: number, length = 20) =>
	Array.from({ length }, (_, index) => ({ interviewId: `i${from + index}` }));

describe('the records of an answer', () => {
	const one = { interviewId: 'i1' };

	it.each([
		...[[one], { data: [one] }, { data: { candidates: [one] } }, { candidates: [one] }],
		...[
			{ data: { data: [one] } },
			{ results: [one] },
			{ items: [one] },
			{ interviews: [one] },
			{ data: one },
		],
	])('are found in %j', (body) => {
		expect(recordsIn(body)).toEqual([one]);
	});

	it.each([[[]], [{ data: [] }], [{ data: { candidates: [] } }]])('are none in %j', (body) => {
		expect(recordsIn(body)).toEqual([]);
	});

	it.each([
		...[{ candidate: one }, { success: true }, { data: null }, { data: {} }, { data: [one, null, 'text'] }],
		...[[{}], 'text', null],
	])('are not known in %j', (body) => {
		expect(recordsIn(body)).toBeUndefined();
	});
});

/** All candidates of an Interviewer, from these pages. */
const listed = async (...bodies: unknown[]) => await all(listCandidates(answering(bodies).context, 'I', {}));

describe('the list of candidates', () => {
	it('stops at a page that repeats what was read', async () => {
		const { context, sent } = answering([{ data: page(0) }, { data: page(20) }, { data: page(0) }]);
		await expect(all(listCandidates(context, 'I', {}))).resolves.toHaveLength(40);
		expect(sent.map(({ body }) => body?.page)).toEqual([1, 2, 3]);
	});

	it('reads a vendor that ignores page and limit once', async () => {
		await expect(listed({ data: page(0, 75) })).resolves.toHaveLength(75);
	});

	it.each([
		['a total', { total: 25 }, { total: 25 }],
		['hasMore', { pagination: { hasMore: true } }, { pagination: { hasMore: false } }],
	])('goes on after a short page where %s says that there are more', async (_, said, saidLast) => {
		const pages = [page(0, 10), page(10, 10)].map((data) => ({ data, ...said }));
		await expect(listed(...pages, { data: page(20, 5), ...saidLast })).resolves.toHaveLength(25);
	});

	it('is not complete where the same page comes again though there are more', async () => {
		const again = listed({ data: page(0, 10), total: 35 });
		await expect(again).rejects.toThrow('The list of InterviewFlowAI is not complete');
	});

	it('ends with an empty page, where the total counts those whom a filter leaves out', async () => {
		const empty = { data: [], total: 35 };
		const { context, sent } = answering([{ data: page(0, 2), total: 35 }, empty]);
		await expect(all(listCandidates(context, 'I', { Region: 'Oslo' }))).resolves.toHaveLength(2);
		expect(sent).toHaveLength(2);
	});

	it.each([
		['rows of a page', { total: 20 }],
		['pages', { pagination: { page: 1, total: 3 } }],
	])('goes on after a full page where the total is that of the %s', async (_, said) => {
		const pages = [page(0), page(20), page(40, 5), []].map((data) => ({ data, ...said }));
		await expect(listed(...pages)).resolves.toHaveLength(45);
	});

	it('says that somebody may be missing where pages of its own size come again', async () => {
		const { context, hints } = answering([{ data: page(0, 10) }]);
		await expect(all(listCandidates(context, 'I', {}))).resolves.toHaveLength(10);
		expect(hints).toEqual([expect.stringContaining('may be missing')]);
	});

	const failure = (statusCode: number, message: string) => ({ statusCode, body: { message } });
	const none = failure(404, 'No candidates found');

	it.each([
		['after a short page', [page(0), page(20, 5)], {}, none, 25],
		['after a full page', [page(0), page(20)], {}, failure(400, 'Page out of range'), 40],
		['as the total says', [page(0), page(20)], { total: 40 }, failure(422, 'page must be ≤ 2'), 40],
		['by the word of the server', [page(0), page(20)], {}, failure(404, 'Invalid page.'), 40],
	])('ends where the page beyond its end is an error, %s', async (_, pages, said, beyond, count) => {
		const bodies = pages.map((data) => ({ data, ...said }));
		await expect(listed(...bodies, beyond)).resolves.toHaveLength(count);
	});

	it('is not complete where a page of it is not found, and the total says that there is one', async () => {
		await expect(listed({ data: page(0), total: 45 }, none)).rejects.toThrow('is not complete');
	});

	it.each([
		['that a proxy does not find', { data: page(0) }, failure(404, 'No route')],
		['that was promised', { data: page(0), hasMore: true }, none],
		['for another reason', { data: page(0) }, failure(400, 'No credits')],
		['that is the first', none, none],
	])('is an error where a page is one %s', async (_, first, beyond) => {
		await expect(listed(first, beyond)).rejects.toThrow(/^InterviewFlowAI says: No [cr]/);
	});

	it('keeps two attempts under one id that are on one page', async () => {
		const attempts = [{ interviewId: 'i1' }, { interviewId: 'i1', attempt: 2 }];
		await expect(listed({ data: attempts })).resolves.toEqual(attempts);
	});

	it('has all attempts under one id, also on several pages, and each record once', async () => {
		const record = (interviewId: string, score: number) => ({ interviewId, score });
		const pages = [[record('i3', 10)], [record('i3', 95)], [record('i77', 50), record('i3', 95)], []];
		const records = await listed(...pages.map((data) => ({ data })));
		expect(records.map(({ score }) => score)).toEqual([10, 95, 50]);
	});

	it('returns an answer of an unknown shape whole, with a notice', async () => {
		const { context, hints } = answering([{ total: 3, people: {} }]);
		await expect(all(listCandidates(context, 'I', {}))).resolves.toEqual([{ total: 3, people: {} }]);
		expect(hints).toEqual(['InterviewFlowAI returned an unexpected format; the item contains it unchanged']);
	});
});

describe('one candidate', () => {
	const read = async (body: unknown) => await readCandidate(answering([body]).context, 'I', 'i1');

	it.each([
		[{ interviewId: 'i1' }],
		[{ interview_id: 'i1' }],
		[{ interview: { id: 'i1' } }],
		[{ name: 'Ada Example' }],
	])('is the record %j', async (record) => {
		await expect(read({ data: record })).resolves.toEqual(record);
		await expect(read({ data: [record] })).resolves.toEqual(record);
	});

	it('is picked out of a list that holds others', async () => {
		await expect(read({ data: page(0) })).resolves.toEqual({ interviewId: 'i1' });
	});

	it.each([
		[{ data: [] }],
		[{ data: [{ interviewId: 'i2' }] }],
		[{ data: { id: 'i2' } }],
		[{ data: { id: 'i1', interviewId: 'i2' } }],
		[{ data: [{ name: 'a' }, { name: 'b' }] }],
		[{ data: [{ interviewId: 'i1', jobId: 'another Interviewer' }] }],
		[{ data: { name: 'Ada Example', jobId: 'another Interviewer' } }],
	])('is not somebody else: %j', async (body) => {
		await expect(read(body)).rejects.toMatchObject({
			httpCode: '404',
			message: expect.stringContaining('has no interview with the Interview ID i1'),
		});
	});
});

describe('several attempts with one Interview ID', () => {
	const attempt = (completedAt: string | null, score: number) => ({ interviewId: 'i1', completedAt, score });

	it('are read as the latest, with a notice', async () => {
		const data = [attempt('2026-03-01T08:00:00Z', 20), attempt('2026-03-05T08:00:00Z', 90)];
		for (const records of [data, data.toReversed()]) {
			const { context, hints } = answering([{ data: records }]);
			await expect(readCandidate(context, 'I', 'i1')).resolves.toMatchObject({ score: 90 });
			expect(hints).toEqual([
				'InterviewFlowAI has 2 attempts with this Interview ID; the item is the latest of them',
			]);
		}
	});

	it('are an error where one has no time', async () => {
		const { context } = answering([{ data: [attempt('2026-03-01T08:00:00Z', 20), attempt(null, 90)] }]);
		await expect(readCandidate(context, 'I', 'i1')).rejects.toThrow(
			'InterviewFlowAI has 2 attempts with this Interview ID, and does not say which is the latest',
		);
	});
});

describe('where an interview stands, by its record', () => {
	const at = '2026-04-01T08:00:00.000Z';

	const unknown = (record: IDataObject): [IDataObject, string, string] => [
		record,
		'interview.unknown',
		'unknown',
	];

	it.each<[IDataObject, string, string]>([
		[{ status: 'draft' }, 'interview.invited', 'invited'],
		[{ status: 'shortlisted' }, 'interview.invited', 'invited'],
		[{ status: 'shortlisted', startedAt: at }, 'interview.started', 'started'],
		[{ status: 'In Progress' }, 'interview.in_progress', 'in_progress'],
		[{ status: 'in_progress', score: 40 }, 'interview.in_progress', 'in_progress'],
		[{ status: 'shortlisted', completedAt: at }, 'interview.completed', 'completed'],
		[{ status: 'shortlisted', score: 84 }, 'interview.report_available', 'completed'],
		[{ status: 'draft', score: '0' }, 'interview.invited', 'invited'],
		[{ status: 'invited', score: 0 }, 'interview.invited', 'invited'],
		[{ status: 'invited', reportUrl: 'https://x.example/r' }, 'interview.invited', 'invited'],
		[{ status: 'completed' }, 'interview.completed', 'completed'],
		[{ status: 'completed', summary: 'Good' }, 'interview.report_available', 'completed'],
		[{ status: 'archived', score: 84 }, 'interview.status_changed', 'archived'],
		unknown({ status: 'on hold' }),
		unknown({ status: 'expired', completedAt: at }),
		unknown({ status: 'no_show', startedAt: at, completedAt: at, score: 71 }),
		unknown({ status: 'link_expired', summary: 'Five years in sales.' }),
		[{ status: 'abandoned', startedAt: at, completedAt: at }, 'interview.failed', 'abandoned'],
		[{ status: 'draft', summary: 'Five years in sales.' }, 'interview.invited', 'invited'],
		[{ completedAt: at }, 'interview.completed', 'completed'],
		...['applied', 'not_started', 'scheduled', 'rejected'].map((status) =>
			unknown({ status, summary: 'Five years of driving.' }),
		),
		...['incomplete', 'timed out', 'dropped', 'pending'].map((status) =>
			unknown({ status, completedAt: at, score: 31 }),
		),
		[{ status: 'pending_review', score: 82 }, 'interview.report_available', 'completed'],
		[{ status: 'review_pending', score: 82 }, 'interview.report_available', 'completed'],
		[{ status: 'evaluated', completedAt: at, summary: 'Good' }, 'interview.report_available', 'completed'],
		unknown({}),
	])('%j is %s', (facts, eventType, status) => {
		expect(normalizeInterviewFlowAiRecord({ interviewId: 'i1', ...facts }, at)).toMatchObject({
			event_type: eventType,
			interview_status: status,
			verification: 'api',
		});
	});

	it('is unknown without an interview', () => {
		expect(normalizeInterviewFlowAiRecord({ name: 'Ada Example' }, at)).toBeNull();
	});
});

describe('the link of a new interview', () => {
	const person = { interviewerId: 'I', name: 'Ada Example', email: 'ada@example.com' };
	const link = 'https://app.example.com/i1';
	const parameters = { resource: 'candidate', operation: 'createInterviewLink', ...person };
	const create = async (body: unknown) => {
		const [[{ json }]] = await runActions(answering([body], parameters).context, interviewFlowAiResources);
		return json;
	};

	it.each([['interviewLink'], ['link'], ['interviewUrl'], ['url'], ['inviteLink'], ['interview_link']])(
		'is found in %s',
		async (name) => {
			await expect(create({ data: { id: 'i1', [name]: link } })).resolves.toMatchObject({
				id: 'i1',
				interviewLink: link,
			});
			await expect(create({ data: { id: 'i1' }, [name]: link })).resolves.toMatchObject({
				interviewLink: link,
			});
		},
	);

	it('is not the page of somebody else beside it', async () => {
		const admin = 'https://app.example.com/admin';
		for (const body of [
			{ interviewId: 'i1', url: admin, interview: { link } },
			{ interviewId: 'i1', link: admin, interview: { inviteLink: link } },
		]) {
			await expect(create({ data: body })).resolves.toMatchObject({ interviewLink: link });
		}
	});

	it.each([
		[{ data: { id: 'i1' } }],
		[{ data: { id: 'i1', link: 'http://app.example.com' } }],
		[{ data: { id: 'i1', resumeUrl: link } }],
		[{ total: 1 }],
	])('is missed in %j, and the interview is not created again', async (body) => {
		await expect(create(body)).rejects.toMatchObject({
			message: expect.stringContaining('has no interview link; it is not certain whether'),
			description: expect.stringContaining('before you run this node again'),
			context: { isUnclear: true },
		});
	});
});

describe('the answer to added candidates', () => {
	const list = [
		{ name: 'Ada Example', email: 'Ada@example.com' },
		{ name: 'Bo Example', email: 'bo@example.com' },
	];
	const add = async (body: unknown, people = list) => {
		const parameters = {
			resource: 'candidate',
			operation: 'addMany',
			interviewerId: 'I',
			source: 'list',
			list: people as unknown as IDataObject,
		};
		const { context } = answering([body], parameters);
		const [items] = await runActions(context, interviewFlowAiResources);
		return items.map(({ json }) => json);
	};

	it('is matched by address, whatever its order', async () => {
		const records = [
			{ id: '2', email: 'bo@example.com' },
			{ id: '1', email: 'ada@example.com' },
		];
		await expect(add({ data: records })).resolves.toEqual([records[1], records[0]]);
	});

	it('is matched by its order where it holds no addresses', async () => {
		await expect(add({ data: [{ id: '1' }, { id: '2' }] })).resolves.toEqual([{ id: '1' }, { id: '2' }]);
	});

	it.each([
		[{ data: ['bo@example.com', 'Ada@example.com'] }],
		[{ added: ['ada@example.com', 'bo@example.com'] }],
	])('may name everybody by address only: %j', async (body) => {
		const items = await add(body);
		expect(items.map(({ email }) => String(email).toLowerCase())).toEqual([
			'ada@example.com',
			'bo@example.com',
		]);
	});

	it('reports who is named among the addresses that were skipped', async () => {
		const body = { data: list, skippedEmails: ['bo@example.com'] };
		await expect(add(body)).rejects.toMatchObject({ message: '1 of 2 people were not added' });
	});

	it('reports who is not named in it', async () => {
		await expect(add({ data: [{ id: '2', email: 'bo@example.com' }] })).rejects.toMatchObject({
			message: '1 of 2 people were not added',
			description: expect.stringContaining('did not confirm that it added this person') as string,
		});
	});

	it('is kept whole where it names nobody', async () => {
		const body = { success: true, added: 2 };
		await expect(add(body)).resolves.toEqual(
			list.map((person) => ({ ...person, notice: expect.any(String), answer: body })),
		);
	});

	it('is kept whole where it names nobody and there is one person', async () => {
		const body = { message: 'No candidates were added: monthly limit reached' };
		const [person] = list;
		await expect(add(body, [person])).resolves.toEqual([
			{ ...person, notice: expect.any(String), answer: body },
		]);
	});

	it.each([
		[{ created: list, updated: 0 }, 2],
		[{ added: list, existing: 0, count: 2 }, 2],
	])('is complete where nobody was known before: %j', async (data, count) => {
		await expect(add({ success: true, data })).resolves.toHaveLength(count);
	});

	it('is not of the person whose name it does not have', async () => {
		const [person] = list;
		await expect(add({ data: [{ name: 'Bob Other' }] }, [person])).rejects.toThrow(
			'1 of 1 people were not added',
		);
	});
});

it('a filter whose Condition an expression returns is one of the two, or an error', () => {
	const wanted = (condition: unknown) => {
		const filters = [{ name: 'Region', condition, text: 'Nordics', number: 5 }];
		return wantedFields(actionContext({ parameters: { customFieldFilters: { filters } } }), 0);
	};
	expect(wanted('atLeast')).toEqual({ Region: 5 });
	expect(wanted('equals')).toEqual({ Region: 'Nordics' });
	expect(() => wanted('at least')).toThrow('There is no Condition "at least"');
});
