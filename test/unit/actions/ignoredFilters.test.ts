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
import { getMany as getApplicants } from '../../../nodes/Micro1/resources/applicant/getMany';
import { getInvitations } from '../../../nodes/Micro1/resources/interview/getInvitations';
import { getMany as interviewsOfRibbon } from '../../../nodes/Ribbon/resources/interview/getMany';
import type { Operation, ReadingOperation } from '../../../nodes/shared/actions/operation';
import { areOlder } from '../../../nodes/shared/actions/rows';
import { calling } from '../calling';

/*
 * A server may ignore a filter: an old version, a proxy that drops the query. Nobody is to be rejected for it.
 */

type Context = ReturnType<typeof calling>['context'];

const inHireflix = (results: IDataObject[]) => ({
	data: { position: { interviewList: { results, lastCursor: null } } },
});
const inJobMojito = (data: IDataObject[]) => ({ data, pagination: { has_more: false } });
const inHeyMilo = inJobMojito;
const inInterviewFlowAi = (data: IDataObject[]) => ({ data });

/** The rows with the IDs that vendors give theirs. */
const numbered = (rows: IDataObject[]) =>
	rows.map((row, n) => ({ id: `i${n}`, interview_id: `i${n}`, interview_result_id: `i${n}`, n, ...row }));

/** Which of the rows are left of those that a server returns, whatever it is asked for. */
async function left(
	how: (context: Context) => AsyncIterable<IDataObject>,
	answer: (rows: IDataObject[]) => unknown,
	rows: IDataObject[],
	parameters: IDataObject = {},
): Promise<unknown[]> {
	const { context } = calling(() => ({ body: answer(numbered(rows)) }), parameters);
	const found: unknown[] = [];
	for await (const { n } of how(context)) found.push(n);
	return found;
}

type Filter = Parameters<typeof listInterviews>[2];

const leftInHireflix = async (rows: IDataObject[], filter: Filter) =>
	await left((context) => listInterviews(context, 'p1', filter), inHireflix, rows);

const leftInJobMojito = async (rows: IDataObject[], parameters: IDataObject) =>
	await left((context) => wantedResults(context, 0), inJobMojito, rows, {
		types: ['interview'],
		...parameters,
	});

const leftInHeyMilo = async (rows: IDataObject[], filters: IDataObject) =>
	await left((context) => listHeyMilo(context, 0), inHeyMilo, rows, { postingId: 'P1', ...filters });

const leftInInterviewFlowAi = async (rows: IDataObject[], filters: IDataObject) =>
	await left((context) => listInterviewFlowAi(context, 'V1', filters), inInterviewFlowAi, rows);

it.each<[string, Filter, IDataObject[]]>([
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
	const found = await leftInHireflix([...others, fine, { status: 'odd' }], filter);
	expect(found).toEqual([others.length, others.length + 1]);
});

it.each([0, 42, 49])('Hireflix misses no interview of place %d of a page out of order', async (place) => {
	const rows = Array.from({ length: 50 }, (_, n) => ({
		createdAt: Date.UTC(2026, 3, 1) - (n === place ? 0 : (n + 2) * 86_400_000),
	}));
	const invitedAfter = Date.UTC(2026, 2, 31);
	await expect(leftInHireflix(rows, { invitedAfter })).resolves.toEqual([place]);
});

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
	const found = await leftInJobMojito([other, fine, {}], filters);
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
	await expect(leftInJobMojito([row], filters)).resolves.toEqual([0]);
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

/** How many results and how many candidates JobMojito's lists have for a search. */
async function foundBy(filter_text: string): Promise<number[]> {
	const filters = { filter_text };
	const results = await leftInJobMojito([PERSON], { filters });
	const answer = inJobMojito([{ ...PERSON, name: PERSON.candidate_name }]);
	const list = calling(() => ({ body: answer }), { filters, simplify: false, returnAll: true });
	return [results.length, (await getCandidates.run(list.context, 0)).length];
}

it.each([
	...[
		'Example, O’Brien',
		'Lukasz',
		'SOREN',
		'Strasse',
		"O'Brien",
		'o brien',
		'Jean Luc',
		'aebelo',
		'Łukasz Nowak',
	],
	...['+46701740605', 'GH-55102', 'JL@Example.com', '<jl@example.com>,', 'night', '++'],
	PERSON.id.toUpperCase(),
])('the search for %j finds this person in JobMojito', async (filter_text) => {
	await expect(foundBy(filter_text)).resolves.toEqual([1, 1]);
});

it.each(['ada', 'bert', '2026', 'bo@example.com', "D'Arc", PERSON.id.replace(/.$/, 'c')])(
	'the search for %j does not find this person in JobMojito',
	async (filter_text) => {
		await expect(foundBy(filter_text)).resolves.toEqual([0, 0]);
	},
);

it.each<[string, IDataObject, IDataObject]>([
	['status', { status: 'active' }, { status: 'Archived' }],
	['type', { type: 'interview' }, { type: 'assessment' }],
])('JobMojito returns no interview of another %s', async (_, filters, other) => {
	const answer = () => ({
		body: inJobMojito(numbered([other, { status: 'active', type: 'interview' }, {}])),
	});
	const { context } = calling(answer, { filters, returnAll: true, simplify: false });
	const items = await getInterviews.run(context, 0);
	expect(items.map(({ json }) => json.id)).toEqual(['i1', 'i2']);
});

it('JobMojito returns a result once that several of its lists have', async () => {
	await expect(leftInJobMojito([{}], { types: ['interview', 'assessment'] })).resolves.toEqual([0]);
});

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
	await expect(leftInHeyMilo([...others, fine], filters)).resolves.toEqual([others.length]);
});

