import type { IDataObject } from 'n8n-workflow';

import { startHeyMilo, type HeyMiloOptions, type HeyMiloSimulator } from '../../simulators/heymilo';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { prepare } from './vendors';

const EVENTS = ['interview_started', 'interview_completed', 'report_available'];

describe('HeyMilo Trigger', () => {
	let simulator: HeyMiloSimulator;
	let workflow: ActiveWorkflow;

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	/** A trigger on the first two of three postings. */
	async function start(setup: Partial<Setup> = {}, options: HeyMiloOptions = {}): Promise<void> {
		simulator = await startHeyMilo(options);
		const postings = simulator.state.postings.slice(0, 2).map(({ id }) => id);
		workflow = await prepare('heymilo', simulator, {
			...setup,
			parameters: { postings, ...setup.parameters },
		});
	}

	const startActive = async (...setup: Parameters<typeof start>) => {
		await start(...setup);
		await workflow.activate();
	};

	const active = () => simulator.webhooks.filter((webhook) => webhook.active);
	const tokens = () => active().map(({ url }) => new URL(url).searchParams.get('token'));

	describe.each(['v2', 'v1'] as const)('registering through %s', (apiVersion) => {
		it('registers every event of every selected posting, each with a token of 128 bits', async () => {
			await startActive({}, { apiVersion });

			const [first, second, third] = simulator.state.postings;
			expect(
				active()
					.map(({ scope, events: [event] }) => `${scope} ${event}`)
					.sort(),
			).toEqual([first, second].flatMap(({ id }) => EVENTS.map((event) => `${id} ${event}`)).sort());
			expect(active().some(({ scope }) => scope === third.id)).toBe(false);
			expect(tokens()).toEqual(tokens().map(() => expect.stringMatching(/^[0-9a-f]{32}$/) as string));
			expect(new Set(tokens()).size).toBe(6);
			await expect(workflow.call('checkExists')).resolves.toBe(true);
		});

		it('emits a life cycle, distinguished by the URL', async () => {
			await startActive({}, { apiVersion });
			simulator.sender.duplicate = 1;
			const interview = await simulator.invite({
				name: 'Ada Example',
				email: 'ada@example.com',
				externalId: 'ATS-7',
			});
			await interview.start();
			await interview.completeStep();
			await interview.complete();
			await interview.report(91);

			expect(
				workflow.events.map(({ event_type, vendor_event_source }) => [event_type, vendor_event_source]),
			).toEqual([
				['interview.started', 'url'],
				['interview.in_progress', 'url'],
				['interview.completed', 'url'],
				['interview.report_available', 'url'],
			]);
			expect(workflow.events[3]).toMatchObject({
				score_percent: 91,
				candidate_name: 'Ada Example',
				external_id: 'ATS-7',
			});
			expect(simulator.sender.outcomes.every(({ status }) => status === 200)).toBe(true);
		});

		it('cleans up after a failed activation, and names the posting and the event', async () => {
			await start({}, { apiVersion });
			// The first three are made; the fourth is refused.
			simulator.failNext({
				match: { method: 'POST', path: /webhook/, body: new RegExp(simulator.state.postings[1].id) },
				status: 500,
				times: 1000,
			});
			await expect(workflow.activate()).rejects.toThrow(
				`The event interview_started of posting ${simulator.state.postings[1].id} could not be registered`,
			);
			expect(active()).toEqual([]);
		});

		it('uses a webhook whose answer was lost and that could not be looked up', async () => {
			await start({}, { apiVersion });
			simulator.failNext({
				match: { method: 'POST', path: /webhooks$|create/ },
				status: 'drop-after-handling',
			});
			const activation = workflow.activate();
			// Before the node has even heard that the answer is lost.
			while (active().length === 0) await new Promise((resume) => setImmediate(resume));
			simulator.failNext({ match: { method: 'GET', path: /webhook/ }, status: 500, times: 1000 });
			await expect(activation).rejects.toThrow(/Simulated 500.*the next activation uses them/);
			const [made] = active();
			expect(active()).toEqual([made]);
			simulator.clearFaults();
			await workflow.activate();
			expect(active()).toHaveLength(6);
			expect(active()).toContain(made);
			const { id: interviewId } = await simulator.invite({});
			await expect(
				simulator.sendRaw(
					JSON.stringify({ interview_id: interviewId, posting_id: made.scope, timestamp: 1 }),
					{
						url: made.url,
					},
				),
			).resolves.toMatchObject({ status: 200 });
		});

		it('goes by no stored id: not one that is now of another webhook', async () => {
			await startActive({}, { apiVersion });
			const stranger = simulator.addWebhook('https://ats.example.com/heymilo', {
				events: ['report_available'],
			});
			const { registrations } = workflow.staticData as { registrations: IDataObject[] };
			// As stored by the first version of this package.
			workflow.staticData.registrations = registrations.map((one) => ({ ...one, webhookId: stranger.id }));
			await expect(workflow.call('checkExists')).resolves.toBe(true);
			await workflow.deactivate();
			expect(active()).toEqual([stranger]);
		});
	});

	describe.each([
		['have webhooks of their own', false],
		['have their webhooks in common', true],
	])('when both generations answer and %s', (_, sharesWebhooks) => {
		it.each([
			['v1', 'v2'],
			['v2', 'v1'],
		])('changes from %s to %s without leaving or doubling anything', async (before, after) => {
			await startActive({ credentialData: { apiVersion: before } }, { apiVersion: 'both', sharesWebhooks });
			workflow.changeCredential({ apiVersion: after });
			await workflow.call('create');
			expect(active()).toHaveLength(6);
			await expect(workflow.call('checkExists')).resolves.toBe(true);
			const interview = await simulator.invite({});
			await interview.start();
			expect(workflow.events).toHaveLength(1);

			workflow.changeCredential({ apiVersion: before });
			await workflow.deactivate();
			expect(active()).toEqual([]);
			expect(workflow.log).toEqual([]);
		});
	});

	describe('when the other generation does not answer as it should', () => {
		const other = { method: 'GET', path: '/api/webhook/all' };
		const toV2 = { apiVersion: 'v2' };

		it.each([401, 403, 404, 429, 500])(
			'with %s, registers and removes as if it was not there',
			async (status) => {
				await start({}, { apiVersion: 'both' });
				simulator.failNext({ match: other, status, times: 1000 });
				await workflow.activate();
				expect(active()).toHaveLength(6);
				await workflow.deactivate();
				expect(active()).toEqual([]);
				expect(workflow.log).toEqual([]);
			},
		);

		it('says in the log that what was registered through it may be left', async () => {
			await startActive({ credentialData: { apiVersion: 'v1' } }, { apiVersion: 'both' });
			simulator.failNext({ match: other, status: 404, times: 1000 });
			workflow.changeCredential(toV2);
			await expect(workflow.deactivate()).rejects.toThrow(
				/A webhook of this node may be left at HeyMilo.*registered through the API v1 could not be looked up/,
			);
			await workflow.activate();
			expect(workflow.log).toEqual([expect.stringMatching(/through the API v1 .*may be left at HeyMilo/)]);
			await workflow.deactivate();
			expect(active().map(({ madeBy }) => madeBy)).toEqual(Array(6).fill('v1'));
			simulator.clearFaults();
			await workflow.deactivate();
			expect(active()).toEqual([]);
		});
	});

	it('follows a change of postings, and keeps what stays', async () => {
		await startActive();
		const [{ scope }] = active();
		const kept = active().filter((webhook) => webhook.scope === scope);
		workflow.change({ postings: [scope ?? ''] });
		await expect(workflow.call('checkExists')).resolves.toBe(false);
		await workflow.call('create');
		expect(active()).toEqual(kept);
	});

	it('takes a webhook that is gone at the vendor for removed', async () => {
		await startActive();
		const removal = { method: 'DELETE', path: /webhooks/ };
		const goes = ({ path }: { path: string }) => {
			const gone = active().find(({ id }) => path.endsWith(id));
			if (gone) gone.active = false;
			return 'Webhook not found';
		};
		simulator.failNext({ match: removal, status: 404, message: goes });
		await workflow.deactivate();
		expect(active()).toEqual([]);
	});

	it('does not take a webhook for removed that the vendor still lists', async () => {
		await startActive();
		simulator.failNext({ match: { method: 'DELETE', path: /webhooks/ }, status: 404 });
		await expect(workflow.deactivate()).rejects.toThrow(/may be left at HeyMilo.*still has 1 of them/);
		await workflow.deactivate();
		expect(active()).toEqual([]);
	});

	it('refuses to be activated without a posting, and says what to select', async () => {
		await start({ parameters: { postings: [] } });
		await expect(workflow.activate()).rejects.toThrow('Posting Names or IDs');
		expect(simulator.requests).toEqual([]);
	});

	it('lists the postings, all pages of them', async () => {
		await start();
		for (let index = 0; index < 130; index++) simulator.state.addPosting(`Posting ${index}`);
		await expect(workflow.loadOptions('postingOptions')).resolves.toHaveLength(133);
	});
});
