import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that belongs to nobody we trust, and writes down what it is sent. */
export interface OtherHost {
	origin: string;
	/** Requests as they came: the line with the URL, every header, the body. */
	received: string[];
	stop(): Promise<void>;
}

const FILE = '/file';

/** What a film begins with. Source: ISO/IEC 14496-12, the box `ftyp`. */
const FILM = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');

/** Has a film at `/file`, as storage would behind a redirect, and JSON everywhere else. */
export async function startOtherHost(): Promise<OtherHost> {
	const received: string[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push(
				[`${request.method} ${request.url}`, ...request.rawHeaders, ...chunks.map(String)].join('\n'),
			);
			if (request.url === FILE) response.writeHead(200, { 'content-type': 'video/mp4' }).end(FILM);
			else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		received,
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
