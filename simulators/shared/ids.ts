import { randomBytes, randomUUID } from 'node:crypto';

/** 24 hex digits; the first 8 are the creation time in seconds, as in Hireflix's samples. */
export function objectId(createdAtMs: number): string {
	const seconds = Math.floor(createdAtMs / 1000)
		.toString(16)
		.padStart(8, '0');
	return seconds + randomBytes(8).toString('hex');
}

/** `length` upper-case hex digits, as HeyMilo's ids are written. */
export function upperHex(length: number): string {
	return randomBytes(Math.ceil(length / 2))
		.toString('hex')
		.slice(0, length)
		.toUpperCase();
}

/** Eight letters and digits, as the code in a Hireflix candidate link. */
export function shortCode(): string {
	return randomBytes(6).toString('base64url').replace(/[-_]/g, 'x');
}

/** 32 random bytes as text: a webhook secret or an API key. */
export function secret(): string {
	return randomBytes(32).toString('hex');
}

export const uuid = (): string => randomUUID();
