import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startHeyMilo, type HeyMiloSimulator } from '../../simulators/heymilo';
import { isStranger, WAYS, type RegistrationSite } from '../registrationSites';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { prepare } from './vendors';

/** How a person removes a webhook there. */
const BY_HAND: Record<RegistrationSite['vendor'], string> = {
	heymilo: 'with the operation Webhook → Delete of the HeyMilo node',
	hireflix: 'in Hireflix under Profile → Webhooks',
	micro1: 'DELETE /webhook/',
};

/** Webhooks of two events of one job. */
const COUNTS = { heymilo: 2, hireflix: 1, micro1: 2 };

/** A workflow's static data as another n8n reads it from a copied database. */
const asStored = ({ workflow }: ActiveWorkflow) =>
	JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;

describe.each(Object.entries(WAYS))('%s, in an n8n and its copy', (_, openSite) => {
	let site: RegistrationSite;
	let production: ActiveWorkflow;
	/** Its webhooks. */
	let count: number;
	let started: ActiveWorkflow[];

	beforeEach(async () => {
		started = [];
		site = await openSite();
		production = await open();
		await production.activate();
		count = COUNTS[site.vendor];
	});

	afterEach(async () => {
		await Promise.all(started.map(async (workflow) => await workflow.stop()));
		await site.simulator.stop();
	});

	async function open(setup: Partial<Setup> = {}): Promise<ActiveWorkflow> {
		const own = site.parameters(['begun', 'completed'], site.jobs.slice(0, 1)) as INodeParameters;
		const parameters = { ...own, ...setup.parameters };
		const workflow = await prepare(site.vendor, site.simulator, { ...setup, parameters });
		started.push(workflow);
		return workflow;
	}

	/** The same workflow with the same static data, in an n8n that listens at another port. */
	const copy = async () => await open({ staticData: asStored(production) });

	const leadingTo = ({ url }: ActiveWorkflow) =>
		site.simulator.webhooks.filter((webhook) => webhook.active && webhook.url.split('?')[0] === url);

	/** All but those of strangers. */
	const ownOfAll = () =>
		site.simulator.webhooks.filter((webhook) => webhook.active && !isStranger(site, webhook));

	/** Does it, and checks that production has the same webhooks afterwards and receives. */
	async function expectUntouched(act: () => Promise<unknown>): Promise<void> {
		const before = structuredClone(leadingTo(production));
		expect(before).toHaveLength(count);
		await act();
		expect(leadingTo(production)).toEqual(before);
		await expectReceiving(production);
	}

	async function expectReceiving(workflow: ActiveWorkflow): Promise<void> {
		const before = workflow.executions.length;
		await site.happen('begun', site.jobs[0]);
		expect(workflow.executions.length - before).toBe(1);
	}

	it('unpublishing the copy leaves production alone when the address of the copy is no URL', async () => {
		const copied = await open({ publicUrl: 'n8n.example.com', staticData: asStored(production) });
		await expectUntouched(async () => await copied.deactivate());
		await expect(copied.activate()).rejects.toThrow('Set WEBHOOK_URL');
	});

	it('changing an option in the copy and publishing registers the copy beside production', async () => {
		const copied = await copy();
		await expectUntouched(async () => {
			await copied.deactivate();
			copied.change({ simplify: true });
			await copied.activate();
		});
		expect(leadingTo(copied)).toHaveLength(count);
		await expectReceiving(copied);
		await expectUntouched(async () => await copied.deactivate());
		expect(leadingTo(copied)).toEqual([]);
	});

	it('starting the copy, which asks for its webhooks (n8n 1.x), leaves production alone', async () => {
		const copied = await copy();
		await expectUntouched(async () => {
			await expect(copied.call('checkExists')).resolves.toBe(false);
			await copied.activate();
			await expect(copied.call('checkExists')).resolves.toBe(true);
		});
		expect(leadingTo(copied)).toHaveLength(count);
	});

	it.each([
		['has nothing of the static data, as in n8n', () => undefined],
		['has the static data too', () => asStored(production)],
	])('listening for a test event in the copy leaves production alone when the test %s', async (_, data) => {
		const tested = await open({ mode: 'manual', staticData: data() });
		await expectUntouched(async () => await tested.activate());
		expect(leadingTo(tested)).toHaveLength(count);
		await expectUntouched(async () => await tested.deactivate());
		expect(leadingTo(tested)).toEqual([]);
	});

	it.each([
		['has static data of its own, as in n8n', (): IDataObject => ({})],
		['shares the static data', () => production.workflow.staticData],
	])(
		'listening for a test event in the same n8n leaves production alone when the test %s',
		async (_, data) => {
			const publicUrl = new URL(production.url).origin;
			const tested = await open({ mode: 'manual', publicUrl, staticData: data() });
			await expectUntouched(async () => await tested.activate());
			await expectUntouched(async () => await tested.deactivate());
			expect(leadingTo(tested)).toEqual([]);
			expect(tested.log).toEqual([]);
		},
	);

	it.each([
		['a test', 'manual'],
		['production', undefined],
	] as const)('removing %s leaves the other when both share the static data', async (_, mode) => {
		const publicUrl = new URL(production.url).origin;
		const staticData = production.workflow.staticData;
		const tested = await open({ mode: 'manual', publicUrl, staticData });
		await tested.activate();
		const [removed, left] = mode === 'manual' ? [tested, production] : [production, tested];
		await removed.deactivate();
		expect(leadingTo(removed)).toEqual([]);
		expect(leadingTo(left)).toHaveLength(count);
		await left.deactivate();
		expect(ownOfAll()).toEqual([]);
	});

	it('after a move, publishing registers at the new address and names what is left at the old one', async () => {
		const old = new URL(production.url).host;
		const tokens = leadingTo(production).map(({ url }) => url.split('token=')[1] ?? 'no token');
		const moved = await copy();
		await expectUntouched(async () => {
			await moved.deactivate();
			await moved.activate();
		});
		expect(leadingTo(moved)).toHaveLength(count);
		const said = moved.log.at(-1) ?? '';
		expect(said).toContain(`${count} to ${old}`);
		expect(said).toContain(BY_HAND[site.vendor]);
		expect(tokens.filter((token) => moved.log.join().includes(token))).toEqual([]);
		expect(production.log).toEqual([]);
	});

	it('finds its own webhooks when the vendor lists their host in lower case and without the port', async () => {
		await production.deactivate();
		const shouting = await open({ publicUrl: 'HTTPS://N8N.Example.com:443' });
		await shouting.activate();
		await expect(shouting.call('checkExists')).resolves.toBe(true);
		await shouting.call('create');
		expect(ownOfAll()).toHaveLength(count);
		await shouting.deactivate();
		expect(ownOfAll()).toEqual([]);
	});
});

