import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Stage } from '../../demo/stage';
import { TRIGGER } from '../../demo/workflows';
import { VENDOR_SETUPS } from '../../demo/vendors';
import type { StoredWorkflow, WorkflowDefinition } from '../../host/editor';
import { installHost } from '../../host/install';
import { startN8n, type N8n } from '../../host/n8n';
import { freePorts } from '../../host/ports';
import { until } from '../../host/until';
import type { Registration } from '../../simulators/shared/registration';
import { openOwnStage } from '../stage/openStage';
import { WAYS, type RegistrationSite } from '../registrationSites';

/** n8n compares what is published with what runs every 10 s. */
const RECONCILED_MS = 12_000;

/** n8n 2.40 forgets a test once the trigger's `delete` has returned; see registrationCase.ts. */
const TEST_FORGOTTEN_MS = 2_000;

/** Nine webhooks go one after the other; on busy cores that takes its time. */
const TEST_CLEARED_MS = 60_000;

jest.setTimeout(600_000);

/** Webhooks of a workflow: for each posting and event, for all events together, and for each event. */
const COUNTS = { heymilo: 9, hireflix: 1, micro1: 2 };

/** A workflow that is published in production, and was when n8n was copied. */
interface Published {
	name: string;
	site: RegistrationSite;
	id: string;
	/** The path of its production URL, the same in every copy. */
	path: string;
	count: number;
}

type Stored = Pick<WorkflowDefinition, 'connections'> & Pick<StoredWorkflow, 'nodes'>;

