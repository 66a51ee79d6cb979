import { Router } from 'express';
import type * as z from 'zod4/mini';

import type { Files } from '../shared/files';
import { uuid } from '../shared/ids';
import { asListed, type Registration, type RegistrationInput } from '../shared/registration';
import { found, parseObject, routed } from '../shared/routes';
import {
	handled,
	Refusal,
	type Answer,
	type ApiAnswer,
	type ApiRequest,
	type ErrorBody,
} from '../shared/server';
import { bodies } from './bodies';
import { applicantData, naive, reportOf, type Links } from './deliveries';
import type { Applicant, Definition, Interview, Job, Micro1State } from './state';

export interface Micro1ApiOptions {
	/** In which of its shapes the ID of a new webhook comes; documented is `id`. Default `id`. */
	webhookIdIn?: 'id' | 'data.id' | 'data.webhook_id' | 'nowhere';
	/** The number of the first page of lists, which is not documented. Default 1. */
	firstPage?: 0 | 1;
	/** Whether refusals come under status 200, with the flag alone. Default false. */
	refusesUnder200?: boolean;
	/** Whether webhooks that were deleted stay in the list. Default false. */
	listsDeleted?: boolean;
	/** How the list has a webhook, where it is not as documented. */
	listsAs?: (row: ReturnType<typeof webhookView>) => object;
}

interface Context {
	state: Micro1State;
	files: Files;
	links: Links;
	webhooks: Registration[];
	register: (input: RegistrationInput, id: string) => Registration;
	now: () => number;
	options: Micro1ApiOptions;
}

/** Source: the vendor's OpenAPI document. */
export const micro1ErrorBody: ErrorBody = (_status, message) => ({ status: false, message });

const refused = (message: string, status = 400): Refusal =>
	new Refusal(status, micro1ErrorBody(status, message));

const done = (data?: unknown): ApiAnswer => ({
	status: 200,
	body: { status: true, message: 'Success', ...(data === undefined ? {} : { data }) },
});

export function micro1Api(apiKey: string, context: Context): Router {
	const { state, files, links } = context;
	// 401 in the prose of one page, 403 in that of another.
	const admit = ({ headers }: ApiRequest) => {
		if (headers['x-api-key'] !== apiKey) throw refused('Invalid API key', 401);
		return undefined;
	};
	const definitionOf = ({ params }: ApiRequest) =>
		found(
			state.definitions.find(({ id }) => id === params.id),
			refused('Interview not found'),
		);
	const jobOf = ({ params }: ApiRequest) =>
		found(
			state.jobs.find(({ id }) => id === params.job),
			refused('Job not found'),
		);
	const list =
		<Row>(rowsOf: (request: ApiRequest) => Row[], view: (row: Row) => object): Answer =>
		(request) =>
			pageOf(request, rowsOf(request).map(view), context.options.firstPage ?? 1);
	const routes: Record<string, Answer> = {
		...webhookRoutes(context),
		'GET /interviews': list(() => state.definitions, definitionView),
		'POST /interview': (request) => created(state, bodyOf(request, bodies.interview)),
		'POST /custom/interview': (request) => created(state, bodyOf(request, bodies.customInterview)),
		'PUT /interview/:id': (request) => {
			const definition = definitionOf(request);
			const { interview_name, ...changes } = bodyOf(request, bodies.changes);
			Object.assign(definition, {
				name: interview_name ?? definition.name,
				settings: { ...definition.settings, ...asRead(changes) },
				updatedAt: context.now(),
			});
			return done();
		},
		'DELETE /interview/:id': (request) => {
			state.definitions.splice(state.definitions.indexOf(definitionOf(request)), 1);
			return done();
		},
		'POST /interview/invite': (request) => invited(state, bodyOf(request, bodies.invite)),
		'GET /interview/invites': list((request) => asked(request, state.interviews), inviteView),
		'GET /interview/reports': list(
			(request) =>
				asked(
					request,
					state.interviews.filter(({ reportedAt }) => reportedAt !== null),
				),
			(interview) => reportOf(interview, links),
		),
		'GET /interview/recording': ({ query }) => recordingAnswer(state, links, query),
		'GET /jobs': list(() => state.jobs, jobView),
		'POST /job/:job/applicant': (request) => {
			const job = jobOf(request);
			const { first_name, last_name, email_id, phone_number, resume_url } = bodyOf(request, bodies.applicant);
			const person = { firstName: first_name, lastName: last_name, email: email_id };
			const more = { phone: phone_number ?? null, resumeUrl: resume_url ?? null };
			return done({ job_application_id: state.addApplicant({ job, ...person, ...more }).id });
		},
		'GET /job/:job/applicants': list((request) => {
			const job = jobOf(request);
			return state.applicants.filter((one) => one.job === job);
		}, applicantView),
		'GET /job/applicant/:id': ({ params }) => {
			const applicant = state.applicants.find(({ id }) => id === params.id);
			const screening = { screening_questions: [] };
			return done({ ...applicantView(found(applicant, refused('Applicant not found'))), ...screening });
		},
	};
	const flagged = (answer: Answer): Answer =>
		context.options.refusesUnder200 ? (request) => underTwoHundred(answer, request) : answer;
	const answers = Object.fromEntries(Object.entries(routes).map(([call, answer]) => [call, flagged(answer)]));
	return Router().use(handled(files.answer), handled(admit), routed(answers, micro1ErrorBody));
}

