import { fixture } from '../../test/fixtures';
import { inParallel } from '../../test/inParallel';
import type { HireflixSimulator } from '../../simulators/hireflix';

let made = 0;

/** Bodies of the completed interview that nobody has seen before; the simulator signs what it sends. */
export function freshDeliveries(count: number): string[] {
	const { text, item } = fixture('hireflix', 'interview.finish');
	return Array.from({ length: count }, () =>
		text.replaceAll(String(item.interview_id), `queue-${String(++made).padStart(6, '0')}`),
	);
}

/**
 * Sends each body to its URLs at the same time, so many bodies at once.
 *
 * @param urlsOf where a body goes, by its index
 * @returns how many were answered 200
 */
export async function send(
	hireflix: HireflixSimulator,
	bodies: readonly string[],
	urlsOf: (index: number) => readonly string[],
	atOnce: number,
): Promise<number> {
	const answers = await inParallel(
		bodies.length,
		atOnce,
		async (index) => await Promise.all(urlsOf(index).map((url) => hireflix.sendRaw(bodies[index], { url }))),
	);
	return answers.flat().filter(({ status }) => status === 200).length;
}

/** Each delivery goes to every URL. */
export function toEach(urls: readonly string[]): () => readonly string[] {
	return () => urls;
}

/** Each delivery goes to one URL; they take turns. */
export function inRotation(urls: readonly string[]): (index: number) => readonly string[] {
	return (index) => [urls[index % urls.length]];
}
