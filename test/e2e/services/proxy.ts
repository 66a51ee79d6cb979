import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import type { Certificate } from './certificates';

/** A request that was made to a service, as it was sent. */
export interface Call {
	host: string;
	method: string;
	/** Decoded, without the query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

export interface Answer {
	/** Default: 200. */
	status?: number;
	headers?: Record<string, string>;
	json: unknown;
}

/** What answers instead of a service; undefined for a call that it does not play. */
export type Service = (call: Call) => Answer | undefined;

interface Proxy {
	/** What `HTTPS_PROXY` is set to. */
	url: string;
	/** Calls that nobody answered: to another host, or to something that the service's stand-in does not play. */
	readonly refused: string[];
	stop(): Promise<void>;
}

/** A proxy that ends TLS itself, and answers in the place of the services that are asked for. */
export async function startProxy(
	{ key, cert }: Certificate,
	services: Readonly<Record<string, Service>>,
): Promise<Proxy> {
	const refused: string[] = [];
	const sockets = new Set<Socket>();
	const inside = createHttpsServer({ key, cert }, (request, response) => {
		void answer(request, response, services, refused);
	});
	const outside = createHttpServer((_request, response) => response.writeHead(405).end());
	outside.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
		const [host] = (request.url ?? '').split(':');
		if (!(host in services)) {
			refused.push(`CONNECT ${host}`);
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		if (head.length > 0) socket.unshift(head);
		inside.emit('connection', socket);
	});
	outside.listen(0, '127.0.0.1');
	await once(outside, 'listening');
	return {
		url: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`,
		refused,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			inside.close();
			outside.closeAllConnections();
			await new Promise((resolve) => outside.close(resolve));
		},
	};
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	services: Readonly<Record<string, Service>>,
	refused: string[],
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { host = '' } = request.headers;
	const { pathname, searchParams } = new URL(request.url ?? '/', `https://${host}`);
	const call: Call = {
		host,
		method: request.method ?? '',
		path: decodeURIComponent(pathname),
		query: searchParams,
		headers: request.headers,
		body: Buffer.concat(chunks),
	};
	const given = services[host]?.(call);
	if (given === undefined) refused.push(`${call.method} ${host}${call.path}`);
	const { status = 200, headers = {}, json } = given ?? { status: 404, json: { message: 'Not played' } };
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(JSON.stringify(json));
}
