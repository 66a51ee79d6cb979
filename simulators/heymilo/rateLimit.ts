/** A sliding minute per API key. Source: 300 requests a minute, docs.admin.heymilo.ai/public-api. */
export class RateLimit {
	private readonly calls = new Map<string, number[]>();

	constructor(private readonly perMinute: number) {}

	/** Counts a call; seconds to wait when it is one too many, else null. */
	hit(key: string, nowMs: number): number | null {
		const recent = (this.calls.get(key) ?? []).filter((at) => at > nowMs - 60_000);
		this.calls.set(key, recent);
		if (recent.length >= this.perMinute) return Math.max(1, Math.ceil((recent[0] + 60_000 - nowMs) / 1000));
		recent.push(nowMs);
		return null;
	}
}
