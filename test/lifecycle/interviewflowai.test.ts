import {
	startInterviewFlowAi,
	type InterviewFlowAiOptions,
	type InterviewFlowAiSimulator,
} from '../../simulators/interviewflowai';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { connect } from './vendors';

const LIFE_CYCLE = [
	'interview.started',
	'interview.in_progress',
	'interview.completed',
	'interview.report_available',
];

describe('InterviewFlowAI Trigger', () => {
	let simulator: InterviewFlowAiSimulator;
	let workflow: ActiveWorkflow;

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	async function start(setup: Partial<Setup> = {}, options: InterviewFlowAiOptions = {}): Promise<void> {
		simulator = await startInterviewFlowAi(options);
		workflow = await connect('interviewflowai', simulator, setup);
	}

	async function liveThrough(jobId?: string) {
		const interview = await simulator.invite({ name: 'Ada Example', email: 'ada@example.com', jobId });
		await interview.start();
		await interview.progress();
		await interview.complete();
		await interview.report(84);
		return interview;
	}

	it.each(['camelCase', 'flat', 'enveloped'] as const)(
		'reads a life cycle in the %s shape',
		async (shape) => {
			await start({ parameters: { options: { scoreMaximum: 100 } } }, { shape });
			simulator.sender.duplicate = 1;
			const { id } = await liveThrough();
			expect(workflow.events.map(({ event_type }) => event_type)).toEqual(LIFE_CYCLE);
			expect(workflow.events.every(({ interview_id }) => interview_id === id)).toBe(true);
			expect(workflow.events[3]).toMatchObject({ score_percent: 84, candidate_email: 'ada@example.com' });
		},
	);

	it('emits a retake under the same interview again', async () => {
		await start();
		const interview = await liveThrough();
		simulator.advance(3_600_000);
		await interview.start();
		expect(workflow.events).toHaveLength(5);
		expect(workflow.events[4]).toMatchObject({ event_type: 'interview.started', is_out_of_order: false });
	});

	it('calls nobody at activation and deactivation', async () => {
		await start();
		await workflow.deactivate();
		expect(simulator.requests).toEqual([]);
	});
});
