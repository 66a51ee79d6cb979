import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { flag } from '../shared/event/fields';
import { list, readPage } from './api';
import { TYPES_WITH_EVENTS } from './api/results';

/** JobMojito's own page size for avatars, whose rows are heavy. */
export const AVATAR_PAGE_SIZE = 15;

const INTERVIEW_PAGE_SIZE = 50;

/** The interviews for a dropdown, all pages of them, newest first. */
export async function interviewOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const options: INodePropertyOptions[] = [];
	for (const type of TYPES_WITH_EVENTS) {
		for await (const row of list(this, { path: '/merchant-interview-list', query: { type } })) {
			options.push(interviewOption(row));
		}
	}
	return options;
}

/** Interviews, then assessments, whose name holds what was typed: one page of each at a time. */
export async function searchInterviews(
	this: ILoadOptionsFunctions,
	typed?: string,
	pageToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(pageToken ?? 0);
	const results: INodePropertyOptions[] = [];
	let hasMore = false;
	for (const type of TYPES_WITH_EVENTS) {
		const query = { type, filter_text: typed };
		const called = { path: '/merchant-interview-list', query, pageSize: INTERVIEW_PAGE_SIZE };
		const page = await readPage(this, called, offset);
		results.push(...page.rows.map(interviewOption));
		hasMore ||= page.next !== undefined;
	}
	return asFound(results, hasMore, offset + INTERVIEW_PAGE_SIZE);
}

/** Avatars and voices whose name holds what was typed, 15 at a time. */
export async function searchAvatars(
	this: ILoadOptionsFunctions,
	typed?: string,
	pageToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(pageToken ?? 0);
	const query = { filter_text: typed };
	const called = { path: '/merchant-avatar-list', query, pageSize: AVATAR_PAGE_SIZE };
	const { rows, next } = await readPage(this, called, offset);
	return asFound(rows.map(asOption), next !== undefined, offset + AVATAR_PAGE_SIZE);
}

function asFound(
	results: INodePropertyOptions[],
	hasMore: boolean,
	nextOffset: number,
): INodeListSearchResult {
	return {
		results: results as INodeListSearchResult['results'],
		// A page without entries is the last one, whatever it says.
		paginationToken: hasMore && results.length > 0 ? String(nextOffset) : undefined,
	};
}

function asOption({ id, name }: IDataObject): { name: string; value: string } {
	const value = String(id);
	return { value, name: typeof name === 'string' && name !== '' ? name : value };
}

/** An interview as an entry of a list; one that is not live, or has several stages, says so. */
function interviewOption(row: IDataObject): { name: string; value: string } {
	const { name, value } = asOption(row);
	const { status } = row;
	const notes = [
		...(typeof status === 'string' && status !== 'active' ? [status] : []),
		...(flag(row.is_multi_stage) === true ? ['multi-stage'] : []),
	];
	return { value, name: notes.length > 0 ? `${name} (${notes.join(', ')})` : name };
}
