import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

interface Sent extends IDataObject {
	url: string;
	qs: IDataObject;
	timeout: number;
}

/** n8n's context with a credential, whose calls are answered by a function of their path and query. */
export function calling(answer: (path: string, query: IDataObject) => unknown) {
	const sent: Sent[] = [];
	const context = {
		getNode: () => ({ name: 'JobMojito' }),
		getCredentials: async () => ({ baseUrl: ' https://jobmojito.example.com/ ' }),
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: Sent) => {
				sent.push(options);
				return { statusCode: 200, headers: {}, body: answer(new URL(options.url).pathname, options.qs) };
			},
		},
	} as unknown as ILoadOptionsFunctions;
	return { context, sent };
}
