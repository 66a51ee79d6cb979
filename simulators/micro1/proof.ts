import { urlTokenProof, type Proof } from '../shared/proof';

/**
 * The vendor documents no signature, no secret and no header: the token in the registered URL is all a receiver can check.
 * Source: ai-recruiter.micro1.ai/api-reference/getting-started/webhooks, by omission.
 */
export const micro1Proof = (): Proof => urlTokenProof();
