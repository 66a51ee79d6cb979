import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';

import type { ApiAnswer } from '../shared/server';
import { StorageFaults, type StorageFault } from '../shared/storage';

/** One request for a file, as it was received. */
export interface LoggedDownload {
	path: string;
	headers: IncomingHttpHeaders;
	status: number;
}

const MIME_TYPES: Record<string, string> = {
	'.pdf': 'application/pdf',
	'.mp4': 'video/mp4',
	'.mp3': 'audio/mpeg',
};

/**
 * Recordings and reports behind signed links, on a host of their own as the vendor's storage is. A request that
 * carries Authorization is refused with 400, as by storage that finds two kinds of proof; so is an expired link, as by
 * Supabase.
 */
export class FileServer {
	readonly requests: LoggedDownload[] = [];
	private server: Server | null = null;
	private origin = '';
	private generation = 1;
	private readonly faults = new StorageFaults();

	async open(): Promise<void> {
		const server = createServer((request, response) => this.answer(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		this.server = server;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)));
		this.server = null;
	}

	expireLinks(): void {
		this.generation++;
	}

	/** What happens to the next downloads. */
	failNext(fault: StorageFault, times = 1): void {
		this.faults.add(fault, times);
	}

	/** A link that works until links expire. */
	link(name: string): string {
		return `${this.origin}/storage/v1/object/sign/${name}?token=simulated-${this.generation}`;
	}

	/** The bytes of a file, which only depend on its name. */
	static contentOf(name: string): string {
		return name.endsWith('.pdf') ? `%PDF-1.7\n${name}` : `recording of ${name}`;
	}

	private answer(request: IncomingMessage, response: ServerResponse): void {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
		const isCurrent = searchParams.get('token') === `simulated-${this.generation}`;
		const { status, body, headers } =
			request.headers.authorization !== undefined
				? refusal('invalid_request', 'Two kinds of proof')
				: isCurrent
					? this.faults.answer(fileAt(pathname))
					: refusal('InvalidJWT', '"exp" claim timestamp check failed');
		this.requests.push({ path: pathname, headers: request.headers, status });
		response.writeHead(status, headers);
		if (body instanceof Readable) pipeline(body, response, () => {});
		else response.end(body);
	}
}

function fileAt(pathname: string): ApiAnswer {
	const name = decodeURIComponent(pathname.replace('/storage/v1/object/sign/', ''));
	const type = MIME_TYPES[/\.\w+$/.exec(name)?.[0] ?? ''] ?? 'application/octet-stream';
	return { status: 200, body: Buffer.from(FileServer.contentOf(name)), headers: { 'content-type': type } };
}

/** Supabase puts what would be the status into the body. */
function refusal(error: string, message: string): ApiAnswer {
	return {
		status: 400,
		body: JSON.stringify({ statusCode: '400', error, message }),
		headers: { 'content-type': 'application/json' },
	};
}
