import type { IDataObject } from 'n8n-workflow';

import { listInterviews } from '../../../nodes/Hireflix/api/interviews';
import { getMany as lookupsOfHeyMilo } from '../../../nodes/HeyMilo/resources/lookup/getMany';
import { getMany as postingsOfHeyMilo } from '../../../nodes/HeyMilo/resources/posting/getMany';
import { getMany as questionsOfHeyMilo } from '../../../nodes/HeyMilo/resources/question/getMany';
import { listCandidates as listHeyMilo } from '../../../nodes/HeyMilo/resources/candidateList';
import { listCandidates as listInterviewFlowAi } from '../../../nodes/InterviewFlowAi/api/candidates';
import { getMany as getInterviews } from '../../../nodes/JobMojito/resources/interview/getMany';
import { wantedResults } from '../../../nodes/JobMojito/resources/results';
import type { ReadingOperation } from '../../../nodes/shared/actions/operation';
import { newerRows } from '../../../nodes/shared/actions/rows';
import { calling } from '../HeyMilo/calling';

/*
 * A server may ignore a filter: an old version, a proxy that drops the query. Nobody is to be rejected for it.
 */

type Answer = (rows: IDataObject[]) => unknown;

/** What is left of the rows that a server returns, whatever it is asked for. */
async function left(
	how: (context: ReturnType<typeof calling>['context']) => AsyncIterable<IDataObject>,
	rows: IDataObject[],
	answer: Answer,
	parameters: IDataObject = {},
): Promise<unknown[]> {
	const { context } = calling(() => ({ body: answer(rows) }), 'v2', parameters);
	const found: unknown[] = [];
	for await (const { n } of how(context)) found.push(n);
	return found;
}

const inHireflix: Answer = (results) => ({
	data: { position: { interviewList: { results, lastCursor: null } } },
});

it.each<[string, Parameters<typeof listInterviews>[2], IDataObject[]]>([
	[
		'stage',
		{ stage: 'shortlisted' },
		[{ status: 'discarded' }, { status: 'pending' }, { status: 'archived' }],
	],
	['stage', { stage: 'pending' }, [{ status: 'completed' }]],
	['position', {}, [{ position: { id: 'p9' } }]],
	['address', { email: 'Ada@example.com' }, [{ candidate: { email: 'bob@example.com' } }]],
	['time', { invitedAfter: Date.UTC(2026, 2, 1) }, [{ createdAt: Date.UTC(2026, 1, 1) }]],
])('Hireflix returns nobody of another %s', async (_, filter, others) => {
	const fine = {
		status: filter?.stage ?? 'odd',
		candidate: { email: 'ada@example.com' },
		createdAt: Date.UTC(2026, 3, 1),
	};
	const rows = [...others, fine, { status: 'odd' }].map((row, n) => ({ id: `i${n}`, n, ...row }));
	const found = await left((context) => listInterviews(context, 'p1', filter), rows, inHireflix);
	expect(found).toEqual([others.length, others.length + 1]);
});

const inJobMojito: Answer = (data) => ({ data, pagination: { has_more: false } });

