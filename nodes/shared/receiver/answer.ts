import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Runs the workflow on one item; n8n answers 200 once it has stored the execution, and 500 when it could not. */
export function emit(item: IDataObject): IWebhookResponseData {
	return { workflowData: [[{ json: item }]] };
}

/** Answers 200 without running the workflow: a duplicate, or an event nobody asked for. */
export function acknowledge(): IWebhookResponseData {
	return { webhookResponse: { received: true } };
}

/**
 * Answers with an error status without running the workflow or storing an execution. Not by Express: a flood of forgeries
 * need not have its answers hashed for an ETag.
 */
export function refuse(
	context: IWebhookFunctions,
	status: 400 | 401 | 503,
	message: string,
): IWebhookResponseData {
	const response = context.getResponseObject();
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}
