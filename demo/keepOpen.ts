import { HOW_TO_INTERVIEW, interviewOnRequest } from './interviews';
import type { Stage } from './stage';

/** Prints how to get into the editor and to send events, and waits for Ctrl-C. */
export async function keepOpen({ n8n, simulators }: Stage, say: (line: string) => void): Promise<void> {
	say(
		`\nThe editor is open at ${n8n.baseUrl}\n  Email    ${n8n.login.email}\n  Password  ${n8n.login.password}\n${HOW_TO_INTERVIEW}\nPress Ctrl-C to stop.`,
	);
	const stopAsking = interviewOnRequest(simulators, say);
	const alive = setInterval(() => {}, 60_000);
	await new Promise<void>((resume) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resume());
	});
	clearInterval(alive);
	stopAsking();
	say('\nStopping');
}
