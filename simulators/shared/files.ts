import { Readable } from 'node:stream';

import type { ApiAnswer, ApiRequest } from './server';

const CHUNK = Buffer.alloc(64 * 1024, 'x');

const MIME_TYPES: Record<string, string> = { mp4: 'video/mp4', pdf: 'application/pdf', wav: 'audio/wav' };

/**
 * The vendor's file storage under `/files/`: links are signed and expire, and whoever sends an API key along
 * is refused, since the storage is somebody else's in reality.
 */
export class Files {
	private generation = 1;

	/** A link that works until `expireLinks`. `bytes` makes the file that large instead of a line of text. */
	link(origin: string, name: string, bytes?: number): string {
		const size = bytes === undefined ? '' : `&bytes=${bytes}`;
		return `${origin}/files/${name}?Signature=${this.generation}${size}`;
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
		if (query.get('Signature') !== String(this.generation))
			return { status: 403, body: { message: 'Request has expired' } };
		const name = path.slice('/files/'.length);
		const type = MIME_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
		const bytes = Number(query.get('bytes') ?? NaN);
		if (Number.isNaN(bytes))
			return { status: 200, body: Buffer.from(contentOf(name)), headers: { 'content-type': type } };
		return {
			status: 200,
			body: Readable.from(chunks(bytes)),
			headers: { 'content-type': type, 'content-length': String(bytes) },
		};
	}
}

/** What a small file holds. */
export function contentOf(name: string): string {
	return `The content of ${name}\n`;
}

function* chunks(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length)
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
}