it.each<[string, IDataObject, IDataObject]>([
	['interview', { interview: 'D1' }, { definition_id: 'D9' }],
	['decision', { filters: { tab: 'decided-selected' } }, { decision_status: 'Rejected' }],
	['decision', { filters: { tab: 'decided-rejected' } }, { decision_status: 'undecided' }],
	['decision', { filters: { tab: 'undecided' } }, { decision_status: 'recruiter_reject' }],
	['decision', { filters: { tab: 'incomplete' } }, { decision_status: 'selected' }],
	['tab', { filters: { tab: 'archived-interview' } }, { status: 'active' }],
	['tab', { filters: { tab: 'completed' } }, { coach_status: 'Abandoned' }],
	['tab', { filters: { tab: 'shortlist' } }, { recruiter_shortlist: false }],
	['step', { filters: { step: 'interview' } }, { position_step: 'pre-screening' }],
	['type', {}, { type: 'assessment' }],
	[
		'person',
		{ filters: { filter_text: 'ada' } },
		{ candidate_name: 'Bob', candidate_email: 'bob@example.com' },
	],
	['time', { 'filters.changedSince': '2026-03-01T00:00:00Z' }, { updated_at: '2026-01-01T00:00:00Z' }],
])('JobMojito returns no result of another %s', async (_, filters, other) => {
	const tab = String((filters.filters as IDataObject | undefined)?.tab).replace('decided-', '');
	const fine = {
		definition_id: 'd1',
		decision_status: ['selected', 'rejected'].includes(tab) ? tab : 'ai_accept',
		status: tab === 'archived-interview' ? 'archived' : 'active',
		coach_status: 'completed',
		recruiter_shortlist: true,
		position_step: 3,
		candidate_name: null,
		candidate_email: 'Ada@example.com',
		type: 'interview',
		updated_at: '2026-04-01T00:00:00Z',
	};
	const rows = [other, fine, {}].map((row, n) => ({ id: `r${n}`, interview_result_id: `r${n}`, n, ...row }));
	const parameters = { types: ['interview'], ...filters };
	const found = await left((context) => wantedResults(context, 0), rows, inJobMojito, parameters);
	expect(found.sort()).toEqual([1, 2]);
});

it.each<[string, IDataObject, IDataObject]>([
	['status', { status: 'active' }, { status: 'Archived' }],
	['type', { type: 'interview' }, { type: 'assessment' }],
])('JobMojito returns no interview of another %s', async (_, filters, other) => {
	const rows = [other, { status: 'active', type: 'interview' }, {}].map((row, n) => ({
		id: `i${n}`,
		...row,
	}));
	const answer = () => ({ body: inJobMojito(rows) });
	const { context } = calling(answer, 'v2', { filters, returnAll: true, simplify: false });
	const items = await getInterviews.run(context, 0);
	expect(items.map(({ json }) => json.id)).toEqual(['i1', 'i2']);
});

it('JobMojito returns a result once that several of its lists have', async () => {
	const rows = [{ id: 'r0', interview_result_id: 'r0', n: 0 }];
	const parameters = { types: ['interview', 'assessment'] };
	await expect(left((context) => wantedResults(context, 0), rows, inJobMojito, parameters)).resolves.toEqual([
		0,
	]);
});

const inHeyMilo: Answer = (data) => ({ data, pagination: { has_more: false } });

it.each<[string, IDataObject, IDataObject[]]>([
	['posting', {}, [{ posting_id: 'P2' }]],
	['time', { 'filters.addedAfter': '2026-03-01T00:00:00Z' }, [{ created_at: '2025-11-01T00:00:00Z' }]],
	['time', { 'filters.addedBefore': '2026-05-01T00:00:00Z' }, [{ created_at: '2026-06-01T00:00:00Z' }]],
	[
		'mark',
		{ 'filters.status': ['shortlisted'] },
		[
			{ status: 'completed' },
			{ status: 'shortlisted', dismissed: true },
			{ shortlisted: true, dismissed: true },
		],
	],
	[
		'score',
		{ 'filters.minimumScore': 70 },
		[{ score: 90, agent_summary: { web_interview: { score: -1 } } }, { score: 69 }],
	],
])('HeyMilo returns nobody of another %s', async (_, filters, others) => {
	const fine = {
		posting_id: 'p1',
		created_at: '2026-04-01T00:00:00Z',
		status: 'completed',
		shortlisted: true,
		score: 70,
	};
	const rows = [...others, fine].map((row, n) => ({ interview_id: `i${n}`, n, ...row }));
	const parameters = { postingId: 'P1', ...filters };
	const found = await left((context) => listHeyMilo(context, 0), rows, inHeyMilo, parameters);
	expect(found).toEqual([others.length]);
});

