import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Runs the workflow; n8n answers 200 once it has stored the execution, and 500 when it could not. */
export function emit(events: IDataObject[], unrecognized: IDataObject[]): IWebhookResponseData {
	return { workflowData: [events.map(asItem), unrecognized.map(asItem)] };
}

/** Answers 200 without running the workflow: a duplicate, or an event nobody asked for. */
export function acknowledge(): IWebhookResponseData {
	return { webhookResponse: { received: true } };
}

/** Answers with an error status without running the workflow or storing an execution. */
export function refuse(context: IWebhookFunctions, status: 401 | 503, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

function asItem(json: IDataObject): INodeExecutionData {
	return { json };
}
