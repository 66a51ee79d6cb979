import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Delivery } from './vendorReceiver';

/** The request as a delivery. n8n sets `rawBody` for every body but multipart, which no vendor sends. */
export function readDelivery(context: IWebhookFunctions): Delivery {
	const request = context.getRequestObject();
	const rawBody = request.rawBody ?? Buffer.alloc(0);
	return {
		rawBody,
		body: readJson(request.headers['content-type'], request.body, rawBody),
		headers: context.getHeaderData() as IDataObject,
		query: context.getQueryData() as IDataObject,
		receivedAt: new Date().toISOString(),
	};
}

/** n8n parses JSON only under its own content type; vendors are not always that careful. */
function readJson(contentType: string | undefined, parsedBody: unknown, rawBody: Buffer): unknown {
	if (parsedBody !== undefined && /^application\/json *(;|$)/i.test(contentType ?? '')) return parsedBody;
	try {
		// As n8n does: some senders begin with a byte order mark.
		return JSON.parse(rawBody.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
	} catch {
		return undefined;
	}
}
