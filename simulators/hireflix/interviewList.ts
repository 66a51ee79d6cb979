import { stageOf, type Interview, type Stage } from './state';

interface TextFilter {
	equal?: string;
	regex?: string;
}

export interface InterviewListInput {
	filter?: { status?: { equal: Stage }; email?: TextFilter; lastName?: TextFilter };
	pagination: { limit: number; direction: 'FORWARD' | 'BACKWARD'; lastCursor?: string };
	sort: Array<{ field: 'createdAt'; direction: 'ASC' | 'DESC' }>;
}

/**
 * One page. `lastCursor` is always returned, on the last page and on an empty one too: the end is an empty `results`.
 * `count` is the page's, `total` the filter's.
 * Source: hireflixsl.mintlify.app/features/interviews/list-interviews-for-position.
 */
export function listInterviews(
	interviews: readonly Interview[],
	{ filter, pagination, sort }: InterviewListInput,
) {
	const sign = sort[0]?.direction === 'ASC' ? 1 : -1;
	const sorted = interviews
		.filter((one) => !filter?.status || stageOf(one) === filter.status.equal)
		.filter(
			({ candidate }) => fits(candidate.email, filter?.email) && fits(candidate.lastName, filter?.lastName),
		)
		.sort((a, b) => sign * (a.createdAt - b.createdAt));
	const ordered = pagination.direction === 'BACKWARD' ? sorted.reverse() : sorted;
	const start = pagination.lastCursor
		? ordered.findIndex(({ id }) => id === decode(pagination.lastCursor)) + 1
		: 0;
	const results = ordered.slice(start, start + pagination.limit);
	const last = results[results.length - 1];
	return {
		results,
		lastCursor: last ? encode(last.id) : (pagination.lastCursor ?? ''),
		count: results.length,
		total: ordered.length,
	};
}

const fits = (text: string, filter?: TextFilter): boolean =>
	(filter?.equal == null || text === filter.equal) &&
	(filter?.regex == null || new RegExp(filter.regex, 'i').test(text));

const encode = (id: string): string => Buffer.from(id).toString('base64url');
const decode = (cursor = ''): string => Buffer.from(cursor, 'base64url').toString('utf8');
