/** n8n's own limits and the user's patience: longer than this nobody is waited for. */
export const LONGEST_WAIT_MS = 30_000;

/** Milliseconds until `Retry-After`, a number of seconds or a date (RFC 9110), at most 30 s; null when it asks for none. */
export function askedWaitMs(retryAfter: unknown): number | null {
	const text = String(retryAfter ?? '').trim();
	const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
	return asked > 0 ? Math.min(asked, LONGEST_WAIT_MS) : null;
}
