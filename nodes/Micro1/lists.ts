import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asEntry, byName, matching } from '../shared/actions/entries';
import { takeRows } from '../shared/actions/rows';
import { list } from './api';

/** The interviews that candidates are invited to, by name, whose name holds what was typed. */
export async function searchInterviews(
	this: ILoadOptionsFunctions,
	typed?: string,
): Promise<INodeListSearchResult> {
	return await search(this, '/interviews', ['interview_id', 'interview_name'], typed);
}

/** The jobs that candidates apply for, by title, whose title holds what was typed. */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	typed?: string,
): Promise<INodeListSearchResult> {
	return await search(this, '/jobs', ['job_id', 'job_title'], typed);
}

/** In what `keyword` searches is not documented: the whole list is read. */
async function search(
	context: ILoadOptionsFunctions,
	path: string,
	[idField, nameField]: [string, string],
	typed?: string,
): Promise<INodeListSearchResult> {
	const named = (row: IDataObject) => asEntry(row[idField], row[nameField]);
	const entries = await takeRows(list(context, { path, identity: idField }), Infinity, named);
	return matching(byName(entries.flat()), typed);
}
