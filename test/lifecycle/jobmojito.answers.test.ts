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
