import { startRibbon, type RibbonSimulator } from '../../simulators/ribbon';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { connect, prepare } from './vendors';

describe('Ribbon Trigger', () => {
	let simulator: RibbonSimulator;
	let workflow: ActiveWorkflow;

	beforeEach(async () => {
		simulator = await startRibbon();
	});

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	const start = async (setup: Partial<Setup> = {}) => {
		workflow = await connect('ribbon', simulator, setup);
	};

	const told = () =>
		workflow.events.map(
			({ vendor_event, vendor_status }) => `${String(vendor_event)} ${String(vendor_status)}`,
		);

	it('emits an interview, its video, and each move of the candidate once', async () => {
		await start();
		simulator.sender.duplicate = 2;
		const { interview_flow_id } = simulator.state.addFlow({ title: 'Lead', is_video_enabled: true });
		const interview = await simulator.invite({ jobId: interview_flow_id });
		await interview.complete();
		await interview.processVideo();
		for (const stage of ['accepted', 'shortlisted', 'accepted', 'on hold']) await interview.move(stage);
		expect(told()).toEqual([
			'interview_processed completed',
			'video_processed completed',
			'candidate_status_updated accepted',
			'candidate_status_updated shortlisted',
			'candidate_status_updated accepted',
			'candidate_status_updated on hold',
		]);
		expect(workflow.events.some(({ is_out_of_order }) => is_out_of_order)).toBe(false);
	});

	it.each([
		['too short', /Change Webhook Secret in the Ribbon credential: it is so short/],
		['snow\u2603man-and-longer', /a field that is filled in by hand cannot carry all of its characters/],
	])('refuses to be activated with the secret %j', async (webhookSecret, message) => {
		workflow = await prepare('ribbon', simulator, { credentialData: { webhookSecret } });
		await expect(workflow.activate()).rejects.toThrow(message);
	});

	it('lists the flows, all pages of them', async () => {
		await start();
		for (let index = 0; index < 210; index++) simulator.state.addFlow({ title: `Flow ${index}` });
		await expect(workflow.loadOptions('flowOptions')).resolves.toHaveLength(212);
	});

	describe('when it is activated', () => {
		const activate = async (flows: string[], setup: Partial<Setup> = {}) => {
			workflow = await prepare('ribbon', simulator, { parameters: { flows }, ...setup });
			simulator.requests.length = 0;
			await workflow.activate();
			return workflow.log.join('\n');
		};

		const flowWith = (webhook_url: string | null) =>
			simulator.state.addFlow({ title: 'Porter', webhook_url, webhook_secret_key: 'a-secret-of-the-flow' })
				.interview_flow_id;

		it('says in the log which selected flow sends its events elsewhere, and where to change that', async () => {
			const log = await activate([flowWith('https://old.example.com/webhook/secret-path')]);
			expect(log).toMatch(
				/"Porter".*sends its events to old\.example\.com, and not to this trigger.*Settings tab/,
			);
			expect(log).toContain(workflow.url);
			expect(log).not.toMatch(/secret-path|a-secret-of-the-flow/);
		});

		it('says which has no URL of its own', async () => {
			const log = await activate([flowWith(null)]);
			expect(log).toMatch(/has no Webhook URL of its own.*Settings → Interview Settings/);
		});

		it('says that a flow could not be looked up, and is active all the same', async () => {
			const log = await activate(['gone']);
			expect(log).toMatch(
				/Where the flow gone sends its events could not be looked up\. Ribbon says: .*not found/,
			);
			simulator.addWebhook(workflow.url);
			await (await simulator.invite({ jobId: simulator.state.flows[0].interview_flow_id })).complete();
			expect(workflow.events).toEqual([]);
		});

		it('says nothing of flows that lead here, and reads nothing where none is selected', async () => {
			const log = await activate([]);
			expect(log).toBe('');
			expect(simulator.requests).toEqual([]);
			const id = flowWith(workflow.url);
			workflow.change({ flows: [id] });
			await workflow.activate();
			expect(workflow.log).toEqual([]);
			expect(simulator.requests).toHaveLength(1);
		});

		it('reads nothing for a test, whose URL is another', async () => {
			const log = await activate([flowWith('https://old.example.com/a')], { mode: 'manual' });
			expect(log).toBe('');
			expect(simulator.requests).toEqual([]);
		});
	});
});
