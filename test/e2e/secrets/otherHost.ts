import { createServer } from 'node:http';

import { listen } from '../../../host/ports';
import { contentOf, typeOf } from '../../../simulators/shared/storage';

/** A host that belongs to nobody we trust, and writes down what it is sent. */
export interface OtherHost {
	origin: string;
	/** Requests as they came: the line with the URL, every header, the body. */
	received: string[];
	stop(): Promise<void>;
}

/** Has files below `/file`, as storage would behind a redirect, and JSON everywhere else. */
export async function startOtherHost(): Promise<OtherHost> {
	const received: string[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push(
				[`${request.method} ${request.url}`, ...request.rawHeaders, ...chunks.map(String)].join('\n'),
			);
			const [, name] = /^\/(file\.\w+)$/.exec(request.url ?? '') ?? [];
			if (name) response.writeHead(200, { 'content-type': typeOf(name) }).end(contentOf(name));
			else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
		});
	});
	const { port, stop } = await listen(server);
	return { origin: `http://127.0.0.1:${port}`, received, stop };
}
