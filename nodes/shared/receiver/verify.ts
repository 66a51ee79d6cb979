import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Verification } from '../event/interviewEvent';
import type { Delivery, Proof } from './vendorReceiver';

/**
 * How the delivery proved its origin, or null when it must be refused. Every live secret is tried, whether
 * or not an earlier one matched. Without a secret only `acceptUnverified` lets a delivery in.
 */
export function verify(delivery: Delivery, proof: Proof, acceptUnverified: boolean): Verification | null {
	const secrets = proof.secrets.filter((secret) => secret !== '');
	if (secrets.length === 0) return acceptUnverified ? 'none' : null;
	const matches = secrets.map((secret) => proof.matches(delivery, secret));
	return matches.includes(true) ? proof.verification : null;
}

/** Whether a presented value is the expected one, in a time that does not tell how much of it is right. */
export function equalsSecret(presented: unknown, expected: string): boolean {
	if (typeof presented !== 'string' || expected === '') return false;
	const left = Buffer.from(presented, 'utf8');
	const right = Buffer.from(expected, 'utf8');
	return left.length === right.length && timingSafeEqual(left, right);
}

/** Base64 HMAC-SHA256 of a message, keyed with the secret's UTF-8 bytes. */
export function hmacSha256Base64(secret: string, message: Buffer | string): string {
	return createHmac('sha256', secret).update(message).digest('base64');
}

/** A proof by a secret that the vendor repeats, wherever the vendor carries it. */
export function sharedSecretProof(secrets: string[], presented: (delivery: Delivery) => unknown): Proof {
	return {
		verification: 'shared_secret',
		secrets,
		matches: (delivery, secret) => equalsSecret(presented(delivery), secret),
	};
}

/** A proof by an HMAC-SHA256 of the exact bytes received, in one header. @param header lower-case */
export function signatureProof(secrets: string[], header: string, encoding: 'base64' | 'hex'): Proof {
	return {
		verification: 'signature',
		secrets,
		matches: ({ headers, rawBody }, secret) =>
			equalsSecret(headers[header], createHmac('sha256', secret).update(rawBody).digest(encoding)),
	};
}
