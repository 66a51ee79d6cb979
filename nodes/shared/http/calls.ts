import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { callApi } from './apiCall';
import type { Expected } from './expected';
import type { FormPart } from './form';
import type { ApiCall } from './outcome';
import type { ApiContext, VendorApi } from './vendorApi';

/** The calls of a vendor, by what they do. Each returns what was expected of the answer. @throws NodeApiError */
export interface Calls {
	/** Changes nothing. */
	read<Value>(
		context: ApiContext,
		path: string,
		expects: Expected<Value>,
		query?: IDataObject,
	): Promise<Value>;

	/** Changes nothing either, though what is searched for is sent by POST. */
	search<Value>(
		context: ApiContext,
		path: string,
		expects: Expected<Value>,
		body: IDataObject,
	): Promise<Value>;

	/** A change that does the same when it is sent twice. */
	write<Value>(
		context: ApiContext,
		method: IHttpRequestMethods,
		path: string,
		expects: Expected<Value>,
		body?: IDataObject,
	): Promise<Value>;

	/**
	 * Makes something, costs credits or reaches a person; sent by POST, and never a second time. Where it fails,
	 * `context.isUnclear` of the error says whether it may have had its effect.
	 *
	 * @param sent a JSON object, or the parts of a form where there is a file
	 */
	writeOnce<Value>(
		context: ApiContext,
		path: string,
		expects: Expected<Value>,
		sent?: IDataObject | FormPart[],
		further?: Pick<ApiCall<Value>, 'secrets' | 'waitsForRateLimit'>,
	): Promise<Value>;
}

/** @param within where the vendor's answers have what a call expects; without it, an answer is that itself */
export function callsTo(
	api: VendorApi,
	within: <Value>(expects: Expected<Value>) => Expected<Value> = (expects) => expects,
): Calls {
	const send = async <Value>(context: ApiContext, call: ApiCall<Value>): Promise<Value> =>
		await callApi(context, api, { ...call, expects: within(call.expects) });
	return {
		read: async (context, path, expects, query) =>
			await send(context, { method: 'GET', path, query, effect: 'read', expects }),
		search: async (context, path, expects, body) =>
			await send(context, { method: 'POST', path, body, effect: 'read', expects }),
		write: async (context, method, path, expects, body) =>
			await send(context, { method, path, body, effect: 'write', expects }),
		writeOnce: async (context, path, expects, sent, further) => {
			const content = Array.isArray(sent) ? { form: sent } : { body: sent };
			return await send(context, {
				method: 'POST',
				path,
				...content,
				effect: 'writeOnce',
				expects,
				...further,
			});
		},
	};
}
