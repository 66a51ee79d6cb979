import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';

/**
 * A new URL of this node, with a token at its end that nobody else knows. The token is in the query and not in the path: n8n
 * lets only one active workflow have a path with a parameter.
 *
 * @param bytes how many random ones the token has; it is written in hexadecimal
 */
export function newCallback(context: IHookFunctions, bytes: number): { token: string; url: string } {
	const token = randomBytes(bytes).toString('hex');
	return { token, url: `${context.getNodeWebhookUrl('default')}?token=${token}` };
}

/** What of the node's own webhooks stays, one for each that is wanted, what is missing, and what has to go. */
export function compared<Wanted, Webhook extends object>(
	wanted: Wanted[],
	own: Webhook[],
	isProved: (webhook: Webhook, wanted: Wanted) => boolean,
) {
	const pairs = wanted.map((one) => ({ one, webhook: own.find((webhook) => isProved(webhook, one)) }));
	const kept = pairs.flatMap(({ webhook }) => webhook ?? []);
	const missing = pairs.filter(({ webhook }) => webhook === undefined).map(({ one }) => one);
	const superfluous = own.filter((webhook) => !kept.includes(webhook));
	return { kept, missing, superfluous, isInOrder: missing.length === 0 && superfluous.length === 0 };
}
