import type { IDataObject } from 'n8n-workflow';

import type { HeyMiloInterview, HeyMiloSimulator } from '../../simulators/heymilo';
import type { HireflixSimulator } from '../../simulators/hireflix';
import type { InterviewFlowAiInterview, InterviewFlowAiSimulator } from '../../simulators/interviewflowai';
import type { JobMojitoSimulator } from '../../simulators/jobmojito';
import type { RibbonSimulator } from '../../simulators/ribbon';
import type { Vendor } from '../../simulators/shared/simulator';
import type { ActiveWorkflow } from './activeWorkflow';
import { connect, FIXTURE_POSTING, TESTED_VENDORS } from './vendors';

type AnySimulator = Awaited<ReturnType<(typeof TESTED_VENDORS)[Vendor]['start']>>;

interface Life {
	vendor: Vendor;
	/** What happens, as the vendor sends it. */
	name: string;
	/** Deliveries that it makes. */
	deliveries: number;
	/** Milliseconds between two steps. A retake cannot be distinguished from the first attempt within a minute. */
	pauses: number[];
	/** Lives through it; returns the interview's id. */
	live(simulator: AnySimulator, pauseMs: number): Promise<string>;
}

interface Told<Interview extends { id: string }> extends Pick<Life, 'vendor' | 'name' | 'deliveries'> {
	invite(simulator: AnySimulator): Promise<Interview>;
	steps: Array<(interview: Interview) => Promise<unknown>>;
	isRetake?: boolean;
}

function life<Interview extends { id: string }>(told: Told<Interview>): Life {
	const { vendor, name, deliveries, invite, steps, isRetake } = told;
	return {
		vendor,
		name,
		deliveries,
		pauses: isRetake ? [600_000] : [600_000, 1000],
		live: async (simulator, pauseMs) => {
			const interview = await invite(simulator);
			for (const step of steps) {
				simulator.advance(pauseMs);
				await step(interview);
			}
			return interview.id;
		},
	};
}

const hireflix = {
	vendor: 'hireflix' as const,
	invite: async (simulator: AnySimulator) => await (simulator as HireflixSimulator).invite(),
};

const heymilo = {
	vendor: 'heymilo' as const,
	invite: async (simulator: AnySimulator) =>
		await (simulator as HeyMiloSimulator).invite({ jobId: FIXTURE_POSTING }),
};

const jobmojito = {
	vendor: 'jobmojito' as const,
	invite: async (simulator: AnySimulator) => await (simulator as JobMojitoSimulator).invite(),
};

const interviewflowai = {
	vendor: 'interviewflowai' as const,
	invite: async (simulator: AnySimulator) => await (simulator as InterviewFlowAiSimulator).invite(),
};

const attempt = [
	async (interview: HeyMiloInterview | InterviewFlowAiInterview) => await interview.start(),
	async (interview: HeyMiloInterview | InterviewFlowAiInterview) => await interview.complete(),
	async (interview: HeyMiloInterview | InterviewFlowAiInterview) => await interview.report(),
];

const LIVES: Life[] = [
	life({
		...hireflix,
		name: 'invited and completed, sent twice',
		deliveries: 3,
		steps: [async (interview) => await interview.complete()],
	}),
	life({
		...hireflix,
		name: 'invited, completed (sent twice), scored and deleted',
		deliveries: 5,
		steps: [
			async (interview) => await interview.complete(),
			async (interview) => await interview.score(4.5),
			async (interview) => await interview.delete(),
		],
	}),
	life({
		...heymilo,
		name: 'started, one step done, completed and reported',
		deliveries: 4,
		steps: [attempt[0], async (interview) => await interview.completeStep(), attempt[1], attempt[2]],
	}),
	life({
		...heymilo,
		name: 'an attempt and a retake',
		deliveries: 6,
		steps: [...attempt, ...attempt],
		isRetake: true,
	}),
	life({
		...jobmojito,
		name: 'collected and submitted',
		deliveries: 2,
		steps: [
			async (interview) => await interview.start(),
			async (interview) => await interview.complete(),
			async (interview) => await interview.report(),
		],
	}),
	life({
		...interviewflowai,
		name: 'started, answering, completed and reported',
		deliveries: 4,
		steps: [attempt[0], async (interview) => await interview.progress(), attempt[1], attempt[2]],
	}),
	life({
		vendor: 'ribbon',
		name: 'analyzed, and then with its video',
		deliveries: 2,
		invite: async (simulator) => {
			const { state } = simulator as RibbonSimulator;
			state.flows[0].is_video_enabled = true;
			return await (simulator as RibbonSimulator).invite();
		},
		steps: [
			async (interview) => await interview.complete(),
			async (interview) => await interview.processVideo(),
		],
	}),
];

/** What two equal rows differ in: the interview, its candidate, and when it happened. */
const OF_THE_CANDIDATE = /_id$|_at$|_url$|^candidate_/;

/** For 720 orders, each sent through the node, on a busy machine. */
jest.setTimeout(120_000);

describe.each(LIVES)('$vendor: $name, in every order', ({ vendor, deliveries, pauses, live }) => {
	let simulator: AnySimulator;
	let workflow: ActiveWorkflow;

	beforeEach(async () => {
		simulator = await TESTED_VENDORS[vendor].start();
		workflow = await connect(vendor, simulator, { parameters: { simplify: true } });
	});

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	/** What is emitted of an interview whose deliveries arrive in this order. */
	async function arriving(order: readonly number[], pauseMs: number): Promise<IDataObject[]> {
		simulator.hold();
		const id = await live(simulator, pauseMs);
		const outcomes = await simulator.release(order);
		expect(outcomes.map(({ status }) => status)).toEqual(order.map(() => 200));
		return workflow.events.filter(({ interview_id }) => interview_id === id);
	}

	it.each(pauses)('ends in the same row with %i ms between two steps', async (pauseMs) => {
		const inOrder = places(deliveries);
		const expected = await arriving(inOrder, pauseMs);
		const types = expected.map(({ event_type }) => String(event_type));
		for (const order of permutations(inOrder)) {
			const items = await arriving(order, pauseMs);
			expect({ order, row: comparable(lastRow(items)) }).toEqual({
				order,
				row: comparable(lastRow(expected)),
			});
			const sequence = inSequence(items, types);
			const ranks = items.map((item) => sequence.indexOf(item));
			expect({ order, late: items.map((item) => item.is_out_of_order) }).toEqual({
				order,
				late: ranks.map((rank, index) => ranks.slice(0, index).some((earlier) => earlier > rank)),
			});
		}
	});
});

/** The row of a sheet into which the items were written one after the other, as docs/interview-event.md advises. */
function lastRow(items: IDataObject[]): IDataObject {
	return items.filter(({ is_out_of_order }) => is_out_of_order === false).at(-1) ?? {};
}

/** As it happened: by the vendor's clock, and by the step of the interview where that says nothing. */
function inSequence(items: IDataObject[], types: string[]): IDataObject[] {
	const time = ({ occurred_at }: IDataObject) => Date.parse(String(occurred_at)) || 0;
	const step = ({ event_type }: IDataObject) => types.indexOf(String(event_type));
	return [...items].sort((one, other) => time(one) - time(other) || step(one) - step(other));
}

function comparable(row: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([column]) => !OF_THE_CANDIDATE.test(column)));
}

function places(count: number): number[] {
	return Array.from({ length: count }, (_, place) => place);
}

function permutations(values: readonly number[]): number[][] {
	if (values.length < 2) return [[...values]];
	return values.flatMap((first) =>
		permutations(values.filter((value) => value !== first)).map((rest) => [first, ...rest]),
	);
}
