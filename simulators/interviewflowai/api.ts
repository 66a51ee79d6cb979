import { Router } from 'express';
import type * as z from 'zod4/mini';
import { conforming, found, parseObject, routed } from '../shared/routes';
import {
	handled,
	Refusal,
	type Answer,
	type ApiAnswer,
	type ApiRequest,
	type ErrorBody,
} from '../shared/server';
import { contentOf, typeOf } from '../shared/storage';
import { bodies, type Ingested } from './bodies';
import { recordOf } from './deliveries';
import type { InterviewFlowAiState, Interview, Interviewer } from './state';

const HOUR_MS = 3_600_000;

/** The vendor documents `401 Unauthorized` and no error body; this one is assumed. */
export const interviewFlowAiErrorBody: ErrorBody = (_status, message) => ({ message });

/** Source: docs.interviewflowai.com/platform/api-integration/{ingestion-api,interview-candidate-api,fetch-api}. */
export function interviewFlowAiApi(apiKey: string, state: InterviewFlowAiState): Router {
	const admit = ({ headers }: ApiRequest) => {
		if (headers['x-api-key'] !== apiKey) throw refused(401, 'Unauthorized');
		return undefined;
	};
	const routes = {
		'POST /api/external/fetch/candidates': answering(bodies.fetch, state, fetchCandidates),
		'POST /api/external/ingest/candidate': answering(bodies.ingestOne, state, ingestOne),
		'POST /api/external/ingest/candidates': answering(bodies.ingestMany, state, ingestMany),
	};
	const file: Answer = ({ method, path }) => (method === 'GET' ? fileAt(path, state) : undefined);
	return Router().use(handled(file), handled(admit), routed(routes, interviewFlowAiErrorBody));
}

const refused = (status: number, message: string): Refusal =>
	new Refusal(status, interviewFlowAiErrorBody(status, message));

/** Status codes and messages of refusals are assumed; the vendor's pages show none but 401. */
function answering<Body extends { interviewerId: string } | { jobId: string }>(
	schema: z.ZodMiniType<Body>,
	state: InterviewFlowAiState,
	act: (state: InterviewFlowAiState, interviewer: Interviewer, body: Body) => ApiAnswer,
): Answer {
	return (request) => {
		const parsed = found(parseObject(request.body) ?? undefined, refused(400, 'Invalid JSON body'));
		const body = conforming(parsed, schema, ({ path, message }) =>
			refused(400, [...path, message].join(' ')),
		);
		const interviewer = state.interviewer('jobId' in body ? body.jobId : body.interviewerId);
		return act(state, found(interviewer, refused(404, 'Interviewer not found')), body);
	};
}

/** The answer's shape is assumed: the vendor's page shows none. Filter: a number is a minimum, a text must be equal. */
function fetchCandidates(
	state: InterviewFlowAiState,
	{ id }: Interviewer,
	{ page = 1, limit = 20, interviewId, additionalFields = {} }: z.output<typeof bodies.fetch>,
): ApiAnswer {
	const conditions = Object.entries(additionalFields);
	const shown = state.interviews
		.filter((one) => one.interviewer.id === id && (!interviewId || one.id === interviewId))
		.filter((one) => conditions.every(([name, wanted]) => suits(one.additionalFields[name], wanted)))
		.slice((page - 1) * limit, page * limit);
	return { status: 200, body: { data: shown.map((one) => recordOf(one, state.filesUrl)), page, limit } };
}

const suits = (value: unknown, wanted: string | number): boolean =>
	typeof wanted === 'number' ? typeof value === 'number' && value >= wanted : value === wanted;

/** Sends and schedules no email. The name of the link field is assumed: the page breaks off before it. */
function ingestOne(
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	{ jobId, ...person }: z.output<typeof bodies.ingestOne>,
): ApiAnswer {
	const { id, name, email, status, createdAt } = ingest(state, interviewer, person);
	const interviewLink = `https://app.interviewflowai.com/interview/${id}`;
	return { status: 201, body: { data: { id, jobId, name, email, status, createdAt, interviewLink } } };
}

/** That the answer holds the records in order is assumed, and that an address known already makes a new one. */
function ingestMany(
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	{ data, status, skills = [] }: z.output<typeof bodies.ingestMany>,
): ApiAnswer {
	const added = data.map((person) => {
		const interview = ingest(state, interviewer, { status, skills, ...person });
		const delayHours = person.metadata?.sendEmailAfter ?? 0;
		interview.invitationAt = new Date(Date.parse(interview.createdAt) + delayHours * HOUR_MS).toISOString();
		return recordOf(interview, state.filesUrl);
	});
	return { status: 201, body: { data: added } };
}

/** Without a status, a public Interviewer shortlists; the simulator has public ones only. */
const ingest = (
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	{ name, email, status = 'shortlisted', ...rest }: Ingested,
): Interview =>
	state.addInterview({
		...rest,
		interviewer,
		name: name.trim(),
		email: email.trim().toLowerCase(),
		status,
	});

/** The files that the links of a report lead to, where the simulator serves them; they need no key. */
function fileAt(path: string, { interviews, filesUrl }: InterviewFlowAiState): ApiAnswer | undefined {
	const [, kind, id] = /^\/(reports|recordings)\/([^/.]+)\.(?:pdf|mp4)$/.exec(path) ?? [];
	const isReported = interviews.some((one) => one.id === id && one.overallScore !== null);
	if (filesUrl === null || kind === undefined || !isReported) return undefined;
	return { status: 200, body: Buffer.from(contentOf(path)), headers: { 'content-type': typeOf(path) } };
}
