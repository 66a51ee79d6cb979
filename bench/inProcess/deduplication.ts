import { DeliveryMemory } from '../../nodes/shared/receiver/deliveryMemory';
import { publish, shown } from '../shared/report';
import { inTurns, spreadOf } from '../shared/statistics';
import { bytesInUse } from './costs';

const ROUNDS = 7;

/** Deliveries of one measurement, each of an interview of its own. */
const COUNT = 20_000;

const REMEMBERED = [10, 10_000, 1_000_000];

const MEASURED_KEYS = 100_000;

/** How long it takes to find out that a delivery is new and to remember it, and how many bytes it takes to remember one. */
export async function measureDeduplication(): Promise<void> {
	const memories = new Map<number, DeliveryMemory>();
	const bytes = new Map<number, number>();
	let next = 0;
	const deliver = async (memory: DeliveryMemory, count: number, limit: number) => {
		for (const end = next + count; next < end; next++) {
			const key = `hireflix:${next}:completed`;
			const claim = await memory.claim(key, key, limit);
			memory.isOutOfOrder(String(next), 4, null);
			memory.advance(String(next), 4, null, limit);
			claim?.settle({ isStored: true, seen: null });
		}
	};
	/** A full memory, and the bytes for each of its deliveries. */
	const fill = async (remembered: number) => {
		// As many as make what else is on the heap small beside them.
		const copies = Math.max(1, MEASURED_KEYS / remembered);
		const before = await bytesInUse();
		const kept: DeliveryMemory[] = [];
		for (let copy = 0; copy < copies; copy++) {
			kept.push(new DeliveryMemory());
			await deliver(kept[copy], remembered, remembered);
		}
		return { memory: kept[0], bytes: ((await bytesInUse()) - before) / (remembered * copies) };
	};
	// The first one also counts code that is compiled.
	await fill(10_000);
	for (const remembered of REMEMBERED) {
		const filled = await fill(remembered);
		memories.set(remembered, filled.memory);
		bytes.set(remembered, filled.bytes);
	}
	const contestants = Object.fromEntries(
		[...memories].map(([limit, memory]) => [
			String(limit),
			async () => {
				const started = process.hrtime.bigint();
				await deliver(memory, COUNT, limit);
				return Number(process.hrtime.bigint() - started) / COUNT;
			},
		]),
	);
	await inTurns(1, contestants);
	const nanoseconds = await inTurns(ROUNDS, contestants);
	publish('performance.md', 'deduplication', {
		head: ['Remembered deliveries', 'Check and add, ns', 'Bytes for each'],
		rows: REMEMBERED.map((remembered) => [
			remembered.toLocaleString('en'),
			shown(spreadOf(nanoseconds[String(remembered)]), 0),
			(bytes.get(remembered) ?? NaN).toFixed(0),
		]),
	});
}
