import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Delivery } from './vendorReceiver';

/** What n8n adds to a request, besides the `rawBody` that n8n-workflow declares. */
interface Request {
	headers: { 'content-type'?: string };
	rawBody?: Buffer;
	/** Sets `rawBody`. */
	readRawBody?(): Promise<void>;
}

/**
 * The request as a delivery. Throws when the vendor breaks off in the middle. n8n has read JSON, text and forms; what came
 * under another content type is read here. Multipart is gone, which no vendor sends.
 */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery> {
	const request = context.getRequestObject();
	const { headers, readRawBody }: Request = request;
	if (!request.rawBody && !/^multipart\//i.test(headers['content-type'] ?? ''))
		await readRawBody?.call(request);
	const rawBody = request.rawBody ?? Buffer.alloc(0);
	return {
		rawBody,
		body: readJson(headers['content-type'], request.body, rawBody),
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
