import { jobMojitoReceiver } from '../../../nodes/JobMojito/receiver';
import type { InterviewEvent } from '../../../nodes/shared/event/interviewEvent';
import { DeliveryMemory } from '../../../nodes/shared/receiver/deliveryMemory';
import { fixture } from '../../fixtures';
import { changed, eventOf } from '../normalized';

const named = (name: string) => eventOf('jobmojito', fixture('jobmojito', name).body);
const collected = named('interview_collected');
const first = named('interview_result');
const decided = named('interview_result.decision');
const rescored = named('interview_result.rescored');
const archived = named('archived');
const failed = named('interview_failed.failed');
const ongoing = named('ongoing');
const unreadable = eventOf(
	'jobmojito',
	changed(fixture('jobmojito', 'interview_result').body, { recruiter_go_next_round: 1 }),
);

const related = (event: InterviewEvent, previous: InterviewEvent | null) =>
	jobMojitoReceiver.relate?.(event, previous);
const admitted = (event: InterviewEvent, previous: InterviewEvent | null, resultUpdates?: string) =>
	jobMojitoReceiver.admits?.(event, previous, resultUpdates === undefined ? {} : { resultUpdates });

describe('a result of JobMojito that is sent again', () => {
	it.each([
		['the first', first, null, 'interview.report_available'],
		['the first after its collection', first, collected, 'interview.report_available'],
		['the first after another attempt failed', first, failed, 'interview.report_available'],
		['after it was archived', first, archived, 'interview.status_changed'],
		['with a decision', decided, first, 'interview.status_changed'],
		['with the decision taken back', first, decided, 'interview.status_changed'],
		['with another score', rescored, decided, 'interview.score_updated'],
		['with a decision that cannot be read', unreadable, decided, 'interview.report_available'],
		['with another decision and another score', rescored, first, 'interview.status_changed'],
		[
			'with neither, such as a new PDF',
			{ ...decided, report_url: null },
			decided,
			'interview.report_available',
		],
	])('%s', (_, event, previous, type) => {
		expect(related(event, previous)).toStrictEqual({ ...event, event_type: type });
	});

	it.each([
		['archived', archived, rescored],
		['collected', collected, null],
		['failed', failed, collected],
		['going on', ongoing, first],
	])('stays what it is when it is %s', (_, event, previous) => {
		expect(related(event, previous)).toBe(event);
	});

	it('is distinguished from its repetition, true → false → true being three events', async () => {
		const memory = new DeliveryMemory(() => 0);
		const told: string[] = [];
		const body = fixture('jobmojito', 'interview_result').body;
		for (const decision of [null, null, true, true, false, true, true]) {
			const event = eventOf('jobmojito', changed(body, { recruiter_go_next_round: decision }));
			const sequence = jobMojitoReceiver.sequence?.(event) ?? '';
			const claim = await memory.claim(sequence, event.dedupe_key, 100);
			if (claim === null) continue;
			const result = jobMojitoReceiver.relate?.(event, claim.previous) ?? event;
			told.push(`${result.event_type} ${result.decision}`);
			claim.settle({ isStored: true, seen: result });
		}
		expect(told).toEqual([
			'interview.report_available undecided',
			'interview.status_changed advance',
			'interview.status_changed reject',
			'interview.status_changed advance',
		]);
	});

	it('has one sequence a result', () => {
		const sequences = [collected, first, decided, archived].map((event) =>
			jobMojitoReceiver.sequence?.(event),
		);
		expect(new Set(sequences).size).toBe(1);
		expect(jobMojitoReceiver.sequence?.(failed)).not.toBe(sequences[0]);
	});
});

describe('the option for updates of a result', () => {
	it.each([
		['every one by default', undefined, decided, first, true],
		['every one', 'all', first, first, true],
		['only the first: the first', 'first', first, null, true],
		['only the first: after its collection', 'first', first, collected, true],
		['only the first: a later one', 'first', decided, first, false],
		['only decisions: none yet', 'decision', first, null, false],
		['only decisions: none after the collection', 'decision', first, collected, false],
		['only decisions: decided at once', 'decision', decided, null, true],
		['only decisions: decided later', 'decision', decided, first, true],
		['only decisions: taken back', 'decision', first, decided, true],
		['only decisions: another score', 'decision', rescored, decided, false],
		['only the first: what is no result', 'first', failed, first, true],
		['only decisions: what is no result', 'decision', collected, null, true],
		['only decisions: archived', 'decision', archived, rescored, true],
		['only decisions: one that cannot be read', 'decision', unreadable, first, true],
		['only the first: the first after it was going on', 'first', first, ongoing, true],
	])('lets through %s', (_, option, event, previous, expected) => {
		expect(admitted(event, previous, option)).toBe(expected);
	});
});

describe('an event of JobMojito', () => {
	it.each([
		['interview_collected', collected],
		['interview_result', decided],
		['interview_result', archived],
		['interview_failed', failed],
		[null, ongoing],
	])('belongs to the subscription %p', (subscription, event) => {
		expect(jobMojitoReceiver.subscription(event)).toBe(subscription);
	});

	it.each([
		[{}, ['06c5a393', '06c5a393']],
		[{ question_set_id: 'stage' }, ['06c5a393', 'stage']],
		[{ position_def_set_id: 'position' }, ['06c5a393', '06c5a393', 'position']],
		[{ interview_id: undefined }, ['06c5a393']],
		[{ interview_id: null, question_set_id: 7 }, ['7']],
		[{ interview_id: null, question_set_id: {} }, []],
		[{ id: undefined, table: 'interview_result', record: { id: 'r', question_set_id: 'old' } }, ['old']],
	])('with %j is filtered by its interview definitions %j', (changes, ids) => {
		const body = changed(fixture('jobmojito', 'interview_result').body, {
			interview_id: '06c5a393',
			question_set_id: '06c5a393',
			...changes,
		});
		expect(jobMojitoReceiver.jobFilter?.parameter).toBe('interviews');
		expect(jobMojitoReceiver.jobFilter?.jobIds(eventOf('jobmojito', body))).toEqual(ids);
	});
});

it('takes a result that was archived and comes back for no first submission', () => {
	expect(admitted(first, archived, 'first')).toBe(false);
});
