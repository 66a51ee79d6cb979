import { startHireflix, type HireflixOptions, type HireflixSimulator } from '../../simulators/hireflix';
import { fixture } from '../fixtures';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { prepare } from './vendors';

describe('Hireflix Trigger', () => {
	let simulator: HireflixSimulator;
	let workflow: ActiveWorkflow | undefined;

	afterEach(async () => {
		await workflow?.stop();
		await simulator.stop();
		workflow = undefined;
	});

	async function start(setup: Partial<Setup> = {}, options: HireflixOptions = {}): Promise<ActiveWorkflow> {
		simulator = await startHireflix(options);
		workflow = await prepare('hireflix', simulator, setup);
		return workflow;
	}

	async function startByHand(setup: Partial<Setup> = {}): Promise<ActiveWorkflow> {
		const active = await start(setup);
		await active.activate();
		simulator.addWebhook(active.url);
		return active;
	}

	describe('receiving', () => {
		it('emits a whole life cycle once, although each delivery comes three times', async () => {
			const active = await startByHand();
			simulator.sender.duplicate = 2;
			const interview = await simulator.invite({ name: 'Ada Example', email: 'Ada@example.com' });
			await interview.complete();
			simulator.advance(120_000);
			await interview.score(4.5);
			await interview.shortlist();
			await interview.delete();

			expect(active.events.map(({ event_type }) => event_type)).toEqual([
				'interview.invited',
				'interview.completed',
				'interview.score_updated',
				'interview.status_changed',
				'interview.deleted',
			]);
			expect(active.events[0]).toMatchObject({ candidate_email: 'ada@example.com', is_out_of_order: false });
			expect(active.events[2]).toMatchObject({ score_raw: 4.5, score_max: 5, score_percent: 90 });
			expect(active.events[3]).toMatchObject({ decision: 'advance' });
			expect(simulator.sender.outcomes.every(({ status }) => status === 200)).toBe(true);
		});

		it('takes what it does not know for no step of the life cycle: it is never late, and makes nothing late', async () => {
			const active = await startByHand();
			const { body } = fixture('hireflix', 'interview.finish.full') as { body: Record<string, unknown> };
			const paused = (changes: object) => JSON.stringify({ ...body, event: 'interview.paused', ...changes });
			await simulator.sendRaw(paused({ date: 4_000_000_000_000 }));
			await simulator.sendRaw(fixture('hireflix', 'interview.finish.full').text);
			await simulator.sendRaw(paused({ date: 1_000_000_000_000 }));
			const items = active.executions.flat();
			expect(items.map(({ event_type, is_out_of_order }) => [event_type, is_out_of_order])).toEqual([
				['interview.unknown', false],
				['interview.completed', false],
				['interview.unknown', false],
			]);
			expect(active.unrecognized).toMatchObject([
				{
					interview_id: active.events[0].interview_id,
					failure_reason: expect.stringContaining('"interview.paused"') as string,
				},
				{ event_id: expect.not.stringMatching(String(active.unrecognized[0].event_id)) as string },
			]);
		});

		it('lets nothing through that it does not know of a position that was not selected', async () => {
			const { text } = fixture('hireflix', 'interview.finish.full');
			const active = await startByHand({ parameters: { positions: ['another'] } });
			await simulator.sendRaw(text.replace('interview.finish', 'interview.paused'));
			expect(active.executions).toEqual([]);
			expect(active.log.at(-1)).toContain('an unrecognized delivery did not start the workflow');
		});
	});

	describe('activating by hand', () => {
		it('accepts unverified deliveries without a secret when that is switched on, and says so in the item', async () => {
			const active = await start({
				credentialData: { webhookSecret: '' },
				parameters: { options: { acceptUnverified: true } },
			});
			await active.activate();
			await simulator.sendRaw(fixture('hireflix', 'interview.finish').text, { url: active.url });
			expect(active.events).toMatchObject([{ event_type: 'interview.completed', verification: 'none' }]);
		});

		it('registers nothing and calls nobody', async () => {
			await startByHand();
			expect(simulator.requests).toEqual([]);
		});
	});

	describe.each(['flat', 'namespace'] as const)(
		'registering automatically with a %s schema',
		(webhookSchema) => {
			const automatic = {
				parameters: { registration: 'automatic', events: ['interview.finish', 'interview.create'] },
			};

			it('leaves one webhook active where a person had pasted the URL twice', async () => {
				const active = await start(automatic, { webhookSchema });
				simulator.addWebhook(active.url, { events: ['interview.finish', 'interview.create'] });
				simulator.addWebhook(active.url, { events: ['interview.delete'] });
				await active.activate();
				expect(simulator.webhooks.filter(({ active: isActive }) => isActive)).toHaveLength(1);
				await simulator.invite({});
				expect(simulator.sender.outcomes).toHaveLength(1);
				await active.deactivate();
				expect(simulator.webhooks.filter(({ active: isActive }) => isActive)).toEqual([]);
			});
		},
	);

	it.each([
		['the schema has no webhook calls', { webhookSchema: 'none' } as const, 'no webhook calls'],
		[
			'introspection is off',
			{ webhookSchema: 'flat', introspection: false } as const,
			'does not show its schema',
		],
	])('asks for registration by hand when %s, and has sent no mutation', async (_, options, flaw) => {
		const active = await start({ parameters: { registration: 'automatic' } }, options);
		await expect(active.activate()).rejects.toThrow(flaw);
		await expect(active.activate()).rejects.toThrow('Profile → Webhooks → Create new webhook');
		expect(JSON.stringify(simulator.requests)).not.toMatch(/mutation *[({]/);
	});

	it('lists the positions, and says what to do when the key is wrong', async () => {
		const active = await start();
		await expect(active.loadOptions('positionOptions')).resolves.toEqual(
			expect.arrayContaining([{ name: expect.any(String) as string, value: expect.any(String) as string }]),
		);
		await active.stop();
		workflow = await prepare('hireflix', simulator, { credentialData: { apiKey: 'wrong-key' } });
		await expect(workflow.loadOptions('positionOptions')).rejects.toMatchObject({
			message: 'Hireflix says: Unauthorized',
			description: expect.stringContaining('API keys') as string,
		});
	});
});
