/** Epoch milliseconds that never repeat: two steps taken in one millisecond still differ. */
export class Clock {
	private last = 0;
	private offsetMs = 0;

	now(): number {
		this.last = Math.max(Date.now() + this.offsetMs, this.last + 1);
		return this.last;
	}

	/** The same moment as a float in Unix seconds, with microseconds. */
	seconds(): number {
		return this.now() / 1000 + Math.floor(Math.random() * 1000) / 1_000_000;
	}

	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Puts the vendor's clock forward, so a test need not wait. */
	advance(ms: number): void {
		this.offsetMs += ms;
	}
}
