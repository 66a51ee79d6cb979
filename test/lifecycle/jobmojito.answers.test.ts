import type { IDataObject } from 'n8n-workflow';

import { startJobMojito, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { actionsOf, byId } from './actions';
import { json, type BareAnswer } from './bareServer';

const FILE = { data: 'QWRh', mimeType: 'text/plain', fileName: 'a.txt' };

let simulator: JobMojitoSimulator;

beforeAll(async () => {
	simulator = await startJobMojito();
});

afterAll(async () => await simulator.stop());

const { against } = actionsOf('jobmojito', () => simulator.credentials);

/** What the user reads of the error, or which items came instead of it; and how many calls were made. */
async function outcome(answers: BareAnswer[], name: string, parameters: object) {
	const { items, message, description, calls } = await against(
		answers,
		name,
		{ ...parameters },
		{ file: FILE },
	);
	return { said: items ? `items: ${JSON.stringify(items)}` : `${message} | ${description}`, calls };
}

const NOT_THE_API = /^This is not the JobMojito API: check the Base URL in the credential/;

const LISTS: Array<[name: string, parameters: object, row: IDataObject]> = [
	['report getAll', {}, { id: 'row', interview_result_id: 'result', updated_at: '2026-11-26T08:00:00Z' }],
	['result getAll', {}, { id: 'row', updated_at: '2026-11-26T08:00:00Z' }],
	['interview getAll', {}, { id: 'interview' }],
	['candidate getAll', {}, { id: 'enrollment' }],
	['account getCreditsUsed', {}, { id: 'event' }],
	[
		'account getAnalytics',
		{ from: '2026-11-01', to: '2026-11-02' },
		{ day: '2026-11-01', event: 'interview' },
	],
	['account getManyAvatars', {}, { id: 'avatar' }],
	['account getManySubMerchants', {}, { id: 'company' }],
];

describe.each(LISTS)('the pages of %s', (name, more, row) => {
	const parameters = { returnAll: true, ...more };
	const page = (...rows: IDataObject[]) =>
		json({ data: rows, pagination: { total: 2, limit: 200, offset: 0, has_more: true } });

	it('are not believed where a row is of something else', async () => {
		const { said } = await outcome([page({ name: 'Ada Example' })], name, parameters);
		expect(said).toMatch(NOT_THE_API);
	});

	it('are not complete when the same one comes again and again', async () => {
		const { said, calls } = await outcome([page(row)], name, parameters);
		expect([said, calls]).toEqual([expect.stringMatching(/^The list of JobMojito is not complete/), 2]);
	});

	it('are not read for a limit that is not a number', async () => {
		const { said, calls } = await outcome([page(row)], name, { ...more, limit: 0 });
		expect([said, calls]).toEqual([expect.stringMatching(/^Limit is not a whole number/), 0]);
	});
});

const said = async (...call: Parameters<typeof outcome>) => (await outcome(...call)).said;

describe('an answer of the right form that says something else', () => {
	const RESULT = { status: 'completed', score: 7, transcript: [] };
	const page = (...rows: IDataObject[]) =>
		json({ data: rows, pagination: { total: rows.length, limit: 200, offset: 0, has_more: false } });

	it.each([
		[{ ok: false, message: 'Not submitted' }, /^JobMojito says: Not submitted/],
		[{ message: 'Not submitted' }, /^This is not the JobMojito API/],
	])('is no other attempt: %j', async (body, expected) => {
		const attempt = said([json(RESULT), json(body)], 'result requestAnotherAttempt', { resultId: 'r' });
		await expect(attempt).resolves.toMatch(expected);
	});

	it.each<[string, object, IDataObject]>([
		['interview create', { name: 'a', location: 'b', avatar: byId('c') }, { interview_def_set_id: null }],
		['interview setState', { interview: byId('i') }, { embed_id: null, embed_signing_key: null }],
		[
			'interview update',
			{ interview: byId('i'), updateFields: { name: 'a' } },
			{ position_id: 'i', updated_fields: null },
		],
		[
			'preScreening create',
			{ positionName: 'a', positionLocation: 'b', positionCountry: 'US' },
			{ position_def_set_id: '' },
		],
	])('is no success of %s without what was made', async (name, more, body) => {
		await expect(said([json(body)], name, more)).resolves.toMatch(NOT_THE_API);
	});

	it('is no reason to have AI rewrite the expectations of an interview again', async () => {
		const lost = { ...json({ error: 'Bad gateway' }), status: 502 };
		const done = json({ position_id: 'i', updated_fields: ['name'] });
		const callsFor = async (more: object) =>
			await outcome([lost, done], 'interview update', {
				interview: byId('i'),
				updateFields: { name: 'a', ...more },
			});
		await expect(callsFor({})).resolves.toMatchObject({ calls: 2 });
		await expect(callsFor({ regenerate_candidate_expectations: true })).resolves.toMatchObject({
			calls: 1,
			said: expect.stringContaining('not certain whether') as string,
		});
	});

	it('is no check without a recommendation', async () => {
		const body = { recommendation: null, decision_status: 'x', message: 'Not waiting' };
		const check = { position: byId('p'), candidateName: 'A', candidateEmail: 'a@example.com', resume: 'x' };
		await expect(said([json(body)], 'preScreening checkText', check)).resolves.toMatch(
			/^JobMojito did not check this candidate/,
		);
	});

	it('is no registration with a word that is not known, unless it has a link', async () => {
		const register = { interview: byId('i'), name: 'Ada Example', email: 'ada@example.com' };
		const row = { name: 'Ada Example', email: 'ada@example.com', result: 'Failed for Ada Example' };
		const failed = await said([json([row])], 'candidate register', register);
		expect(failed).toMatch(/^1 of 1 people were not registered/);
		expect(failed.split(' | ')[0]).not.toContain('Ada');
		const linked = { ...row, result: 'Registered', interview_url: 'https://example.com/a' };
		await expect(said([json([linked])], 'candidate register', register)).resolves.toMatch(/^items: /);
	});

	it.each(['result get', 'report get'])(
		'with turns that are none makes no error of JavaScript of %s',
		async (name) => {
			const turns = json({ ...RESULT, transcript: [null, 'x', { answer: 1 }] });
			const id = { resultId: 'r', interviewId: 'r', simplify: name !== 'result get' };
			await expect(said([turns, page()], name, id)).resolves.toMatch(/^items: \[\{/);
		},
	);

	it.each([
		['turns', '{"interview_result_id":"r","at_seconds":null,"speaker":null,"text":null}'],
		['webvtt', '{"interview_result_id":"r"}'],
	])('without a transcript is an item without one, as %s', async (format, item) => {
		const silent = json({ ...RESULT, transcript: null });
		const wanted = { resultId: 'r', format };
		await expect(said([silent], 'result getTranscript', wanted)).resolves.toBe(`items: [${item}]`);
	});

	it.each([
		['is a number', 123, '123'],
		['was typed in another case', '4f9c1d0e-0a', '4F9C1D0E-0A'],
	])('finds the row of a result whose ID %s, and spells it alike', async (_, interview_result_id, typed) => {
		const found = page({ id: 'a', interview_result_id, candidate_name: 'Ada Example' });
		const items = await said([json(RESULT), found], 'report get', { interviewId: typed });
		expect(items).toContain('"candidate_name":"Ada Example"');
		expect(items).toContain(`"interview_id":"${interview_result_id}"`);
	});

	it.each([
		['with fresh links', (call: number) => ({ id: 'a', image: `https://example.com/a?signature=${call}` })],
		['in turn', (call: number) => ({ id: `a${call % 2}` })],
	])('is not complete when the same rows come again %s', async (_, row) => {
		const pages = Array.from({ length: 8 }, (__, call) =>
			json({ data: [row(call)], pagination: { has_more: true } }),
		);
		const answers = [...pages, json({ error: 'endless' })];
		const list = await outcome(answers, 'account getManyAvatars', { returnAll: true });
		expect(list.said).toMatch(/^The list of JobMojito is not complete/);
		expect(list.calls).toBeLessThan(5);
	});

	it('is read in other forms: a time as a number, a length as text', async () => {
		const many = { filters: { changedSince: '2026-11-01T00:00:00Z' } };
		const old = page({ id: 'a', updated_at: 1_700_000_000_000 });
		await expect(said([old], 'result getAll', many)).resolves.toBe('items: []');
		const recent = page({ id: 'a', updated_at: 1_796_000_000, duration_ds: '120' });
		await expect(said([recent], 'result getAll', many)).resolves.toContain('"duration_seconds":12,');
	});
});

describe('a choice that an expression returns', () => {
	it.each<[string, object, string]>([
		['result getTranscript', { resultId: 'r', format: 'vtt' }, 'Format'],
		['result getReport', { resultId: 'r', format: 'docx' }, 'Format'],
		['report get', { interviewId: 'r', options: { files: ['videos'] } }, 'Download Files'],
		['report get', { interviewId: 'r', options: { transcript: 'md' } }, 'Include Transcript'],
		['candidate register', { source: 'a list' }, 'Candidates From'],
	])('must be one of %s', async (name, more, field) => {
		const given = { interview: byId('i'), name: 'A', email: 'a@example.com', ...more };
		await expect(outcome([], name, given)).resolves.toEqual({
			said: expect.stringMatching(`^${field} is not one of the values to choose from`) as string,
			calls: 0,
		});
	});

	const list = (row: IDataObject) => [json({ data: [row], pagination: { total: 1, has_more: false } })];

	it('is made once where it is given twice', async () => {
		const twice = { types: ['interview', 'interview'], simplify: false };
		await expect(said(list({ id: 'a' }), 'result getAll', twice)).resolves.toBe('items: [{"id":"a"}]');
	});

	it('counts as a word too where it is a switch: Escape Formulas', async () => {
		const row = { id: 'a', interview_result_id: 'r', candidate_name: '=1+1' };
		const options = { escapeFormulas: 'true' };
		await expect(said(list(row), 'report getAll', { options })).resolves.toContain(
			`"candidate_name":"'=1+1"`,
		);
	});
});
