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

/** Sends each body to every URL at the same time, so many bodies at once. @returns how many were answered 200 */
export async function sendToEach(
	hireflix: HireflixSimulator,
	bodies: readonly string[],
	urls: readonly string[],
	atOnce: number,
): Promise<number> {
	const answers = await inParallel(
		bodies.length,
		atOnce,
		async (index) =>
			await Promise.all(urls.map(async (url) => (await hireflix.sendRaw(bodies[index], { url })).status)),
	);
	return answers.flat().filter((status) => status === 200).length;
}

/** Sends each body to one of the URLs, which take turns. @returns how many were answered 200 */
export async function sendInTurn(
	hireflix: HireflixSimulator,
	bodies: readonly string[],
	urls: readonly string[],
	atOnce: number,
): Promise<number> {
	const answers = await inParallel(
		bodies.length,
		atOnce,
		async (index) => (await hireflix.sendRaw(bodies[index], { url: urls[index % urls.length] })).status,
	);
	return answers.filter((status) => status === 200).length;
}
