import type { Stage } from './stage';

/** Prints how to get into the editor, and waits for Ctrl-C. */
export async function keepOpen({ n8n }: Stage, say: (line: string) => void): Promise<void> {
	say(
		`\nThe editor is open at ${n8n.baseUrl}\n  Email    ${n8n.login.email}\n  Password  ${n8n.login.password}\nPress Ctrl-C to stop.`,
	);
	const alive = setInterval(() => {}, 60_000);
	await new Promise<void>((resume) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resume());
	});
	clearInterval(alive);
	say('\nStopping');
}
