import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { interviewOption, readJobMojito, TYPES_WITH_EVENTS } from './api';

/** JobMojito's own page size for avatars, whose rows are heavy. */
export const AVATAR_PAGE_SIZE = 15;

const INTERVIEW_PAGE_SIZE = 50;

interface Page {
	data?: Array<IDataObject & { id: string; name: string | null; status: string | null }>;
	pagination?: { has_more?: boolean };
}

/** Interviews, then assessments, whose name holds what was typed: one page of each at a time. */
export async function searchInterviews(
	this: ILoadOptionsFunctions,
	typed?: string,
	pageToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(pageToken ?? 0);
	const results = [];
	let hasMore = false;
	for (const type of TYPES_WITH_EVENTS) {
		const query = { type, filter_text: typed, limit: INTERVIEW_PAGE_SIZE, offset };
		const { data, pagination } = await readJobMojito<Page>(this, '/merchant-interview-list', query);
		results.push(...(data ?? []).map(interviewOption));
		hasMore ||= pagination?.has_more === true;
	}
	return { results, paginationToken: hasMore ? String(offset + INTERVIEW_PAGE_SIZE) : undefined };
}

/** Avatars and voices whose name holds what was typed, 15 at a time. */
export async function searchAvatars(
	this: ILoadOptionsFunctions,
	typed?: string,
	pageToken?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(pageToken ?? 0);
	const { data, pagination } = await readJobMojito<Page>(this, '/merchant-avatar-list', {
		filter_text: typed,
		limit: AVATAR_PAGE_SIZE,
		offset,
	});
	return {
		results: (data ?? []).map(({ id, name }) => ({ value: id, name: name ?? id })),
		paginationToken: pagination?.has_more ? String(offset + AVATAR_PAGE_SIZE) : undefined,
	};
}
