import type { IDataObject, IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

export interface Sent {
	method: string;
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
}

export interface Answered {
	status?: number;
	body: unknown;
}

/** n8n's context with a credential, whose calls are answered by a function. @param parameters the same for the only item */
export function calling(
	answer: (call: Sent) => Answered,
	apiVersion = 'v2',
	parameters: Record<string, unknown> = {},
) {
	const sent: Sent[] = [];
	const context = {
		getNode: () => ({ name: 'HeyMilo', id: '1', retryOnFail: true }),
		getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
		getInputData: () => [{ json: {} }],
		getExecutionId: () => '1',
		getTimezone: () => 'UTC',
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		continueOnFail: () => false,
		getCredentials: async () => ({ apiVersion, baseUrl: ' https://heymilo.example.com/ ' }),
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: Sent & { url: string }) => {
				const call = { ...options, path: new URL(options.url).pathname };
				sent.push(call);
				const { status = 200, body } = answer(call);
				return { statusCode: status, headers: {}, body };
			},
		},
	} as unknown as IExecuteFunctions & ILoadOptionsFunctions;
	return { context, sent };
}
