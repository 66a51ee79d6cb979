import { follow, isObject, parseObject, type Route } from '../shared/routes';
import type { Answer, ApiAnswer, ErrorBody } from '../shared/server';
import { FETCH, flawIn, INGEST_MANY, INGEST_ONE, type Body } from './accepts';
import { recordOf } from './deliveries';
import type { InterviewFlowAiState, Interview, Interviewer } from './state';

const HOUR_MS = 3_600_000;

/** The vendor documents `401 Unauthorized` and no error body; this one is assumed. */
export const interviewFlowAiErrorBody: ErrorBody = (_status, message) => ({ message });

/** Source: docs.interviewflowai.com/platform/api-integration/{ingestion-api,interview-candidate-api,fetch-api}. */
export function interviewFlowAiApi(apiKey: string, state: InterviewFlowAiState): Answer {
	const routes: Route[] = [
		post(/^\/api\/external\/fetch\/candidates$/, FETCH, state, fetchCandidates),
		post(/^\/api\/external\/ingest\/candidate$/, INGEST_ONE, state, ingestOne),
		post(/^\/api\/external\/ingest\/candidates$/, INGEST_MANY, state, ingestMany),
	];
	return (request) => {
		const file = request.method === 'GET' ? fileAt(request.path, state) : null;
		if (file !== null) return file;
		return request.headers['x-api-key'] === apiKey
			? follow(routes, request, interviewFlowAiErrorBody)
			: { status: 401, body: interviewFlowAiErrorBody(401, 'Unauthorized') };
	};
}

type Act = (state: InterviewFlowAiState, interviewer: Interviewer, body: Body) => ApiAnswer;

const failed = (status: number, message: string): ApiAnswer => ({
	status,
	body: interviewFlowAiErrorBody(status, message),
});

/** Status codes and messages of refusals are assumed; the vendor's pages show none but 401. */
function post(
	path: RegExp,
	fields: Parameters<typeof flawIn>[1],
	state: InterviewFlowAiState,
	act: Act,
): Route {
	const answer: Route['answer'] = (request) => {
		const body = parseObject(request.body);
		if (!body) return failed(400, 'Invalid JSON body');
		const flaw = flawIn(body, fields);
		if (flaw !== null) return failed(400, flaw);
		const interviewer = state.interviewer(body.interviewerId ?? body.jobId);
		return interviewer ? act(state, interviewer, body) : failed(404, 'Interviewer not found');
	};
	return { method: 'POST', path, answer };
}

/** The answer's shape is assumed: the vendor's page shows none. Filter: a number is a minimum, a text must be equal. */
function fetchCandidates(state: InterviewFlowAiState, { id }: Interviewer, body: Body): ApiAnswer {
	const { page = 1, limit = 20 } = body as { page?: number; limit?: number };
	const filter = Object.entries(isObject(body.additionalFields) ? body.additionalFields : {});
	const found = state.interviews
		.filter((one) => one.interviewer.id === id && (!body.interviewId || one.id === body.interviewId))
		.filter(({ additionalFields }) =>
			filter.every(([name, wanted]) => suits(additionalFields[name], wanted)),
		);
	const shown = found.slice((page - 1) * limit, page * limit);
	return { status: 200, body: { data: shown.map((one) => recordOf(one, state.filesUrl)), page, limit } };
}

const suits = (value: unknown, wanted: unknown): boolean =>
	typeof wanted === 'number' ? typeof value === 'number' && value >= wanted : value === wanted;

/** Sends and schedules no e-mail. The name of the link field is assumed: the page breaks off before it. */
function ingestOne(state: InterviewFlowAiState, interviewer: Interviewer, body: Body): ApiAnswer {
	const { id, name, email, status, createdAt } = ingest(state, interviewer, body, body);
	return {
		status: 201,
		body: {
			data: {
				id,
				jobId: interviewer.id,
				name,
				email,
				status,
				createdAt,
				interviewLink: `https://app.interviewflowai.com/interview/${id}`,
			},
		},
	};
}

/** That the answer holds the records in order is assumed, and that an address known already makes a new one. */
function ingestMany(state: InterviewFlowAiState, interviewer: Interviewer, body: Body): ApiAnswer {
	const added = (body.data as Body[]).map((person) => {
		const interview = ingest(state, interviewer, person, body);
		const delayHours = Number(interview.metadata.sendEmailAfter ?? 0);
		interview.invitationAt = new Date(Date.parse(interview.createdAt) + delayHours * HOUR_MS).toISOString();
		return recordOf(interview, state.filesUrl);
	});
	return { status: 201, body: { data: added } };
}

/** Without a status, a public Interviewer shortlists; the simulator has public ones only. */
function ingest(
	state: InterviewFlowAiState,
	interviewer: Interviewer,
	person: Body,
	{ status, skills, resumeUrl, customQuestions }: Body,
): Interview {
	return state.addInterview({
		interviewer,
		name: String(person.name).trim(),
		email: String(person.email).trim().toLowerCase(),
		status: status === 'draft' ? 'draft' : 'shortlisted',
		skills: (person.skills ?? skills ?? []) as string[],
		resumeUrl: (resumeUrl ?? null) as string | null,
		customQuestions: (customQuestions ?? []) as unknown[],
		metadata: isObject(person.metadata) ? person.metadata : {},
		additionalFields: isObject(person.additionalFields) ? person.additionalFields : {},
	});
}

/** The files that the links of a report lead to, where the simulator serves them; they need no key. */
function fileAt(path: string, { interviews, filesUrl }: InterviewFlowAiState): ApiAnswer | null {
	const [, kind, id] = /^\/(reports|recordings)\/([^/.]+)\.(?:pdf|mp4)$/.exec(path) ?? [];
	const isReported = interviews.some((one) => one.id === id && one.overallScore !== null);
	if (filesUrl === null || kind === undefined || !isReported) return null;
	const type = kind === 'reports' ? 'application/pdf' : 'video/mp4';
	return { status: 200, body: `Simulated ${kind} of ${id}`, headers: { 'content-type': type } };
}
