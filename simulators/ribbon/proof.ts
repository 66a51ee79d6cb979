import { createHmac } from 'node:crypto';

import { headerProof, type Proof } from '../shared/proof';
import type { Registration } from '../shared/registration';

/** HMAC-SHA256 of the bytes as hexadecimal digits; none where no secret is set. Source: docs.ribbon.ai/docs/webhooks. */
export const ribbonProof = (secretOf: (to: Registration) => string | undefined): Proof =>
	headerProof({
		name: 'x-ribbon-signature',
		value: (body, secret) => createHmac('sha256', secret).update(body).digest('hex'),
		secretOf,
	});
