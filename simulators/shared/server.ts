import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import type { Fault, Faults } from './faults';

export interface ApiRequest {
	method: string;
	/** Without the query. */
	path: string;
	/** Path and query. */
	target: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface ApiAnswer {
	status: number;
	/** Sent as JSON, but for a Buffer and a Readable. */
	body: unknown;
	headers?: Record<string, string>;
}

export type Answer = (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;
/** A vendor's error body for an HTTP status. */
export type ErrorBody = (status: number, message: string) => unknown;

/** One API call as it was received. `path` includes the query; `status` is null when the answer was dropped. */
export interface LoggedRequest {
	method: string;
	path: string;
	/** Lower-case names. */
	headers: IncomingHttpHeaders;
	body: string;
	status: number | null;
}

interface ServerSetup {
	answer: Answer;
	errorBody: ErrorBody;
	faults: Faults;
	log: (call: LoggedRequest) => void;
	port?: number;
}

export interface RunningServer {
	origin: string;
	close: () => Promise<void>;
}

const BODY_LIMIT = 20 * 1024 * 1024;

/** Listens on 127.0.0.1 only. */
export async function serve(setup: ServerSetup): Promise<RunningServer> {
	const server = createServer((incoming, outgoing) => {
		void receive(setup, incoming, outgoing).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(setup.port ?? 0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	const close = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { origin: `http://127.0.0.1:${port}`, close };
}

async function receive(
	setup: ServerSetup,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<void> {
	const { pathname, search, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
	const body = await readBody(incoming);
	const request: ApiRequest = {
		method: incoming.method ?? 'GET',
		path: pathname,
		target: pathname + search,
		query: searchParams,
		headers: incoming.headers,
		body: body ?? '',
	};
	const fault = body === null ? undefined : setup.faults.take(request);
	const answer = body === null ? refuse(setup, 413) : await answerTo(setup, request, fault);
	const dropped = fault?.status === 'drop-after-handling';
	setup.log({
		method: request.method,
		path: request.target,
		headers: request.headers,
		body: request.body,
		status: dropped ? null : answer.status,
	});
	if (dropped) outgoing.destroy();
	else write(outgoing, answer);
}

async function answerTo(setup: ServerSetup, request: ApiRequest, fault?: Fault): Promise<ApiAnswer> {
	if (typeof fault?.status === 'number') {
		const { status, message, location } = fault;
		return { ...refuse(setup, status, message?.(request)), ...(location && { headers: { location } }) };
	}
	if (fault?.status === 'retry-after') {
		const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
		return { ...refuse(setup, 429, fault.message?.(request)), headers };
	}
	try {
		return await setup.answer(request);
	} catch (error) {
		return refuse(setup, 500, error instanceof Error ? error.message : String(error));
	}
}

const refuse = (setup: ServerSetup, status: number, message = `Simulated ${status}`): ApiAnswer => ({
	status,
	body: setup.errorBody(status, message),
});

/** null when the body is larger than the limit. */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size <= BODY_LIMIT) chunks.push(chunk);
	}
	return size > BODY_LIMIT ? null : Buffer.concat(chunks).toString('utf8');
}

/** A body of bytes goes out as it is, any other as JSON. */
function write(outgoing: ServerResponse, { status, body, headers }: ApiAnswer): void {
	outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
	if (body instanceof Readable) pipeline(body, outgoing, () => {});
	else outgoing.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}
