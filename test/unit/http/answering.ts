import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ApiContext, VendorApi } from '../../../nodes/shared/http/vendorApi';
import { node } from '../actions/actionContext';

export const api: VendorApi = {
	vendorName: 'Vendor',
	credentialType: 'vendorApi',
	keyHelp: 'Copy a new key.',
};

/** One answer of the vendor, or an error of the network. */
export type Given = { statusCode?: number; body?: unknown; headers?: Record<string, string> } | Error;

interface Settings {
	/** In a trigger's life cycle. */
	isLifeCycle?: boolean;
	credential?: Record<string, unknown>;
}

/** As much of n8n's context as a call needs: the vendor returns one answer after the other, the last forever. */
export function answering(answers: Given[], { isLifeCycle, credential }: Settings = {}) {
	const sent: Array<{ at: number; request: IHttpRequestOptions }> = [];
	const context = {
		...(isLifeCycle && { getActivationMode: () => 'activate' }),
		getNode: () => node,
		getCredentials: async () => ({
			baseUrl: 'https://api.example.com/v1',
			apiKey: 'key-of-the-account',
			...credential,
		}),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				const answer = answers[Math.min(sent.length, answers.length - 1)];
				sent.push({ at: Date.now(), request });
				if (answer instanceof Error) throw answer;
				return { statusCode: 200, headers: {}, ...answer };
			},
		},
	} as unknown as ApiContext;
	return { context, sent };
}
