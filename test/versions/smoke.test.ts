import { shippedFiles } from '../../demo/shipped';
import { VENDOR_SETUPS, VENDORS, type Simulators } from '../../demo/vendors';
import { ACTION, actionWorkflow, nodeType, START } from '../../demo/workflows';
import { isAtLeast, lockOf, PINNED } from '../../host/versions';
import type { Outcome } from '../../simulators/shared/sender';
import type { Vendor } from '../../simulators/shared/simulator';
import { expectedItems } from '../e2e/expectedItems';
import { TRIED_OPERATIONS } from '../operations';
import { FIXTURE_POSTING } from '../e2e/targetOf';
import { fixturesOf } from '../fixtures';
import { openVersionStage, type VersionStage } from './versionStage';

const { version } = lockOf(process.env.N8N_VERSION ?? PINNED);

/** From here on n8n stores an execution before it answers; before, nothing in `webhook()` says whether it was stored. */
const storesBeforeItAnswers = isAtLeast(version, '2.8');

const EVERY_TIME = 10_000;

/** What is tried of each action node. `files` are kinds of *Download Files* in *Report → Get*. */
const TRIED: Record<Vendor, { reads: string; writes: string; files: string[] }> = {
	hireflix: { reads: 'position getAll', writes: 'interview comment', files: ['recordings'] },
	heymilo: { reads: 'posting getAll', writes: 'posting clone', files: ['recordings'] },
	jobmojito: { reads: 'interview getAll', writes: 'interview setState', files: ['report', 'recordings'] },
	interviewflowai: { reads: 'candidate getAll', writes: 'candidate addMany', files: ['report'] },
	ribbon: { reads: 'flow getAll', writes: 'flow create', files: ['recordings'] },
	micro1: { reads: 'interview getAll', writes: 'interview create', files: ['report'] },
};

jest.setTimeout(300_000);

