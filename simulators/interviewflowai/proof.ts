import { urlTokenProof, type Proof } from '../shared/proof';

/**
 * The vendor documents no signature, secret or header; the token in the pasted URL is all a receiver can check.
 * Source: docs.interviewflowai.com/platform/webhooks, by omission.
 */
export const interviewFlowAiProof = (token: string): Proof => urlTokenProof(token);
