import type { InterviewEvent } from '../event/interviewEvent';
import { fingerprint, RecentTable, type Fingerprint } from './recentTable';
import type { SeenEvent } from './vendorReceiver';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

const SAME_ATTEMPT_MS = 60_000;

/** The right to process a delivery, held until it is known whether n8n stored it. */
export interface Claim {
	/** The last event of the sequence, if it is still remembered. */
	previous: SeenEvent | null;
	/** Stored: remember the delivery. Not stored: forget it, so it passes when it is sent again. */
	settle(outcome: { isStored: boolean; seen: SeenEvent | null }): void;
}

/**
 * What one trigger has received: exact under concurrency inside this process, bounded, expiring, without
 * timers. It holds numbers made from hashes, never a candidate's data.
 */
export class DeliveryMemory {
	/** By sequence: when, the fingerprint of its last delivery, and what that said. */
	private readonly remembered = new RecentTable(5);
	/** By interview: when, rank, and the vendor's time. */
	private readonly progress = new RecentTable(3);
	private readonly pending = new Map<string, Promise<void>>();

	/** @param clock epoch milliseconds */
	constructor(private readonly clock: () => number = Date.now) {}

	/**
	 * Claims a delivery; null when it is a duplicate to be skipped. While an equal delivery is in progress this one waits
	 * for its outcome: answering "received" before the other is stored could lose both.
	 *
	 * @param rules `repetitionMs`: for how long a delivery equal to the last one of its sequence is a duplicate
	 */
	async claim(
		sequence: string,
		delivery: string,
		limit: number,
		{ skipsDuplicates = true, repetitionMs = LIFETIME_MS } = {},
	): Promise<Claim | null> {
		const key = fingerprint(sequence);
		const own = delivery === sequence ? key : fingerprint(delivery);
		const name = key.join();
		for (let other = this.pending.get(name); other; other = this.pending.get(name)) await other;

		const last = this.recall(this.remembered, key);
		if (last === undefined) return { previous: null, settle: this.hold(key, name, own, limit) };
		const [at, high, low, ...seen] = last;
		const isEqual = high === own[0] && low === own[1];
		if (skipsDuplicates && isEqual && this.clock() - at <= repetitionMs) return null;
		return { previous: asSeen(seen), settle: this.hold(key, name, own, limit) };
	}

	/**
	 * Whether a later step of the interview was seen: by the vendor's clock where there is one, else by rank. A
	 * retake starts long after the first end; a start and an end within a minute are one attempt, whatever
	 * the times say, which some vendors take when they send and some when it happened.
	 */
	isOutOfOrder(interview: string, rank: number, occurredAt: string | null): boolean {
		const seen = this.recall(this.progress, fingerprint(interview));
		if (seen === undefined) return false;
		const [, seenRank, seenTime] = seen;
		const elapsed = asTime(occurredAt) - seenTime;
		const isTold =
			!Number.isNaN(elapsed) && elapsed !== 0 && (rank === seenRank || Math.abs(elapsed) > SAME_ATTEMPT_MS);
		return isTold ? elapsed < 0 : rank < seenRank;
	}

	/** Remembers how far an interview has come. */
	advance(interview: string, rank: number, occurredAt: string | null, limit: number): void {
		this.progress.set(fingerprint(interview), [this.clock(), rank, asTime(occurredAt)], limit);
	}

	private recall(table: RecentTable, key: Fingerprint): Float64Array | undefined {
		const row = table.get(key);
		return row !== undefined && this.clock() - row[0] <= LIFETIME_MS ? row : undefined;
	}

	private hold(key: Fingerprint, name: string, own: Fingerprint, limit: number): Claim['settle'] {
		let release = () => {};
		this.pending.set(name, new Promise((resolve) => (release = resolve)));
		let isSettled = false;
		return ({ isStored, seen }) => {
			if (isSettled) return;
			isSettled = true;
			if (isStored) this.remembered.set(key, [this.clock(), ...own, ...asNumbers(seen)], limit);
			this.pending.delete(name);
			release();
		};
	}
}

/** Epoch milliseconds; NaN for an unknown time. */
function asTime(time: string | null): number {
	return time === null ? NaN : Date.parse(time);
}

const DECISIONS: Array<InterviewEvent['decision']> = [null, 'advance', 'reject', 'undecided'];

/** The names of events, a handful for each vendor, by the number that stands for each. */
const eventNames: Array<string | null> = [];

const NOTHING_SEEN = -1;

/** Two numbers: one for name and decision together, and the score, NaN without one. */
function asNumbers(seen: SeenEvent | null): [number, number] {
	if (seen === null) return [NOTHING_SEEN, NaN];
	const { vendor_event, decision, score_raw } = seen;
	if (!eventNames.includes(vendor_event)) eventNames.push(vendor_event);
	const state = eventNames.indexOf(vendor_event) * DECISIONS.length + DECISIONS.indexOf(decision);
	return [state, score_raw ?? NaN];
}

function asSeen([state, score]: number[]): SeenEvent | null {
	if (state === NOTHING_SEEN) return null;
	return {
		vendor_event: eventNames[Math.floor(state / DECISIONS.length)],
		decision: DECISIONS[state % DECISIONS.length],
		score_raw: Number.isNaN(score) ? null : score,
	};
}

const memories = new Map<string, DeliveryMemory>();

/** The memory of one trigger node in this process. */
export function memoryOf(workflowId: string, nodeId: string): DeliveryMemory {
	const key = `${workflowId}/${nodeId}`;
	const memory = memories.get(key) ?? new DeliveryMemory();
	memories.set(key, memory);
	return memory;
}
