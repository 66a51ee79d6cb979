/** A sliding minute. Source: 300 requests a minute, docs.admin.heymilo.ai/public-api. */
export class RateLimit {
	private calls: number[] = [];

	constructor(private readonly perMinute: number) {}

	/** Counts a call; seconds to wait when it is one too many, else null. */
	hit(nowMs: number): number | null {
		this.calls = this.calls.filter((at) => at > nowMs - 60_000);
		if (this.calls.length >= this.perMinute)
			return Math.max(1, Math.ceil((this.calls[0] + 60_000 - nowMs) / 1000));
		this.calls.push(nowMs);
		return null;
	}
}
