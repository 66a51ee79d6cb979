import { createInterface } from 'node:readline';

import type { Candidate, Vendor } from '../simulators/shared/simulator';
import { VENDORS, type Simulators } from './vendors';

const ADA = { name: 'Ada Example', email: 'ada@example.com' };

/** What a candidate goes through at a vendor, from the invitation to the report. */
const WAYS: Record<Vendor, (simulators: Simulators) => Promise<void>> = {
	hireflix: async ({ hireflix }) => {
		const interview = await hireflix.invite(ADA);
		await interview.complete();
	},
	heymilo: async ({ heymilo }) => void (await (await finished(heymilo)).report(88)),
	jobmojito: async ({ jobmojito }) => void (await (await finished(jobmojito)).report({ score: 7.3 })),
	interviewflowai: async ({ interviewflowai }) => void (await (await finished(interviewflowai)).report(88)),
	ribbon: async ({ ribbon }) => {
		const interview = await ribbon.invite(ADA);
		await interview.complete();
	},
	micro1: async ({ micro1 }) => {
		const interview = await micro1.invite(ADA);
		await interview.start();
		await interview.report(74);
	},
};

/** An interview that has begun and ended. */
async function finished<
	Interview extends { start(): Promise<unknown>; complete(): Promise<unknown> },
>(simulator: { invite(candidate: Candidate): Promise<Interview> }): Promise<Interview> {
	const interview = await simulator.invite(ADA);
	await interview.start();
	await interview.complete();
	return interview;
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
	await WAYS[vendor](simulators);
	const sent = simulator.sender.outcomes.slice(length);
	return sent.length === 0
		? `${vendor} has no webhook: listen or publish first, or paste the trigger's URL behind the name.`
		: sent.map(({ event, status, error }) => `${vendor} sent ${event}: ${status ?? error}`).join('\n');
}