it('HeyMilo returns those who completed and have no decision, where nobody else is asked for', async () => {
	const marks = [
		{},
		{ shortlisted: true },
		{ dismissed: true },
		{ shortlisted: false },
		{ dismissed: 'perhaps' },
	];
	const rows = [...marks.map((mark) => ({ status: 'completed', ...mark })), { status: 'evaluating' }];
	const found = async (status: string) => await leftInHeyMilo(rows, { 'filters.status': [status] });
	await expect(found('completed_undecided')).resolves.toEqual([0, 3]);
	await expect(found('completed')).resolves.toEqual([0, 1, 2, 3, 4]);
});

/** What is narrowed down, how, by what, and a row that is not to be returned before one that is. */
type Narrowed = [string, Operation, IDataObject, IDataObject, IDataObject];

const COMPLETED = { 'filters.status': 'completed' };

it.each<Narrowed>([
	[
		'postings of HeyMilo',
		postingsOfHeyMilo,
		{ 'filters.search': 'nurse' },
		{ title: 'Driver' },
		{ title: 'Night NURSE' },
	],
	[
		'questions of HeyMilo',
		questionsOfHeyMilo,
		{ postingId: 'P1' },
		{ posting_id: 'P2' },
		{ posting_id: 'p1' },
	],
	[
		'questions of HeyMilo',
		questionsOfHeyMilo,
		{ 'filters.modality': 'sms' },
		{ modality: 'voice' },
		{ modality: 'SMS' },
	],
	[
		'templates of HeyMilo',
		lookupsOfHeyMilo,
		{ list: 'interview-templates', search: 'nurse' },
		{ name: 'Driver' },
		{ name: 'Nurse' },
	],
	['interviews of Ribbon', interviewsOfRibbon, COMPLETED, { status: 'incomplete' }, {}],
	[
		'interviews of Ribbon',
		interviewsOfRibbon,
		{ ...COMPLETED, 'filters.team_id': 't1' },
		{ team_id: 'T2' },
		{ team_id: 'T1' },
	],
	[
		'interviews of Ribbon',
		interviewsOfRibbon,
		{ ...COMPLETED, 'filters.flowId': 'f1' },
		{ interview_flow_id: 'F2' },
		{ interview_flow_id: 'F1' },
	],
	[
		'invitations of micro1',
		getInvitations,
		{ filters: { candidate_id: 'c2' } },
		{ candidate_id: 'c1' },
		{ candidate_id: 'c2' },
	],
	...['job_id', 'micro1_job_id'].map((name): Narrowed => [
		'applicants of micro1',
		getApplicants,
		{ job: 'J1' },
		{ [name]: 'J2' },
		{ [name]: 'j1' },
	]),
])('%s are not those of another: %#', async (_, operation, parameters, other, fine) => {
	const rows = numbered([other, fine, {}].map((row) => ({ text: 'Why?', status: 'completed', ...row })));
	const body = { status: true, data: rows, interviews: rows, pagination: { has_more: false } };
	const { context } = calling(() => ({ body }), { simplify: false, postingId: 'P1', ...parameters });
	const items = await (operation as ReadingOperation).run(context, 0);
	expect(items.map(({ json }) => json.id)).toEqual(['i1', 'i2']);
});

it.each([null, '2026-03-01 10:00:00'])(
	'HeyMilo misses no change of a candidate whose time is %j',
	async (time) => {
		const filters = { 'filters.changedSince': '2026-03-01T00:00:00Z' };
		await expect(leftInHeyMilo([{ created_at: time }], filters)).resolves.toEqual([0]);
	},
);

it.each<[string, IDataObject, IDataObject]>([
	['score', { 'Manual Score': 80 }, { additionalFields: { 'Manual Score': '10' } }],
	['region', { Region: 'Nordics' }, { additionalFields: { Region: 'Iberia' } }],
	['Interviewer', {}, { interviewerId: 'V9' }],
])('InterviewFlowAI returns nobody of another %s', async (_, filters, other) => {
	const fine = { interviewerId: 'v1', additionalFields: { 'Manual Score': 80, Region: 'nordics' } };
	await expect(leftInInterviewFlowAi([other, fine, {}], filters)).resolves.toEqual([1, 2]);
});

it.each<[string, IDataObject]>([
	['has one in the second of two places', { additionalFields: {}, customFields: { Région: 'Zürich' } }],
	['spells it with accents of their own', { additionalFields: { Région: 'Zürich'.normalize('NFD') } }],
	['has fields under other keys', { additionalFields: { cf_81: 'Zürich' } }],
	['has no field that was given back', { additionalFields: {} }],
	['spells its name with other signs', { additionalFields: { _région: 'Zürich' } }],
	['spells its name so', { additionalFields: { ['Région'.normalize('NFD')]: 'Zürich' } }],
])('InterviewFlowAI returns somebody by a custom field who %s', async (_, record) => {
	await expect(leftInInterviewFlowAi([record], { Région: 'Zürich' })).resolves.toEqual([0]);
});

it.each([
	['8', 8],
	['8', '8.0'],
	['R&D', 'R&amp;D'],
	["Don't know", 'Don’t  know'],
	['true', true],
])('InterviewFlowAI returns somebody by the custom field %j who has %j', async (wanted, own) => {
	const record = { additionalFields: { Level: own } };
	await expect(leftInInterviewFlowAi([record], { Level: wanted })).resolves.toEqual([0]);
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
