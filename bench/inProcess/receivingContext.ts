import { createHmac, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';

import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { PROVERS } from '../../test/unit/receiver/provers';

const SECRET = randomBytes(16).toString('hex');

const CREDENTIAL = {
	webhookSecret: SECRET,
	previousWebhookSecret: '',
	webhookHeaderName: 'X-Webhook-Secret',
};

const PARAMETERS: Record<Vendor, Record<string, unknown>> = {
	hireflix: { events: ['interview.finish'], positions: [] },
	heymilo: { events: ['report_available'] },
	jobmojito: { events: ['interview_result'], interviews: [] },
	interviewflowai: { events: ['interview.report_available'], interviewers: [] },
	ribbon: { events: ['interview_processed'], flows: [] },
	micro1: { events: ['interview_report.created'] },
};

/** What HeyMilo's trigger stored when it registered its webhooks. */
const STATIC_DATA = {
	registrations: [{ token: SECRET, event: 'report_available', postingId: null, webhookId: 'webhook-1' }],
};

/** A delivery that has come to a trigger. */
export interface Arrival {
	rawBody: Buffer;
	context: IWebhookFunctions;
	response: EventEmitter;
}

/**
 * A genuine delivery of these bytes. Parameters and credentials are there at once: what n8n needs for them is measured on a
 * real n8n.
 */
export function arrive(vendor: Vendor, rawBody: Buffer): Arrival {
	// n8n has parsed the body already.
	const request = {
		rawBody,
		body: JSON.parse(rawBody.toString('utf8')),
		headers: headersOf(vendor, rawBody),
	};
	const response = Object.assign(new EventEmitter(), { statusCode: 200, closed: false, destroyed: false });
	// All columns.
	const parameters: Record<string, unknown> = { simplify: false, ...PARAMETERS[vendor] };
	const context = {
		getRequestObject: () => request,
		getResponseObject: () => response,
		getHeaderData: () => request.headers,
		getQueryData: () => ({ token: SECRET }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getCredentials: async () => CREDENTIAL,
		getWorkflowStaticData: () => STATIC_DATA,
		getNode: () => ({ id: vendor, name: 'Trigger' }),
		getWorkflow: () => ({ id: 'benchmark' }),
		getMode: () => 'webhook',
	};
	return { rawBody, response, context: context as unknown as IWebhookFunctions };
}

function headersOf(vendor: Vendor, rawBody: Buffer): Record<string, string> {
	const { field, proofOf } = PROVERS[vendor];
	return { 'content-type': 'application/json', [field]: proofOf(rawBody, SECRET) };
}

/** Runs a trigger's `webhook()` as n8n does, up to its 200. */
export async function deliver(
	trigger: INodeType,
	{ context, response }: Arrival,
): Promise<IWebhookResponseData> {
	const outcome = await trigger.webhook?.call(context);
	response.emit('finish');
	response.emit('close');
	return outcome as IWebhookResponseData;
}

/** The least that a receiver can do with the same bytes: one HMAC-SHA256, and one JSON.parse. */
export function floor({ rawBody }: Arrival): unknown {
	createHmac('sha256', SECRET).update(rawBody).digest();
	return JSON.parse(rawBody.toString('utf8'));
}
