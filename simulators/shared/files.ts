import { Readable } from 'node:stream';

import type { ApiAnswer, ApiRequest } from './server';
import { expiredLink, StorageFaults, type StorageFault } from './storage';

const CHUNK = Buffer.alloc(64 * 1024, 'x');

const MIME_TYPES: Record<string, string> = { mp4: 'video/mp4', pdf: 'application/pdf', wav: 'audio/wav' };

/**
 * The vendor's file storage under `/files/`: links are signed and expire, and whoever sends an API key along
 * is refused, since the storage is somebody else's in reality.
 */
export class Files {
	/** Whether links say nothing of the file: its name is in the headers only, and its type nowhere. */
	hidesNames = false;
	private generation = 1;
	private readonly faults = new StorageFaults();

	/** A link that works until `expireLinks`. `bytes` makes the file that large instead of a line of text. */
	link(origin: string, name: string, bytes?: number): string {
		const size = bytes === undefined ? '' : `&bytes=${bytes}`;
		const path = this.hidesNames ? `hidden/${Buffer.from(name).toString('base64url')}` : name;
		return `${origin}/files/${path}?Signature=${this.generation}${size}`;
	}

	/** What happens to the next downloads. */
	failNext(fault: StorageFault, times = 1): void {
		this.faults.add(fault, times);
	}

	/** Every link given out so far stops to work. */
	expireLinks(): void {
		this.generation++;
	}

	/** The answer to a request below `/files/`; undefined for any other. */
	answer({ path, query, headers }: ApiRequest): ApiAnswer | undefined {
		if (!path.startsWith('/files/')) return undefined;
		if (headers['x-api-key'] !== undefined || headers.authorization !== undefined) {
			return { status: 400, body: { message: 'Only one way of authentication is allowed' } };
		}
		if (query.get('Signature') !== String(this.generation)) return expiredLink();
		return this.faults.answer(fileAt(path.slice('/files/'.length), Number(query.get('bytes') ?? NaN)));
	}
}

function fileAt(path: string, bytes: number): ApiAnswer {
	const hidden = /^hidden\/(.+)$/.exec(path)?.[1];
	const name = hidden === undefined ? path : Buffer.from(hidden, 'base64url').toString();
	const ending = name.split('.').at(-1) ?? '';
	const headers: Record<string, string> =
		hidden === undefined
			? { 'content-type': MIME_TYPES[ending] ?? 'application/octet-stream' }
			: {
					'content-type': 'application/octet-stream',
					'content-disposition': `attachment; filename="Zoe Example.${ending}"`,
				};
	if (Number.isNaN(bytes)) return { status: 200, body: Buffer.from(contentOf(name)), headers };
	return {
		status: 200,
		body: Readable.from(chunks(bytes)),
		headers: { ...headers, 'content-length': String(bytes) },
	};
}

/** What a small file holds. */
export function contentOf(name: string): string {
	return `The content of ${name}\n`;
}

function* chunks(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length)
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
}
