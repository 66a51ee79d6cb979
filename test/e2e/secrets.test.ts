import { activateAll, type Stage } from '../../demo/stage';
import { ACTION, actionWorkflow, nodeType, START } from '../../demo/workflows';
import { VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { TRIED_OPERATIONS } from '../operations';
import { openStage } from '../stage/openStage';
import { activationFaults, CLOSED_PORT, failuresOf, indiscreet, operationsToFail } from './secrets/failures';
import { HOLDERS } from './secrets/holders';
import { candidatesOf, secretsOf, tokensOf } from './secrets/needles';
import { startOtherHost, type OtherHost } from './secrets/otherHost';
import { findIn, tracesOf, withoutDumps, type Trace } from './secrets/traces';
import { FIXTURE_POSTING, targetOf } from './targetOf';

const silent = () => {};

jest.setTimeout(300_000);

describe('with everything logged that n8n can log', () => {
	let stage: Stage;
	let other: OtherHost;
	let workflows: Record<Vendor, string>;

	beforeAll(async () => {
		stage = await openStage('debug');
		other = await startOtherHost();
		const { hireflix, heymilo, jobmojito, interviewflowai, ribbon } = stage.simulators;
		for (const { vendor, credentials } of [hireflix, jobmojito, ribbon]) {
			credentials.previousWebhookSecret = `previous/${vendor}+secret=of an earlier year`;
		}
		// A URL carries fewer characters unchanged, and activation refuses the others.
		interviewflowai.credentials.previousWebhookSecret = 'previous.interviewflowai_token~of-an-earlier-year';
		interviewflowai.state.filesUrl = interviewflowai.baseUrl;
		heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
		workflows = await activateAll(stage, silent);
	}, 600_000);

	afterAll(async () => {
		await stage?.stop();
		await other?.stop();
	});

	const executionCount = async (vendor: Vendor) => (await stage.n8n.executions(workflows[vendor])).length;

	/** The secret that the vendor sends along with a delivery to this URL. */
	function sharedSecret(vendor: Vendor, url: string): string {
		const { webhookSecret = '' } = stage.simulators[vendor].credentials as { webhookSecret?: string };
		return webhookSecret || (new URL(url).searchParams.get('token') ?? '');
	}

	describe.each(VENDORS)('%s', (vendor) => {
		const fixtures = fixturesOf(vendor);
		const { credential: type, node } = VENDOR_SETUPS[vendor];

		it('takes every fixture twice, what it does not know and what repeats the secret', async () => {
			const before = await executionCount(vendor);
			const simulator = stage.simulators[vendor];
			for (const one of fixtures) {
				const url = targetOf(stage, vendor, one);
				for (const content of [one.text, one.text]) await simulator.sendRaw(content, { url });
			}
			const url = targetOf(stage, vendor, fixtures[0]);
			const { body } = fixtures[0];
			const secret = sharedSecret(vendor, url);
			const bodies = [
				'{"unknown":true}',
				'no JSON, but text',
				JSON.stringify({
					...(body as object),
					[secret]: { callback: `https://example.com/?token=${secret}` },
				}),
				JSON.stringify({ unknown: secret }),
			];
			for (const content of bodies) {
				const contentType = content.startsWith('{') ? 'application/json' : 'text/plain';
				const outcome = await simulator.sendRaw(content, { url, headers: { 'content-type': contentType } });
				expect(outcome.status).toBe(200);
			}
			expect((await executionCount(vendor)) - before).toBeGreaterThan(4);
		});

		it.each(['execution_entity', 'execution_data'])(
			'is an error of its own when n8n cannot store into %s',
			async (table) => {
				const [one] = fixtures;
				await stage.n8n.query(
					`CREATE TRIGGER refusal BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'refused'); END`,
				);
				const content = JSON.stringify({ table, candidate_name: 'Ada Example', email: 'ada@example.com' });
				const url = targetOf(stage, vendor, one);
				const outcome = await stage.simulators[vendor].sendRaw(content, { url });
				await stage.n8n.query('DROP TRIGGER refusal');
				expect(outcome.status).toBe(500);
			},
		);

		it('accepts a right credential, and rejects a wrong one and a vendor that fails or redirects', async () => {
			const simulator = stage.simulators[vendor];
			const message = indiscreet(vendor, stage.simulators);
			const data = { ...simulator.credentials } as Record<string, unknown>;
			const test = async (changes = {}) =>
				(await stage.n8n.testCredential({ type, data: { ...data, ...changes } })).status;
			await expect(test()).resolves.toBe('OK');
			await expect(test({ apiKey: 'wrong', accessToken: 'wrong' })).resolves.toBe('Error');
			await expect(test({ baseUrl: CLOSED_PORT })).resolves.toBe('Error');
			simulator.failNext({ match: { path: /./ }, status: 500, message });
			await expect(test()).resolves.toBe('Error');
			simulator.failNext({ match: { path: /./ }, status: 307, location: other.origin });
			await expect(test()).resolves.toBe('Error');
			simulator.clearFaults();
		});

		it('goes on after a failure with On Error: Continue', async () => {
			const [{ resource, operation, good }] = operationsToFail(vendor);
			const parameters = { resource, operation, ...(await good(stage.simulators)) };
			const workflow = actionWorkflow(vendor, await stage.createCredential(vendor), parameters, false);
			const id = await stage.n8n.createWorkflow({
				...workflow,
				nodes: workflow.nodes.map((one) => ({ ...one, onError: 'continueRegularOutput' })),
			});
			const [[, fault]] = failuresOf(vendor, stage.simulators, other.origin);
			stage.simulators[vendor].failNext(fault);
			const executionId = await stage.n8n.runManually(id, START);
			const [[item]] = await stage.n8n.outputItems(executionId ?? '', ACTION);
			expect(item).toMatchObject({ error: expect.stringContaining('says') as string });
		});

		it('runs every operation, and has it refused', async () => {
			const credential = await stage.createCredential(vendor);
			for (const { resource, operation, good, refused, needsFile } of TRIED_OPERATIONS[vendor]) {
				if (resource === 'lookup') continue;
				const run = async (parameters: Record<string, unknown>) => {
					const selected = { resource, operation, ...parameters };
					return (await stage.runAction(vendor, credential, selected, needsFile)).error?.message ?? null;
				};
				expect([operation, await run(await good(stage.simulators))]).toEqual([operation, null]);
				if (refused) expect([operation, await run(refused)]).not.toEqual([operation, null]);
			}
		});

		it('downloads files, also over a redirect, without the key', async () => {
			const simulator = stage.simulators[vendor];
			const [{ good }] = operationsToFail(vendor);
			const run = async () => {
				const parameters = {
					resource: 'report',
					operation: 'get',
					...(await good(stage.simulators)),
					options: { files: ['report', 'recordings'] },
				};
				return await stage.runAction(vendor, await stage.createCredential(vendor), parameters);
			};
			await expect(run()).resolves.toMatchObject({ error: null });
			// micro1's recordings are playlists, which are not downloaded.
			const ending = vendor === 'micro1' ? 'pdf' : 'mp4';
			const file = { path: new RegExp(`\\.${ending}(\\?|$)`) };
			const before = other.received.length;
			simulator.failNext({ match: file, status: 302, location: `${other.origin}/file.${ending}` });
			await expect(run()).resolves.toMatchObject({ error: null });
			simulator.clearFaults();
			// JobMojito's storage is a host of its own, to which no redirect is sent.
			if (vendor !== 'jobmojito') expect(other.received).toHaveLength(before + 1);
		});

		it('shows the key neither in an item nor in a list whose entry holds it, nor when the list fails', async () => {
			const { add, list } = HOLDERS[vendor];
			const { apiKey, accessToken } = stage.simulators[vendor].credentials as unknown as Partial<
				Record<string, string>
			>;
			const key = String(apiKey ?? accessToken);
			const credential = await stage.createCredential(vendor);
			const { items } = await stage.runAction(vendor, credential, add(stage, `Of ${key}`));
			expect(JSON.stringify(items)).toContain('Of ***');
			if (!list) return;
			const dropdown = { nodeType: nodeType(node), credentials: { [type]: credential }, ...list };
			const shown = JSON.stringify(await stage.n8n.loadOptions(dropdown));
			expect([shown.includes('Of ***'), shown.includes(key)]).toEqual([true, false]);
			const [[, fault]] = failuresOf(vendor, stage.simulators, other.origin);
			stage.simulators[vendor].failNext(fault);
			const failure = await stage.n8n.loadOptions(dropdown).catch((error: Error) => error);
			expect(failure).toBeInstanceOf(Error);
			expect(JSON.stringify({ ...(failure as Error) })).not.toContain(key);
		});
	});

	/** Runs operations of a vendor, each of which something keeps from succeeding. @returns those that did */
	async function failInEveryWay(vendor: Vendor): Promise<string[]> {
		const credential = await stage.createCredential(vendor);
		const unreachable = await stage.createCredential(vendor, { baseUrl: CLOSED_PORT });
		const refused = await stage.createCredential(vendor, { apiKey: 'wrong', accessToken: 'wrong' });
		const succeeded: string[] = [];
		for (const { resource, operation, good } of operationsToFail(vendor)) {
			const run = async (name: string, using: typeof credential, failure?: () => void) => {
				const parameters = { resource, operation, ...(await good(stage.simulators)) };
				failure?.();
				const { error } = await stage.runAction(vendor, using, parameters);
				stage.simulators[vendor].clearFaults();
				if (!error) succeeded.push(`${vendor} ${operation}: ${name}`);
			};
			await run('connection refused', unreachable);
			await run('wrong key', refused);
			for (const [name, fault] of failuresOf(vendor, stage.simulators, other.origin)) {
				await run(name, credential, () => stage.simulators[vendor].failNext(fault));
			}
		}
		return succeeded;
	}

	it('explains an activation that fails, at all vendors at once: most of it is waiting, too', async () => {
		await Promise.all(VENDORS.map(explainActivation));
	});

	async function explainActivation(vendor: Vendor): Promise<void> {
		const { displayName } = VENDOR_SETUPS[vendor];
		const parameters = vendor === 'hireflix' ? { registration: 'automatic' } : {};
		const activate = async (changes = {}) => {
			const credential = await stage.createCredential(vendor, changes);
			const workflow = await stage.createWorkflow(vendor, credential, parameters);
			await expect(stage.n8n.activate(workflow)).rejects.toThrow(displayName);
			await stage.n8n.deactivate(workflow).catch(silent);
		};
		if (vendor === 'jobmojito' || vendor === 'interviewflowai' || vendor === 'ribbon') {
			return await activate({ webhookSecret: '', previousWebhookSecret: '' });
		}
		for (const fault of activationFaults(vendor, stage.simulators)) stage.simulators[vendor].failNext(fault);
		await Promise.all([activate({ apiKey: 'wrong' }), activate()]);
		stage.simulators[vendor].clearFaults();
	}

	it('fails in every way, at all vendors at once: most of it is waiting before another attempt', async () => {
		expect((await Promise.all(VENDORS.map(failInEveryWay))).flat()).toEqual([]);
	});

	describe('afterwards', () => {
		let traces: Trace[];

		beforeAll(async () => (traces = await tracesOf(stage.n8n)));

		it('n8n has logged at debug level, and stored executions and files', () => {
			expect(stage.n8n.log()).toMatch(/Received webhook "POST" for path/);
			const places = traces.filter(({ content }) => content !== '').map(({ place }) => place);
			expect(places).toEqual(
				expect.arrayContaining([
					'execution_data.data',
					expect.stringMatching(/n8nEventLog/),
					expect.stringMatching(/binaryData|storage/),
				]),
			);
		});

		it('no secret is anywhere in what n8n has printed and kept', () => {
			expect(findIn(traces, secretsOf(stage.simulators))).toEqual([]);
		});

		it("no token of HeyMilo's registrations is anywhere but in the static data, from which deliveries are verified", () => {
			const found = findIn(traces, tokensOf(stage.simulators));
			expect(
				found.filter((place) => !/ in (workflow_entity\.staticData|file .*database\.sqlite.*)$/.test(place)),
			).toEqual([]);
			expect(found).toContainEqual(expect.stringMatching(/workflow_entity\.staticData$/));
		});

		it('no secret is in a URL that a vendor was sent', () => {
			const urls = VENDORS.flatMap((vendor) => stage.simulators[vendor].requests.map(({ path }) => path));
			expect(urls.length).toBeGreaterThan(100);
			expect(findIn([{ place: 'URL', content: urls.join('\n') }], secretsOf(stage.simulators))).toEqual([]);
		});

		it('no key went to another host than the API', () => {
			const files = VENDORS.flatMap((vendor) =>
				stage.simulators[vendor].requests
					.filter(({ path }) => /^\/(files|recordings|reports)\//.test(path))
					.map(({ headers }) => JSON.stringify(headers)),
			);
			const stored = stage.simulators.jobmojito.files.requests.map(({ headers }) => JSON.stringify(headers));
			expect(Math.min(files.length, stored.length, other.received.length)).toBeGreaterThan(0);
			const sent = [...files, ...stored, ...other.received].join('\n');
			expect(findIn([{ place: 'other host', content: sent }], secretsOf(stage.simulators))).toEqual([]);
		});

		it('no candidate is in the log', () => {
			const log = withoutDumps(stage.n8n.log());
			expect(findIn([{ place: 'log', content: log }], candidatesOf())).toEqual([]);
			const addresses = log.match(/[\w.+-]+@example\.com/g) ?? [];
			expect(addresses.filter((address) => address !== stage.n8n.login.email)).toEqual([]);
		});

		it("but n8n itself dumps a failed node's parameters at debug level, no matter who made the node", async () => {
			const workflow = actionWorkflow('hireflix', { id: '', name: '' }, {}, false);
			const sent = {
				sendBody: true,
				contentType: 'raw',
				rawContentType: 'text/plain',
				body: 'Ottilie Candidate',
			};
			const parameters = { method: 'POST', url: CLOSED_PORT, ...sent };
			const request = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters, credentials: {} };
			const nodes = workflow.nodes.map((one) => (one.name === ACTION ? { ...one, ...request } : one));
			const id = await stage.n8n.createWorkflow({ ...workflow, nodes });
			await stage.n8n.execution((await stage.n8n.runManually(id, START)) ?? '');
			expect(stage.n8n.log()).toContain('Ottilie Candidate');
			expect(withoutDumps(stage.n8n.log())).not.toContain('Ottilie Candidate');
		});
	});
});
