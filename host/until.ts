import { setTimeout as wait } from 'node:timers/promises';

/**
 * Looks again and again until it has seen enough, by default something that is true, or has no more time.
 *
 * @returns what it saw last
 */
export async function until<Seen>(
	look: () => Seen | Promise<Seen>,
	withinMs: number,
	everyMs = 100,
	isEnough: (seen: Seen) => boolean = Boolean,
): Promise<Seen> {
	for (const deadline = Date.now() + withinMs; ; await wait(everyMs)) {
		const seen = await look();
		if (isEnough(seen) || Date.now() > deadline) return seen;
	}
}
