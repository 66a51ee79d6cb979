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
	yield Buffer.alloc(1000, 'x');
	throw new Error('The connection breaks here');
}

/** How Amazon's storage refuses a link that has expired. */
export const expiredLink = (): ApiAnswer => xml(403, 'AccessDenied', 'Request has expired');

const MIME_TYPES: Record<string, string> = {
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	wav: 'audio/wav',
};

/** By the ending of a file's name. */
export const typeOf = (name: string): string =>
	MIME_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

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
