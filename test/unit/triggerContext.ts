import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Delivery } from '../../nodes/shared/receiver/vendorReceiver';

/** The part of n8n's context that a receiver reads: the credential and what the node has registered. */
export function triggerContext(
	credential: IDataObject,
	registrations: IDataObject[] = [],
): IWebhookFunctions {
	const context = {
		getCredentials: async () => credential,
		getWorkflowStaticData: () => ({ registrations }),
	};
	return context as unknown as IWebhookFunctions;
}

/** A delivery with this text as its body. */
export function delivery(text: string, given: Partial<Delivery> = {}): Delivery {
	return {
		rawBody: Buffer.from(text, 'utf8'),
		body: parsed(text),
		headers: {},
		query: {},
		receivedAt: '2026-04-01T08:00:00.000Z',
		...given,
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
