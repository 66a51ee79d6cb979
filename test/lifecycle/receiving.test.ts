import type { INodeParameters } from 'n8n-workflow';

import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/columnOrder';
import { sha256 } from '../../nodes/shared/event/identity';
import { UNRECOGNIZED } from '../../nodes/shared/trigger/settings';
import type { Outcome } from '../../simulators/shared/sender';
import type { Simulator } from '../../simulators/shared/simulator';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf, type Fixture } from '../fixtures';
import { PROVERS } from '../unit/receiver/provers';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { connect, prepare, TESTED_VENDORS } from './vendors';

const vendors = Object.keys(TESTED_VENDORS) as Vendor[];

/** An event that is not the first fixture's, at the vendor that registers none of another name. */
const ANOTHER: Partial<Record<Vendor, string>> = { micro1: 'interview.started' };

describe.each(vendors)('receiving from %s', (vendor) => {
	const fixtures = fixturesOf(vendor);
	const [any] = fixtures;
	let simulator: Simulator<{ baseUrl: string }>;
	let workflow: ActiveWorkflow;

	beforeEach(async () => {
		simulator = await TESTED_VENDORS[vendor].start();
	});

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	async function begin(changes: Partial<Setup> = {}): Promise<void> {
		workflow = await connect(vendor, simulator, changes);
	}

	/** Sends the fixture, properly proved, to where the vendor would send this event. */
	async function send({ text, item }: Fixture, content: string | Buffer = text): Promise<Outcome> {
		const registered = simulator.webhooks.filter(({ active }) => active);
		const forEvent = registered.find(({ events }) => events.includes(item.vendor_event ?? ''));
		return await simulator.sendRaw(content, { url: (forEvent ?? registered[0]).url });
	}

	it.each(fixtures.map((one) => [one.name, one] as const))('turns %s into its item', async (_, one) => {
		await begin();
		await expect(send(one)).resolves.toMatchObject({ status: 200 });
		const { verification } = TESTED_VENDORS[vendor];
		const source = vendor === 'heymilo' ? { vendor_event_source: 'url' } : {};
		expect(workflow.events).toEqual([
			{
				...one.item,
				...source,
				received_at: expect.stringMatching(/Z$/) as string,
				verification,
				raw: one.body,
			},
		]);
	});

	it.each(['signature', 'missing', 'wrong secret'] as const)(
		'refuses a forged %s and stores nothing',
		async (kind) => {
			await begin();
			await send(any);
			const [outcome] = await simulator.sendForged(kind);
			expect(outcome.status).toBe(401);
			expect(workflow.executions).toHaveLength(1);
		},
	);

	it.each<readonly [string, INodeParameters]>([
		['Remembered Deliveries', { rememberedDeliveries: '={{ "many" }}' }],
		['Remembered Deliveries', { rememberedDeliveries: 20.5 }],
		// The others document their scale.
		...(vendor === 'jobmojito' || vendor === 'interviewflowai'
			? [['Score Maximum', { scoreMaximum: '={{ "7,5" }}' }] as const]
			: []),
	])('refuses to be activated with a %s that is no such number: %j', async (name, options) => {
		workflow = await prepare(vendor, simulator, { parameters: { options } });
		await expect(workflow.activate()).rejects.toThrow(new RegExp(`^${name} is not a .*number`));
		expect(simulator.webhooks).toEqual([]);
		await workflow.stop();
		await begin();
		workflow.change({ options });
		await expect(send(any)).resolves.toMatchObject({ status: 200 });
		expect(workflow.events).toHaveLength(1);
	});

	it('drops a repetition, and answers it 200', async () => {
		await begin();
		await send(any);
		await expect(send(any)).resolves.toMatchObject({ status: 200 });
		expect(workflow.events).toHaveLength(1);
	});

	it('stores one of 60 equal deliveries that come at once, and answers 200 to all', async () => {
		await begin();
		const release = workflow.holdStorage();
		const sent = Promise.all(Array.from({ length: 60 }, async () => await send(any)));
		await workflow.until('begun', 60);
		release();
		const outcomes = await sent;
		expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(60);
		expect(workflow.executions).toHaveLength(1);
	});

	it('forgets a delivery that could not be stored, so it passes when it is sent again', async () => {
		await begin();
		workflow.isStorageBroken = true;
		await expect(send(any)).resolves.toMatchObject({ status: 500 });
		workflow.isStorageBroken = false;
		await expect(send(any)).resolves.toMatchObject({ status: 200 });
		expect(workflow.executions).toHaveLength(1);
	});

	it('lets a waiting copy through when the first one could not be stored', async () => {
		await begin();
		const releaseFirst = workflow.holdStorage();
		workflow.isStorageBroken = true;
		const first = send(any);
		await workflow.until('begun', 1);
		const second = send(any);
		await workflow.until('begun', 2);
		const releaseSecond = workflow.holdStorage();
		releaseFirst();
		await expect(first).resolves.toMatchObject({ status: 500 });
		workflow.isStorageBroken = false;
		releaseSecond();
		await expect(second).resolves.toMatchObject({ status: 200 });
		expect(workflow.executions).toHaveLength(1);
	});

	it('does not hang when a vendor hangs up while its delivery waits for an equal one', async () => {
		await begin();
		const releaseFirst = workflow.holdStorage();
		const first = send(any);
		await workflow.until('begun', 1);
		simulator.sender.timeoutMs = 50;
		await expect(send(any)).resolves.toMatchObject({ status: null });
		await workflow.until('closed', 1);
		const releaseSecond = workflow.holdStorage();
		workflow.isStorageBroken = true;
		simulator.sender.timeoutMs = 10_000;
		releaseFirst();
		await expect(first).resolves.toMatchObject({ status: 500 });
		workflow.isStorageBroken = false;
		releaseSecond();
		// The one whose vendor hung up was let through meanwhile, and has let go again.
		await workflow.until('over', 2);
		await expect(send(any)).resolves.toMatchObject({ status: 200 });
	});

	it('keeps every repetition in a test run of the editor', async () => {
		await begin({ mode: 'manual' });
		await send(any);
		await send(any);
		expect(workflow.events).toHaveLength(2);
	});

	it('keeps every repetition when Skip Duplicates is off', async () => {
		await begin({ parameters: { options: { deduplicate: false } } });
		await send(any);
		await send(any);
		expect(workflow.events).toHaveLength(2);
	});

	it.each([
		['an object without ids', '{"hello":"world"}', { hello: 'world' }],
		['a list', '[1, 2]', '[1, 2]'],
		['a text that is no JSON, under another content type', 'ping', 'ping'],
	])(
		'makes an item of %s, with the reason and the body in the simplified view too',
		async (_, content, raw) => {
			await begin({ parameters: { simplify: true } });
			const isJson = content !== 'ping';
			await expect(
				simulator.sendRaw(content, { headers: isJson ? {} : { 'content-type': 'text/plain' } }),
			).resolves.toMatchObject({ status: 200 });
			expect(workflow.events).toEqual([]);
			const [item] = workflow.unrecognized;
			expect(Object.keys(item)).toEqual([...SIMPLIFIED_COLUMNS, 'failure_reason', 'raw']);
			expect(item).toMatchObject({ vendor, raw, failure_reason: expect.stringContaining('body') as string });
		},
	);

	it('drops a repetition of what it cannot read', async () => {
		await begin();
		await simulator.sendRaw('{"hello":"world"}');
		await expect(simulator.sendRaw('{"hello":"world"}')).resolves.toMatchObject({ status: 200 });
		await simulator.sendRaw('{"hello":"moon"}');
		await simulator.sendRaw('{"hello":"world"}');
		expect(workflow.unrecognized.map(({ raw }) => raw)).toEqual([{ hello: 'world' }, { hello: 'moon' }]);
	});

	it('answers 200 to what it cannot read when that is not selected, and logs the reason and the hash', async () => {
		const { events } = TESTED_VENDORS[vendor].parameters as { events: string[] };
		await begin({ parameters: { events: events.filter((event) => event !== UNRECOGNIZED) } });
		const content = '{"hello":"Ada Example"}';
		await expect(simulator.sendRaw(content)).resolves.toMatchObject({ status: 200 });
		expect(workflow.executions).toEqual([]);
		expect(workflow.log).toEqual([
			expect.stringMatching(
				/^Trigger: an unrecognized delivery did not start the workflow\. The body .*\. SHA-256 of its body: [\da-f]{64}$/,
			),
		]);
		expect(workflow.log[0]).toContain(sha256(content));
		expect(workflow.log[0]).not.toContain('Ada');
	});

	it('answers 200 without a run to events that were not selected', async () => {
		await begin();
		const { url } = workflow;
		await workflow.stop();
		workflow = await connect(vendor, simulator, {
			parameters: { events: [ANOTHER[vendor] ?? 'another_event'] },
		});
		expect(url).not.toBe(workflow.url);
		const target = simulator.webhooks.at(-1)?.url ?? '';
		await expect(simulator.sendRaw(any.text, { url: target })).resolves.toMatchObject({ status: 200 });
		// HeyMilo's URL says which event it was registered for, and this one was for another.
		expect(workflow.events).toEqual([]);
	});

	const limit = PROVERS[vendor].receiver.jobFilter?.parameter;
	// HeyMilo's and micro1's webhooks are for all that they were registered for.
	if (limit)
		it('answers 200 without a run to a job that was not selected, and names it in the log', async () => {
			await begin({ parameters: { [limit]: ['another'], options: { deduplicate: false } } });
			await expect(send(any)).resolves.toMatchObject({ status: 200 });
			expect(workflow.executions).toEqual([]);
			expect(workflow.log.at(-1)).toMatch(RegExp(`limited to others than .*${any.item.job_id}`));
			// Somebody may have typed it.
			workflow.change({ [limit]: [any.item.job_id!.toUpperCase()] });
			await send(any);
			expect(workflow.events).toHaveLength(1);
		});

	it('is not activated at an address that the vendor cannot call', async () => {
		const credentialData = { baseUrl: 'https://api.example.com' };
		workflow = await prepare(vendor, simulator, { publicUrl: 'http://localhost:5678', credentialData });
		await expect(workflow.activate()).rejects.toThrow('Set WEBHOOK_URL');
		expect(simulator.requests).toEqual([]);
	});

	it('escapes what a spreadsheet would run, when asked to, and leaves raw as it was sent', async () => {
		await begin({ parameters: { options: { escapeFormulas: true, includeRaw: true } } });
		const formula = any.text.replace(
			/"(?:id|interview_id|interviewId|micro1_job_application_id)": *"/g,
			(start) => `${start}=1+`,
		);
		expect(formula).not.toBe(any.text);
		await send(any, formula);
		const [item] = workflow.events;
		expect(item.interview_id).toMatch(/^'=1\+/);
		expect(item.raw).toEqual(JSON.parse(formula));
	});

	it('simplifies to the main columns, and adds the raw body when asked for', async () => {
		await begin({ parameters: { simplify: true, options: { includeRaw: true } } });
		await send(any);
		expect(Object.keys(workflow.events[0])).toHaveLength(27);
		expect(workflow.events[0].raw).toEqual(any.body);
	});
});