async function underTwoHundred(answer: Answer, request: ApiRequest): Promise<ApiAnswer | undefined> {
	try {
		return await answer(request);
	} catch (error) {
		if (error instanceof Refusal) return { status: 200, body: error.body };
		throw error;
	}
}

function bodyOf<Body>(request: ApiRequest, schema: z.ZodMiniType<Body>): Body {
	const parsed = parseObject(request.body);
	if (!parsed) throw refused('Invalid JSON body');
	const { success, data, error } = schema.safeParse(parsed);
	if (success) return data;
	const [{ path, message }] = error.issues;
	throw refused([...path, message].join(' '));
}

/** No maximum is documented; 20 is assumed, so a page may be shorter than was asked for. */
const MAX_LIMIT = 20;

function pageOf({ query }: ApiRequest, rows: object[], firstPage: number): ApiAnswer {
	const numberOf = (name: string, fallback: number) => {
		const text = query.get(name);
		if (text !== null && !/^\d+$/.test(text)) throw refused(`${name} must be an integer`);
		return text === null ? fallback : Number(text);
	};
	const page = numberOf('page', firstPage);
	const limit = Math.min(numberOf('limit', MAX_LIMIT), MAX_LIMIT);
	if (page < firstPage) throw refused('page must be positive');
	const start = (page - firstPage) * limit;
	return done(rows.slice(start, start + limit));
}

/** What `keyword` looks at is not documented: assumed is the name of the candidate. */
function asked({ query }: ApiRequest, interviews: Interview[]): Interview[] {
	const [interviewId, candidateId, keyword] = ['interview_id', 'candidate_id', 'keyword'].map((name) =>
		query.get(name),
	);
	return interviews.filter(
		(one) =>
			(!interviewId || one.definition.id === interviewId) &&
			(!candidateId || one.candidateId === candidateId) &&
			(!keyword || one.name.includes(keyword)),
	);
}

function webhookRoutes({ webhooks, register, now, options }: Context): Record<string, Answer> {
	const webhookOf = ({ params }: ApiRequest) =>
		found(
			webhooks.find(({ id, active }) => active && id === params.id),
			refused('Webhook not found'),
		);
	return {
		'POST /webhook': (request) => {
			const { url, event, description } = bodyOf(request, bodies.webhook);
			const { id } = register({ url, events: [event], external: description ?? null, madeBy: 'api' }, uuid());
			return SHAPES[options.webhookIdIn ?? 'id'](id);
		},
		'GET /webhooks': () =>
			done(
				webhooks
					.filter(({ active }) => active || options.listsDeleted)
					.map(webhookView)
					.map(options.listsAs ?? ((row) => row)),
			),
		'PUT /webhook/:id': (request) => {
			const { url, event, description } = bodyOf(request, bodies.webhook);
			const changes = { url, events: [event], external: description ?? null, updatedAt: now() };
			Object.assign(webhookOf(request), changes);
			return done();
		},
		'DELETE /webhook/:id': (request) => {
			webhookOf(request).active = false;
			return done();
		},
	};
}

const SHAPES: Record<NonNullable<Micro1ApiOptions['webhookIdIn']>, (id: string) => ApiAnswer> = {
	id: (id) => ({ status: 200, body: { id } }),
	'data.id': (id) => done({ id }),
	'data.webhook_id': (id) => done({ webhook_id: id }),
	nowhere: () => done(),
};

