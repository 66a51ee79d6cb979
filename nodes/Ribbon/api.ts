import type { IDataObject } from 'n8n-workflow';

import { callApi } from '../shared/http/apiCall';
import { aListOf, under, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { pagedRows } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

export const ribbonApi: VendorApi = {
	vendorName: 'Ribbon',
	credentialType: 'ribbonApi',
	keyHelp:
		'Open app.ribbon.ai/recruit/api-keys as an admin, copy a key into the API Key field of the credential and save it.',
	// An unknown ID is answered with 422, and what belongs to another organization with 403.
	cures: {
		403: 'What the ID stands for belongs to another organization than the API key. Check the ID, or use a key of that organization in the credential.',
		422: 'Ribbon answers so when nothing has this ID, and when it does not take a value. Take the IDs of interviews and flows from a trigger item (interview_id and job_id), or select the flow from the list, and check the values in this node.',
	},
	refusalIn: namedErrorIn,
};

/**
 * What a reading call answers. Source: https://docs.ribbon.ai, the OpenAPI document of the API.
 *
 * @throws NodeApiError
 */
export async function read<Value>(
	context: ApiContext,
	path: string,
	expects: Expected<Value>,
	query: IDataObject = {},
): Promise<Value> {
	return await callApi(context, ribbonApi, { method: 'GET', path, query, effect: 'read', expects });
}

/**
 * Takes something back: a flow, or the recordings of an interview. It does the same when it is sent twice.
 *
 * @throws NodeApiError
 */
export async function write<Value>(
	context: ApiContext,
	path: string,
	expects: Expected<Value>,
): Promise<Value> {
	return await callApi(context, ribbonApi, { method: 'DELETE', path, effect: 'write', expects });
}

/**
 * Makes something: each call makes another one.
 *
 * @throws NodeApiError, whose `context.isUnclear` says whether it may have been made
 */
export async function writeOnce<Value>(
	context: ApiContext,
	path: string,
	body: IDataObject,
	expects: Expected<Value>,
): Promise<Value> {
	return await callApi(context, ribbonApi, { method: 'POST', path, body, effect: 'writeOnce', expects });
}

interface List {
	path: string;
	/** Under which the answer has the rows. */
	name: string;
	query?: IDataObject;
	/** What each row is, and the field of its ID. */
	row: Expected<IDataObject>;
	idField: string;
	/** The vendor's default: a larger page might be cut short, which would look like the last one. */
	pageSize: number;
}

/**
 * The rows of a list, page by page. The vendor sends neither a total nor whether there are more: a page that is not full is
 * the last one.
 *
 * @throws NodeApiError; NodeOperationError for a full page that only repeats the ones before it
 */
export function list(
	context: ApiContext,
	{ path, name, query, row, idField, pageSize }: List,
): AsyncGenerator<IDataObject> {
	return pagedRows(context, {
		vendorName: ribbonApi.vendorName,
		readPage: async (offset: number = 0) => {
			const page = { ...query, limit: pageSize, offset };
			const rows = await read(context, path, under(name, aListOf(row)), page);
			const next = rows.length < pageSize ? undefined : offset + rows.length;
			// Where a server ignores the offset, a full page looks like the whole list.
			return { rows, next, hasMore: next !== undefined || null, total: null };
		},
		keysOf: (rows) => rows.map((one) => one[idField]),
	});
}
