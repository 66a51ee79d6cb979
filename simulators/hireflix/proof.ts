import { createHmac } from 'node:crypto';
import { headerProof, type Proof } from '../shared/proof';

/**
 * Base64 of HMAC-SHA256 over the raw body, keyed with the account's one secret as UTF-8 text.
 * Source: hireflixsl.mintlify.app/webhooks/validate-webhook-events.
 */
export function hireflixProof(currentSecret: () => string): Proof {
	return headerProof({
		name: 'x-hireflix-signature',
		value: (body, secret) => createHmac('sha256', secret).update(body).digest('base64'),
		secretOf: currentSecret,
	});
}
