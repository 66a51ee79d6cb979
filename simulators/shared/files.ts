import { Readable } from 'node:stream';

import type { Answer, ApiAnswer } from './server';
import { contentOf, expiredLink, Storage, typeOf } from './storage';

/** Of a large file, whose bytes could be anything. */
const CHUNK = Buffer.alloc(64 * 1024);

/**
 * The vendor's file storage under `/files/`: links are signed and expire, and anyone who sends an API key along
 * is refused, since the storage is somebody else's in reality.
 */
export class Files extends Storage {
	/** Whether links say nothing of the file: its name is in the headers only, and its type nowhere. */
	hidesNames = false;

	/** A link that works until `expireLinks`. `bytes` makes the file that large instead of a line. */
	link(origin: string, name: string, bytes?: number): string {
		const size = bytes === undefined ? '' : `&bytes=${bytes}`;
		const path = this.hidesNames ? `hidden/${Buffer.from(name).toString('base64url')}` : name;
		return `${origin}/files/${path}?Signature=${this.generation}${size}`;
	}

	/** The answer to a request below `/files/`; undefined for any other. */
	readonly answer: Answer = ({ path, query, headers }) => {
		if (!path.startsWith('/files/')) return undefined;
		if (headers['x-api-key'] !== undefined || headers.authorization !== undefined) {
			return { status: 400, body: { message: 'Only one way of authentication is allowed' } };
		}
		if (query.get('Signature') !== String(this.generation)) return expiredLink();
		return this.give(fileAt(path.slice('/files/'.length), Number(query.get('bytes') ?? NaN)));
	};
}

function fileAt(path: string, bytes: number): ApiAnswer {
	const hidden = /^hidden\/(.+)$/.exec(path)?.[1];
	const name = hidden === undefined ? path : Buffer.from(hidden, 'base64url').toString();
	const headers: Record<string, string> =
		hidden === undefined
			? { 'content-type': typeOf(name) }
			: {
					'content-type': 'application/octet-stream',
					'content-disposition': `attachment; filename="Zoe Example.${name.split('.').at(-1)}"`,
				};
	if (Number.isNaN(bytes)) return { status: 200, body: Buffer.from(contentOf(name)), headers };
	return {
		status: 200,
		body: Readable.from(chunks(bytes)),
		headers: { ...headers, 'content-length': String(bytes) },
	};
}

function* chunks(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length)
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
}
