import type { IDataObject } from 'n8n-workflow';

import { flag, isNothing, isObject, number } from '../shared/event/fields';
import { bodyFingerprint } from '../shared/event/identity';
import { agreeing, echoing, notRefused } from '../shared/http/agreeing';
import { callsTo } from '../shared/http/calls';
import { aListLike, anObject, mapped, type Expected } from '../shared/http/expected';
import { namedErrorIn } from '../shared/http/outcome';
import { rowsByOffset, type Page } from '../shared/http/paging';
import type { ApiContext, VendorApi } from '../shared/http/vendorApi';

export const jobMojitoApi: VendorApi = {
	vendorName: 'JobMojito',
	credentialType: 'jobMojitoApi',
	keyHelp:
		'The access token has expired or was revoked. Issue a new one in the JobMojito admin (or ask your account manager), put it into Access Token of the credential and save it.',
	// As long as JobMojito's own client waits: creating and checking run AI (github.com/JobMojito/mcp, upstream.py).
	timeoutSeconds: 60,
	// JobMojito hides rows of other companies as 404, and refusals as 500.
	cures: {
		403: 'The token is valid, but its role or its company may not do this. Use a token of an owner of the company in the credential, and check Sub-Merchant ID if you filled it in.',
		404: 'Nothing has this ID, or it belongs to another company or environment than the access token. A result, an interview, an enrollment and a person each have an ID of their own: check that the right kind is filled in.',
		500: 'JobMojito also answers so when the access token has expired, when its role may not do this, and when an ID is unknown or of another kind (a result, an interview, an enrollment and a person each have their own). Check the ID and the credential first; if both are right, try again later.',
	},
	// Its error body, `{error, name?}`, says the same under any status.
	refusalIn: namedErrorIn,
};

export const { read, write, writeOnce } = callsTo(jobMojitoApi);

/**
 * What was made, whose state, where the answer has it, is the one that was asked for.
 *
 * @param idField of what was made
 */
export const made = (idField: string, { status }: IDataObject): Expected<IDataObject> =>
	agreeing(anObject(idField), notRefused, echoing({ status }, ['status']));

export interface List {
	path: string;
	query?: IDataObject;
	/** What every row of this list has; default `id`. */
	idField?: string;
	/** 1 to 1000; default 200. */
	pageSize?: number;
	/** Whether no row after those of a page is wanted; without it, all are. */
	isEnough?(rows: IDataObject[]): boolean;
}

export const PAGE_SIZE = 200;

/**
 * The rows of a list, page by page; a row that has moved to the next page meanwhile comes once.
 *
 * @throws NodeApiError also for a later page that is not a page; NodeOperationError when no further rows come though there are more
 */
export function list(context: ApiContext, called: List): AsyncGenerator<IDataObject> {
	return rowsByOffset(context, {
		vendorName: jobMojitoApi.vendorName,
		readPage: async (offset) => await readPage(context, called, offset),
		keysOf: (rows) => rows.map(keyOf),
		isEnough: called.isEnough,
	});
}

/** By which a row is the same one, also after a change of it and with fresh links in it. */
const KEYS = ['id', 'interview_result_id', 'day', 'event'];

/** The key of a row in any of the lists. */
export const keyOf = (row: IDataObject): string =>
	KEYS.every((name) => isNothing(row[name]))
		? bodyFingerprint(row)
		: JSON.stringify(KEYS.map((name) => row[name]));

/**
 * One page of a list.
 *
 * @throws NodeApiError
 */
export async function readPage(
	context: ApiContext,
	{ path, query, idField = 'id', pageSize = PAGE_SIZE }: List,
	offset = 0,
): Promise<Page<IDataObject, number>> {
	const page = mapped(anObject('data', 'pagination'), ({ data, pagination }) => {
		const rows = aListLike(anObject(idField)).find(data ?? []);
		if (rows === undefined || !isObject(pagination)) return undefined;
		const end = offset + rows.length;
		const total = number(pagination.total);
		const hasMore = flag(pagination.has_more);
		// Where it does not say whether there are more, that follows from the total, or from a full page.
		const goesOn = hasMore ?? (total === null ? rows.length >= pageSize : end < total);
		return { rows, hasMore, total, next: goesOn ? end : undefined };
	});
	return await read(context, path, page, { ...query, limit: pageSize, offset });
}
