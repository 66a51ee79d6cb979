import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching, takeRows } from '../shared/actions/rows';
import { text } from '../shared/event/fields';
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
	const asEntry = (row: IDataObject) => ({
		value: String(row[idField]),
		name: text(row[nameField]) ?? String(row[idField]),
	});
	const entries = await takeRows(list(context, path, idField), Infinity, asEntry);
	return matching(
		entries.sort((one, other) => one.name.localeCompare(other.name)),
		typed,
	);
}
