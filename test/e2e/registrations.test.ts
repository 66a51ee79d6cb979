import { setTimeout as wait } from 'node:timers/promises';

import type { Stage } from '../../demo/stage';
import { VENDOR_SETUPS, VENDORS } from '../../demo/vendors';
import { TRIGGER } from '../../demo/workflows';
import type { WorkflowDefinition } from '../../host/editor';
import { until } from '../../host/until';
import { openStage } from '../stage/openStage';
import { RegistrationCase } from './registrationCase';

/** n8n compares what is published with what runs every 10 s. */
const RECONCILED_MS = 12_000;

/** test/lifecycle/registrations.test.ts does it more often. */
const TIMES = 5;

jest.setTimeout(600_000);

describe('registrations at the vendor', () => {
	let stage: Stage;
	let tried: RegistrationCase;

	beforeAll(async () => {
		stage = await openStage();
	}, 600_000);

	afterAll(async () => await stage?.stop());

	beforeEach(() => (tried = new RegistrationCase(stage)));

	afterEach(async () => await tried.end());

	it('is there once each time when a workflow is activated and deactivated again and again', async () => {
		await tried.everywhere(async (site) => {
			const workflow = await tried.create(site);
			for (let time = 0; time < TIMES; time++) {
				await stage.n8n.activate(workflow.id);
				expect(tried.registered(workflow, workflow.url)).toHaveLength(1);
				if (time === TIMES - 1) await expect(tried.runsAfter(workflow)).resolves.toBe(1);
				await stage.n8n.deactivate(workflow.id);
				expect(tried.orphans(site)).toEqual([]);
			}
		});
	});

	it('follows edits of an active workflow once they are published, and delivers until then as before', async () => {
		await tried.everywhere(async (site) => {
			const workflow = await tried.activated(site);
			const [first, second] = site.jobs;
			const publish = async (parameters: Record<string, unknown>) => {
				await tried.edit(workflow, (trigger) => Object.assign(trigger.parameters, parameters));
				await expect(tried.runsAfter(workflow)).resolves.toBe(1);
				await stage.n8n.activate(workflow.id);
			};
			await publish({ simplify: true });
			await publish(site.parameters(['begun', 'completed'], [first]));
			expect(tried.registered(workflow, workflow.url)).toHaveLength(2);
			await publish(site.parameters(['completed'], [second]));
			expect(tried.registered(workflow, workflow.url)).toHaveLength(1);
			await expect(tried.runsAfter(workflow, 'begun', first)).resolves.toBe(0);
			await expect(tried.runsAfter(workflow, 'completed', second)).resolves.toBe(1);
		});
	});

	it('survives a rename of the node, published or not', async () => {
		await tried.everywhere(async (site) => {
			const workflow = await tried.activated(site);
			await tried.edit(workflow, (trigger) => (trigger.name = 'Renamed'));
			await expect(tried.runsAfter(workflow)).resolves.toBe(1);
			await stage.n8n.activate(workflow.id);
			await expect(tried.runsAfter(workflow)).resolves.toBe(1);
			await tried.edit(workflow, (trigger) => (trigger.name = 'Renamed again'));
			await expect(tried.runsAfter(workflow)).resolves.toBe(1);
			expect(tried.registered(workflow, workflow.url)).toHaveLength(1);
		});
	});

	it('is kept apart from that of a second workflow on the same posting', async () => {
		await tried.everywhere(async (site) => {
			const [one, other] = [await tried.activated(site), await tried.activated(site)];
			await expect(tried.runsAfter(one)).resolves.toBe(1);
			await expect(tried.runsAfter(other)).resolves.toBe(1);
			await stage.n8n.deactivate(one.id);
			expect(tried.registered(one, one.url)).toEqual([]);
			await expect(tried.runsAfter(other)).resolves.toBe(1);
		});
	});

	it('is not disturbed by an imported copy with the same URL, which n8n refuses to activate', async () => {
		await tried.everywhere(async (site) => {
			const original = await tried.activated(site);
			const path = `/rest/workflows/${original.id}`;
			const { nodes, connections } = await stage.n8n.request<WorkflowDefinition>('GET', path);
			const copy = await stage.n8n.createWorkflow({ name: 'Imported copy', nodes, connections });
			await expect(stage.n8n.activate(copy)).rejects.toThrow(/conflict/i);
			await stage.n8n.deactivate(copy);
			await expect(tried.runsAfter(original)).resolves.toBe(1);
		});
	});

	it('stays in production beside that of a test, which goes with its event or when it is canceled', async () => {
		await tried.inTurn(async (site) => {
			const workflow = await tried.activated(site);
			const production = tried.registered(workflow, workflow.url);
			const inTest = () => tried.registered(workflow, workflow.testUrl);

			await expect(stage.n8n.runManually(workflow.id, TRIGGER)).resolves.toBeNull();
			expect(inTest()).toEqual(production);
			await expect(tried.runsAfter(workflow)).resolves.toBe(2);
			await tried.testIsOver(workflow);
			expect(inTest()).toEqual([]);

			await stage.n8n.runManually(workflow.id, TRIGGER);
			expect(inTest()).toEqual(production);
			await tried.cancelTest(workflow);
			expect(inTest()).toEqual([]);
			expect(tried.registered(workflow, workflow.url)).toEqual(production);
			await expect(tried.runsAfter(workflow)).resolves.toBe(1);
		});
	});

	it('goes when an active workflow is archived and deleted', async () => {
		await tried.everywhere(async (site) => {
			const workflow = await tried.activated(site);
			const path = `/rest/workflows/${workflow.id}`;
			await stage.n8n.request('POST', `${path}/archive`, {});
			// n8n refuses until it has unpublished the workflow.
			const isDeleted = async () =>
				await stage.n8n.request('DELETE', path).then(
					() => true,
					() => false,
				);
			await until(isDeleted, 20_000);
			await expect(stage.n8n.workflow(workflow.id)).rejects.toThrow();
			tried.forget(workflow);
		});
	});

	it('is not asked for when the setup at the vendor is done by hand', async () => {
		for (const vendor of VENDORS.filter((one) => VENDOR_SETUPS[one].connect)) {
			const { requests } = stage.simulators[vendor];
			const workflow = await stage.createWorkflow(vendor, await stage.createCredential(vendor));
			await stage.activate(vendor, workflow);
			await stage.n8n.deactivate(workflow);
			await expect(stage.n8n.runManually(workflow, TRIGGER)).resolves.toBeNull();
			await stage.n8n.request('DELETE', `/rest/test-webhook/${workflow}`);
			expect({ vendor, requests }).toEqual({ vendor, requests: [] });
		}
	});

	it('is neither asked for nor made again by a restart', async () => {
		await tried.everywhere(async (site) => void (await tried.activated(site)));
		const { workflows } = tried;
		const calls = () => workflows.map(({ site }) => site.simulator.requests.length);
		const before = calls();
		await stage.n8n.restart();
		await wait(RECONCILED_MS);
		expect(calls()).toEqual(before);
		for (const workflow of workflows) await expect(tried.runsAfter(workflow)).resolves.toBe(1);
	});
});
