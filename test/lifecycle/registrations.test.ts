import type { INodeParameters } from 'n8n-workflow';

import {
	isStranger,
	KEY_HELP,
	RATE_LIMIT,
	TRY_LATER,
	WAYS,
	type Moment,
	type RegistrationSite,
} from '../registrationSites';
import type { ActiveWorkflow } from './activeWorkflow';
import { prepare } from './vendors';

const ALWAYS = { times: 10_000 };

/** What every trigger promises that registers itself, in each of its ways; what one of them alone promises is in its own test. */
describe.each(Object.entries(WAYS))('%s: the webhooks of a trigger', (name, open) => {
	let site: RegistrationSite;
	let workflow: ActiveWorkflow;

	beforeEach(async () => {
		site = await open();
		workflow = await start();
	});

	afterEach(async () => {
		const kept = new Set(site.simulator.webhooks.map((webhook) => JSON.stringify(webhook)));
		expect(site.strangers.filter((stranger) => !kept.has(JSON.stringify(stranger)))).toEqual([]);
		await workflow.stop();
		await site.simulator.stop();
	});

	const parametersFor = (moments: Moment[]) =>
		site.parameters(moments, site.jobs.slice(0, 1)) as INodeParameters;

	/** A trigger on both moments of the first job, beside webhooks of strangers that look like its own. */
	async function start(): Promise<ActiveWorkflow> {
		const parameters = parametersFor(['begun', 'completed']);
		const made = await prepare(site.vendor, site.simulator, { parameters });
		for (const ending of ['-copy?token=1', '?tokens=1', '?a=1&token=1']) site.addStranger(made.url + ending);
		return made;
	}

	/** Those that lead to the trigger. */
	const own = () =>
		site.simulator.webhooks.filter(
			(webhook) => webhook.active && webhook.url.split('?')[0] === workflow.url && !isStranger(site, webhook),
		);

	/** What the log says of webhooks that stay; that of the strangers leads elsewhere. */
	const left = () => workflow.log.filter((line) => !line.includes('that do not lead to'));

	const eventsOf = () => own().flatMap(({ events }) => events);

	async function expectWorking(): Promise<void> {
		expect(eventsOf()).toHaveLength(2);
		expect(new Set(eventsOf()).size).toBe(2);
		await expect(workflow.call('checkExists')).resolves.toBe(true);
		const { length } = workflow.executions;
		await site.happen('begun', site.jobs[0]);
		expect(workflow.executions.length - length).toBe(1);
	}

	const fail = (call: keyof RegistrationSite['calls'], status: 500 | 429 | 'retry-after') =>
		site.simulator.failNext({ match: site.calls[call], status, ...ALWAYS });

	it('are there once, however often they are asked for, and go at deactivation', async () => {
		await workflow.activate();
		const made = own();
		for (let call = 0; call < 4; call++) await workflow.call('create');
		expect(own()).toEqual(made);
		await expectWorking();
		await workflow.deactivate();
		await workflow.deactivate();
		expect(own()).toEqual([]);
		expect(left()).toEqual([]);
	});

	it('are there once each time when the workflow is activated and deactivated ten times', async () => {
		for (let time = 0; time < 10; time++) {
			await workflow.activate();
			expect(eventsOf()).toHaveLength(2);
			if (time === 9) await expectWorking();
			await workflow.deactivate();
			expect(own()).toEqual([]);
		}
		expect(left()).toEqual([]);
	});

	// Hireflix signs what it sends.
	if (!name.startsWith('Hireflix'))
		it('have tokens that cannot be guessed, which stop with them', async () => {
			await workflow.activate();
			const urls = own().map(({ url }) => url);
			const tokens = urls.map((url) => new URL(url).searchParams.get('token'));
			expect(tokens).toEqual(tokens.map(() => expect.stringMatching(/^([0-9a-f]{32}){1,2}$/) as string));
			expect(new Set(tokens).size).toBe(urls.length);
			await workflow.deactivate();
			for (const url of urls)
				await expect(site.simulator.sendRaw('{}', { url })).resolves.toMatchObject({ status: 401 });
		});

	it('are made at the first try after one 429, one 500 and one lost answer, as n8n 1.x has no second', async () => {
		for (const status of ['retry-after', 500, 'drop-after-handling'] as const)
			site.simulator.failNext({ match: site.calls.create, status });
		await workflow.activate();
		await expectWorking();
	});

	it('are looked up where the answer to every create is lost', async () => {
		site.simulator.failNext({ match: site.calls.create, status: 'drop-after-handling', ...ALWAYS });
		await workflow.activate();
		await expectWorking();
	});

	it.each([
		['every create is answered 500', 'create', 500, TRY_LATER],
		['every create is answered 429', 'create', 'retry-after', RATE_LIMIT],
		['the list is answered 500', 'list', 500, TRY_LATER],
		['the list is answered 429, without a time to wait', 'list', 429, RATE_LIMIT],
	] as const)('are not left behind when %s, and it is said', async (_name, call, status, words) => {
		fail(call, status);
		await expect(workflow.activate()).rejects.toThrow(words);
		expect(own()).toEqual([]);
		site.simulator.clearFaults();
		await workflow.activate();
		await expectWorking();
	});

	it('are made once the key is right; before, it is said where it comes from', async () => {
		const { apiKey } = site.simulator.credentials;
		workflow.changeCredential({ apiKey: 'wrong' });
		await expect(workflow.activate()).rejects.toThrow(KEY_HELP);
		workflow.changeCredential({ apiKey });
		await workflow.activate();
		await expectWorking();
	});

	it.each<[string, RegExp, () => void]>([
		['500', TRY_LATER, () => fail('remove', 500)],
		['429', RATE_LIMIT, () => fail('remove', 'retry-after')],
		['a refused key', KEY_HELP, () => workflow.changeCredential({ apiKey: 'wrong' })],
	])(
		'are named where %s leaves them at deactivation, and go when asked again',
		async (_name, words, breakIt) => {
			const { apiKey } = site.simulator.credentials;
			await workflow.activate();
			const secrets = own().map(({ url }) => url.split('token=')[1] ?? apiKey);
			breakIt();
			const said = String(await workflow.deactivate().catch((error: Error) => error.message));
			expect(said).toMatch(/A webhook of this node may be left at (HeyMilo|Hireflix|micro1)/);
			expect(said).toContain(`leading to ${workflow.url}.`);
			expect(said).toMatch(words);
			expect(said).toMatch(/activate and deactivate the workflow once more, or delete it (in|with) /);
			expect([...secrets, apiKey].filter((secret) => said.includes(secret))).toEqual([]);
			site.simulator.clearFaults();
			workflow.changeCredential({ apiKey });
			await workflow.deactivate();
			expect(own()).toEqual([]);
		},
	);

	it('go without a word where they are gone already, or where the answer to their removal is lost', async () => {
		await workflow.activate();
		for (const { id } of own()) {
			const { webhooks } = site.simulator;
			webhooks.splice(
				webhooks.findIndex((webhook) => webhook.id === id),
				1,
			);
		}
		await workflow.deactivate();
		await workflow.activate();
		site.simulator.failNext({ match: site.calls.remove, status: 'drop-after-handling' });
		await workflow.deactivate();
		expect([own(), left()]).toEqual([[], []]);
	});

	it('stay when n8n 1.x starts while the vendor is down, and are made anew when they are gone', async () => {
		await workflow.activate();
		const before = own();
		site.simulator.failNext({ match: { path: /./ }, status: 500, ...ALWAYS });
		await workflow.activate('init');
		await expect(workflow.activate()).rejects.toThrow();
		site.simulator.clearFaults();
		expect(own()).toEqual(before);
		expect(workflow.log.join()).toMatch(/Whether \w+ still has the webhooks.*they count as being there/);
		await workflow.activate('init');
		expect(own()).toEqual(before);
		site.simulator.webhooks.splice(site.simulator.webhooks.indexOf(before[0]), 1);
		await workflow.activate('init');
		await expectWorking();
	});

	it('follow a change of events, and those that stay are kept', async () => {
		await workflow.activate();
		const kept = own().slice(0, 1);
		workflow.change(parametersFor(['begun']));
		await expect(workflow.call('checkExists')).resolves.toBe(false);
		await workflow.call('create');
		expect(eventsOf()).toHaveLength(1);
		expect(own().map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
	});

	// Hireflix signs what it sends.
	if (!name.startsWith('Hireflix'))
		it('take the place of one with their URL whose token nobody holds', async () => {
			await workflow.activate();
			const [made] = own();
			await workflow.deactivate();
			site.simulator.addWebhook(`${workflow.url}?token=${'0'.repeat(64)}`, made);
			await workflow.activate();
			await expectWorking();
		});

	it('are one each where a person or a proxy has made them twice', async () => {
		await workflow.activate();
		const [{ url, scope, events, madeBy }] = own();
		site.simulator.addWebhook(url, { scope, events, madeBy });
		await expect(workflow.call('checkExists')).resolves.toBe(false);
		await workflow.call('create');
		await expectWorking();
	});
});
