/**
 * How many levels of lists and objects an item may have. JSON.parse reads millions, but what stores, copies or shows an
 * item calls itself at every level: measured on Node 20 and 24, structuredClone gives up at 1,600 levels, JSON.stringify at
 * 2,200, n8n's deepCopy at 3,700, and earlier the fuller the stack is. n8n would answer 500 for ever. No vendor sends 20.
 */
const DEPTH_LIMIT = 500;

/** Whether a body has more levels than n8n can be trusted with. Linear, without recursion, stops at the limit. */
export function isTooDeep(body: unknown): boolean {
	// Object.values makes a list of a text's characters; a text has no levels.
	let level: unknown[] = typeof body === 'object' ? [body] : [];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > DEPTH_LIMIT) return true;
		level = containersIn(level);
	}
	return false;
}

/** The lists and objects directly inside these. A plain loop: every delivery passes here. */
function containersIn(level: unknown[]): unknown[] {
	const found: unknown[] = [];
	for (const container of level) {
		const entries = Array.isArray(container) ? (container as unknown[]) : Object.values(container ?? {});
		for (const entry of entries) if (typeof entry === 'object' && entry !== null) found.push(entry);
	}
	return found;
}
