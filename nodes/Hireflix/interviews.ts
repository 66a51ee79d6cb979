import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiContext } from '../shared/http/vendorApi';
import { queryHireflix } from './api';

const PAGE_SIZE = 50;

/**
 * The fields of an interview that two independent sources name. One unknown field fails a whole query, so
 * that nothing less certain is asked for. Transcripts and answers are only on a single interview.
 */
const FIELDS = `id hash status answered externalId createdAt
	position { id name }
	candidate { fullName firstName lastName email phone }
	url { public short private }
	externalLink { url }
	score { value }
	thumbnail`;

const ANSWERS =
	'questions { id title description answer { id url thumbnail transcription { languageCode text } } }';

/** The stages that the API can filter by. */
export type Stage = 'pending' | 'to_evaluate' | 'shortlisted' | 'discarded';

/**
 * One interview with its questions, answers and transcripts.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none
 */
export async function readInterview(context: ApiContext, id: string): Promise<IDataObject> {
	const { interview } = await queryHireflix<{ interview: IDataObject | null }>(
		context,
		`query ($id: String!) { interview(id: $id) { ${FIELDS} ${ANSWERS} } }`,
		{ id },
	);
	if (interview !== null) return interview;
	throw new NodeApiError(
		context.getNode(),
		{},
		{
			message: `Hireflix has no interview with the ID ${id}`,
			description:
				'Take the ID from a trigger item (interview_id), or from the address of the interview page in Hireflix.',
			httpCode: '404',
		},
	);
}

/** Which interviews of a position are wanted. */
export interface InterviewFilter {
	stage?: Stage;
	/** Exact address. */
	email?: string;
	/** Epoch milliseconds. */
	invitedAfter?: number;
}

interface Page extends IDataObject {
	results: IDataObject[];
	lastCursor: string | null;
}

/**
 * The interviews of a position, newest first, page by page. The cursor never runs out: the end is an empty page.
 */
export async function* listInterviews(
	context: IExecuteFunctions,
	positionId: string,
	filter: InterviewFilter = {},
): AsyncGenerator<IDataObject> {
	const conditions = [
		filter.stage ? `status: { equal: ${filter.stage} }` : '',
		filter.email ? 'email: { equal: $email }' : '',
	].join(' ');
	const query = `query ($positionId: String!, $cursor: String${filter.email ? ', $email: String' : ''}) {
		position(id: $positionId) {
			interviewList(input: {
				filter: { ${conditions} }
				pagination: { limit: ${PAGE_SIZE}, direction: FORWARD, lastCursor: $cursor }
				sort: [{ field: createdAt, direction: DESC }]
			}) { results { ${FIELDS} } lastCursor }
		}
	}`;
	for (let cursor: string | null = null; ;) {
		const variables = { positionId, cursor, ...(filter.email ? { email: filter.email } : {}) };
		const page: Page = await readPage(context, query, variables, positionId);
		for (const interview of page.results) {
			// Newest first: all that follow are older still.
			if (filter.invitedAfter !== undefined && Number(interview.createdAt) <= filter.invitedAfter) return;
			yield interview;
		}
		if (page.results.length === 0 || page.lastCursor === null || page.lastCursor === cursor) return;
		cursor = page.lastCursor;
	}
}

async function readPage(
	context: IExecuteFunctions,
	query: string,
	variables: IDataObject,
	positionId: string,
): Promise<Page> {
	const { position } = await queryHireflix<{ position: { interviewList: Page } | null }>(
		context,
		query,
		variables,
	);
	if (position !== null) return position.interviewList;
	throw new NodeApiError(
		context.getNode(),
		{},
		{
			message: `Hireflix has no position with the ID ${positionId}`,
			description: 'Select the position from the list.',
			httpCode: '404',
		},
	);
}
