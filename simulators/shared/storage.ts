import { Readable } from 'node:stream';

import type { ApiAnswer } from './server';

/**
 * What storage, and what stands in front of it, do in the place of giving the file: it breaks off in the middle, comes
 * late, is empty, a part, a login page or an error under the type of a film; its type is unknown; the link has expired,
 * reported with status 400.
 */
export type StorageFault =
	| 'busy'
	| 'dropped'
	| 'empty'
	| 'error as a file'
	| 'expired token'
	| 'no type'
	| 'not ready'
	| 'part'
	| 'web page';

const xml = (status: number, code: string, message: string): ApiAnswer => ({
	status,
	body: Buffer.from(
		`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
	),
	headers: { 'content-type': 'application/xml' },
});

const TYPELESS = { 'content-type': 'binary/octet-stream' };

const ANSWERS: Record<StorageFault, (file: ApiAnswer) => ApiAnswer> = {
	busy: () => xml(503, 'SlowDown', 'Please reduce your request rate.'),
	dropped: ({ status, headers }) => ({
		status,
		body: Readable.from(brokenOff()),
		headers: { ...headers, 'content-length': '1000000' },
	}),
	empty: ({ headers }) => ({ status: 200, body: Buffer.alloc(0), headers }),
	'error as a file': ({ headers }) => ({ ...xml(200, 'InternalError', 'Please try again.'), headers }),
	'expired token': () => xml(400, 'ExpiredToken', 'The provided token has expired.'),
	'no type': (file) => ({ ...file, headers: { ...file.headers, ...TYPELESS } }),
	'not ready': () => ({
		status: 202,
		body: Buffer.from('{"status":"processing"}'),
		headers: { 'content-type': 'application/json' },
	}),
	part: (file) => ({ ...file, status: 206 }),
	'web page': () => ({
		status: 200,
		body: Buffer.from('<!DOCTYPE html><title>Just a moment...</title>'),
		headers: { 'content-type': 'text/html; charset=utf-8' },
	}),
};

function* brokenOff(): Generator<Buffer> {
	yield Buffer.alloc(1000);
	throw new Error('The connection breaks here');
}

/** How Amazon's storage refuses a link that has expired. */
export const expiredLink = (): ApiAnswer => xml(403, 'AccessDenied', 'Request has expired');

/** The media type by the ending of a file's name, and what such a file begins with. Sources: ID3v2, ISO/IEC 14496-12, ISO 32000-1, WAVE. */
const TYPES: Record<string, [type: string, head: string]> = {
	mp3: ['audio/mpeg', 'ID3\x04\0\0\0\0\0\0'],
	mp4: ['video/mp4', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
	pdf: ['application/pdf', '%PDF-1.7\n'],
	wav: ['audio/wav', 'RIFF\0\0\0\0WAVE'],
};

const [UNKNOWN_TYPE, NO_HEAD] = ['application/octet-stream', ''];

const typeAndHead = (name: string) => TYPES[name.split('.').at(-1) ?? ''] ?? [UNKNOWN_TYPE, NO_HEAD];

export const typeOf = (name: string): string => typeAndHead(name)[0];

/** What a small file holds, in ASCII: the first bytes of its type, and its name. */
export const contentOf = (name: string): string => `${typeAndHead(name)[1]}${name}\n`;

/** Files behind signed links, which expire. */
export class Storage {
	/** What the links given out now are signed with. */
	protected generation = 1;
	private armed: StorageFault[] = [];

	/** What happens to the next downloads, one each. */
	failNext(fault: StorageFault, times = 1): void {
		this.armed.push(...Array<StorageFault>(times).fill(fault));
	}

	/** Every link given out so far stops working. */
	expireLinks(): void {
		this.generation++;
	}

	/** The answer that storage returns for this file now. */
	protected give(file: ApiAnswer): ApiAnswer {
		const fault = this.armed.shift();
		return fault === undefined ? file : ANSWERS[fault](file);
	}
}
