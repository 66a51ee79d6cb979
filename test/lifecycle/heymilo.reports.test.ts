import { startHeyMilo, type HeyMiloSimulator } from '../../simulators/heymilo';
import type { WorkflowStep } from '../../simulators/heymilo/state';
import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import { actionsOf } from './actions';
import { connect, FIXTURE_POSTING } from './vendors';

const step = (type: string, order: number, config: Record<string, unknown> = {}): WorkflowStep => ({
	id: `agent_${order}`,
	type,
	order,
	config,
});

/** How the two documents differ although both are right: names of steps, and links that are signed anew. */
const withoutNames = ({ details }: InterviewEvent) => ({
	...details,
	lowlights: details.lowlights.filter((point) => !point.startsWith('Knocked out in step')),
	steps: details.steps.map((one) => ({ ...one, id: null, status: null, is_complete: null })),
});

describe('a report of HeyMilo, as the trigger and as Report → Get have it', () => {
	let simulator: HeyMiloSimulator;

	beforeEach(async () => {
		simulator = await startHeyMilo();
		simulator.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
	});

	afterEach(async () => await simulator.stop());

	const { row } = actionsOf('heymilo', () => simulator.credentials);

	/** One candidate from the start to the report. */
	const interviewed = async (workflow: WorkflowStep[], verdict: 'knocked_out' | null) => {
		Object.assign(simulator.state.posting(FIXTURE_POSTING)!, { workflow });
		const active = await connect('heymilo', simulator);
		const interview = await simulator.invite({ jobId: FIXTURE_POSTING });
		interview.decide(verdict);
		await interview.start();
		await interview.complete();
		simulator.advance(90_000);
		await interview.report(67);
		const events = active.events as unknown as InterviewEvent[];
		await active.stop();
		const answered = await row('report get', { interviewId: interview.id, simplify: false });
		return { sent: events[events.length - 1], answered: answered as unknown as InterviewEvent };
	};

	const spoken = step('web_interview', 1, { video: true });
	const sms = step('conversational_sms', 1, { knockout_enabled: true });
	const form = step('form', 2, { knockout_enabled: true });
	const resume = step('resume', 3);

	it.each([
		['a spoken interview that stands in the model only', false, [spoken], 'video', 67],
		['a spoken interview', true, [spoken], 'video', 67],
		['text messages only', true, [sms], 'sms', null],
		['text messages, form and resume', false, [sms, form, resume], 'sms', null],
		['everything', true, [sms, form, resume, { ...spoken, order: 4 }], 'video', 67],
	] as const)(
		'of %s has the same columns and details',
		async (_, sendsAgenticData, workflow, mode, score) => {
			simulator.state.sendsAgenticData = sendsAgenticData;
			const { sent, answered } = await interviewed([...workflow], null);
			expect(sent).toMatchObject({
				event_type: 'interview.report_available',
				interview_mode: mode,
				score_raw: score,
				decision: null,
			});
			expect(withoutNames(sent)).toEqual(withoutNames(answered));
			expect(sent.details.steps).toHaveLength(workflow.length);
			expect(sent.completed_at).toEqual(expect.any(String));
			const same = [
				'strengths',
				'completed_at',
				'interview_mode',
				'job_title',
				'is_test',
				'candidate_email',
			] as const;
			for (const column of same) expect([column, sent[column]]).toEqual([column, answered[column]]);
		},
	);

	it('of somebody who was knocked out says where and why, and decides nothing itself', async () => {
		const { sent, answered } = await interviewed([sms, form], 'knocked_out');
		expect(sent.details.steps.map(({ knocked_out }) => knocked_out)).toEqual([true, false]);
		expect(sent.concerns?.split('\n')).toEqual([
			'Knocked out in step conversational_sms',
			'SMS screening: not passed',
			expect.stringMatching(/^Knockout criterion not passed: Can you be on call one week in five\?/),
		]);
		expect(sent.decision).toBeNull();
		// The API has HeyMilo's own word for it.
		expect(answered).toMatchObject({ decision: 'reject', vendor_status: 'knocked_out' });
		expect(withoutNames(sent)).toEqual(withoutNames(answered));
	});

	it('of two kinds under one URL is two events', async () => {
		const active = await connect('heymilo', simulator);
		const interview = await simulator.invite({ jobId: FIXTURE_POSTING });
		await interview.report(67);
		const [first] = active.events as unknown as InterviewEvent[];
		const body = first.raw as Record<string, unknown>;
		await simulator.sendRaw(JSON.stringify({ ...body, interview_type: 'conversational_sms' }));
		await simulator.sendRaw(JSON.stringify(body));
		const events = active.events as unknown as InterviewEvent[];
		await active.stop();
		expect(events.map(({ interview_mode }) => interview_mode)).toEqual(['video', 'sms']);
	});
});
