import { DeliveryMemory, memoryOf, type Claim } from '../../../nodes/shared/receiver/deliveryMemory';
import type { SeenEvent } from '../../../nodes/shared/receiver/vendorReceiver';

const DAY_MS = 24 * 60 * 60 * 1000;
const seen: SeenEvent = { vendor_event: 'interview_result', decision: 'advance', score_raw: 7 };

/** A memory whose clock only moves on request. */
function memoryAt(start = 1_773_000_000_000) {
	const clock = { now: start };
	return { clock, memory: new DeliveryMemory(() => clock.now) };
}

/** Claims a delivery that is remembered for itself, as vendors do that have an id for each. */
const claim = (memory: DeliveryMemory, key: string, limit = 100, skipsDuplicates = true) =>
	memory.claim(key, key, limit, { skipsDuplicates });

async function store(memory: DeliveryMemory, key: string, limit?: number): Promise<void> {
	(await claim(memory, key, limit))?.settle({ isStored: true, seen });
}

const isDuplicate = async (memory: DeliveryMemory, key: string) => (await claim(memory, key)) === null;

const otherWorkToBeDone = () => new Promise((resolve) => setImmediate(resolve));

describe('a delivery', () => {
	it('is a duplicate once an equal one was stored', async () => {
		const { memory } = memoryAt();
		await store(memory, 'a');
		expect(await isDuplicate(memory, 'a')).toBe(true);
		expect(await isDuplicate(memory, 'b')).toBe(false);
	});

	it('passes again when the first one could not be stored', async () => {
		const { memory } = memoryAt();
		(await claim(memory, 'a'))?.settle({ isStored: false, seen });
		expect(await isDuplicate(memory, 'a')).toBe(false);
	});

	it('keeps its first outcome, since the response ends with "finish" and then with "close"', async () => {
		const { memory } = memoryAt();
		const first = await claim(memory, 'a');
		first?.settle({ isStored: true, seen });
		first?.settle({ isStored: false, seen: null });
		expect(await isDuplicate(memory, 'a')).toBe(true);
	});

	it('does not free the claim of a later one when it is settled a second time', async () => {
		const { memory } = memoryAt();
		const first = await claim(memory, 'a');
		first?.settle({ isStored: false, seen: null });
		await claim(memory, 'a');
		first?.settle({ isStored: false, seen: null });
		let isThirdDecided = false;
		void claim(memory, 'a').then(() => (isThirdDecided = true));
		await otherWorkToBeDone();
		expect(isThirdDecided).toBe(false);
	});

	it('passes although it is known when duplicates are wanted, and learns of the last event', async () => {
		const { memory } = memoryAt();
		await store(memory, 'a');
		const again = await claim(memory, 'a', 100, false);
		expect(again?.previous).toEqual(seen);
	});
});

describe('a delivery while an equal one is in progress', () => {
	async function claimTwice() {
		const { memory } = memoryAt();
		const first = await claim(memory, 'a');
		const outcome: { second?: Claim | null } = {};
		const second = claim(memory, 'a').then((decided) => (outcome.second = decided));
		await otherWorkToBeDone();
		return { memory, first, outcome, second };
	}

	it('waits', async () => {
		const { outcome } = await claimTwice();
		expect(outcome).toEqual({});
	});

	it('is a duplicate when the first one was stored', async () => {
		const { first, second } = await claimTwice();
		first?.settle({ isStored: true, seen });
		expect(await second).toBeNull();
	});

	it('passes when the first one failed', async () => {
		const { first, second } = await claimTwice();
		first?.settle({ isStored: false, seen });
		expect(await second).toMatchObject({ previous: null });
	});

	it('does not hold up another one', async () => {
		const { memory } = await claimTwice();
		expect(await isDuplicate(memory, 'b')).toBe(false);
	});
});

describe('of 50 equal deliveries at once', () => {
	/** Settles each claim as `outcomes` says, in the order in which they are granted. */
	async function race(outcomes: (attempt: number) => boolean): Promise<number> {
		const { memory } = memoryAt();
		let attempts = 0;
		const results = await Promise.all(
			Array.from({ length: 50 }, async () => {
				const granted = await claim(memory, 'a');
				if (granted === null) return false;
				const isStored = outcomes(attempts++);
				await otherWorkToBeDone();
				granted.settle({ isStored, seen });
				return isStored;
			}),
		);
		expect(results.filter(Boolean)).toHaveLength(results.includes(true) ? 1 : 0);
		return attempts;
	}

	it('exactly one wins when it is stored', async () => {
		expect(await race(() => true)).toBe(1);
	});

	it('the next one is tried after each failure, until one is stored', async () => {
		expect(await race((attempt) => attempt === 3)).toBe(4);
	});

	it('each is tried when none can be stored', async () => {
		expect(await race(() => false)).toBe(50);
	});
});

describe('a sequence', () => {
	const result = 'jobmojito:1';

	it('lets A, B and A again through, and B twice in a row once', async () => {
		const { memory } = memoryAt();
		const passed: string[] = [];
		for (const delivery of ['A', 'B', 'B', 'A', 'A']) {
			const granted = await memory.claim(result, delivery, 100);
			if (granted === null) continue;
			passed.push(delivery);
			granted.settle({ isStored: true, seen });
		}
		expect(passed).toEqual(['A', 'B', 'A']);
	});

	it('returns the last stored event, and not one that failed', async () => {
		const { memory } = memoryAt();
		const first = await memory.claim(result, 'A', 100);
		expect(first?.previous).toBeNull();
		first?.settle({ isStored: true, seen });
		const second = await memory.claim(result, 'B', 100);
		expect(second?.previous).toEqual(seen);
		second?.settle({ isStored: false, seen: { ...seen, decision: 'reject' } });
		expect((await memory.claim(result, 'C', 100))?.previous).toEqual(seen);
	});

	it('is processed one delivery after the other, also when they differ', async () => {
		const { memory } = memoryAt();
		const first = await memory.claim(result, 'A', 100);
		const second = memory.claim(result, 'B', 100);
		first?.settle({ isStored: true, seen });
		expect((await second)?.previous).toEqual(seen);
	});
});

