import { upperHex } from '../shared/ids';
import { parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { invalidMetadata, unprocessable } from './errors';
import { candidateView, interviewUrl } from './interviewData';
import { pageOf } from './paging';
import { notFound, refused, route, single, type V2Route } from './routes';
import type { Interview, Posting } from './state';

interface Ingested {
	name: string;
	email: string;
	phone_number?: string | null;
	metadata?: Record<string, string> | null;
	data?: Record<string, unknown> | null;
}

/** Largest bulk call; assumed, for the contract names no limit. */
const MAX_BULK = 100;

export function candidateRoutes(context: ApiContext): V2Route[] {
	const { state } = context;
	const at =
		(act: (posting: Posting, request: ApiRequest) => ApiAnswer) => (request: ApiRequest, id: string) => {
			const posting = state.posting(id);
			return posting ? act(posting, request) : notFound('Posting');
		};
	const path = '/postings/:/candidates';
	return [
		route(
			'POST',
			path,
			at((posting, request) => ingestOne(context, posting, request)),
		),
		route(
			'POST',
			`${path}/bulk`,
			at((posting, request) => ingestMany(context, posting, request)),
		),
		route(
			'POST',
			`${path}/async`,
			at((posting, request) => queued(context, posting, request)),
		),
		route(
			'POST',
			`${path}/bulk/async`,
			at((posting, request) => queued(context, posting, request)),
		),
		route(
			'GET',
			path,
			at((posting, request) => list(context, posting, request)),
		),
	];
}

function ingestOne(context: ApiContext, posting: Posting, request: ApiRequest): ApiAnswer {
	const given = candidatesOf(request);
	const invalid = refusalOf(posting, given);
	if (invalid) return invalid;
	const interview = ingest(context, posting, given[0]);
	return single(201, {
		object: 'candidate',
		interview_id: interview.id,
		interview_url: interviewUrl(interview.id),
		posting_id: posting.id,
		candidate: candidateView(interview, context.links),
	});
}

/** The answer echoes metadata, but neither name nor address. */
function ingestMany(context: ApiContext, posting: Posting, request: ApiRequest): ApiAnswer {
	const given = candidatesOf(request);
	const invalid = refusalOf(posting, given);
	if (invalid) return invalid;
	const added = given.map((one) => ({
		interview: ingest(context, posting, one),
		metadata: one.metadata ?? null,
	}));
	const data = added.map(({ interview: { id }, metadata }) => ({
		object: 'candidate',
		interview_id: id,
		interview_url: interviewUrl(id),
		metadata,
	}));
	return single(201, data);
}

function queued(context: ApiContext, posting: Posting, request: ApiRequest): ApiAnswer {
	const given = candidatesOf(request);
	const invalid = refusalOf(posting, given);
	if (invalid) return invalid;
	for (const one of given) ingest(context, posting, one);
	const id = `ing_${upperHex(12).toLowerCase()}`;
	context.state.ingestions.push(id);
	return single(202, { object: 'ingestion', ingestion_id: id, status: 'queued' });
}

function candidatesOf(request: ApiRequest): Ingested[] {
	const body = parseObject(request.body) as unknown as Ingested & { data: Ingested[] };
	return request.path.includes('/bulk') ? body.data : [body];
}

/** Nobody is added when one entry is wrong; assumed, for the contract says nothing of partial success. */
function refusalOf(posting: Posting, given: Ingested[]): ApiAnswer | null {
	if (posting.archived) {
		const msg = 'Posting is archived and takes no new candidates';
		return unprocessable([{ loc: ['path', 'posting_id'], msg, type: 'value_error' }]);
	}
	if (given.length > MAX_BULK)
		return unprocessable([
			{ loc: ['body', 'data'], msg: `List should have at most ${MAX_BULK} items`, type: 'too_long' },
		]);
	for (const [index, { email, phone_number: phone, metadata }] of given.entries()) {
		const loc = given.length > 1 ? ['body', 'data', index] : ['body'];
		if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
			return unprocessable([
				{ loc: [...loc, 'email'], msg: 'value is not a valid email address', type: 'value_error' },
			]);
		if (phone && !/^\+\d{7,15}$/.test(phone))
			return unprocessable([
				{ loc: [...loc, 'phone_number'], msg: 'Phone number should be in E.164 format', type: 'value_error' },
			]);
		const invalid = invalidMetadata(metadata, [...loc, 'metadata']);
		if (invalid) return invalid;
	}
	return null;
}

/** The same address at the same posting keeps its interview: an interview id is unique per pair. */
function ingest({ state }: ApiContext, posting: Posting, candidate: Ingested): Interview {
	const { name, email, phone_number: phone = null, metadata, data = null } = candidate;
	const known = state.interviewsOf(posting).find((one) => one.email === email);
	if (known) return Object.assign(known, { name, phone, metadata: metadata ?? {}, data });
	return state.addInterview(posting, { name, email, phone, metadata: metadata ?? {}, data });
}

function list({ state, links }: ApiContext, posting: Posting, request: ApiRequest): ApiAnswer {
	const after = bound(request.query.get('created_after'), -Infinity);
	const before = bound(request.query.get('created_before'), Infinity);
	if (after > before)
		return refused(400, 'created_after must not be later than created_before', 'created_after');
	const found = state
		.interviewsOf(posting)
		.filter(({ createdAt }) => createdAt >= after && createdAt <= before);
	return pageOf(
		request,
		found,
		({ id }) => id,
		(one) => candidateView(one, links),
	);
}

/** ISO 8601, read as UTC without a zone, or Unix seconds. */
function bound(text: string | null, otherwise: number): number {
	if (text === null) return otherwise;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
	return Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`) / 1000;
}
