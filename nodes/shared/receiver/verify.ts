import { createHmac, hash, timingSafeEqual } from 'node:crypto';

import { hideSecrets, holdsSecret } from '../http/hideSecrets';
import { isTooDeep } from './depth';
import type { Delivery, Proof, Proved } from './vendorReceiver';

/**
 * How and by which secret the delivery proved its origin, or null when it must be refused. Every live secret is tried,
 * whether or not an earlier one matched. Without a secret only `acceptUnverified` lets a delivery in.
 */
export function verify(delivery: Delivery, proof: Proof, { acceptUnverified = false } = {}): Proved | null {
	const secrets = proof.secrets.filter((secret) => secret !== '');
	if (secrets.length === 0) return acceptUnverified ? { verification: 'none', secret: null } : null;
	const [secret] = secrets.filter((candidate) => proof.matches(delivery, candidate));
	return secret === undefined ? null : { verification: proof.verification, secret };
}

/** The delivery as it may be shown: without what proves it, which a vendor may repeat in the body. */
export function withoutSecrets(delivery: Delivery, proof: Proof): Delivery {
	const secrets = proof.confidential(delivery);
	const { body, rawBody } = delivery;
	if (!holdsSecret(rawBody, secrets)) return delivery;
	return {
		...delivery,
		// Nobody reads a body that is nested too deeply: the text is shown in its place.
		body: isTooDeep(body) ? body : hideSecrets(body, secrets),
		text: hideSecrets(rawBody.toString('utf8'), secrets),
	};
}

/**
 * Whether a presented value is the expected one. Compared are the SHA-256 of both, which are equally long whatever was
 * presented: the time depends neither on how much of it is right nor on the expected length.
 */
export function equalsSecret(presented: unknown, expected: string): boolean {
	if (typeof presented !== 'string' || expected === '') return false;
	return timingSafeEqual(digest(presented), digest(expected));
}

function digest(text: string): Buffer {
	return Buffer.from(hash('sha256', text, 'hex'));
}

/** HMAC-SHA256 of a message; a secret or a message that is text counts as its UTF-8 bytes. */
export function hmacSha256(
	secret: Buffer | string,
	message: Buffer | string,
	encoding: 'base64' | 'hex',
): string {
	return createHmac('sha256', secret).update(message).digest(encoding);
}

/** A proof by a secret that the vendor repeats, wherever the vendor carries it. */
export function sharedSecretProof(secrets: string[], presented: (delivery: Delivery) => unknown): Proof {
	return {
		verification: 'shared_secret',
		secrets,
		matches: (delivery, secret) => equalsSecret(presented(delivery), secret),
		confidential: (delivery) => [presented(delivery)].filter((secret) => typeof secret === 'string'),
	};
}

/** A proof by a token at the end of the URL, which nobody else knows. */
export function tokenProof(tokens: string[]): Proof {
	return sharedSecretProof(tokens, ({ query }) => query.token);
}

/** A proof by an HMAC-SHA256 of the exact bytes received, in one header. @param header lower-case */
export function signatureProof(secrets: string[], header: string, encoding: 'base64' | 'hex'): Proof {
	return {
		verification: 'signature',
		secrets,
		matches: ({ headers, rawBody }, secret) =>
			equalsSecret(headers[header], hmacSha256(secret, rawBody, encoding)),
		confidential: () => secrets,
	};
}