it('HeyMilo returns those who completed and have no decision, where nobody else is asked for', async () => {
	const completed = [
		{},
		{ shortlisted: true },
		{ dismissed: true },
		{ shortlisted: false },
		{ dismissed: 'perhaps' },
	].map((marks) => ({ status: 'completed', ...marks }));
	const rows = [...completed, { status: 'evaluating' }].map((row, n) => ({
		interview_id: `i${n}`,
		n,
		...row,
	}));
	const found = async (status: string) =>
		await left((context) => listHeyMilo(context, 0), rows, inHeyMilo, {
			postingId: 'P1',
			'filters.status': [status],
		});
	await expect(found('completed_undecided')).resolves.toEqual([0, 3]);
	await expect(found('completed')).resolves.toEqual([0, 1, 2, 3, 4]);
});

it.each<[string, ReadingOperation, IDataObject, IDataObject, IDataObject]>([
	[
		'posting',
		postingsOfHeyMilo as ReadingOperation,
		{ 'filters.search': 'nurse' },
		{ title: 'Driver' },
		{ title: 'Night Shift NURSE' },
	],
	[
		'question',
		questionsOfHeyMilo as ReadingOperation,
		{ postingId: 'P1' },
		{ posting_id: 'P2' },
		{ posting_id: 'p1' },
	],
	[
		'question',
		questionsOfHeyMilo as ReadingOperation,
		{ postingId: 'P1', 'filters.modality': 'sms' },
		{ modality: 'voice' },
		{ modality: 'SMS' },
	],
	[
		'template',
		lookupsOfHeyMilo as ReadingOperation,
		{ list: 'interview-templates', search: 'nurse' },
		{ name: 'Driver' },
		{ name: 'Nurse' },
	],
])('HeyMilo returns no other %s', async (_, operation, parameters, other, fine) => {
	const rows = [other, fine, {}].map((row, n) => ({ id: `i${n}`, text: 'Why?', ...row }));
	const { context } = calling(() => ({ body: inHeyMilo(rows) }), 'v2', { simplify: false, ...parameters });
	const items = await operation.run(context, 0);
	expect(items.map(({ json }) => json.id)).toEqual(['i1', 'i2']);
});

it.each([null, '2026-03-01 10:00:00'])(
	'HeyMilo misses no change of a candidate whose time is %j',
	async (time) => {
		const rows = [{ interview_id: 'i0', n: 0, created_at: time }];
		const parameters = { postingId: 'P1', 'filters.changedSince': '2026-03-01T00:00:00Z' };
		await expect(left((context) => listHeyMilo(context, 0), rows, inHeyMilo, parameters)).resolves.toEqual([
			0,
		]);
	},
);

it.each<[string, IDataObject, IDataObject]>([
	['score', { 'Manual Score': 80 }, { additionalFields: { 'Manual Score': '10' } }],
	['region', { Region: 'Nordics' }, { additionalFields: { Region: 'Iberia' } }],
	['Interviewer', {}, { interviewerId: 'V9' }],
])('InterviewFlowAI returns nobody of another %s', async (_, filters, other) => {
	const fine = { interviewerId: 'v1', additionalFields: { 'Manual Score': 80, Region: 'nordics' } };
	const rows = [other, fine, {}].map((row, n) => ({ id: `i${n}`, n, ...row }));
	const found = await left(
		(context) => listInterviewFlowAi(context, 'V1', filters),
		rows,
		(data) => ({ data }),
	);
	expect(found).toEqual([1, 2]);
});

describe('rows newest first', () => {
	const newer = async (ages: number[]) => {
		let read = 0;
		async function* rows() {
			for (const age of ages) {
				read++;
				yield await Promise.resolve(age);
			}
		}
		const found: number[] = [];
		for await (const age of newerRows(rows(), -10, 50, (one) => -one)) found.push(age);
		return { found, read };
	};

	it('hide none behind an old one in the wrong place', async () => {
		await expect(newer([99, 1, 50, 2])).resolves.toMatchObject({ found: [1, 2] });
	});

	it('are read no further than most of a page of old ones', async () => {
		await expect(newer([1, ...Array<number>(500).fill(99)])).resolves.toEqual({ found: [1], read: 41 });
	});

	it('are all found where a server returns the oldest first', async () => {
		const oldestFirst = Array.from({ length: 100 }, (_, index) => 100 - index);
		await expect(newer(oldestFirst)).resolves.toEqual({
			found: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
			read: 100,
		});
	});
});
