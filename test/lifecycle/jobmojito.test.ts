import { startJobMojito, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { fixture } from '../fixtures';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { connect } from './vendors';

describe('JobMojito Trigger', () => {
	let simulator: JobMojitoSimulator;
	let workflow: ActiveWorkflow;

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	async function start(setup: Partial<Setup> = {}): Promise<void> {
		simulator = await startJobMojito();
		workflow = await connect('jobmojito', simulator, setup);
	}

	/** A candidate who submits, is scored again, and is decided on three times. */
	async function liveThrough(): Promise<void> {
		const interview = await simulator.invite({ name: 'Ada Example', email: 'ada@example.com' });
		await interview.start();
		await interview.complete();
		await interview.report({ score: 7 });
		await interview.score(8);
		await interview.decide(true);
		await interview.decide(false);
		await interview.decide(true);
	}

	const told = () =>
		workflow.events.map(({ event_type, decision }) => `${String(event_type)} ${String(decision)}`);

	it.each([
		[
			'all',
			[
				'interview.completed undecided',
				'interview.report_available undecided',
				'interview.score_updated undecided',
				'interview.status_changed advance',
				'interview.status_changed reject',
				'interview.status_changed advance',
			],
		],
		['first', ['interview.completed undecided', 'interview.report_available undecided']],
		[
			'decision',
			[
				'interview.completed undecided',
				'interview.status_changed advance',
				'interview.status_changed reject',
				'interview.status_changed advance',
			],
		],
	])('emits with Result Updates "%s" only those, each once', async (resultUpdates, expected) => {
		await start({ parameters: { options: { resultUpdates, scoreMaximum: 10 } } });
		simulator.sender.duplicate = 2;
		await liveThrough();
		expect(told()).toEqual(expected);
		expect(workflow.events[1]).toMatchObject({ score_max: 10, score_scale_source: 'setting' });
	});

	it('does not mistake another attempt that fails for a late delivery', async () => {
		await start();
		const interview = await simulator.invite({});
		await interview.start();
		await interview.complete();
		await interview.report();
		await interview.fail('abandoned');
		await interview.complete();
		const placed = workflow.events.map(({ event_type, is_out_of_order }) => [event_type, is_out_of_order]);
		expect(placed).toEqual([
			['interview.completed', false],
			['interview.report_available', false],
			['interview.failed', false],
			['interview.completed', false],
		]);
	});

	it('does not write what is no ID into the log', async () => {
		await start({ parameters: { interviews: ['the-set'] } });
		const { body } = fixture('jobmojito', 'interview_collected');
		const ids = { interview_id: 'Ada Example', question_set_id: 'ada@example.com' };
		await simulator.sendRaw(JSON.stringify({ ...(body as object), ...ids }));
		expect(workflow.events).toEqual([]);
		expect(workflow.log.join('\n')).toContain('limited to others than its own');
		expect(workflow.log.join('\n')).not.toMatch(/ada/i);
	});

	it('finds the header whatever its case', async () => {
		simulator = await startJobMojito();
		workflow = await connect('jobmojito', simulator, {
			credentialData: { webhookHeaderName: 'X-WEBHOOK-Secret ' },
		});
		await simulator.sendRaw(fixture('jobmojito', 'interview_collected').text);
		expect(workflow.events).toHaveLength(1);
	});

	it('lists interviews and assessments, all pages of them', async () => {
		await start();
		for (let index = 0; index < 230; index++) simulator.state.addDefinition(`Interview ${index}`);
		const expected = simulator.state.definitions.filter(({ type }) => type !== 'coaching').length;
		await expect(workflow.loadOptions('interviewOptions')).resolves.toHaveLength(expected);
	});
});
