/**
 * How many levels of lists and objects an item may have. JSON.parse reads millions, but what stores, copies or shows an
 * item calls itself at every level: measured on Node 20 and 24, structuredClone fails at 1,600 levels, JSON.stringify at
 * 2,200, n8n's deepCopy at 3,700, and earlier the fuller the stack is. n8n would answer 500 forever. No vendor sends 20.
 */
const DEPTH_LIMIT = 500;

/** Whether a body has more levels than n8n can be trusted with. Looks no deeper than the limit. */
export function isTooDeep(body: unknown): boolean {
	return isContainer(body) && exceeds(body, DEPTH_LIMIT);
}

/** Every delivery passes here: plain loops, which make no list of anything, take a fifth of the time. */
function exceeds(container: Container, levels: number): boolean {
	if (levels === 0) return true;
	if (Array.isArray(container)) {
		for (const entry of container) if (isContainer(entry) && exceeds(entry, levels - 1)) return true;
		return false;
	}
	// What JSON.parse makes inherits nothing that could be looped over.
	for (const name in container) {
		const entry = container[name];
		if (isContainer(entry) && exceeds(entry, levels - 1)) return true;
	}
	return false;
}

type Container = unknown[] | Record<string, unknown>;

function isContainer(value: unknown): value is Container {
	return typeof value === 'object' && value !== null;
}
