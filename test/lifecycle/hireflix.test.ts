import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { fixture, fixturesOf } from '../fixtures';
import { ActiveWorkflow, type Setup } from './activeWorkflow';

const EVERY_EVENT = [
	'interview.create',
	'interview.delete',
	'interview.finish',
	'interview.score-updated',
	'interview.status-change',
];

describe('Hireflix Trigger', () => {
	let simulator: HireflixSimulator;
	let workflow: ActiveWorkflow | undefined;

	afterEach(async () => {
		await workflow?.stop();
		await simulator.stop();
		workflow = undefined;
	});

	async function start(
		setup: Partial<Setup> = {},
		options: Parameters<typeof startHireflix>[0] = {},
	): Promise<ActiveWorkflow> {
		simulator = await startHireflix(options);
		workflow = await ActiveWorkflow.start({
			trigger: 'HireflixTrigger',
			credential: 'HireflixApi',
			credentialData: { ...simulator.credentials, ...setup.credentialData },
			parameters: { events: EVERY_EVENT, simplify: false, ...setup.parameters },
			publicUrl: setup.publicUrl,
			mode: setup.mode,
		});
		return workflow;
	}

	async function startByHand(setup: Partial<Setup> = {}): Promise<ActiveWorkflow> {
		const active = await start(setup);
		await active.activate();
		simulator.addWebhook(active.url);
		return active;
	}

	describe('receiving', () => {
		it.each(fixturesOf('hireflix').map(({ name }) => name))('turns a signed %s into its item', async (name) => {
			const active = await startByHand();
			const { text, item, body } = fixture('hireflix', name);

			await expect(simulator.sendRaw(text)).resolves.toMatchObject({ status: 200 });

			expect(active.events).toEqual([
				{ ...item, received_at: expect.any(String) as string, verification: 'signature', raw: body },
			]);
		});

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

		it.each(['signature', 'body', 'missing', 'wrong secret'] as const)(
			'refuses a delivery with a forged %s and stores nothing',
			async (kind) => {
				const active = await startByHand();
				await simulator.invite({});
				const before = active.executions.length;

				await expect(simulator.sendForged(kind)).resolves.toMatchObject([{ status: 401 }]);

				expect(active.executions).toHaveLength(before);
			},
		);

		it('accepts the previous secret while it is being replaced, and stops when it is cleared', async () => {
			const active = await startByHand();
			const [old, next] = [simulator.credentials.webhookSecret, 'another-secret-of-the-account'];
			await active.stop();
			workflow = await ActiveWorkflow.start({
				trigger: 'HireflixTrigger',
				credential: 'HireflixApi',
				credentialData: { ...simulator.credentials, webhookSecret: next, previousWebhookSecret: old },
				parameters: { events: EVERY_EVENT },
			});
			const { text } = fixture('hireflix', 'interview.create');
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 200 });
			simulator.rotateSecret(next);
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 200 });
			simulator.rotateSecret('a-third-secret');
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 401 });
			expect(workflow.events).toHaveLength(1);
		});

		it('forgets a delivery that could not be stored, so that it passes when it is sent again', async () => {
			const active = await startByHand();
			const { text } = fixture('hireflix', 'interview.finish');
			active.isStorageBroken = true;
			await expect(simulator.sendRaw(text)).resolves.toMatchObject({ status: 500 });
			active.isStorageBroken = false;
			await expect(simulator.sendRaw(text)).resolves.toMatchObject({ status: 200 });
			expect(active.events).toHaveLength(1);
		});

		it('stores one of 60 equal deliveries that come at once and answers 200 to all', async () => {
			const active = await startByHand();
			active.storageDelay = 50;
			const { text } = fixture('hireflix', 'interview.finish');
			const outcomes = await Promise.all(Array.from({ length: 60 }, async () => await simulator.sendRaw(text)));
			expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
			expect(active.executions).toHaveLength(1);
		});

		it('lets a waiting copy through when the first one could not be stored', async () => {
			const active = await startByHand();
			active.storageDelay = 100;
			active.isStorageBroken = true;
			const { text } = fixture('hireflix', 'interview.finish');
			const first = simulator.sendRaw(text);
			await new Promise((resolve) => setTimeout(resolve, 30));
			const second = simulator.sendRaw(text);
			await expect(first).resolves.toMatchObject({ status: 500 });
			active.isStorageBroken = false;
			await expect(second).resolves.toMatchObject({ status: 200 });
			expect(active.executions).toHaveLength(1);
		});

		it('marks an event that comes after a later one', async () => {
			const active = await startByHand();
			simulator.hold();
			const interview = await simulator.invite({});
			await interview.complete();
			await simulator.release('reverse');
			expect(active.events.map(({ event_type, is_out_of_order }) => [event_type, is_out_of_order])).toEqual([
				['interview.completed', false],
				['interview.invited', true],
			]);
		});

		it('sends what it does not know to the second output, with the reason and the body', async () => {
			const active = await startByHand();
			const { body } = fixture('hireflix', 'interview.create');
			const unknown = { ...(body as object), event: 'interview.paused' };
			await simulator.sendRaw(JSON.stringify(unknown));
			await simulator.sendRaw('{"hello":"world"}');
			await simulator.sendRaw('[1,2]');
			expect(active.events).toEqual([]);
			expect(active.unrecognized).toMatchObject([
				{ reason: expect.stringContaining('interview.paused') as string, raw: unknown, event: { event_type: 'interview.unknown' } },
				{ reason: expect.stringContaining('data.id') as string, raw: { hello: 'world' }, event: null },
				{ raw: [1, 2], event: null },
			]);
		});

		it('answers 200 without a run to events and positions that were not selected', async () => {
			const active = await startByHand({ parameters: { events: ['interview.finish'], positions: ['another-position'] } });
			for (const { text } of fixturesOf('hireflix')) {
				await expect(simulator.sendRaw(text)).resolves.toMatchObject({ status: 200 });
			}
			expect(active.executions).toEqual([]);
		});

		it('emits the completion when only its echo arrives first', async () => {
			const active = await startByHand({ parameters: { events: ['interview.finish'] } });
			await simulator.sendRaw(fixture('hireflix', 'interview.status-change.completion').text);
			await simulator.sendRaw(fixture('hireflix', 'interview.finish').text);
			expect(active.events).toHaveLength(1);
		});

		it('does not drop duplicates in a test run of the editor', async () => {
			const active = await startByHand({ mode: 'manual' });
			const { text } = fixture('hireflix', 'interview.finish');
			await simulator.sendRaw(text);
			await simulator.sendRaw(text);
			expect(active.events).toHaveLength(2);
		});

		it('does not drop duplicates when the option is off', async () => {
			const active = await startByHand({ parameters: { options: { deduplicate: false } } });
			const { text } = fixture('hireflix', 'interview.finish');
			await simulator.sendRaw(text);
			await simulator.sendRaw(text);
			expect(active.events).toHaveLength(2);
		});

		it('keeps the main columns when simplified, and the raw body when asked for', async () => {
			const active = await startByHand({ parameters: { simplify: true, options: { includeRaw: true } } });
			const { text, body } = fixture('hireflix', 'interview.finish');
			await simulator.sendRaw(text);
			expect(Object.keys(active.events[0])).toHaveLength(27);
			expect(active.events[0].raw).toEqual(body);
		});
	});

	describe('activating by hand', () => {
		it('refuses without a webhook secret and says where it is', async () => {
			const active = await start({ credentialData: { webhookSecret: '' } });
			await expect(active.activate()).rejects.toMatchObject({
				message: expect.stringContaining('Webhook Secret') as string,
				description: expect.stringContaining('Reveal Key') as string,
			});
		});

		it('accepts unverified deliveries without a secret when that is switched on, and says so in the item', async () => {
			const active = await start({
				credentialData: { webhookSecret: '' },
				parameters: { options: { acceptUnverified: true } },
			});
			await active.activate();
			await simulator.sendRaw(fixture('hireflix', 'interview.finish').text, { url: active.url });
			expect(active.events).toMatchObject([{ event_type: 'interview.completed', verification: 'none' }].map(({ event_type, verification }) => ({ event_type, verification })));
		});

		it.each([
			['http://localhost:5678', 'https://'],
			['https://localhost', 'not reachable'],
			['https://192.168.1.20', 'not reachable'],
			['https://n8n', 'not reachable'],
			['http://n8n.example.com', 'https://'],
		])('refuses the address %s, which the vendor cannot call, and names WEBHOOK_URL', async (publicUrl, flaw) => {
			const active = await start({ publicUrl, credentialData: { baseUrl: 'https://api.hireflix.com' } });
			await expect(active.activate()).rejects.toThrow(flaw);
			await expect(active.activate()).rejects.toThrow('WEBHOOK_URL');
		});

		it('registers nothing and calls nobody', async () => {
			await startByHand();
			expect(simulator.requests).toEqual([]);
		});
	});

	describe.each(['flat', 'namespace'] as const)('registering automatically with a %s schema', (webhookSchema) => {
		const automatic = { parameters: { registration: 'automatic', events: ['interview.finish', 'interview.create'] } };

		it('registers once, delivers, and leaves nothing active behind', async () => {
			const active = await start(automatic, { webhookSchema });
			await active.activate();
			await active.call('create');
			expect(simulator.webhooks).toMatchObject([{ url: active.url, active: true }]);
			expect([...simulator.webhooks[0].events].sort()).toEqual(['interview.create', 'interview.finish']);

			await simulator.invite({});
			expect(active.events).toHaveLength(1);

			await active.deactivate();
			await active.deactivate();
			expect(simulator.webhooks.filter(({ active: isActive }) => isActive)).toEqual([]);

			await active.activate();
			expect(simulator.webhooks.filter(({ active: isActive }) => isActive)).toHaveLength(1);
		});

		it('does not touch webhooks of others', async () => {
			const active = await start(automatic, { webhookSchema });
			simulator.addWebhook('https://ats.example.com/hook', { events: ['interview.finish'] });
			await active.activate();
			await active.deactivate();
			expect(simulator.webhooks).toContainEqual(
				expect.objectContaining({ url: 'https://ats.example.com/hook', active: true }),
			);
		});

		it('finds its own webhook again when the answer was lost', async () => {
			const active = await start(automatic, { webhookSchema });
			simulator.failNext({ match: { path: '/me', body: /create/ }, status: 'drop-after-handling', times: 1 });
			await expect(active.activate()).rejects.toThrow('could not be reached');
			await active.activate();
			expect(simulator.webhooks.filter(({ active: isActive }) => isActive)).toHaveLength(1);
		});
	});

	it.each([
		['the schema has no webhook calls', { webhookSchema: 'none' } as const, 'no webhook calls'],
		['introspection is off', { webhookSchema: 'flat', introspection: false } as const, 'does not show its schema'],
	])('asks for registration by hand when %s, and has sent no mutation', async (_, options, flaw) => {
		const active = await start({ parameters: { registration: 'automatic' } }, options);
		await expect(active.activate()).rejects.toThrow(flaw);
		await expect(active.activate()).rejects.toThrow('Profile → Webhooks → Create new webhook');
		expect(JSON.stringify(simulator.requests)).not.toContain('mutation');
	});

	it('lists the positions, and says what to do when the key is wrong', async () => {
		const active = await start();
		await expect(active.loadOptions('positionOptions')).resolves.toEqual(
			expect.arrayContaining([{ name: expect.any(String) as string, value: expect.any(String) as string }]),
		);
		await active.stop();
		workflow = await ActiveWorkflow.start({
			trigger: 'HireflixTrigger',
			credential: 'HireflixApi',
			credentialData: { ...simulator.credentials, apiKey: 'wrong-key' },
			parameters: {},
		});
		await expect(workflow.loadOptions('positionOptions')).rejects.toMatchObject({
			message: 'Hireflix says: Unauthorized',
			description: expect.stringContaining('API keys') as string,
		});
	});
});
