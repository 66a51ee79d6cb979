import type { IDataObject, IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { node } from './actions/actionContext';

export interface Sent {
	method: string;
	url: string;
	path: string;
	qs: IDataObject;
	body?: IDataObject;
}

export interface Answered {
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
}

let executions = 0;

/** n8n's context with a credential, whose calls are answered by a function; an execution of its own. @param parameters the same for the only item */
export function calling(
	answer: (call: Sent) => Answered,
	parameters: Record<string, unknown> = {},
	credential: IDataObject = {},
) {
	const executionId = String(++executions);
	const sent: Sent[] = [];
	const hints: string[] = [];
	const context = {
		getNode: () => ({ ...node, retryOnFail: true }),
		getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
		getInputData: () => [{ json: {} }],
		getWorkflow: () => ({ id: 'workflow' }),
		getExecutionId: () => executionId,
		getTimezone: () => 'UTC',
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		continueOnFail: () => false,
		addExecutionHints: ({ message }: { message: string }) => hints.push(message),
		getCredentials: async () => ({
			apiVersion: 'v2',
			baseUrl: ' https://api.example.com/ ',
			...credential,
		}),
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: Sent) => {
				const call = { ...options, path: new URL(options.url).pathname, qs: options.qs ?? {} };
				sent.push(call);
				const { status = 200, body, headers = {} } = answer(call);
				return { statusCode: status, headers, body };
			},
		},
	} as unknown as IExecuteFunctions & ILoadOptionsFunctions;
	return { context, sent, hints };
}