describe('a copy of an n8n, started at another address', () => {
	let stage: Stage;
	let production: N8n;
	let copy: N8n;
	let copyUrl: string;
	let published: Published[];
	/** Production's webhooks when n8n was copied, by workflow. */
	let before: Record<string, Registration[]>;
	const folder = mkdtempSync(join(tmpdir(), 'n8n-copy-'));

	beforeAll(async () => {
		stage = await openOwnStage();
		production = stage.n8n;
		published = [];
		for (const name of Object.keys(WAYS)) published.push(await publish(name));
		before = Object.fromEntries(published.map((one) => [one.name, structuredClone(inProduction(one))]));
		await production.stop();
		cpSync(production.userFolder, folder, { recursive: true });
		await production.restart();

		const [port] = await freePorts(0);
		copyUrl = `http://localhost:${port}`;
		const host = await installHost(() => {});
		const environment = { WEBHOOK_URL: copyUrl };
		copy = await startN8n({ host, userFolder: folder, packages: [], port, environment });
		await wait(RECONCILED_MS);
	}, 900_000);

	afterAll(async () => {
		await copy?.stop();
		await stage?.stop();
		await Promise.all((published ?? []).map(async ({ site }) => await site.simulator.stop()));
		rmSync(folder, { recursive: true, force: true });
	});

	async function publish(name: string): Promise<Published> {
		const site = await WAYS[name]();
		const { vendor, jobs, simulator } = site;
		const isHeyMilo = vendor === 'heymilo';
		const parameters = {
			...site.parameters(['begun', 'completed'], isHeyMilo ? jobs : []),
			...(isHeyMilo && { events: ['interview_started', 'interview_completed', 'report_available'] }),
		};
		const credential = await stage.createCredential(vendor, { ...simulator.credentials });
		const id = await stage.createWorkflow(vendor, credential, parameters);
		await production.activate(id);
		const { pathname } = new URL(await stage.productionUrl(id));
		return { name, site, id, path: pathname, count: COUNTS[vendor] };
	}

	const leadingTo = ({ site }: Published, url: string) =>
		site.simulator.webhooks.filter((webhook) => webhook.active && webhook.url.split('?')[0] === url);
	const inProduction = (one: Published) => leadingTo(one, production.baseUrl + one.path);
	const inCopy = (one: Published) => leadingTo(one, copyUrl + one.path);
	const inTestOfCopy = (one: Published) =>
		leadingTo(one, copyUrl + one.path.replace('/webhook/', '/webhook-test/'));

	/** How many executions follow in each n8n when it happens at the vendor. */
	async function runsAfter({ id, site }: Published): Promise<{ production: number; copy: number }> {
		const count = async (n8n: N8n) => (await n8n.executions(id)).length;
		const [one, other] = [await count(production), await count(copy)];
		await site.happen('begun', site.jobs[0]);
		return { production: (await count(production)) - one, copy: (await count(copy)) - other };
	}

	/** Does it for every workflow, at the same time, since each has a vendor of its own. */
	async function everywhere(act: (one: Published) => Promise<unknown>): Promise<void> {
		await Promise.all(published.map(act));
	}

	/** Production has the very webhooks that it had, and receives; so many executions follow in the copy. */
	async function expectUntouched(one: Published, inTheCopy: number): Promise<void> {
		const { name } = one;
		expect({ name, webhooks: inProduction(one) }).toEqual({ name, webhooks: before[name] });
		expect({ name, runs: await runsAfter(one) }).toEqual({ name, runs: { production: 1, copy: inTheCopy } });
	}

	async function changeOption({ id }: Published): Promise<void> {
		const { nodes, connections } = await copy.request<Stored>('GET', `/rest/workflows/${id}`);
		nodes[0].parameters.simplify = true;
		await copy.updateWorkflow(id, { nodes, connections });
	}

	it('was made of an n8n with webhooks of every vendor at which a trigger registers', () => {
		expect(published.map(({ name }) => [name, before[name].length])).toEqual(
			published.map(({ name, count }) => [name, count]),
		);
	});

	it('leaves production alone when it starts', async () => {
		await everywhere(async (one) => await expectUntouched(one, 0));
	});

	it('leaves production alone when its workflows are unpublished, and names in its log what leads there', async () => {
		const start = copy.log().length;
		await everywhere(async ({ id }) => await copy.deactivate(id));
		const said = copy.log().slice(start);
		for (const { site, count } of published) {
			const { displayName } = VENDOR_SETUPS[site.vendor];
			const line = said.split('\n').find((text) => text.includes(`${displayName} also has webhooks`));
			expect(line).toContain(`${count} to ${new URL(production.baseUrl).host}`);
		}
		const tokens = Object.values(before)
			.flat()
			.flatMap(({ url }) => url.split('token=')[1] ?? []);
		expect(tokens).toHaveLength(20);
		expect(tokens.filter((token) => copy.log().includes(token))).toEqual([]);
		await everywhere(async (one) => await expectUntouched(one, 0));
	});

	it('registers itself beside production when an option is changed there and published', async () => {
		for (const one of published) {
			await copy.activate(one.id);
			await changeOption(one);
			await copy.activate(one.id);
			expect(inCopy(one)).toHaveLength(one.count);
			await expectUntouched(one, 1);
		}
	});

	it('leaves production alone while a test event is listened for there, and afterwards', async () => {
		// One after the other: n8n 2.40 hangs when a test begins while another ends.
		for (const one of published) {
			await expect(copy.runManually(one.id, TRIGGER)).resolves.toBeNull();
			expect(inTestOfCopy(one)).toHaveLength(one.count);
			// In the copy one run of the published workflow and one of the test, which ends with it.
			await expectUntouched(one, 2);
			await until(() => inTestOfCopy(one).length === 0, TEST_CLEARED_MS);
			await wait(TEST_FORGOTTEN_MS);
			expect(inTestOfCopy(one)).toEqual([]);
		}
		await everywhere(async (one) => await expectUntouched(one, 1));
	});

	it('takes its own webhooks away when it is unpublished again', async () => {
		await everywhere(async (one) => {
			await copy.deactivate(one.id);
			expect(inCopy(one)).toEqual([]);
			await expectUntouched(one, 0);
		});
	});

	it('is not touched when production is unpublished', async () => {
		for (const one of published) {
			await copy.activate(one.id);
			await production.deactivate(one.id);
			expect(inProduction(one)).toEqual([]);
			expect(inCopy(one)).toHaveLength(one.count);
			expect(await runsAfter(one)).toEqual({ production: 0, copy: 1 });
		}
	});
});
