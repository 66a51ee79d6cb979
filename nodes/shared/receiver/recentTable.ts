import { hash } from 'node:crypto';

import { hashed } from '../event/identity';

/** 96 bits of a SHA-256 that stand for a text, as two whole numbers of 48 bits: memory holds nothing of a person. */
export type Fingerprint = readonly [high: number, low: number];

export function fingerprint(text: string): Fingerprint {
	const digits = hash('sha256', hashed(text), 'hex');
	return [parseInt(digits.slice(0, 12), 16), parseInt(digits.slice(12, 24), 16)];
}

/**
 * Rows of numbers by fingerprint: at least as many of the latest as it must keep, and at most twice as many. There are
 * two generations: when the younger one is full it becomes the older one, and what that held is forgotten. So a row
 * is found and added in the same time however many there are, and there is nothing for the garbage collector to look at.
 */
export class RecentTable {
	private young: Generation;
	private old: Generation;

	/** @param width numbers in a row */
	constructor(private readonly width: number) {
		this.young = new Generation(width);
		this.old = new Generation(width);
	}

	/** The row as it was last set; undefined when there is none, or no longer. */
	get(key: Fingerprint): Float64Array | undefined {
		return this.young.get(key) ?? this.old.get(key);
	}

	/** Adds a row, or puts it in the place of the one with the same key. @param limit how many of the latest to keep */
	set(key: Fingerprint, row: readonly number[], limit: number): void {
		if (this.young.size >= limit && this.young.get(key) === undefined) {
			this.old = this.young;
			this.young = new Generation(this.width);
		}
		this.young.set(key, row, limit);
	}
}

const FEWEST_ROWS = 16;

const KEY_WIDTH = 2;

/** A hash table with open addressing. Nothing is ever removed from it. */
class Generation {
	size = 0;
	private readonly stride: number;
	/** Key and row, one after the other in the order in which they were added. */
	private entries: Float64Array;
	/** Where a key is looked for: the number of its entry plus one, or zero. */
	private slots: Int32Array;

	constructor(width: number) {
		this.stride = KEY_WIDTH + width;
		this.entries = new Float64Array(FEWEST_ROWS * this.stride);
		this.slots = new Int32Array(slotsFor(FEWEST_ROWS));
	}

	get(key: Fingerprint): Float64Array | undefined {
		const entry = this.slots[this.slotOf(key)] - 1;
		if (entry < 0) return undefined;
		return this.entries.subarray(entry * this.stride + KEY_WIDTH, (entry + 1) * this.stride);
	}

	set(key: Fingerprint, row: readonly number[], limit: number): void {
		if (this.size * this.stride === this.entries.length) this.grow(limit);
		const slot = this.slotOf(key);
		if (this.slots[slot] === 0) this.slots[slot] = ++this.size;
		const start = (this.slots[slot] - 1) * this.stride;
		this.entries.set(key, start);
		this.entries.set(row, start + KEY_WIDTH);
	}

	/** The slot that holds the key, or the free one where it would be. */
	private slotOf([high, low]: Fingerprint): number {
		const last = this.slots.length - 1;
		for (let slot = low & last; ; slot = (slot + 1) & last) {
			const start = (this.slots[slot] - 1) * this.stride;
			if (start < 0 || (this.entries[start] === high && this.entries[start + 1] === low)) return slot;
		}
	}

	private grow(limit: number): void {
		const rows = Math.max(this.size + 1, Math.min(2 * this.size, limit));
		const entries = new Float64Array(rows * this.stride);
		entries.set(this.entries);
		this.entries = entries;
		this.slots = new Int32Array(slotsFor(rows));
		for (let entry = 0; entry < this.size; entry++) {
			const start = entry * this.stride;
			this.slots[this.slotOf([entries[start], entries[start + 1]])] = entry + 1;
		}
	}
}

/** A power of two, a fifth of which stays free at least: then a key is found after a step or two. */
function slotsFor(rows: number): number {
	return 2 ** Math.ceil(Math.log2(rows * 1.25));
}
