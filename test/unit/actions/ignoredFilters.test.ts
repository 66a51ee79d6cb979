import type { IDataObject } from 'n8n-workflow';

import { listInterviews } from '../../../nodes/Hireflix/api/interviews';
import { getMany as lookupsOfHeyMilo } from '../../../nodes/HeyMilo/resources/lookup/getMany';
import { getMany as postingsOfHeyMilo } from '../../../nodes/HeyMilo/resources/posting/getMany';
import { getMany as questionsOfHeyMilo } from '../../../nodes/HeyMilo/resources/question/getMany';
import { listCandidates as listHeyMilo } from '../../../nodes/HeyMilo/resources/candidateList';
import { listCandidates as listInterviewFlowAi } from '../../../nodes/InterviewFlowAi/api/candidates';
import { getMany as getCandidates } from '../../../nodes/JobMojito/resources/candidate/getMany';
import { getMany as getInterviews } from '../../../nodes/JobMojito/resources/interview/getMany';
import { wantedResults } from '../../../nodes/JobMojito/resources/results';
import type { ReadingOperation } from '../../../nodes/shared/actions/operation';
import { areOlder } from '../../../nodes/shared/actions/rows';
import { calling } from '../calling';

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
	const { context } = calling(() => ({ body: answer(rows) }), parameters);
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

it.each([0, 42, 49])('Hireflix misses no interview of place %d of a page out of order', async (place) => {
	const rows = Array.from({ length: 50 }, (_, n) => ({
		id: `i${n}`,
		n,
		createdAt: Date.UTC(2026, 3, 1) - (n === place ? 0 : (n + 2) * 86_400_000),
	}));
	const filter = { invitedAfter: Date.UTC(2026, 2, 31) };
	const found = await left((context) => listInterviews(context, 'p1', filter), rows, inHireflix);
	expect(found).toEqual([place]);
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

it.each<[string, IDataObject, IDataObject?]>([
	[
		'was never finished, and is rejected',
		{ decision_status: 'rejected' },
		{ filters: { tab: 'incomplete' } },
	],
	['is of a stage of the position', { definition_id: 'D7', is_multi_stage: true }],
	['has the ID of the position beside', { definition_id: 'D7', position_def_set_id: 'd1' }],
])('JobMojito returns a result that %s', async (_, row, filters = { interview: 'D1' }) => {
	const rows = [{ id: 'r0', n: 0, ...row }];
	const parameters = { types: ['interview'], ...filters };
	await expect(left((context) => wantedResults(context, 0), rows, inJobMojito, parameters)).resolves.toEqual([
		0,
	]);
});

const PERSON = {
	id: 'c1a6e0de-0ada-4b0b-8000-0123456789ab',
	candidate_name: 'Jean-Luc Łukasz Søren Straße O’Brien Æbelø',
	candidate_email: 'jl@example.com',
	phone_number: '+46 70-174 06 05',
	external_id: 'GH-55102',
	updated_at: '2026-04-01T00:00:00Z',
	avatar: 'https://example.com/bert',
	tags: ['Night shift'],
};

it.each([
	['Example, O’Brien', true],
	['Lukasz', true],
	['SOREN', true],
	['Strasse', true],
	["O'Brien", true],
	['o brien', true],
	['Jean Luc', true],
	['aebelo', true],
	['Łukasz Nowak', true],
	['+46701740605', true],
	['GH-55102', true],
	['JL@Example.com', true],
	['<jl@example.com>,', true],
	['night', true],
	['C1A6E0DE-0ada-4b0b-8000-0123456789ab', true],
	['++', true],
	['ada', false],
	['bert', false],
	['2026', false],
	['bo@example.com', false],
	["D'Arc", false],
	['c1a6e0de-0ada-4b0b-8000-0123456789ac', false],
])('the search for %j finds somebody in JobMojito: %j', async (filter_text, isFound) => {
	const parameters = { types: ['interview'], filters: { filter_text } };
	const rows = [{ n: 0, ...PERSON }];
	const found = await left((context) => wantedResults(context, 0), rows, inJobMojito, parameters);
	expect(found).toEqual(isFound ? [0] : []);
	const list = calling(() => ({ body: inJobMojito([{ ...PERSON, name: PERSON.candidate_name }]) }), {
		filters: { filter_text },
		simplify: false,
		returnAll: true,
	});
	await expect(getCandidates.run(list.context, 0)).resolves.toHaveLength(isFound ? 1 : 0);
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
	const { context } = calling(answer, { filters, returnAll: true, simplify: false });
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
	const { context } = calling(() => ({ body: inHeyMilo(rows) }), { simplify: false, ...parameters });
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

it.each<[string, IDataObject]>([
	['has one in the second of two places', { additionalFields: {}, customFields: { Région: 'Zürich' } }],
	['spells it with accents of their own', { additionalFields: { Région: 'Zürich'.normalize('NFD') } }],
	['has fields under other keys', { additionalFields: { cf_81: 'Zürich' } }],
	['has no field that was given back', { additionalFields: {} }],
	['spells its name with other signs', { additionalFields: { _région: 'Zürich' } }],
	['spells its name so', { additionalFields: { ['Région'.normalize('NFD')]: 'Zürich' } }],
])('InterviewFlowAI returns somebody by a custom field who %s', async (_, record) => {
	const found = await left(
		(context) => listInterviewFlowAi(context, 'V1', { Région: 'Zürich' }),
		[{ id: 'i0', n: 0, ...record }],
		(data) => ({ data }),
	);
	expect(found).toEqual([0]);
});

describe('a page of rows newest first', () => {
	const isEnough = (...ages: Array<number | null>) => areOlder(ages, -10, (age) => age && -age);

	it.each([
		['holds only old ones', [11, 12, 12, 99], true],
		['holds a new one', [11, 12, 9], false],
		['begins with a new one', [10, 11, 12], false],
		['is not in order', [11, 99, 12], false],
		['has one without a time', [11, null], false],
		['is empty', [], false],
	])('that %s is the last: %#', (_, ages, expected) => {
		expect(isEnough(...ages)).toBe(expected);
	});
});

const DAY = 86_400_000;
const ago = (days: number) => Date.UTC(2026, 3, 1) - days * DAY;
const SINCE = '2026-03-22T00:00:00Z';

it.each([
	['a server returns the oldest first', (n: number) => 399 - n, 11, 3],
	['one of the first page changed out of order', (n: number) => (n === 170 ? 1 : n + 20), 1, 2],
	['one of the second page did', (n: number) => (n === 370 ? 1 : n), 12, 3],
	['the second page has only older ones', (n: number) => n, 11, 2],
])('JobMojito misses no result that changed since, where %s', async (_, daysOf, count, pages) => {
	const all = Array.from({ length: 400 }, (__, n) => ({
		id: `r${n}`,
		n,
		updated_at: new Date(ago(daysOf(n))).toISOString(),
	}));
	let read = 0;
	const { context } = calling(
		({ qs }) => {
			read++;
			const offset = Number(qs.offset);
			const data = all.slice(offset, offset + 200);
			return { body: { data, pagination: { has_more: offset + 200 < all.length } } };
		},
		{ types: ['interview'], 'filters.changedSince': SINCE },
	);
	let found = 0;
	for await (const row of wantedResults(context, 0)) if (row.id) found++;
	expect([found, read]).toEqual([count, pages]);
});
