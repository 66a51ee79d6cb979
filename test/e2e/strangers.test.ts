import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { activateAll, type Stage } from '../../demo/stage';
import { VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import { PINNED } from '../../host/versions';
import type { Forgery } from '../../simulators/shared/proof';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { PROVERS } from '../unit/receiver/provers';
import { openStage } from '../stage/openStage';
import { CLOSED_PORT } from './secrets/failures';
import { findIn, tracesOf } from './secrets/traces';
import { FIXTURE_POSTING, targetOf } from './targetOf';

const silent = () => {};

const { name: PACKAGE, version } = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
) as { name: string; version: string };

/** Of whatever patch. */
const N8N_VERSION = PINNED.replace(/\.\d+$/, '');

/** What can be forged, with the fixture to try it on: each is an event of its own. */
const FORGERIES: Array<[Forgery, number]> = [
	['signature', 0],
	['missing', 1],
	['wrong secret', 2],
	['body', 4],
];

/** More than n8n takes: 16 MiB. */
const OVERSIZED = `{"x":"${'x'.repeat(17 * 1024 * 1024)}"}`;

const UNVERIFIED = { status: 401, text: '{"message":"Not verified"}', told: [] };
const NOT_READY = { status: 503, text: '{"message":"Not ready to verify deliveries"}', told: [] };

jest.setTimeout(300_000);

