import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { areOlder, askedRows, namesAnother } from '../../shared/actions/rows';
import { identifier, isObject, time } from '../../shared/event/fields';
import { folded, presentText } from '../../shared/event/text';
import { agreeing, withId } from '../../shared/http/agreeing';
import { orNull, under } from '../../shared/http/expected';
import { hidePeople } from '../../shared/http/hidePeople';
import type { ApiContext } from '../../shared/http/vendorApi';
import { noSuchThing } from '../../shared/http/status';
import { anEntity, aPage, list, read, type Page } from '../api';

const PAGE_SIZE = 50;

/**
 * The fields of an interview that two independent sources name. One unknown field fails a whole query, so
 * nothing less certain is asked for. Transcripts and answers are only on a single interview.
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
export const STAGES = ['pending', 'to_evaluate', 'shortlisted', 'discarded'];

/**
 * One interview with its questions, answers and transcripts.
 *
 * @throws NodeApiError, `httpCode` 404 when there is none; also for an answer about another interview
 */
export async function readInterview(context: ApiContext, id: string): Promise<IDataObject> {
	const interview = await read(context, {
		document: `query ($id: String!) { interview(id: $id) { ${FIELDS} ${ANSWERS} } }`,
		variables: { id },
		expects: under('interview', orNull(agreeing(anEntity, withId('id', id)))),
	});
	if (interview !== null) return interview;
	throw noInterview(context, id);
}

/** The error for an ID that Hireflix answers with null. */
export function noInterview(context: ApiContext, id: string): NodeApiError {
	return noSuchThing(
		context,
		`Hireflix has no interview with the ID ${hidePeople(id, {})}`,
		'Take the ID from a trigger item (interview_id), or from the address of the interview page in Hireflix.',
	);
}

/** Which interviews of a position are wanted. */
export interface InterviewFilter {
	/** One of `STAGES`. */
	stage?: string;
	/** In any spelling: the API compares letter by letter. */
	email?: string;
	/** Epoch milliseconds. */
	invitedAfter?: number;
}

/** The interviews of a position, newest first, page by page. @throws NodeApiError */
export async function* listInterviews(
	context: ApiContext,
	positionId: string,
	{ stage, email, invitedAfter }: InterviewFilter = {},
): AsyncGenerator<IDataObject> {
	const conditions = {
		...(stage ? { status: `{ equal: ${stage} }` } : {}),
		...(email ? { email: '{ regex: $email }' } : {}),
	};
	const variables = email ? { email: anySpelling(email.toLowerCase()) } : {};
	// Later than this time, and not at it.
	const oldest = (invitedAfter ?? -Infinity) + 1;
	const rows = list(
		context,
		async (cursor) => await readPage(context, positionId, conditions, { cursor, ...variables }),
		(page) => areOlder(page, oldest, invitedAt),
	);
	yield* askedRows(rows, (row) => {
		const { status, candidate, position } = row;
		const stages = STAGES_OF_STATUS.get(presentText(status)?.toLowerCase() ?? '');
		const isInAnother = stage !== undefined && stages?.includes(stage) === false;
		const isOfAnother = isObject(position) && namesAnother(identifier(position.id), positionId);
		const isOld = (invitedAt(row) ?? oldest) < oldest;
		return isInAnother || isOfAnother || isOld || namesAnother(addressOf(candidate), email);
	});
}

/** Epoch milliseconds; null where it is not said. */
function invitedAt({ createdAt }: IDataObject): number | null {
	const at = time(createdAt);
	return at === null ? null : Date.parse(at);
}

/** The stages in which an interview of a status may be; another status may be in any. */
const STAGES_OF_STATUS = new Map([
	...STAGES.map((stage): [string, string[]] => [stage, [stage]]),
	['completed', STAGES.filter((stage) => stage !== 'pending')],
	['archived', ['discarded']],
]);

/**
 * The interview of an address in a position, however either is spelled; undefined when it is not found. The API
 * compares letter by letter, so it is asked for the address as given, in lower case, and for any spelling.
 *
 * @throws NodeApiError
 */
export async function findInterview(
	context: ApiContext,
	positionId: string,
	address: string,
): Promise<IDataObject | undefined> {
	const wanted = folded(address);
	const looks = [
		...[...new Set([address, wanted])].map((email) => ({ condition: '{ equal: $email }', email })),
		{ condition: '{ regex: $email }', email: anySpelling(wanted) },
	];
	for (const { condition, email } of looks) {
		const { results } = await readPage(context, positionId, { email: condition }, { cursor: null, email });
		const found = results.find(({ candidate }) => addressOf(candidate) === wanted);
		if (found !== undefined) return found;
	}
	return undefined;
}

const addressOf = (candidate: unknown): string | undefined =>
	isObject(candidate) ? folded(candidate.email) : undefined;

/** A pattern for these letters in upper and lower case, and nothing else. */
function anySpelling(text: string): string {
	const characters = [...text].map((character) => {
		const upper = character.toUpperCase();
		if (upper !== character && [...upper].length === 1) return `[${character}${upper}]`;
		return /[\w@]/.test(character) ? character : `[${character.replace(/[\\\]^-]/, '\\$&')}]`;
	});
	return `^${characters.join('')}$`;
}

/**
 * @param conditions GraphQL by the name of the filter
 * @param variables `cursor`, and `email` where a condition uses it
 * @throws NodeApiError, `httpCode` 404 when there is no such position
 */
async function readPage(
	context: ApiContext,
	positionId: string,
	conditions: Record<string, string>,
	variables: IDataObject,
): Promise<Page> {
	const filter = Object.entries(conditions).map(([name, condition]) => `${name}: ${condition}`);
	const page = await read(context, {
		document: `query ($positionId: String!, $cursor: String${'email' in variables ? ', $email: String' : ''}) {
			position(id: $positionId) {
				interviewList(input: {
					filter: { ${filter.join(' ')} }
					pagination: { limit: ${PAGE_SIZE}, direction: FORWARD, lastCursor: $cursor }
					sort: [{ field: createdAt, direction: DESC }]
				}) { results { ${FIELDS} } lastCursor }
			}
		}`,
		variables: { positionId, ...variables },
		expects: under('position', orNull(under('interviewList', aPage))),
	});
	if (page !== null) return page;
	throw noSuchThing(
		context,
		`Hireflix has no position with the ID ${positionId}`,
		'Select the position from the list.',
	);
}
