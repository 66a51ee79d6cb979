import { createHash } from 'node:crypto';

import { hashed } from '../event/build';
import type { SeenEvent } from './vendorReceiver';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

const SAME_ATTEMPT_MS = 60_000;

interface Remembered {
	/** Fingerprint of the last delivery of the sequence. */
	delivery: string;
	seen: SeenEvent | null;
	at: number;
}

interface Progress {
	rank: number;
	occurredAt: string | null;
	at: number;
}

/** The right to process a delivery, held until it is known whether n8n stored it. */
export interface Claim {
	/** The last event of the sequence, if it is still remembered. */
	previous: SeenEvent | null;
	/** Stored: remember the delivery. Not stored: forget it, so that it passes when it is sent again. */
	settle(isStored: boolean, seen: SeenEvent | null): void;
}

/**
 * What one trigger has received: exact under concurrency inside this process, bounded, expiring, without
 * timers. It holds hashes, never a candidate's data.
 */
export class DeliveryMemory {
	private readonly remembered = new Map<string, Remembered>();
	private readonly progress = new Map<string, Progress>();
	private readonly pending = new Map<string, Promise<void>>();

	/** @param clock epoch milliseconds */
	constructor(private readonly clock: () => number = Date.now) {}

	/**
	 * Claims a delivery; null when it is a duplicate to be skipped. While an equal delivery is in progress this one waits
	 * for its outcome: answering "received" before the other is stored could lose both.
	 */
	async claim(
		sequence: string,
		delivery: string,
		limit: number,
		skipsDuplicates = true,
	): Promise<Claim | null> {
		const key = fingerprint(sequence);
		const own = fingerprint(delivery);
		for (let other = this.pending.get(key); other; other = this.pending.get(key)) await other;

		const last = recall(this.remembered, key, this.clock());
		if (skipsDuplicates && last?.delivery === own) return null;
		return { previous: last?.seen ?? null, settle: this.hold(key, own, limit) };
	}

	/**
	 * Whether a later step of the interview was seen: by the vendor's clock where it tells, else by rank. A
	 * retake starts long after the first end; a start and an end within a minute are one attempt, whatever
	 * the times say, which some vendors take when they send and some when it happened.
	 */
	isOutOfOrder(interview: string, rank: number, occurredAt: string | null): boolean {
		const seen = recall(this.progress, fingerprint(interview), this.clock());
		if (seen === undefined) return false;
		const elapsed = elapsedMs(seen.occurredAt, occurredAt);
		const isTold =
			elapsed !== null && elapsed !== 0 && (rank === seen.rank || Math.abs(elapsed) > SAME_ATTEMPT_MS);
		return isTold ? elapsed < 0 : rank < seen.rank;
	}

	/** Remembers how far an interview has come. */
	advance(interview: string, rank: number, occurredAt: string | null, limit: number): void {
		const at = this.clock();
		remember(this.progress, fingerprint(interview), { rank, occurredAt, at }, limit);
	}

	private hold(key: string, own: string, limit: number): Claim['settle'] {
		let release = () => {};
		this.pending.set(key, new Promise((resolve) => (release = resolve)));
		let isSettled = false;
		return (isStored, seen) => {
			if (isSettled) return;
			isSettled = true;
			if (isStored) {
				remember(this.remembered, key, { delivery: own, seen, at: this.clock() }, limit);
			}
			this.pending.delete(key);
			release();
		};
	}
}

/** Milliseconds from one time to another; null when either is unknown. */
function elapsedMs(from: string | null, to: string | null): number | null {
	return from === null || to === null ? null : Date.parse(to) - Date.parse(from);
}

function recall<Entry extends { at: number }>(
	entries: Map<string, Entry>,
	key: string,
	now: number,
): Entry | undefined {
	const entry = entries.get(key);
	return entry !== undefined && now - entry.at <= LIFETIME_MS ? entry : undefined;
}

/** Adds as the newest entry; drops the oldest ones beyond the limit or the lifetime. */
function remember<Entry extends { at: number }>(
	entries: Map<string, Entry>,
	key: string,
	entry: Entry,
	limit: number,
): void {
	entries.delete(key);
	entries.set(key, entry);
	for (const [oldest, { at }] of entries) {
		if (entries.size <= limit && entry.at - at <= LIFETIME_MS) break;
		entries.delete(oldest);
	}
}

/** 132 bits of a SHA-256 that stand for a key: memory holds nothing of a person. */
export function fingerprint(text: string): string {
	return createHash('sha256').update(hashed(text)).digest('base64').slice(0, 22);
}

const memories = new Map<string, DeliveryMemory>();

/** The memory of one trigger node in this process. */
export function memoryOf(workflowId: string, nodeId: string): DeliveryMemory {
	const key = `${workflowId}/${nodeId}`;
	const memory = memories.get(key) ?? new DeliveryMemory();
	memories.set(key, memory);
	return memory;
}