// A describe is a row of the table in docs/n8n-versions.md, by its name (scripts/testVersions.ts).
describe(`n8n ${version}`, () => {
	let stage: VersionStage;

	beforeAll(async () => {
		stage = await openVersionStage(version);
	}, 900_000);

	afterAll(async () => await stage?.stop());

	const activeWebhooks = (vendor: Vendor) => stage.simulators[vendor].webhooks.filter(({ active }) => active);

	async function sendFirst(vendor: Vendor, text = fixturesOf(vendor)[0].text): Promise<Outcome> {
		const url = stage.targetOf(vendor, fixturesOf(vendor)[0]);
		return await stage.simulators[vendor].sendRaw(text, { url });
	}

	describe('The nodes and credentials load without a complaint', () => {
		it('as Settings > Community nodes and the log say', async () => {
			const [listed] = await stage.n8n.installedPackages();
			expect(listed.failedLoading ?? false).toBe(false);
			const types = VENDORS.flatMap((vendor) => [VENDOR_SETUPS[vendor].node, VENDOR_SETUPS[vendor].action]);
			expect(listed.installedNodes.map(({ type }) => type).sort()).toEqual(types.map(nodeType).sort());
			const lines = stage.n8n.log().split('\n');
			expect(
				lines.filter((line) => /n8n-nodes-ai|community/i.test(line) && /error|fail/i.test(line)),
			).toEqual([]);
		});
	});

	describe('The credential test accepts a right key and rejects a wrong one', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			const { credential: type } = VENDOR_SETUPS[vendor];
			const right = { ...stage.simulators[vendor].credentials } as Record<string, unknown>;
			await expect(stage.n8n.testCredential({ type, data: right })).resolves.toMatchObject({ status: 'OK' });
			const key = 'apiKey' in right ? 'apiKey' : 'accessToken';
			const wrong = { ...right, [key]: 'wrong' };
			await expect(stage.n8n.testCredential({ type, data: wrong })).resolves.toMatchObject({
				status: 'Error',
			});
		});
	});

	describe('Each documented event becomes its item', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			const fixtures = fixturesOf(vendor);
			for (const one of fixtures) {
				const url = stage.targetOf(vendor, one);
				await expect(stage.simulators[vendor].sendRaw(one.text, { url })).resolves.toMatchObject({
					status: 200,
				});
			}
			const emitted = await stage.emitted(stage.workflows[vendor]);
			expect(emitted.flatMap(({ events }) => events)).toEqual(expectedItems(vendor, fixtures));
		});
	});

	describe('40 equal deliveries at once start one execution', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			const before = await stage.executionCount(vendor);
			const text = JSON.stringify({ never: `seen before by ${vendor}` });
			const outcomes = await Promise.all(
				Array.from({ length: 40 }, async () => await sendFirst(vendor, text)),
			);
			expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
			await expect(stage.executionCount(vendor)).resolves.toBe(before + 1);
		});
	});

	describe('A forged delivery is answered 401 and starts nothing', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			await sendFirst(vendor, JSON.stringify({ genuine: `of ${vendor}` }));
			const before = await stage.executionCount(vendor);
			for (const kind of ['signature', 'wrong secret'] as const) {
				const forged = await stage.simulators[vendor].sendForged(kind);
				expect(forged.map(({ status }) => status)).toEqual(forged.map(() => 401));
				expect(forged.length).toBeGreaterThan(0);
			}
			await expect(stage.executionCount(vendor)).resolves.toBe(before);
		});
	});

	describe('Webhooks are registered, and removed at deactivation', () => {
		it('HeyMilo', async () => {
			const wanted = stage.simulators.heymilo.state.postings.length * 3;
			expect(activeWebhooks('heymilo')).toHaveLength(wanted);
			await stage.n8n.deactivate(stage.workflows.heymilo);
			expect(activeWebhooks('heymilo')).toEqual([]);
			await stage.activate('heymilo', stage.workflows.heymilo);
			expect(activeWebhooks('heymilo')).toHaveLength(wanted);
		});

		it('Hireflix, where the schema shows how', async () => {
			await atAutomaticHireflix(async (simulator, workflow) => {
				await stage.n8n.activate(workflow);
				const url = await stage.productionUrl(workflow);
				expect(simulator.webhooks).toMatchObject([{ active: true, url }]);
				await stage.n8n.deactivate(workflow);
				expect(simulator.webhooks).toMatchObject([{ active: false }]);
			});
		});
	});

	describe('Activation survives one 429, one 500 and one lost answer', () => {
		const faults = ['retry-after', 500, 'drop-after-handling'] as const;

		it('HeyMilo', async () => {
			const before = activeWebhooks('heymilo').length;
			await stage.n8n.deactivate(stage.workflows.heymilo);
			for (const status of faults)
				stage.simulators.heymilo.failNext({ match: { method: 'POST', path: /webhooks/ }, status });
			await stage.activate('heymilo', stage.workflows.heymilo);
			expect(activeWebhooks('heymilo')).toHaveLength(before);
		});

		it('Hireflix', async () => {
			await atAutomaticHireflix(async (simulator, workflow) => {
				const match = { path: '/me', body: /mutation.*create/i };
				for (const status of faults) simulator.failNext({ match, status });
				await stage.n8n.activate(workflow);
				expect(simulator.webhooks).toMatchObject([{ active: true }]);
				await stage.n8n.deactivate(workflow);
			});
		});
	});

	async function atAutomaticHireflix(
		run: (
			simulator: Awaited<ReturnType<typeof import('../../simulators/hireflix').startHireflix>>,
			workflow: string,
		) => Promise<void>,
	): Promise<void> {
		const { startHireflix } = await import('../../simulators/hireflix');
		const simulator = await startHireflix({ webhookSchema: 'namespace' });
		try {
			const credential = await stage.createCredential('hireflix', { ...simulator.credentials });
			await run(simulator, await stage.createWorkflow('hireflix', credential, { registration: 'automatic' }));
		} finally {
			await simulator.stop();
		}
	}

	describe('A restart while the vendor is down keeps the webhooks, and makes none', () => {
		it('HeyMilo', async () => {
			const { heymilo } = stage.simulators;
			const before = activeWebhooks('heymilo').map(({ id }) => id);
			heymilo.failNext({ match: { path: /./ }, status: 500, times: EVERY_TIME });
			await stage.n8n.restart();
			heymilo.clearFaults();
			const interview = await heymilo.invite({ jobId: FIXTURE_POSTING });
			const count = await stage.executionCount('heymilo');
			await expect(interview.start()).resolves.toMatchObject([{ status: 200 }]);
			await expect(stage.executionCount('heymilo')).resolves.toBe(count + 1);
			expect(activeWebhooks('heymilo').map(({ id }) => id)).toEqual(before);
		});
	});

	async function whileTheDatabaseRefuses<Result>(act: () => Promise<Result>): Promise<Result> {
		await stage.n8n.query(
			"CREATE TRIGGER refuse BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(ABORT, 'refused by a test'); END",
		);
		try {
			return await act();
		} finally {
			await stage.n8n.query('DROP TRIGGER refuse');
		}
	}

	const fromThere = storesBeforeItAnswers ? describe : describe.skip;
	const before = storesBeforeItAnswers ? describe.skip : describe;

	fromThere('A delivery that the database refuses is answered 500, and passes when it is sent again', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			const text = JSON.stringify({ refused: `by the database of ${vendor}` });
			const count = await stage.executionCount(vendor);
			const refused = await whileTheDatabaseRefuses(async () => await sendFirst(vendor, text));
			expect(refused.status).toBe(500);
			await expect(sendFirst(vendor, text)).resolves.toMatchObject({ status: 200 });
			await expect(stage.executionCount(vendor)).resolves.toBe(count + 1);
		});
	});

	before(
		'A delivery that the database refuses is lost, and the nightly reconciliation brings it back',
		() => {
			it('jobmojito', async () => {
				const { jobmojito } = stage.simulators;
				const { sheets } = stage.services;
				sheets.grid = [['interview_id']];
				const parameters = VENDOR_SETUPS.jobmojito.parameters(stage.simulators);
				const live = await stage.install(
					'one-row-per-interview.json',
					{ 'Hireflix Trigger': parameters },
					'jobmojito',
				);
				await stage.activate('jobmojito', live.id);
				jobmojito.state.interviews.splice(0);
				const interview = await jobmojito.invite({ name: 'Lost Lea', email: 'lost.lea@example.com' });
				await whileTheDatabaseRefuses(async () => {
					await interview.complete();
					await interview.report({ score: 6.2 });
				});
				expect(jobmojito.sender.outcomes.at(-1)).toMatchObject({ status: 200 });
				await stage.n8n.deactivate(live.id);
				expect(sheets.rows()).toEqual([]);
				await (await stage.install('nightly-reconciliation.json')).run();
				expect(sheets.rows()).toMatchObject([{ interview_id: interview.id, candidate_name: 'Lost Lea' }]);
			});
		},
	);

	/** Runs an action node with an error output. @returns its items by output, and the execution */
	async function runWithErrorOutput(
		vendor: Vendor,
		credential: { id: string; name: string },
		parameters: object,
	) {
		const definition = actionWorkflow(vendor, credential, { ...parameters }, false);
		const nodes = definition.nodes.map((node) =>
			node.name === ACTION ? { ...node, onError: 'continueErrorOutput' } : node,
		);
		const workflow = await stage.n8n.createWorkflow({ ...definition, nodes });
		const id = (await stage.n8n.runManually(workflow, START)) ?? '';
		return await stage.n8n.execution(id);
	}

	describe.each([
		['An action node reads', 'reads'],
		['An action node writes', 'writes'],
	] as const)('%s', (_, kind) => {
		it.each(VENDORS)('%s', async (vendor) => {
			const one = triedOperation(vendor, TRIED[vendor][kind]);
			const { resource, operation } = one;
			const parameters = { resource, operation, ...(await one.good(stage.simulators)) };
			const run = await stage.runAction(vendor, await stage.createCredential(vendor), parameters);
			expect(run.error).toBeNull();
			expect(run.items[0]).toMatchObject(one.item ?? {});
		});
	});

	describe('A refused item goes to the error output', () => {
		it.each(VENDORS)('%s', async (vendor) => {
			const one = triedOperation(vendor, TRIED[vendor].reads);
			const { resource, operation } = one;
			const wrong = await stage.createCredential(vendor, { apiKey: 'wrong', accessToken: 'wrong' });
			const parameters = { resource, operation, ...(await one.good(stage.simulators)) };
			const { runData } = await runWithErrorOutput(vendor, wrong, parameters);
			const [passed, failed] = runData[ACTION][0].data?.main ?? [];
			expect(passed ?? []).toEqual([]);
			expect(failed).toHaveLength(1);
			expect(JSON.stringify(failed)).toContain(VENDOR_SETUPS[vendor].displayName);
		});
	});

	describe('An action node downloads the files of a report', () => {
		beforeAll(() => {
			const { interviewflowai } = stage.simulators;
			interviewflowai.state.filesUrl = interviewflowai.baseUrl;
		});

		it.each(VENDORS)('%s', async (vendor) => {
			const one = triedOperation(vendor, 'report get');
			const { options, ...parameters } = (await one.good(stage.simulators)) as { options?: object };
			const withFiles = { ...options, files: TRIED[vendor].files };
			const { runData, error } = await runWithErrorOutput(vendor, await stage.createCredential(vendor), {
				...{ resource: 'report', operation: 'get', ...parameters },
				options: withFiles,
			});
			expect(error).toBeUndefined();
			const [[item]] = (runData[ACTION][0].data?.main ?? [[]]) as Array<Array<{ binary?: object }>>;
			expect(Object.keys(item.binary ?? {}).length).toBeGreaterThan(0);
		});
	});

	describe('Each shipped workflow is imported, runs on its sample, and is activated', () => {
		// Before, n8n has looked for newer versions of its packages itself.
		let before = 0;
		beforeAll(() => void (before = stage.services.refused.length));

		it.each(shippedFiles())('%s', async (file) => {
			const { heymilo, hireflix, jobmojito } = stage.simulators;
			const [result, report] = [await reported(jobmojito), await reported(heymilo)];
			const workflow = await stage.install(file, {
				'HeyMilo Trigger': { postings: heymilo.state.postings.map(({ id }) => id) },
				'Invite to the interview': {
					positionId: { __rl: true, mode: 'id', value: hireflix.state.positions[0].id },
				},
			});
			// What these two fetch is the report of their sample.
			const fetched = { 'archive-files.json': result, 'report-by-email.json': report }[file];
			Object.assign(fetched ?? {}, { id: workflow.pinned.interview_id });
			expect((await workflow.run()).status).toMatch(/^(success|waiting)$/);
			await stage.n8n.activate(workflow.id);
			await stage.n8n.deactivate(workflow.id);
		});

		it('and calls nothing but the services that it is for', () => {
			expect(stage.services.refused.slice(before)).toEqual([]);
		});
	});
});

/** A new interview that has a report, as the vendor stores it. */
async function reported(vendor: Simulators['heymilo'] | Simulators['jobmojito']): Promise<{ id: string }> {
	const { id, complete, report } = await vendor.invite({
		name: 'Amara Osei',
		email: 'amara.osei@example.com',
	});
	await complete();
	await report();
	const stored = vendor.state.interviews.find((one) => one.id === id);
	if (!stored) throw new Error(`There is no interview ${id}`);
	return stored;
}

/** @param name resource and operation */
function triedOperation(vendor: Vendor, name: string) {
	const found = TRIED_OPERATIONS[vendor]?.find(
		({ resource, operation }) => `${resource} ${operation}` === name,
	);
	if (!found) throw new Error(`No operation ${name} is tried at ${vendor}`);
	return found;
}
