import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Parcel } from './proof';

export interface Posted {
	/** null when no answer came. */
	status: number | null;
	responseBody: string;
	error: string | null;
}

const RESPONSE_LIMIT = 1024 * 1024;

/** Posts the bytes once, on a connection of their own, following no redirect. Never rejects. */
export function post(parcel: Parcel, timeoutMs: number): Promise<Posted> {
	return exchange(parcel, timeoutMs).catch((error: unknown) => ({
		status: null,
		responseBody: '',
		error: error instanceof Error ? error.message : String(error),
	}));
}

function exchange(parcel: Parcel, timeoutMs: number): Promise<Posted> {
	const send = parcel.url.startsWith('https:') ? httpsRequest : httpRequest;
	const headers = { ...parcel.headers, 'content-length': String(parcel.body.length) };
	return new Promise((resolve, reject) => {
		const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(timeoutMs) };
		const outgoing = send(parcel.url, options, (incoming) => {
			readText(incoming).then(
				(responseBody) => resolve({ status: incoming.statusCode ?? null, responseBody, error: null }),
				reject,
			);
		});
		outgoing.on('error', reject);
		outgoing.end(parcel.body);
	});
}

/** Cut at the limit. */
async function readText(incoming: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size <= RESPONSE_LIMIT) chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
