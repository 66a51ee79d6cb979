import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { asEntry, type Entry } from '../shared/actions/entries';
import { flag } from '../shared/event/fields';
import { list, readPage } from './api';
import { TYPES_WITH_EVENTS } from './api/results';

/** JobMojito's own page size for avatars, whose rows are heavy. */
export const AVATAR_PAGE_SIZE = 15;

const INTERVIEW_PAGE_SIZE = 50;

/** The interviews for a dropdown, all pages of them, newest first. */
export async function interviewOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const options: Entry[] = [];
	for (const type of TYPES_WITH_EVENTS) {
		for await (const row of list(this, { path: '/merchant-interview-list', query: { type } })) {
			options.push(...interviewEntry(row));
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
	const [offset, ...types] = pageToken?.split(' ') ?? ['0', ...TYPES_WITH_EVENTS];
	const results: Entry[] = [];
	const unfinished: string[] = [];
	for (const type of types) {
		const query = { type, filter_text: typed };
		const called = { path: '/merchant-interview-list', query, pageSize: INTERVIEW_PAGE_SIZE };
		const page = await readPage(this, called, Number(offset));
		results.push(...page.rows.flatMap(interviewEntry));
		if (page.next !== undefined) unfinished.push(type);
	}
	const next = [Number(offset) + INTERVIEW_PAGE_SIZE, ...unfinished].join(' ');
	return asFound(results, unfinished.length > 0 ? next : undefined);
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
	return asFound(
		rows.flatMap(({ id, name }) => asEntry(id, name)),
		next === undefined ? undefined : String(offset + AVATAR_PAGE_SIZE),
	);
}

function asFound(results: INodePropertyOptions[], next: string | undefined): INodeListSearchResult {
	return {
		results,
		// A page without entries is the last one, whatever it says.
		paginationToken: results.length > 0 ? next : undefined,
	};
}

/** An interview as an entry of a list; one that is not live, or has several stages, says so. */
function interviewEntry({ id, name, status, is_multi_stage: hasStages }: IDataObject): Entry[] {
	const notes = [
		...(typeof status === 'string' && status !== 'active' ? [status] : []),
		...(flag(hasStages) === true ? ['multi-stage'] : []),
	];
	return asEntry(id, name).map((entry) =>
		notes.length > 0 ? { ...entry, name: `${entry.name} (${notes.join(', ')})` } : entry,
	);
}
