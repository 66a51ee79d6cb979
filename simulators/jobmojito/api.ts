import { follow, type Route } from '../shared/routes';
import type { Answer, ApiRequest, ErrorBody } from '../shared/server';
import * as account from './account';
import * as candidates from './candidates';
import { answered } from './checks';
import * as definitions from './definitions';
import type { FileServer } from './files';
import * as results from './results';
import type { JobMojitoState } from './state';

export const BASE_PATH = '/functions/v1';

/** `{error, name?}`; `name` is the field a 422 is about. Source: developer.jobmojito.com/how-api-works. */
export const jobMojitoErrorBody: ErrorBody = (_status, message) => ({ error: message });

type Handler = (state: JobMojitoState, request: ApiRequest) => unknown;

const READS: Record<string, Handler> = {
	'job-interview-get': definitions.getInterview,
	'merchant-analytics': account.analytics,
	'merchant-analytics-credits-used': account.creditsUsed,
	'merchant-avatar-list': account.listAvatars,
	'merchant-candidate-list': candidates.listCandidates,
	'merchant-interview-list': definitions.listInterviews,
	'merchant-result-list': results.listResults,
	'merchant-status': account.merchantStatus,
	'merchant-sub-merchant-list': account.listSubMerchants,
	'platform-languages-list': account.listLanguages,
};

const WRITES: Record<string, Handler> = {
	'invite-users': account.inviteUsers,
	'job-interview-create': definitions.createInterview,
	'job-interview-create-for-candidate-with-token': candidates.enroll,
	'job-interview-create-from-array': definitions.createFromQuestions,
	'job-interview-pre-screening-api-resume-binary': candidates.checkFile,
	'job-interview-pre-screening-api-resume-text': candidates.checkText,
	'job-interview-register-users': candidates.register,
	'job-interview-result-request-another-attempt': results.requestAnotherAttempt,
	'job-interview-set-state': definitions.setState,
	'job-interview-token': candidates.signedLink,
	'job-interview-update': definitions.updateInterview,
	'knowledge-base-document-upload': account.uploadDocument,
	'pre-screening-create': candidates.createPreScreening,
};

/** Bearer token on every call. There is no endpoint for webhooks: they are made in the dashboard. */
export function jobMojitoApi(accessToken: () => string, state: JobMojitoState, files: FileServer): Answer {
	const reads = {
		...READS,
		'job-interview-details': (_: JobMojitoState, request: ApiRequest) =>
			results.resultDetails(state, files, request),
	};
	const writes = {
		...WRITES,
		'job-interview-pdf': (_: JobMojitoState, request: ApiRequest) => results.report(state, files, request),
	};
	const routes = [...routesOf('GET', reads, state), ...routesOf('POST', writes, state)];
	return (request) =>
		request.headers.authorization === `Bearer ${accessToken()}`
			? follow(routes, request, jobMojitoErrorBody)
			: { status: 401, body: jobMojitoErrorBody(401, 'Unauthorized') };
}

function routesOf(method: 'GET' | 'POST', handlers: Record<string, Handler>, state: JobMojitoState): Route[] {
	return Object.entries(handlers).map(([name, handler]) => ({
		method,
		path: new RegExp(`^${BASE_PATH}/${name}$`),
		answer: (request) => answered(() => handler(state, request)),
	}));
}
