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

interface Place {
	offset: number;
	/** How many rows further each page begins than the one before it. */
	stride: number;
}

/**
 * The rows of a list, page by page. The vendor sends neither a total nor whether there are more: the list ends with a page that
 * has nothing new. Each page begins with the last row of the one before it; where it does not, rows have left the list
 * meanwhile, others have taken their places, and the pages before are read again.
 *
 * @throws NodeApiError; NodeOperationError where the server ignores the offset
 */
export function list(
	context: ApiContext,
	{ path, name, query, row, idField, pageSize }: List,
): AsyncGenerator<IDataObject> {
	const known = new Set<unknown>();
	const readAt = async (offset: number) =>
		await read(context, path, under(name, aListOf(row)), { ...query, limit: pageSize, offset });
	let first: unknown;
	return pagedRows<IDataObject, Place>(context, {
		vendorName: ribbonApi.vendorName,
		readPage: async ({ offset, stride } = { offset: 0, stride: 0 }) => {
			let rows = await readAt(offset);
			while (offset > 0 && !known.has(rows[0]?.[idField])) {
				offset = Math.max(0, offset - stride);
				rows = await readAt(offset);
			}
			const ids = rows.map((one) => one[idField]);
			for (const id of ids) known.add(id);
			first ??= ids[0];
			const further = Math.max(0, rows.length - 1);
			return {
				rows,
				next: { offset: offset + further, stride: further },
				// A server that ignores the offset begins anew each time; where the page is not full, it has all of the list.
				hasMore: (offset > 0 && ids[0] === first && rows.length >= pageSize) || null,
				total: null,
			};
		},
		keysOf: (rows) => rows.map((one) => one[idField]),
	});
}
