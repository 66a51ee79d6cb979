import { createServer } from 'node:http';

import { listen } from '../../host/ports';

/** As much of GitHub's API as n8n's GitHub Trigger needs to register its webhook. */
export interface GitHub {
	/** What the credential's server is set to. */
	baseUrl: string;
	/** What the registered webhook's deliveries are signed with. @throws when none is registered */
	secret(): string;
	stop(): Promise<void>;
}

interface Hook {
	events: string[];
	config: { secret: string };
}

export async function startGitHub(): Promise<GitHub> {
	let hook: Hook | null = null;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.once('end', () => {
			if (request.method === 'POST') hook = JSON.parse(Buffer.concat(chunks).toString()) as Hook;
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ id: 1, active: true, events: hook?.events }));
		});
	});
	const { port, stop } = await listen(server);
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		secret: () => {
			if (hook === null) throw new Error('n8n has registered no webhook at GitHub');
			return hook.config.secret;
		},
		stop,
	};
}
