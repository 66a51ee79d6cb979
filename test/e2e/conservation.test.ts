import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { VENDORS } from '../../demo/vendors';
import { post, type Posted } from '../../simulators/shared/post';
import type { Vendor } from '../../simulators/shared/simulator';
import { fixturesOf, type Fixture } from '../fixtures';
import { inParallel } from '../inParallel';
import { openStage } from '../stage/openStage';
import { PROVERS } from '../unit/receiver/provers';
import { openReceivingStage, type ReceivingStage } from './receivingStage';

const DELIVERIES = 5000;
const AT_ONCE = 20;

/** Events that the workflows do not select; HeyMilo sends none that is not registered. */
const NOT_SELECTED: Partial<Record<Vendor, string>> = {
	hireflix: 'interview.delete',
	jobmojito: 'interview_failed',
	interviewflowai: 'interview.started',
	ribbon: 'video_processed',
};

/** What must become of a delivery. */
type Fate = 'event' | 'duplicate' | 'filtered' | 'unrecognized' | 'refused';

interface Planned {
	fate: Fate;
	vendor: Vendor;
	fixture: Fixture;
	text: string;
}

jest.setTimeout(1_200_000);

describe(`${DELIVERIES} mixed deliveries to a real n8n`, () => {
	const plan = planDeliveries();
	let stage: ReceivingStage;
	let answers: Posted[];
	const executed: Record<Vendor, { events: string[]; unrecognized: unknown[]; executions: number }> =
		{} as never;

	beforeAll(async () => {
		stage = await openReceivingStage(await openStage('production'));
		for (const vendor of VENDORS) await deselect(vendor);
		answers = await inParallel(DELIVERIES, AT_ONCE, async (index) => await send(plan[index]));
		for (const vendor of VENDORS) {
			const emitted = await stage.emitted(stage.workflows[vendor]);
			executed[vendor] = {
				events: emitted.flatMap(({ events }) => events.map((event) => subjectOf(event))),
				unrecognized: emitted.flatMap(({ unrecognized }) => unrecognized.map(({ raw }) => raw)),
				executions: emitted.length,
			};
		}
	}, 1_200_000);

	afterAll(async () => await stage?.stop());

	async function deselect(vendor: Vendor): Promise<void> {
		const { nodes } = await stage.n8n.workflow(stage.workflows[vendor]);
		const changed = nodes.map((node) => {
			const { events } = node.parameters as { events?: string[] };
			if (events === undefined) return node;
			const selected = events.filter((event) => event !== NOT_SELECTED[vendor]);
			return { ...node, parameters: { ...node.parameters, events: selected } };
		});
		await stage.n8n.updateWorkflow(stage.workflows[vendor], { nodes: changed as never });
		await stage.n8n.activate(stage.workflows[vendor]);
	}

	async function send({ vendor, fixture, text, fate }: Planned): Promise<Posted> {
		const url = stage.targetOf(vendor, fixture);
		if (fate !== 'refused') return await stage.simulators[vendor].sendRaw(text, { url });
		const { field, proofOf } = PROVERS[vendor];
		const body = Buffer.from(text);
		const wrong = proofOf(body, randomBytes(16).toString('hex'));
		const headers = { 'content-type': 'application/json', [field]: wrong };
		const forged = url.replace(/token=.*/, `token=${wrong}`);
		return await post({ event: 'forged', url: forged, body, headers }, 60_000);
	}

	const planned = (...fates: Fate[]) => plan.filter(({ fate }) => fates.includes(fate));

	it('are answered 401 where they are forged, and 200 everywhere else', () => {
		const statuses = plan.map(({ fate }, index) => `${fate} ${answers[index].status}`);
		expect([...new Set(statuses)].sort()).toEqual([
			'duplicate 200',
			'event 200',
			'filtered 200',
			'refused 401',
			'unrecognized 200',
		]);
	});

	it.each(VENDORS)(
		'leave in the workflow of %s each event once, each unrecognized one once, and nothing else',
		(vendor) => {
			const own = (fate: Fate) => planned(fate).filter((one) => one.vendor === vendor);
			const { events, unrecognized, executions } = executed[vendor];
			expect(events.sort()).toEqual(
				own('event')
					.map(({ text }) => interviewIn(text))
					.sort(),
			);
			expect(unrecognized.map((raw) => JSON.stringify(raw)).sort()).toEqual(
				own('unrecognized')
					.map(({ text }) => text)
					.sort(),
			);
			expect(executions).toBe(events.length + unrecognized.length);
		},
	);

	it('are all accounted for, from both ends', () => {
		const acknowledged = answers.filter(({ responseBody }) => responseBody === '{"received":true}');
		const refused = answers.filter(({ status }) => status === 401);
		const executions = VENDORS.reduce((sum, vendor) => sum + executed[vendor].executions, 0);
		expect(executions).toBe(planned('event', 'unrecognized').length);
		expect(acknowledged).toHaveLength(planned('duplicate', 'filtered').length);
		expect(refused).toHaveLength(planned('refused').length);
		expect(executions + acknowledged.length + refused.length).toBe(DELIVERIES);
	});
});

/** The same plan each time: every kind of delivery of every vendor, mixed; a duplicate repeats one sent before. */
function planDeliveries(): Planned[] {
	const fates = fc.sample(
		fc.oneof(
			{ weight: 30, arbitrary: fc.constant<Fate>('event') },
			{ weight: 30, arbitrary: fc.constant<Fate>('duplicate') },
			{ weight: 10, arbitrary: fc.constant<Fate>('filtered') },
			{ weight: 10, arbitrary: fc.constant<Fate>('unrecognized') },
			{ weight: 20, arbitrary: fc.constant<Fate>('refused') },
		),
		{ numRuns: DELIVERIES, seed: 5 },
	);
	const random = fc.sample(fc.nat(), { numRuns: DELIVERIES, seed: 6 });
	const plan: Planned[] = [];
	fates.forEach((fate, index) => {
		const repeatable = plan.filter((one) => one.fate === 'event' || one.fate === 'unrecognized');
		if (fate === 'duplicate' && repeatable.length > 0) {
			plan.push({ ...repeatable[random[index] % repeatable.length], fate });
		} else {
			plan.push(freshDelivery(fate === 'duplicate' ? 'event' : fate, index, random[index]));
		}
	});
	return plan;
}

/** A delivery that nobody has seen before, made from one of the fixtures. */
function freshDelivery(fate: Fate, index: number, random: number): Planned {
	const vendors = fate === 'filtered' ? VENDORS.filter((vendor) => vendor in NOT_SELECTED) : VENDORS;
	const vendor = vendors[random % vendors.length];
	const isFiltered = ({ item }: Fixture) => item.vendor_event === NOT_SELECTED[vendor];
	const fixtures = fixturesOf(vendor).filter((one) => isFiltered(one) === (fate === 'filtered'));
	const fixture = fixtures[Math.floor(random / 4) % fixtures.length];
	const fresh = fixture.text.replaceAll(subjectOf(fixture.item), interviewId(index));
	const text = fate === 'unrecognized' ? JSON.stringify({ ping: index }) : fresh;
	return { fate, vendor, fixture, text };
}

/** What an event is of, as the vendor sends it: the interview, or the candidate where it has none of its own. */
function subjectOf({ interview_id, candidate_email }: Fixture['item']): string {
	return String(interview_id ?? candidate_email).replace(/^.*:/, '');
}

function interviewId(index: number): string {
	return `mixed-${String(index).padStart(5, '0')}`;
}

function interviewIn(text: string): string | undefined {
	return /mixed-\d{5}/.exec(text)?.[0];
}