describe('HeyMilo after a move', () => {
	let simulator: HeyMiloSimulator;
	let [before, moved]: ActiveWorkflow[] = [];

	beforeEach(async () => {
		simulator = await startHeyMilo();
		const postings = simulator.state.postings.slice(0, 1).map(({ id }) => id);
		before = await prepare('heymilo', simulator, { parameters: { postings } });
		await before.activate();
		moved = await prepare('heymilo', simulator, {
			parameters: { postings },
			staticData: before.workflow.staticData,
		});
	});

	afterEach(async () => {
		await Promise.all([before.stop(), moved.stop(), simulator.stop()]);
	});

	it('proves what still comes by way of the old address, until the vendor has the webhook no more', async () => {
		const old = [...simulator.webhooks];
		await moved.activate();
		const token = new URL(old[0].url).searchParams.get('token') ?? '';
		const deliver = async () =>
			await simulator.sendRaw('{"interview_id":"A1"}', { url: `${moved.url}?token=${token}` });
		await expect(deliver()).resolves.toMatchObject({ status: 200 });

		// A person deletes what leads to the old address.
		for (const webhook of old) webhook.active = false;
		await moved.call('create');
		await expect(deliver()).resolves.toMatchObject({ status: 401 });
		expect(JSON.stringify(moved.staticData)).not.toContain(token);
	});
});
