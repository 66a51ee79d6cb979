import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';

import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Fault, Faults } from './faults';

/** A call as it came: the body is its text, the query is not interpreted. */
export type ApiRequest = Request<Record<string, string>, unknown, string, URLSearchParams>;
type ApiResponse = Response<unknown, { send: (answer: ApiAnswer) => void; isDropped?: boolean }>;

export interface ApiAnswer {
	status: number;
	/** Sent as JSON, but for a Buffer and a Readable. */
	body: unknown;
	headers?: Record<string, string>;
}

/** Answers a call, or leaves it to what comes next with undefined. Refuses it by throwing a `Refusal`. */
export type Answer = (request: ApiRequest) => ApiAnswer | undefined | Promise<ApiAnswer | undefined>;
/** A vendor's error body for an HTTP status. */
export type ErrorBody = (status: number, message: string) => unknown;

/** Ends a call with an error of the vendor's. */
export class Refusal extends Error implements ApiAnswer {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers?: Record<string, string>,
	) {
		super(`Refused with ${status}`);
	}
}

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
	api: RequestHandler;
	errorBody: ErrorBody;
	faults?: Faults;
	log: (call: LoggedRequest) => void;
}

export interface RunningServer {
	origin: string;
	close: () => Promise<void>;
}

/** Listens on 127.0.0.1 only. */
export async function serve({ api, errorBody, faults, log }: ServerSetup): Promise<RunningServer> {
	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', (query: string | null) => new URLSearchParams(query ?? ''));
	app.use(logged(log));
	app.use(express.raw({ type: () => true, limit: '20mb', inflate: false }));
	app.use((request: ApiRequest, _response, next) => {
		request.body = textOf(request.body);
		next();
	});
	if (faults) app.use(spoilt(faults, errorBody));
	app.use(api);
	app.use(
		(error: Error & { status?: number }, _request: Request, response: ApiResponse, next: NextFunction) => {
			if (response.headersSent) return next(error);
			const { status = 500, message } = error;
			response.locals.send(error instanceof Refusal ? error : { status, body: errorBody(status, message) });
		},
	);
	const server = app.listen(0, '127.0.0.1');
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).once('listening', resolve);
	});
	const close = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Makes an Express handler of what answers. */
export function handled(answer: Answer): RequestHandler {
	return async (request, response, next) => {
		const given = await answer(request as unknown as ApiRequest);
		if (given) (response as ApiResponse).locals.send(given);
		else next();
	};
}

/** Each call is in the log before its answer goes out. */
function logged(log: ServerSetup['log']) {
	return (request: Request, response: ApiResponse, next: NextFunction) => {
		response.locals.send = (answer) => {
			const { method, originalUrl: path, headers, body } = request;
			const { isDropped } = response.locals;
			log({ method, path, headers, body: textOf(body), status: isDropped ? null : answer.status });
			if (isDropped) response.destroy();
			else write(response, answer);
		};
		next();
	};
}

/** A fault takes the place of the answer, or loses it after the vendor has acted. */
function spoilt(faults: Faults, errorBody: ErrorBody) {
	return (request: ApiRequest, response: ApiResponse, next: NextFunction) => {
		const { method, path, originalUrl: target, headers, body } = request;
		const call = { method, path, target, headers, body };
		const fault = faults.take(call);
		response.locals.isDropped = fault?.status === 'drop-after-handling';
		if (!fault || fault.status === 'drop-after-handling') return next();
		const status = fault.status === 'retry-after' ? 429 : fault.status;
		const message = fault.message?.(call) ?? `Simulated ${status}`;
		response.locals.send({ status, body: errorBody(status, message), headers: headersOf(fault) });
	};
}

function headersOf({ status, retryAfterSeconds = 1, location }: Fault): Record<string, string> {
	if (status === 'retry-after') return { 'retry-after': String(retryAfterSeconds) };
	return location ? { location } : {};
}

const textOf = (body: unknown): string =>
	Buffer.isBuffer(body) ? body.toString('utf8') : typeof body === 'string' ? body : '';

/** A body of bytes goes out as it is, any other as JSON. */
function write(response: ApiResponse, { status, body, headers }: ApiAnswer): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	if (body instanceof Readable) pipeline(body, response, () => {});
	else response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}