describe('a stranger at a webhook', () => {
	let stage: Stage;
	let workflows: Record<Vendor, string>;

	beforeAll(async () => {
		// As n8n's Docker image sets it: without it n8n adds its stack trace to every error that it answers itself.
		stage = await openStage('debug');
		stage.simulators.heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
		workflows = await activateAll(stage, silent);
	}, 600_000);

	afterAll(async () => await stage?.stop());

	const executionCount = async () => {
		const [{ count }] = await stage.n8n.query<{ count: number }>(
			'SELECT COUNT(*) AS count FROM execution_entity',
		);
		return count;
	};

	const storedWorkflow = async (vendor: Vendor) =>
		await stage.n8n.query(`SELECT * FROM workflow_entity WHERE id = '${workflows[vendor]}'`);

	/** An answer as text, and everything in it that a stranger must not learn. */
	async function ask(url: string, body?: string, init: RequestInit = {}) {
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(url, { method: 'POST', headers, body, ...init });
		const text = await answer.text();
		// n8n repeats the path that it was asked for.
		const [, path] = new URL(url).pathname.split('/webhook/');
		const whole = `${JSON.stringify([...answer.headers])} ${text}`.replaceAll(path, '');
		return { status: answer.status, text, told: await indiscretions(whole) };
	}

	async function indiscretions(answer: string): Promise<string[]> {
		const rows = await stage.n8n.query<{ id: string; name: string }>(
			'SELECT id, name FROM workflow_entity UNION SELECT id, name FROM credentials_entity',
		);
		const internal = [
			...rows.flatMap(({ id, name }) => [id, name]),
			...Object.values(VENDOR_SETUPS).map(({ displayName }) => displayName),
			PACKAGE,
			version,
			N8N_VERSION,
			stage.n8n.userFolder,
		];
		const shapes = answer.match(/node_modules|\bat \w+ \(|stack|SQLITE|credential|secret|token/gi) ?? [];
		return [...internal.filter((text) => answer.includes(text)), ...shapes];
	}

	describe.each(VENDORS)('of %s', (vendor) => {
		const fixtures = fixturesOf(vendor);
		const forgeries = FORGERIES.filter(
			([kind]) => kind !== 'body' || PROVERS[vendor].verification === 'signature',
		);

		it.each(forgeries)(
			'leaves nothing with a forged %s, and the genuine delivery still passes',
			async (kind, index) => {
				const one = fixtures[index];
				const simulator = stage.simulators[vendor];
				const url = targetOf(stage, vendor, one);
				const marker = `forged-${vendor}-${kind}`;
				const content = JSON.stringify({ ...(one.body as object), marker });
				const before = { count: await executionCount(), workflow: await storedWorkflow(vendor) };
				// The vendor's delivery is seen by the forger, but never arrives.
				await simulator.sendRaw(content, { url: CLOSED_PORT });
				const [outcome] = await simulator.sendForged(kind, { url });
				expect(outcome).toMatchObject({ status: 401, responseBody: '{"message":"Not verified"}' });
				expect({ count: await executionCount(), workflow: await storedWorkflow(vendor) }).toEqual(before);
				expect(findIn(await tracesOf(stage.n8n), [{ name: marker, text: marker }])).toEqual([]);

				await expect(simulator.sendRaw(content, { url })).resolves.toMatchObject({ status: 200 });
				await expect(executionCount()).resolves.toBe(before.count + 1);
				expect(findIn(await tracesOf(stage.n8n), [{ name: marker, text: marker }])).not.toEqual([]);
			},
		);

		it('learns nothing from any answer', async () => {
			const url = await stage.productionUrl(workflows[vendor]);
			const before = await executionCount();
			const proofs = Object.values(PROVERS).map(({ field }) => [field, 'guess']);
			const guessed = { 'content-type': 'application/json', ...Object.fromEntries(proofs) };
			const text = { 'content-type': 'text/plain' };
			await expect(ask(url, '{}')).resolves.toEqual(UNVERIFIED);
			await expect(ask(url)).resolves.toEqual(UNVERIFIED);
			await expect(ask(url, 'hello', { headers: text })).resolves.toEqual(UNVERIFIED);
			await expect(ask(`${url}?token=guess`, '{}', { headers: guessed })).resolves.toEqual(UNVERIFIED);
			await expect(executionCount()).resolves.toBe(before);
		});

		it("learns nothing from n8n's own answers", async () => {
			const url = await stage.productionUrl(workflows[vendor]);
			const before = await executionCount();
			const answers: Array<[Awaited<ReturnType<typeof ask>>, number, RegExp]> = [
				[await ask(url, '{"broken'), 422, /"Failed to parse request body"/],
				[
					await ask(url, OVERSIZED),
					500,
					/^{"code":0,"message":"There was a problem executing the workflow"}$/,
				],
				[await ask(`${url}/unknown`, '{}'), 404, /The requested webhook .* is not registered/],
				[await ask(url, undefined, { method: 'GET' }), 404, /is not registered for GET requests/],
				[await ask(url, undefined, { method: 'HEAD' }), 404, /^$/],
				[await ask(url, undefined, { method: 'OPTIONS' }), 204, /^$/],
			];
			expect(answers.map(([{ status }]) => status)).toEqual(answers.map(([, status]) => status));
			for (const [answer, , text] of answers) expect(answer.text).toMatch(text);
			expect(answers.flatMap(([{ told }]) => told)).toEqual([]);
			await expect(executionCount()).resolves.toBe(before);
		});

		it('cannot tell a trigger that has no secret from one that has', async () => {
			const credential = await stage.createCredential(vendor);
			const workflow = await stage.createWorkflow(vendor, credential);
			await stage.activate(vendor, workflow);
			const url = await stage.productionUrl(workflow);
			const withSecret = await ask(url, '{}');
			await stage.changeCredential(vendor, credential, { webhookSecret: '', previousWebhookSecret: '' });
			await expect(ask(url, '{}')).resolves.toEqual(withSecret);
			expect(withSecret).toEqual(UNVERIFIED);
			await stage.n8n.deactivate(workflow);
		});

		it.each([
			['is gone', async (id: string) => await stage.n8n.request('DELETE', `/rest/credentials/${id}`)],
			[
				'cannot be decrypted',
				async (id: string) =>
					await stage.n8n.query(`UPDATE credentials_entity SET data = 'broken' WHERE id = '${id}'`),
			],
		])('learns nothing when the credential %s', async (_, spoil) => {
			const credential = await stage.createCredential(vendor);
			const workflow = await stage.createWorkflow(vendor, credential);
			await stage.activate(vendor, workflow);
			const url = await stage.productionUrl(workflow);
			await spoil(credential.id);
			const before = await executionCount();
			const answer = await ask(url, '{"stranger":"left a marker"}');
			// The tokens of a node that registers itself are its own, and need no credential.
			expect(answer).toEqual(VENDOR_SETUPS[vendor].connect ? NOT_READY : UNVERIFIED);
			await expect(executionCount()).resolves.toBe(before);
			expect(stage.n8n.log()).not.toContain('left a marker');
		});

		it('learns nothing from what genuine deliveries are answered', async () => {
			const url = targetOf(stage, vendor, fixtures[0]);
			const simulator = stage.simulators[vendor];
			const content = JSON.stringify({ twice: vendor });
			const stored = await simulator.sendRaw(content, { url });
			const repeated = await simulator.sendRaw(content, { url });
			await stage.n8n.query(
				"CREATE TRIGGER refusal BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(ABORT, 'refused'); END",
			);
			const refused = await simulator.sendRaw(JSON.stringify({ refused: vendor }), { url });
			await stage.n8n.query('DROP TRIGGER refusal');
			const answers = [stored, repeated, refused].map(({ status, responseBody }) => ({
				status,
				responseBody,
			}));
			expect(answers).toMatchObject([
				{ status: 200, responseBody: '' },
				{ status: 200, responseBody: '{"received":true}' },
				{ status: 500 },
			]);
			await expect(indiscretions(refused.responseBody)).resolves.toEqual([]);
		});
	});
});
