import { VENDORS } from '../../demo/vendors';
import type { Outcome } from '../../simulators/shared/sender';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf } from '../fixtures';
import { inParallel } from '../inParallel';
import { tally } from '../tally';
import { openStage } from '../stage/openStage';
import { openReceivingStage, type ReceivingStage } from './receivingStage';
import { FIXTURE_POSTING } from './targetOf';

const COPIES = 1000;
const AT_ONCE = 50;

jest.setTimeout(600_000);

describe('duplicates in a real n8n', () => {
	let stage: ReceivingStage;

	beforeAll(async () => {
		stage = await openReceivingStage(await openStage('production'));
	}, 600_000);

	afterAll(async () => await stage?.stop());

	/** Sends the vendor's first fixture, properly proved. */
	async function send(vendor: Vendor): Promise<Outcome> {
		const [one] = fixturesOf(vendor);
		return await stage.simulators[vendor].sendRaw(one.text, { url: stage.targetOf(vendor, one) });
	}

	/** What the vendor's workflow has emitted since it had so many executions: interview, event and decision. */
	async function emittedSince(vendor: Vendor, before: number): Promise<unknown[][]> {
		const emitted = (await stage.emitted(stage.workflows[vendor])).slice(before);
		return emitted.flatMap(({ events }) =>
			events.map(({ interview_id, event_type, decision }) => [interview_id, event_type, decision]),
		);
	}

	describe.each(VENDORS)('%s', (vendor) => {
		it('is answered 500 while the database of n8n refuses, and passes when it is sent again', async () => {
			const before = await stage.executionCount(vendor);
			await stage.n8n.query(
				"CREATE TRIGGER refuse BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(ABORT, 'refused by a test'); END",
			);
			try {
				await expect(send(vendor)).resolves.toMatchObject({ status: 500 });
			} finally {
				await stage.n8n.query('DROP TRIGGER refuse');
			}
			await expect(stage.executionCount(vendor)).resolves.toBe(before);
			await expect(send(vendor)).resolves.toMatchObject({ status: 200 });
			await expect(stage.executionCount(vendor)).resolves.toBe(before + 1);
		});

		it(`runs once for ${COPIES} equal deliveries, ${AT_ONCE} at a time, and answers 200 to all`, async () => {
			const before = await stage.executionCount(vendor);
			const content = JSON.stringify({ never: `seen before by ${vendor}` });
			const url = stage.targetOf(vendor, fixturesOf(vendor)[0]);
			const outcomes = await inParallel(
				COPIES,
				AT_ONCE,
				async () => await stage.simulators[vendor].sendRaw(content, { url }),
			);
			expect(tally(outcomes.map(({ status, error }) => status ?? error))).toEqual({ 200: COPIES });
			await expect(stage.executionCount(vendor)).resolves.toBe(before + 1);
		});
	});

	it('takes a decision of JobMojito that goes back and forth for three events, and a new PDF for one more', async () => {
		const before = await stage.executionCount('jobmojito');
		const interview = await stage.simulators.jobmojito.invite({});
		await interview.start();
		await interview.complete();
		await interview.report({ score: 7 });
		for (const decision of [true, false, true]) await interview.decide(decision);
		await expect(emittedSince('jobmojito', before)).resolves.toEqual([
			[interview.id, 'interview.completed', 'undecided'],
			[interview.id, 'interview.report_available', 'undecided'],
			[interview.id, 'interview.status_changed', 'advance'],
			[interview.id, 'interview.status_changed', 'reject'],
			[interview.id, 'interview.status_changed', 'advance'],
		]);
	});

	it("takes HeyMilo's three events of one interview for three, a regenerated report for another, and a retake for new ones", async () => {
		const { heymilo } = stage.simulators;
		const before = await stage.executionCount('heymilo');
		const interview = await heymilo.invite({ jobId: FIXTURE_POSTING });
		const attempt = async () => {
			await interview.start();
			heymilo.advance(1_200_000);
			await interview.complete();
			await interview.report(61);
		};
		await attempt();
		await interview.report(78);
		heymilo.advance(86_400_000);
		await attempt();
		const types = (await emittedSince('heymilo', before)).map(([, type]) => type);
		const once = ['interview.started', 'interview.completed', 'interview.report_available'];
		expect(types).toEqual([...once, 'interview.report_available', ...once]);
	});

	it('takes a retake at InterviewFlowAI for new events, and a report made again for another', async () => {
		const { interviewflowai } = stage.simulators;
		const before = await stage.executionCount('interviewflowai');
		const interview = await interviewflowai.invite({});
		const attempt = async (score: number) => {
			await interview.start();
			interviewflowai.advance(60_000);
			await interview.progress();
			interviewflowai.advance(1_200_000);
			await interview.complete();
			await interview.report(score);
		};
		await attempt(71);
		interviewflowai.advance(60_000);
		await interview.report(74);
		interviewflowai.advance(86_400_000);
		await attempt(71);
		const types = (await emittedSince('interviewflowai', before)).map(([, type]) => type);
		const once = ['started', 'in_progress', 'completed', 'report_available'].map(
			(step) => `interview.${step}`,
		);
		expect(types).toEqual([...once, 'interview.report_available', ...once]);
	});

	it('takes a score of Hireflix that is given again later, and a shortlisting that is taken back and repeated, for new events', async () => {
		const { hireflix } = stage.simulators;
		const before = await stage.executionCount('hireflix');
		const interview = await hireflix.invite({});
		await interview.complete();
		const later = () => hireflix.advance(120_000);
		for (const score of [4, 3, 4]) {
			later();
			await interview.score(score);
		}
		for (const step of [interview.shortlist, interview.unshortlist, interview.shortlist]) {
			later();
			await step();
		}
		await expect(emittedSince('hireflix', before)).resolves.toEqual([
			[interview.id, 'interview.invited', 'undecided'],
			[interview.id, 'interview.completed', 'undecided'],
			...[1, 2, 3].map(() => [interview.id, 'interview.score_updated', 'undecided']),
			[interview.id, 'interview.status_changed', 'advance'],
			[interview.id, 'interview.status_changed', 'undecided'],
			[interview.id, 'interview.status_changed', 'advance'],
		]);
	});
});
