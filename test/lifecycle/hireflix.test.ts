import { createHmac } from 'node:crypto';

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

		it('refuses a body that was changed after signing', async () => {
			const active = await startByHand();
			await simulator.sendRaw(fixture('hireflix', 'interview.create').text);
			await expect(simulator.sendForged('body')).resolves.toMatchObject([{ status: 401 }]);
			expect(active.executions).toHaveLength(1);
		});

		it('refuses a signature over the re-serialized body', async () => {
			const active = await startByHand();
			const { text, body } = fixture('hireflix', 'interview.create');
			const signature = createHmac('sha256', simulator.credentials.webhookSecret).update(
				JSON.stringify(body),
			);
			const response = await fetch(active.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-hireflix-signature': signature.digest('base64') },
				body: text,
			});
			expect(text).not.toBe(JSON.stringify(body));
			expect(response.status).toBe(401);
			expect(active.executions).toEqual([]);
		});

		it('accepts the previous secret while it is being replaced, and stops when it is cleared', async () => {
			const active = await startByHand();
			const [old, next] = [simulator.credentials.webhookSecret, 'another-secret-of-the-account'];
			await active.stop();
			workflow = await prepare('hireflix', simulator, {
				credentialData: { webhookSecret: next, previousWebhookSecret: old },
			});
			const { text } = fixture('hireflix', 'interview.create');
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 200 });
			simulator.rotateSecret(next);
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 200 });
			simulator.rotateSecret('a-third-secret');
			await expect(simulator.sendRaw(text, { url: workflow.url })).resolves.toMatchObject({ status: 401 });
			expect(workflow.events).toHaveLength(1);
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

		it('answers 200 without a run to positions that were not selected', async () => {
			simulator = await startHireflix();
			const [wanted, other] = simulator.state.positions;
			workflow = await prepare('hireflix', simulator, { parameters: { positions: [wanted.id] } });
			simulator.addWebhook(workflow.url);
			await simulator.invite({ jobId: wanted.id });
			const { invited } = await simulator.invite({ jobId: other.id });
			expect(invited).toMatchObject([{ status: 200 }]);
			expect(workflow.events).toMatchObject([{ job_id: wanted.id }]);
		});

		it('emits the completion when only its echo arrives first', async () => {
			const active = await startByHand({ parameters: { events: ['interview.finish'] } });
			await simulator.sendRaw(fixture('hireflix', 'interview.status-change.completion').text);
			await simulator.sendRaw(fixture('hireflix', 'interview.finish').text);
			expect(active.events).toHaveLength(1);
		});
	});

	describe('activating by hand', () => {
		it('refuses without a webhook secret and says where it is', async () => {
			const active = await start({ credentialData: { webhookSecret: '' } });
			await expect(active.activate()).rejects.toThrow(/Webhook Secret.*Reveal Key/);
		});

		it('accepts unverified deliveries without a secret when that is switched on, and says so in the item', async () => {
			const active = await start({
				credentialData: { webhookSecret: '' },
				parameters: { options: { acceptUnverified: true } },
			});
			await active.activate();
			await simulator.sendRaw(fixture('hireflix', 'interview.finish').text, { url: active.url });
			expect(active.events).toMatchObject([{ event_type: 'interview.completed', verification: 'none' }]);
		});

		it.each([
			['http://localhost:5678', 'https://'],
			['https://localhost', 'not reachable'],
			['https://192.168.1.20', 'not reachable'],
			['https://n8n', 'not reachable'],
			['http://n8n.example.com', 'https://'],
			['n8n.example.com', 'https://'],
			['n8n.example.com:5678', 'https://'],
		])(
			'refuses the address %s, which the vendor cannot call, and names WEBHOOK_URL',
			async (publicUrl, flaw) => {
				const active = await start({ publicUrl, credentialData: { baseUrl: 'https://api.hireflix.com' } });
				await expect(active.activate()).rejects.toThrow(flaw);
				await expect(active.activate()).rejects.toThrow('WEBHOOK_URL');
			},
		);

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
