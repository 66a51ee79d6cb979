import { upperHex } from '../shared/ids';
import { parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { checkMetadata, unprocessable } from './errors';
import { candidateView, interviewUrl } from './interviewData';
import { pageOf } from './paging';
import { postingOf, refused, single, type V2Routes } from './routes';
import type { Interview, Posting } from './state';

interface Ingested {
	name: string;
	email: string;
	phone_number?: string | null;
	metadata?: Record<string, string> | null;
	data?: Record<string, unknown> | null;
}

/** Largest bulk call; assumed, for the contract has no limit. */
const MAX_BULK = 100;

export function candidateRoutes(context: ApiContext): V2Routes {
	const path = '/postings/:posting/candidates';
	return {
		[`POST ${path}`]: (request) => ingestOne(context, request),
		[`POST ${path}/bulk`]: (request) => ingestMany(context, request),
		[`POST ${path}/async`]: (request) => queued(context, request),
		[`POST ${path}/bulk/async`]: (request) => queued(context, request),
		[`GET ${path}`]: (request) => list(context, request),
	};
}

function ingestOne(context: ApiContext, request: ApiRequest): ApiAnswer {
	const [interview] = ingestAll(context, request);
	return single(201, {
		object: 'candidate',
		interview_id: interview.id,
		interview_url: interviewUrl(interview.id),
		posting_id: interview.posting.id,
		candidate: candidateView(interview, context.links),
	});
}

/** The answer echoes metadata, but neither name nor address. */
function ingestMany(context: ApiContext, request: ApiRequest): ApiAnswer {
	const given = candidatesOf(request);
	const data = ingestAll(context, request).map(({ id }, index) => ({
		object: 'candidate',
		interview_id: id,
		interview_url: interviewUrl(id),
		metadata: given[index].metadata ?? null,
	}));
	return single(201, data);
}

function queued(context: ApiContext, request: ApiRequest): ApiAnswer {
	ingestAll(context, request);
	const id = `ing_${upperHex(12).toLowerCase()}`;
	context.state.ingestions.push(id);
	return single(202, { object: 'ingestion', ingestion_id: id, status: 'queued' });
}

function ingestAll(context: ApiContext, request: ApiRequest): Interview[] {
	const posting = postingOf(context.state, request);
	const given = candidatesOf(request);
	checkAll(posting, given);
	return given.map((one) => ingest(context, posting, one));
}

function candidatesOf(request: ApiRequest): Ingested[] {
	const body = parseObject(request.body) as unknown as Ingested & { data: Ingested[] };
	return request.path.includes('/bulk') ? body.data : [body];
}

/** Nobody is added when one entry is wrong; assumed, for the contract says nothing of partial success. */
function checkAll(posting: Posting, given: Ingested[]): void {
	if (posting.archived) {
		const msg = 'Posting is archived and takes no new candidates';
		throw unprocessable({ loc: ['path', 'posting_id'], msg, type: 'value_error' });
	}
	if (given.length > MAX_BULK) {
		const msg = `List should have at most ${MAX_BULK} items`;
		throw unprocessable({ loc: ['body', 'data'], msg, type: 'too_long' });
	}
	for (const [index, { email, phone_number: phone, metadata }] of given.entries()) {
		const loc = given.length > 1 ? ['body', 'data', index] : ['body'];
		const wrong = (name: string, msg: string) =>
			unprocessable({ loc: [...loc, name], msg, type: 'value_error' });
		if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw wrong('email', 'value is not a valid email address');
		if (phone && !/^\+\d{7,15}$/.test(phone))
			throw wrong('phone_number', 'Phone number should be in E.164 format');
		checkMetadata(metadata, [...loc, 'metadata']);
	}
}

/** The same address at the same posting keeps its interview: an interview id is unique per pair. */
function ingest({ state }: ApiContext, posting: Posting, candidate: Ingested): Interview {
	const { name, email, phone_number: phone = null, metadata, data = null } = candidate;
	const known = state.interviewsOf(posting).find((one) => one.email === email);
	if (known) return Object.assign(known, { name, phone, metadata: metadata ?? {}, data });
	return state.addInterview(posting, { name, email, phone, metadata: metadata ?? {}, data });
}

function list({ state, links }: ApiContext, request: ApiRequest): ApiAnswer {
	const after = bound(request.query.get('created_after'), -Infinity);
	const before = bound(request.query.get('created_before'), Infinity);
	const posting = postingOf(state, request);
	if (after > before)
		throw refused(400, 'created_after must not be later than created_before', 'created_after');
	const wanted = state
		.interviewsOf(posting)
		.filter(({ createdAt }) => createdAt >= after && createdAt <= before);
	return pageOf(request, wanted, (one) => candidateView(one, links));
}

/** ISO 8601, read as UTC without a zone, or Unix seconds. */
function bound(text: string | null, otherwise: number): number {
	if (text === null) return otherwise;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
	return Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`) / 1000;
}
