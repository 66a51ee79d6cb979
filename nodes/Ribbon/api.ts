import type { IDataObject } from 'n8n-workflow';

import { rowKey } from '../shared/event/identity';
import { callsTo } from '../shared/http/calls';
import { under, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { rowsByOffset } from '../shared/http/paging';
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

/** Source: https://docs.ribbon.ai, the OpenAPI document of the API. */
export const { read, write, writeOnce } = callsTo(ribbonApi);

interface List {
	path: string;
	/** Under which the answer has the rows. */
	name: string;
	query?: IDataObject;
	rows: Expected<IDataObject[]>;
	/** The field of a row's ID. */
	idField: string;
	/** The vendor's default: a larger page might be cut short, which would look like the last one. */
	pageSize: number;
}

/**
 * The rows of a list, page by page. The vendor sends neither a total nor whether there are more: the list ends with a page that
 * has nothing new.
 *
 * @throws NodeApiError; NodeOperationError where the server ignores the offset
 */
export function list(
	context: ApiContext,
	{ path, name, query, rows: expected, idField, pageSize }: List,
): AsyncGenerator<IDataObject> {
	const expects = under(name, expected);
	const keyOf = (one: IDataObject) => rowKey(one, idField);
	let first: unknown;
	return rowsByOffset(context, {
		vendorName: ribbonApi.vendorName,
		readPage: async (offset = 0) => {
			const rows = await read(context, path, expects, { ...query, limit: pageSize, offset });
			first ??= rows[0] && keyOf(rows[0]);
			// A server that ignores the offset begins anew each time; where the page is not full, it has all of the list.
			const isAnew = offset > 0 && rows.length > 0 && keyOf(rows[0]) === first && rows.length >= pageSize;
			return { rows, next: offset + rows.length, hasMore: isAnew || null, total: null };
		},
		keysOf: (rows) => rows.map(keyOf),
	});
}
