import { createInterface } from 'node:readline';

import type { Candidate, Vendor } from '../simulators/shared/simulator';
import { VENDORS, type Simulators } from './vendors';

const WAYS: Record<Vendor, (simulators: Simulators, whom: Candidate) => Promise<unknown>> = {
	hireflix: async ({ hireflix }, whom) => await (await hireflix.invite(whom)).complete(),
	heymilo: async ({ heymilo }, whom) => await (await finished(heymilo, whom)).report(88),
	jobmojito: async ({ jobmojito }, whom) => await (await finished(jobmojito, whom)).report({ score: 7.3 }),
	interviewflowai: async ({ interviewflowai }, whom) =>
		await (await finished(interviewflowai, whom)).report(88),
	ribbon: async ({ ribbon }, whom) => await (await ribbon.invite(whom)).complete(),
	micro1: async ({ micro1 }, whom) => {
		const invited = await micro1.invite(whom);
		await invited.start();
		await invited.report(74);
	},
};

/** Puts a candidate through an interview at a vendor, from the invitation to the report. */
export async function interview(vendor: Vendor, simulators: Simulators, whom: Candidate): Promise<void> {
	await WAYS[vendor](simulators, whom);
}

/** An interview that has begun and ended. */
async function finished<Interview extends { start(): Promise<unknown>; complete(): Promise<unknown> }>(
	simulator: { invite(candidate: Candidate): Promise<Interview> },
	whom: Candidate,
): Promise<Interview> {
	const begun = await simulator.invite(whom);
	await begun.start();
	await begun.complete();
	return begun;
}

/** How to send an interview through the editor's triggers, for the terminal. */
export const HOW_TO_INTERVIEW = `In n8n, the credentials "… simulator" are for these vendors. To send events, type a vendor here and press Enter:
${VENDORS.join(', ')}. Behind the name, you can paste a URL of a trigger: the vendor gets it as its webhook.`;

/** Puts a candidate through an interview for each line that is typed: a vendor, and the URL of a trigger where one was copied. */
export function interviewOnRequest(simulators: Simulators, say: (line: string) => void): () => void {
	const lines = createInterface({ input: process.stdin });
	lines.on('line', (line) => {
		void interviewAt(simulators, line).then(say, (error: Error) => say(error.message));
	});
	return () => lines.close();
}

/** Does what a line asks for, and says what the vendor sent and what it was answered. */
export async function interviewAt(simulators: Simulators, line: string): Promise<string> {
	const [typed, url] = line.trim().split(/\s+/);
	const vendor = VENDORS.find((one) => one === typed.toLowerCase());
	if (vendor === undefined) return `There is no vendor "${typed}": type one of ${VENDORS.join(', ')}.`;
	const simulator = simulators[vendor];
	if (url !== undefined && !simulator.webhooks.some((webhook) => webhook.url === url))
		simulator.addWebhook(url);
	const { length } = simulator.sender.outcomes;
	await interview(vendor, simulators, { name: 'Ada Example', email: 'ada@example.com' });
	const sent = simulator.sender.outcomes.slice(length);
	return sent.length === 0
		? `${vendor} has no webhook: listen or publish first, or paste the trigger's URL behind the name.`
		: sent.map(({ event, status, error }) => `${vendor} sent ${event}: ${status ?? error}`).join('\n');
}
