import { EventEmitter } from 'node:events';

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

/**
 * What n8n hands to a trigger that runs for a delivery, and the lines that the trigger logs.
 *
 * @param parameters undefined where one has its default
 */
export function receiving(
	text: string,
	node: { id: string; name: string },
	parameters: (name: string) => unknown,
) {
	const log: string[] = [];
	const note = (line: string) => log.push(line);
	const response = Object.assign(new EventEmitter(), {
		statusCode: 200,
		writeHead: (status: number) => (response.statusCode = status),
		end: () => {},
	});
	const context = {
		...triggerContext({}),
		getRequestObject: () => ({ rawBody: Buffer.from(text), headers: {}, body: undefined }),
		getResponseObject: () => response,
		getHeaderData: () => ({}),
		getQueryData: () => ({}),
		getNodeParameter: (name: string, fallback: unknown) => parameters(name) ?? fallback,
		getMode: () => 'webhook',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => node,
		logger: { debug: note, info: note, warn: note, error: note },
	};
	return { context: context as unknown as IWebhookFunctions, response, log };
}

/** A delivery with this body, parsed as n8n does. */
export function delivery(body: string | Buffer, given: Partial<Delivery> = {}): Delivery {
	return {
		rawBody: Buffer.from(body as string),
		body: parsed(body.toString()),
		headers: {},
		query: {},
		receivedAt: '2026-04-01T08:00:00.000Z',
		...given,
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}
