import { urlTokenProof, type Proof } from '../shared/proof';

/**
 * No signature, no secret, no header: anyone who knows the registered URL can post to it. What is forged is the URL's token.
 * Source: docs.admin.heymilo.ai/webhook-management/webhook-documentation, by omission.
 */
export const heyMiloProof = (): Proof => urlTokenProof();
