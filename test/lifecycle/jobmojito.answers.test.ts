import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeParameters, NodeError } from 'n8n-workflow';

import type { Simulators } from '../../demo/vendors';
import { jobMojitoResources } from '../../nodes/JobMojito/resources';
import { startJobMojito, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { JOBMOJITO_FILE_OPERATIONS, JOBMOJITO_OPERATIONS } from '../e2e/operations/jobmojito';
import { runAction } from './runAction';

/** What may stand where JobMojito should be: another server, a proxy, a login page, a deleted function. */
interface Answer {
	status: number;
	body: string;
	headers?: Record<string, string>;
}

const json = (body: unknown): Answer => ({
	status: 200,
	body: JSON.stringify(body),
	headers: { 'content-type': 'application/json' },
});

const WEB_PAGE: Answer = {
	status: 200,
	body: '<!doctype html><html><body><div id="root"></div></body></html>',
	headers: { 'content-type': 'text/html; charset=utf-8' },
};

/** Besides what every vendor's operations are tried with (oddAnswers.test.ts): JSON that is nearly right. */
const ODD: Record<string, Answer> = {
	'a list of nothing': json([{}]),
	'what another API says': json({ status: 'ok', data: [], items: [] }),
	'a text': json('https'),
	'a web page': WEB_PAGE,
};

const FILE = {
	data: Buffer.from('Drove lorries.').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'a.txt',
};

let server: Server;
let baseUrl: string;
let answers: Answer[];
let calls: string[];
let simulator: JobMojitoSimulator;

beforeAll(async () => {
	// The last answer is given for ever.
	server = createServer((request, response) => {
		calls.push(`${request.method} ${request.url}`);
		const { status, body, headers } = answers.length > 1 ? answers.shift()! : answers[0];
		response.writeHead(status, headers);
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/functions/v1`;
	simulator = await startJobMojito();
});

beforeEach(() => {
	calls = [];
});

afterAll(async () => {
	await simulator.stop();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** What the user reads of the error, or which items came instead of it. */
async function outcome(parameters: INodeParameters): Promise<string> {
	return await runAction({
		node: 'JobMojito',
		credential: 'JobMojitoApi',
		credentialData: { ...simulator.credentials, baseUrl },
		parameters,
	}).then(
		(items) => `items: ${JSON.stringify(items.map(({ json: item }) => item))}`,
		(error: NodeError) => `${error.message} | ${error.description}`,
	);
}

const OPERATIONS = [...JOBMOJITO_OPERATIONS, ...JOBMOJITO_FILE_OPERATIONS].map(
	(one) => [`${one.resource}: ${one.operation}`, one] as const,
);

const CASES = OPERATIONS.flatMap(([name, one]) => Object.keys(ODD).map((odd) => [name, odd, one] as const));

async function goodParameters({ resource, operation, good }: (typeof OPERATIONS)[number][1]) {
	const chosen = (await good({ jobmojito: simulator } as unknown as Simulators)) as INodeParameters;
	const file = 'binaryField' in chosen ? { binaryField: FILE as never } : {};
	return { resource, operation, ...chosen, ...file };
}

it('has an entry for every operation', () => {
	const all = jobMojitoResources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}: ${operation.value}`),
	);
	expect(OPERATIONS.map(([name]) => name).sort()).toEqual(all.sort());
});

describe('another server in the place of JobMojito', () => {
	it.each(CASES)('makes %s an error when it answers %s', async (_, odd, one) => {
		answers = [ODD[odd]];
		const said = await outcome(await goodParameters(one));
		expect(said).toMatch(/^This is not the JobMojito API: check the Base URL in the credential/);
		expect(said).toContain(`The Base URL is ${baseUrl}.`);
		// Nobody knows what such a server has done, so it is not asked again.
		expect(calls).toHaveLength(1);
	});

	it.each(OPERATIONS)('makes a refusal behind status 200 one of %s', async (_, one) => {
		const parameters = await goodParameters(one);
		for (const body of [
			{ success: false, message: 'Credits are used up' },
			{ error: 'Credits are used up', name: 'merchant_id' },
		]) {
			answers = [json(body)];
			await expect(outcome(parameters)).resolves.toMatch(/^JobMojito says: Credits are used up/);
		}
	});
});

const LISTS: Array<[name: string, parameters: INodeParameters, row: IDataObject]> = [
	['report: getAll', {}, { id: 'row', interview_result_id: 'result', updated_at: '2026-11-26T08:00:00Z' }],
	['result: getAll', {}, { id: 'row', updated_at: '2026-11-26T08:00:00Z' }],
	['interview: getAll', {}, { id: 'interview' }],
	['candidate: getAll', {}, { id: 'enrollment' }],
	['account: getCreditsUsed', {}, { id: 'event' }],
	[
		'account: getAnalytics',
		{ from: '2026-11-01', to: '2026-11-02' },
		{ day: '2026-11-01', event: 'interview' },
	],
	['account: getManyAvatars', {}, { id: 'avatar' }],
	['account: getManySubMerchants', {}, { id: 'company' }],
];

describe.each(LISTS)('the pages of %s', (name, more, row) => {
	const [resource, operation] = name.split(': ');
	const parameters = { resource, operation, returnAll: true, ...more };
	const page = (...rows: IDataObject[]) =>
		json({ data: rows, pagination: { total: 2, limit: 200, offset: 0, has_more: true } });

	it.each(Object.keys(ODD))('are all checked: an error when the second one is %s', async (odd) => {
		answers = [page(row), ODD[odd]];
		await expect(outcome(parameters)).resolves.toMatch(/^This is not the JobMojito API/);
		expect(calls).toHaveLength(2);
	});

	it('are none when a row is not one of this list', async () => {
		answers = [page(row, { name: 'Ada Example' })];
		await expect(outcome(parameters)).resolves.toMatch(/^This is not the JobMojito API/);
	});

	it('end when the same one comes again and again', async () => {
		answers = [page(row)];
		const said = await outcome(parameters);
		expect(said).toMatch(/^items: \[\{[^{}]*\}\]$/);
		expect(calls).toHaveLength(2);
	});

	it.each(['three', 0, -1, '', 1.5])('are not read for the limit %j', async (limit) => {
		const limited = { ...parameters, returnAll: false, limit: limit as number };
		await expect(outcome(limited)).resolves.toMatch(/^Limit is (empty|not a whole number)/);
		expect(calls).toHaveLength(0);
	});
});

describe('an answer of the right form that says something else', () => {
	const RESULT = { status: 'completed', score: 7, transcript: [] };
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	const page = (...rows: IDataObject[]) =>
		json({ data: rows, pagination: { total: rows.length, limit: 200, offset: 0, has_more: false } });
	const another = { resource: 'result', operation: 'requestAnotherAttempt', resultId: 'r' };
	const candidate = { interview: byId('i'), name: 'Ada Example', email: 'ada@example.com', sendEmail: true };

	it.each([
		[{ error: { message: 'Not submitted' } }, /^JobMojito says: Not submitted/],
		[{ errors: [{ message: 'Not submitted' }] }, /^JobMojito says: Not submitted/],
		[{ ok: false, message: 'Not submitted' }, /^JobMojito says: Not submitted/],
		[{ message: 'Not submitted' }, /^This is not the JobMojito API/],
	])('is no other attempt: %j', async (body, said) => {
		answers = [json(RESULT), json(body)];
		await expect(outcome(another)).resolves.toMatch(said);
	});

	it('is no empty list beside an error', async () => {
		answers = [json({ data: [], pagination: { has_more: false }, error: { message: 'Not allowed' } })];
		await expect(outcome({ resource: 'candidate', operation: 'getAll' })).resolves.toMatch(
			/^JobMojito says: Not allowed/,
		);
	});

	it.each<[string, INodeParameters, IDataObject]>([
		['interview: create', { name: 'a', location: 'b', avatar: byId('c') }, { interview_def_set_id: null }],
		['interview: setState', { interview: byId('i') }, { embed_id: null, embed_signing_key: null }],
		[
			'interview: update',
			{ interview: byId('i'), updateFields: { name: 'a' } },
			{ position_id: 'i', updated_fields: null },
		],
		[
			'preScreening: create',
			{ positionName: 'a', positionLocation: 'b', positionCountry: 'US' },
			{ position_def_set_id: '' },
		],
	])('is no success of %s without what was made', async (name, more, body) => {
		const [resource, operation] = name.split(': ');
		answers = [json(body)];
		await expect(outcome({ resource, operation, ...more })).resolves.toMatch(
			/^This is not the JobMojito API/,
		);
	});

	it('is no check without a recommendation', async () => {
		answers = [json({ recommendation: null, decision_status: 'x', message: 'Not waiting' })];
		const check = { position: byId('p'), candidateName: 'A', candidateEmail: 'a@example.com', resume: 'x' };
		await expect(outcome({ resource: 'preScreening', operation: 'checkText', ...check })).resolves.toMatch(
			/^JobMojito did not check this candidate/,
		);
	});

	it('is no registration with a word that is not known, unless it has a link', async () => {
		const register = { resource: 'candidate', operation: 'register', ...candidate };
		const row = { name: 'Ada Example', email: 'ada@example.com', result: 'Failed for Ada Example' };
		answers = [json([row])];
		const said = await outcome(register);
		expect(said).toMatch(/^1 of 1 people were not registered/);
		expect(said.split(' | ')[0]).not.toContain('Ada');
		answers = [json([{ ...row, result: 'Registered', interview_url: 'https://example.com/a' }])];
		await expect(outcome(register)).resolves.toMatch(/^items: /);
	});

	it.each([
		['result: get', { simplify: false }],
		['report: get', {}],
	])('with turns that are none makes no error of JavaScript of %s', async (name, more) => {
		const [resource, operation] = name.split(': ');
		answers = [json({ ...RESULT, transcript: [null, 'x', { answer: 1 }] }), page()];
		const id = { resultId: 'r', interviewId: 'r' };
		await expect(outcome({ resource, operation, ...id, ...more })).resolves.toMatch(/^items: \[\{/);
	});

	it('without a transcript is an item with empty columns, turn by turn', async () => {
		answers = [json({ ...RESULT, transcript: null })];
		const turns = { resource: 'result', operation: 'getTranscript', resultId: 'r', format: 'turns' };
		await expect(outcome(turns)).resolves.toBe(
			'items: [{"interview_result_id":"r","at_seconds":null,"speaker":null,"text":null}]',
		);
	});

	it('finds the row of a result whose ID is a number', async () => {
		answers = [json(RESULT), page({ id: 'a', interview_result_id: 123, candidate_name: 'Ada Example' })];
		await expect(outcome({ resource: 'report', operation: 'get', interviewId: '123' })).resolves.toContain(
			'"candidate_name":"Ada Example"',
		);
	});

	it.each([
		['with fresh links', (call: number) => ({ id: 'a', image: `https://example.com/a?signature=${call}` })],
		['in turn', (call: number) => ({ id: `a${call % 2}` })],
	])('ends when the same rows come again %s', async (_, row) => {
		const pages = Array.from({ length: 8 }, (__, call) =>
			json({ data: [row(call)], pagination: { has_more: true } }),
		);
		answers = [...pages, json({ error: 'endless' })];
		const said = await outcome({ resource: 'account', operation: 'getManyAvatars', returnAll: true });
		expect(said).toMatch(/^items: /);
		expect(calls.length).toBeLessThan(5);
	});

	it('is read in other forms: a time as a number, a length as text', async () => {
		const filters = { changedSince: '2026-11-01T00:00:00Z' };
		const many = { resource: 'result', operation: 'getAll', filters };
		answers = [page({ id: 'a', updated_at: 1_700_000_000_000 })];
		await expect(outcome(many)).resolves.toBe('items: []');
		answers = [page({ id: 'a', updated_at: 1_796_000_000, duration_ds: '120' })];
		await expect(outcome(many)).resolves.toContain('"duration_seconds":12,');
	});
});

describe('a choice that an expression gives', () => {
	it.each<[string, INodeParameters, string]>([
		['result: getTranscript', { resultId: 'r', format: 'vtt' }, 'Format'],
		['result: getReport', { resultId: 'r', format: 'docx' }, 'Format'],
		['report: get', { interviewId: 'r', options: { files: ['videos'] } }, 'Download Files'],
		['report: get', { interviewId: 'r', options: { transcript: 'md' } }, 'Include Transcript'],
		['candidate: register', { source: 'a list' }, 'Candidates From'],
	])('must be one of %s', async (name, more, field) => {
		const [resource, operation] = name.split(': ');
		const interview = { __rl: true, mode: 'id', value: 'i' };
		await expect(
			outcome({ resource, operation, interview, name: 'A', email: 'a@example.com', ...more }),
		).resolves.toMatch(new RegExp(`^${field} is none of the values to choose from`));
		expect(calls).toEqual([]);
	});

	it('is made once where it is given twice', async () => {
		answers = [json({ data: [{ id: 'a' }], pagination: { total: 1, has_more: false } })];
		const types = ['interview', 'interview'];
		const said = await outcome({ resource: 'result', operation: 'getAll', types, simplify: false });
		expect(said).toBe('items: [{"id":"a"}]');
	});

	it('counts as a word too where it is a switch: Escape Formulas', async () => {
		answers = [
			json({
				data: [{ id: 'a', interview_result_id: 'r', candidate_name: '=1+1' }],
				pagination: { has_more: false },
			}),
		];
		const options = { escapeFormulas: 'true' };
		await expect(outcome({ resource: 'report', operation: 'getAll', options })).resolves.toContain(
			`"candidate_name":"'=1+1"`,
		);
	});
});