describe('the memory', () => {
	const letters = [...'abcdefghijklmnopqrstuvwxyz'];

	it('remembers as many of the latest deliveries as its limit says at least, and twice as many at most', async () => {
		for (let count = 1; count <= letters.length; count++) {
			const { memory } = memoryAt();
			for (const key of letters.slice(0, count)) await store(memory, key, 3);
			const isKnown: boolean[] = [];
			for (const key of letters.slice(0, count)) isKnown.push((await claim(memory, key, 3)) === null);
			const known = isKnown.filter(Boolean).length;
			expect(isKnown.slice(-known).every(Boolean)).toBe(true);
			expect(known).toBeGreaterThanOrEqual(Math.min(count, 3));
			expect(known).toBeLessThanOrEqual(6);
		}
	});

	it('counts a sequence that goes on as new', async () => {
		const { memory } = memoryAt();
		for (const key of ['a', 'b', 'c']) await store(memory, key, 3);
		(await memory.claim('a', 'another', 3))?.settle({ isStored: true, seen });
		for (const key of ['d', 'e']) await store(memory, key, 3);
		expect(await memory.claim('a', 'another', 3)).toBeNull();
		for (const key of ['f', 'g']) await store(memory, key, 3);
		expect(await isDuplicate(memory, 'b')).toBe(false);
	});

	it('shrinks when the limit is lowered', async () => {
		const { memory } = memoryAt();
		for (const key of ['a', 'b', 'c', 'd']) await store(memory, key, 10);
		for (const key of ['e', 'f', 'g']) await store(memory, key, 2);
		const known = [];
		for (const key of ['c', 'd', 'e', 'f', 'g']) known.push(await isDuplicate(memory, key));
		expect(known).toEqual([false, false, true, true, true]);
	});

	it('finds each of many thousands, and nothing else', async () => {
		const { memory } = memoryAt();
		for (let index = 0; index < 20_000; index++) await store(memory, `known ${index}`, 100_000);
		for (let index = 0; index < 20_000; index++) {
			expect(await memory.claim(`known ${index}`, `known ${index}`, 100_000)).toBeNull();
			expect((await memory.claim(`new ${index}`, `new ${index}`, 100_000))?.previous).toBeNull();
		}
	});

	it.each([
		[7 * DAY_MS, true],
		[7 * DAY_MS + 1, false],
	])('remembers after %d ms: %p', async (age, expected) => {
		const { clock, memory } = memoryAt();
		await store(memory, 'a');
		clock.now += age;
		expect(await isDuplicate(memory, 'a')).toBe(expected);
	});

	it('is one for each trigger of a workflow, and the same each time', () => {
		expect(memoryOf('w1', 'n1')).toBe(memoryOf('w1', 'n1'));
		expect(memoryOf('w1', 'n1')).not.toBe(memoryOf('w1', 'n2'));
		expect(memoryOf('w1', 'n1')).not.toBe(memoryOf('w2', 'n1'));
	});
});

describe('an event is out of order', () => {
	const after = (ms: number) => new Date(Date.UTC(2026, 2, 1) + ms).toISOString();
	const EARLY = after(0);
	const LATE = after(25 * 60_000);

	it.each([
		['with an earlier time', 4, LATE, 5, EARLY, true],
		['with a later time, whatever its rank', 5, EARLY, 2, LATE, false],
		['with the same time and a lower rank', 5, LATE, 4, LATE, true],
		['with the same time and rank', 5, LATE, 5, LATE, false],
		['without a time and with a lower rank', 5, LATE, 4, null, true],
		['without a time and with a higher rank', 4, LATE, 5, null, false],
		['with a lower rank after one without a time', 5, null, 4, EARLY, true],
		['with the same rank after one without a time', 5, null, 5, EARLY, false],
		['within a minute by rank: an earlier step is late', 4, after(0), 1, after(53), true],
		['within a minute by rank: a later step is not', 1, after(53), 4, after(0), false],
		['within a minute by time between equal ranks', 5, after(10_000), 5, after(0), true],
	])('%s', (_, seenRank, seenAt, rank, occurredAt, expected) => {
		const { memory } = memoryAt();
		memory.advance('i', seenRank, seenAt, 100);
		expect(memory.isOutOfOrder('i', rank, occurredAt)).toBe(expected);
	});

	it('never as the first one of its interview', () => {
		const { memory } = memoryAt();
		memory.advance('another', 6, LATE, 100);
		expect(memory.isOutOfOrder('i', 1, EARLY)).toBe(false);
	});

	it('only for 7 days', () => {
		const { clock, memory } = memoryAt();
		memory.advance('i', 5, LATE, 100);
		clock.now += 7 * DAY_MS + 1;
		expect(memory.isOutOfOrder('i', 1, EARLY)).toBe(false);
	});

	it('only while its interview is among the latest', () => {
		const { memory } = memoryAt();
		for (const interview of ['i', 'j', 'k', 'l', 'm', 'n', 'o']) memory.advance(interview, 5, LATE, 3);
		expect(memory.isOutOfOrder('i', 1, EARLY)).toBe(false);
		expect(memory.isOutOfOrder('m', 1, EARLY)).toBe(true);
	});
});
