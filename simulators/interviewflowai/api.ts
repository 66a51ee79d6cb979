import { follow, isFilled, isObject, parseObject, type Route } from '../shared/routes';
import type { Answer, ApiAnswer, ErrorBody } from '../shared/server';
import type { InterviewFlowAiState, Interview, Interviewer } from './state';

/** The vendor documents `401 Unauthorized` and no error body; this one is assumed. */
export const interviewFlowAiErrorBody: ErrorBody = (_status, message) => ({ message });

type Body = Record<string, unknown>;

/** Source: docs.interviewflowai.com/platform/api-integration/{ingestion-api,interview-candidate-api,fetch-api}. */
export function interviewFlowAiApi(apiKey: string, state: InterviewFlowAiState): Answer {
	const routes: Route[] = [
		post(/^\/api\/external\/fetch\/candidates$/, 'interviewerId', state, fetchCandidates),
		post(/^\/api\/external\/ingest\/candidate$/, 'jobId', state, ingestOne),
		post(/^\/api\/external\/ingest\/candidates$/, 'interviewerId', state, ingestMany),
	];
	return (request) =>
		request.headers['x-api-key'] === apiKey
			? follow(routes, request, interviewFlowAiErrorBody)
			: { status: 401, body: interviewFlowAiErrorBody(401, 'Unauthorized') };
}

type Act = (state: InterviewFlowAiState, interviewer: Interviewer, body: Body) => ApiAnswer;

const failed = (status: number, message: string): ApiAnswer => ({
	status,
	body: interviewFlowAiErrorBody(status, message),
});

/** `idField`: the name under which this endpoint's own page takes the Interviewer's id. */
function post(
	path: RegExp,
	idField: 'interviewerId' | 'jobId',
	state: InterviewFlowAiState,
	act: Act,
): Route {
	const answer: Route['answer'] = (request) => {
		const body = parseObject(request.body);
		if (!body) return failed(400, 'Invalid JSON body');
		if (!isFilled(body[idField])) return failed(400, `${idField} is required`);
		const interviewer = state.interviewer(body[idField]);
		return interviewer ? act(state, interviewer, body) : failed(404, 'Interviewer not found');
	};
	return { method: 'POST', path, answer };
}

/** The answer's shape is assumed: the vendor's page shows none. Filter: a number is a minimum, a text must be equal. */
function fetchCandidates({ interviews }: InterviewFlowAiState, { id }: Interviewer, body: Body): ApiAnswer {
	const page = positive(body.page, 1);
	const limit = positive(body.limit, 20);
	const filter = Object.entries(isObject(body.additionalFields) ? body.additionalFields : {});
	const found = interviews
		.filter((one) => one.interviewer.id === id && (!body.interviewId || one.id === body.interviewId))
		.filter(({ additionalFields }) =>
			filter.every(([name, wanted]) => suits(additionalFields[name], wanted)),
		);
	return {
		status: 200,
		body: { data: found.slice((page - 1) * limit, page * limit).map(view), page, limit },
	};
}

const positive = (value: unknown, fallback: number): number =>
	typeof value === 'number' && value >= 1 ? Math.floor(value) : fallback;

const suits = (value: unknown, wanted: unknown): boolean =>
	typeof wanted === 'number' ? typeof value === 'number' && value >= wanted : value === wanted;

function ingestOne(state: InterviewFlowAiState, interviewer: Interviewer, body: Body): ApiAnswer {
	const interview = ingest(state, interviewer, body, body.status);
	return interview
		? { status: 201, body: { data: linked(interview) } }
		: failed(400, 'name and email are required');
}

function ingestMany(
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	{ data, status }: Body,
): ApiAnswer {
	if (!Array.isArray(data) || data.length === 0) return failed(400, 'data is required');
	const people = data.map((one: unknown) => (isObject(one) ? one : {}));
	if (!people.every(isNamed)) return failed(400, 'name and email are required');
	return {
		status: 201,
		body: {
			data: people.map((one) => ingest(state, interviewer, one, status)).map((one) => one && view(one)),
		},
	};
}

const isNamed = ({ name, email }: Body): boolean => isFilled(name) && isFilled(email);

function ingest(
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	body: Body,
	status: unknown,
): Interview | null {
	const { name, email, metadata, additionalFields } = body;
	if (!isFilled(name) || !isFilled(email)) return null;
	return state.addInterview({
		interviewer,
		name,
		email: email.toLowerCase(),
		status: status === 'draft' ? 'draft' : 'shortlisted',
		metadata: isObject(metadata) ? metadata : {},
		additionalFields: isObject(additionalFields) ? additionalFields : {},
	});
}

const view = ({ id, interviewer, candidateId, ...rest }: Interview) => ({
	id,
	interviewId: id,
	jobId: interviewer.id,
	...rest,
});

/** The name of the link field is assumed. */
const linked = ({ id, interviewer, name, email, status, createdAt }: Interview) => ({
	id,
	jobId: interviewer.id,
	name,
	email,
	status,
	createdAt,
	interviewLink: `https://app.interviewflowai.com/interview/${id}`,
});
