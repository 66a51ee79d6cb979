import type { IDataObject } from 'n8n-workflow';

import { askedRows, namesAnother } from '../../shared/actions/rows';
import { identifier, text } from '../../shared/event/fields';
import { rowKey } from '../../shared/event/identity';
import { theOne } from '../../shared/http/agreeing';
import { aListLike, anObject } from '../../shared/http/expected';
import type { ApiContext } from '../../shared/http/vendorApi';
import { list, read } from '../api';

export const INTERVIEWS_PATH = '/v1/interviews';

const PAGE_SIZE = 20;

/** Those with results first. One call never returns both, and without a status it returns the completed ones only. */
export const STATUSES = ['completed', 'incomplete'];

export const interviewPath = (id: string): string => `${INTERVIEWS_PATH}/${encodeURIComponent(id)}`;

/** One interview, with its results where there are any. @throws NodeApiError, `httpCode` 422 when there is none */
export async function readInterview(context: ApiContext, id: string): Promise<IDataObject> {
	return await read(context, interviewPath(id), theOne('interview_id', id, 'status'));
}

/** Which interviews are wanted; all where nothing is given. */
export interface InterviewFilter {
	/** One of `STATUSES`. */
	status?: string;
	teamId?: string;
	/** Compared here: the API has no such filter. */
	flowId?: string;
}

/**
 * The interviews of the organization, page by page, one status after the other. One that is completed between the two lists is
 * in neither of them: the completed ones are looked through once more.
 *
 * @throws NodeApiError
 */
export async function* listInterviews(
	context: ApiContext,
	{ status, teamId, flowId }: InterviewFilter,
): AsyncGenerator<IDataObject> {
	const known = new Set<string>();
	for (const asked of status === undefined ? [...STATUSES, STATUSES[0]] : [status]) {
		const rows = list(context, {
			path: INTERVIEWS_PATH,
			name: 'interviews',
			query: { status: asked, ...(teamId ? { team_id: teamId } : {}) },
			rows: aListLike(anObject('interview_id', 'status')),
			idField: 'interview_id',
			pageSize: PAGE_SIZE,
		});
		const wanted = askedRows(
			rows,
			(row) =>
				isOfOtherStatus(row, asked, status) ||
				namesAnother(identifier(row.team_id), teamId) ||
				namesAnother(identifier(row.interview_flow_id), flowId),
		);
		for await (const row of wanted) {
			const key = rowKey(row, 'interview_id');
			if (known.has(key)) continue;
			known.add(key);
			yield row;
		}
	}
}

/** Where a status was chosen, every other one; where none was, the one in whose list the interview is as well. */
function isOfOtherStatus(row: IDataObject, asked: string, chosen: string | undefined): boolean {
	const own = text(row.status)?.toLowerCase();
	return namesAnother(own, asked) && (chosen !== undefined || STATUSES.includes(String(own)));
}
