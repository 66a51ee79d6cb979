import { createHash, hash, type Hash } from 'node:crypto';

import { identifier, isObject } from './fields';
import { withoutSignature } from './links';

/** `evt_` and the first 32 hexadecimal digits of the key's SHA-256. */
export function eventId(dedupeKey: string): string {
	return `evt_${sha256(dedupeKey).slice(0, 32)}`;
}

/** Hexadecimal SHA-256 of text (as UTF-8) or bytes. */
export function sha256(content: string | Buffer): string {
	return hash('sha256', hashed(content), 'hex');
}

/** UTF-8 has one sign for all lone surrogates: a text with any is hashed as UTF-16, or two ids would be one. */
export function hashed(content: string | Buffer): string | Buffer {
	return typeof content === 'string' && !content.isWellFormed() ? Buffer.from(content, 'utf16le') : content;
}

const digests = new WeakMap<Buffer, string>();

/** The same of a delivery's bytes, which are hashed once however many ask. */
export function sha256OfBody(rawBody: Buffer): string {
	const digest = digests.get(rawBody) ?? sha256(rawBody);
	digests.set(rawBody, digest);
	return digest;
}

/**
 * A hash of a whole body, for a delivery without an id or a time: of the bytes as they were sent, or else of all keys and
 * values in their order. The signatures of links do not enter: a fresh one is no other delivery.
 */
export function bodyFingerprint(body: unknown, rawBody: Buffer | null = null): string {
	return rawBody === null ? new ContentHash().of(body) : fingerprintOfBytes(rawBody);
}

/** By which a row of a list is the same one: its ID, or where it has none its content. */
export function rowKey(row: Record<string, unknown>, idField: string): string {
	return identifier(row[idField]) ?? bodyFingerprint(row);
}

const QUOTE = '"'.charCodeAt(0);

function fingerprintOfBytes(bytes: Buffer): string {
	let digest: Hash | undefined;
	let from = 0;
	// Without the quote, which JSON is full of, the search takes half the time.
	for (let start = bytes.indexOf('http'); start !== -1; start = bytes.indexOf('http', start + 1)) {
		if (bytes[start - 1] !== QUOTE) continue;
		const end = bytes.indexOf(QUOTE, start);
		const link = bytes.toString('latin1', start, end === -1 ? bytes.length : end);
		const lasting = lastingPart(link);
		if (lasting === link) continue;
		digest ??= createHash('sha256');
		digest.update(bytes.subarray(from, start)).update(lasting, 'latin1');
		from = start + link.length;
	}
	return digest ? digest.update(bytes.subarray(from)).digest('hex') : sha256OfBody(bytes);
}

/** A link without its signature; any other text as it is. */
function lastingPart(text: string): string {
	return /^https?:[^?]*\?/.test(text) ? withoutSignature(text) : text;
}

/** Characters that are hashed at once. */
const HASHED_AT_ONCE = 32_768;

/** Hashes values one after another: the JSON of a long report is never held as one text, which takes longer than to hash it. */
class ContentHash {
	private readonly digest = createHash('sha256');
	private waiting = '';

	of(value: unknown): string {
		this.add(value);
		return this.digest.update(hashed(this.waiting)).digest('hex');
	}

	/** What follows a text's length and a key's is its own, whatever it holds: no two values are written alike. */
	private add(value: unknown): void {
		if (typeof value === 'string') {
			this.write(lastingPart(value), '"');
		} else if (Array.isArray(value)) {
			this.write(String(value.length), '[');
			for (const entry of value) this.add(entry);
		} else if (isObject(value)) {
			const entries = Object.entries(value);
			this.write(String(entries.length), '{');
			for (const [key, entry] of entries) {
				this.write(key, ':');
				this.add(entry);
			}
		} else {
			this.write(String(value), ' ');
		}
	}

	private write(text: string, kind: string): void {
		this.waiting += `${text.length}${kind}${text}`;
		if (this.waiting.length < HASHED_AT_ONCE) return;
		this.digest.update(hashed(this.waiting));
		this.waiting = '';
	}
}