const webhookView = ({ id, url, external, events, active, createdAt, updatedAt }: Registration) => ({
	webhook_id: id,
	url: asListed(url),
	description: external ?? '',
	event: events[0],
	date_created: naive(createdAt),
	date_modified: naive(updatedAt),
	status: active ? 'active' : 'deleted',
});

type NewDefinition = { interview_name: string } & Record<string, unknown>;

function created(state: Micro1State, { interview_name, ...settings }: NewDefinition): ApiAnswer {
	const { id } = state.addDefinition(interview_name, asRead(settings));
	return done({ interview_id: id, invite_url: inviteUrl(id) });
}

/** Questions are sent as `custom_question_list` in minutes and read as `custom_questions` in seconds. */
function asRead({ custom_question_list, ...settings }: Record<string, unknown>): Record<string, unknown> {
	if (!Array.isArray(custom_question_list)) return settings;
	const list = custom_question_list as Array<{ time: number }>;
	return { ...settings, custom_questions: list.map((one) => ({ ...one, time: one.time * 60 })) };
}

const inviteUrl = (id: string): string => `https://interview.micro1.example.com/${id}`;

const definitionView = ({ id, name, settings, createdAt, updatedAt }: Definition) => ({
	interview_id: id,
	interview_name: name,
	invite_url: inviteUrl(id),
	skills: [],
	custom_questions: [],
	interview_language: 'en',
	can_change_interview_language: false,
	only_coding_round: false,
	is_coding_round_required: false,
	selected_coding_language: 'user_choice',
	is_proctoring_required: true,
	...settings,
	date_created: naive(createdAt),
	date_modified: naive(updatedAt),
	status: 'active',
});

/** Addresses that are none are passed over without a word. Source: the vendor's agent skill. */
function invited(
	state: Micro1State,
	{
		interview_id,
		candidates,
		job_application_id,
		disable_email_notification,
	}: z.output<typeof bodies.invite>,
): ApiAnswer {
	const definition = found(
		state.definitions.find(({ id }) => id === interview_id),
		refused('Interview not found'),
	);
	const invitations = candidates
		.filter(({ email }) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
		.map(({ name, email }) => {
			const { candidateId, sessionId } = state.addInterview({
				definition,
				name,
				email,
				applicationId: job_application_id ?? null,
				isTold: disable_email_notification !== true,
			});
			return { candidate_id: candidateId, candidate_email: email, invite_url: inviteUrl(sessionId) };
		});
	return done({ invitations });
}

const inviteView = ({ candidateId, definition, name, email, invitedAt, startedAt }: Interview) => ({
	candidate_id: candidateId,
	interview_id: definition.id,
	interview_name: definition.name,
	candidate_name: name,
	candidate_email_id: email,
	date_created: naive(invitedAt),
	date_modified: naive(startedAt ?? invitedAt),
	status: 'active',
});

/** The one answer with a 404, and without the envelope. What `status` holds is not documented: text is assumed. */
function recordingAnswer(state: Micro1State, { recording }: Links, query: URLSearchParams): ApiAnswer {
	if (!query.get('report_id')) throw refused('report_id is required');
	const interview = state.interviews.find(
		({ id, candidateId, sessionId, reportedAt }) =>
			id === query.get('report_id') &&
			reportedAt !== null &&
			[null, candidateId].includes(query.get('candidate_id')) &&
			[null, sessionId].includes(query.get('session_id')),
	);
	const { id } = found(interview, refused('Recording not found', 404));
	const body = { status: 'success', video_url: recording(state.interview(id) as Interview) };
	return { status: 200, body, headers: { 'set-cookie': 'CloudFront-Policy=simulated; Secure' } };
}

const jobView = ({ id, title, createdAt }: Job) => ({
	job_id: id,
	job_title: title,
	job_description: '',
	job_code: id.slice(0, 8),
	ats_job_id: null,
	interview_id: null,
	job_apply_url: `https://jobs.micro1.example.com/${id}`,
	job_status: 'open',
	date_created: naive(createdAt),
	date_modified: null,
});

/** By which names the API has an applicant is documented in part: assumed are those of the events. */
const applicantView = (applicant: Applicant) => ({
	...applicantData(applicant),
	first_name: applicant.firstName,
	last_name: applicant.lastName,
	phone_number: applicant.phone,
	parsed_resume_data: null,
	linkedin_url: null,
	source_name: 'api',
});
