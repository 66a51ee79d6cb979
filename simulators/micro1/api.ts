import { Router } from 'express';

import type { Files } from '../shared/files';
import { found, routed } from '../shared/routes';
import { handled, Refusal, type Answer, type ApiAnswer, type ApiRequest } from '../shared/server';
import { bodyOf, done, micro1ErrorBody, pageOf, refused } from './answers';
import { bodies } from './bodies';
import { reportOf, type Links } from './deliveries';
import { asked, asRead, created, definitionView, invited, inviteView, recordingAnswer } from './interviews';
import { applicantView, jobView } from './jobs';
import type { Micro1State } from './state';
import { webhookRoutes, type WebhookContext, type WebhookOptions } from './webhooks';

export interface Micro1ApiOptions extends WebhookOptions {
	/** The number of the first page of lists, which is not documented. Default 1. */
	firstPage?: 0 | 1;
	/** Whether refusals come under status 200, with the flag alone. Default false. */
	refusesUnder200?: boolean;
}

interface Context extends WebhookContext {
	state: Micro1State;
	files: Files;
	links: Links;
	options: Micro1ApiOptions;
}

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
