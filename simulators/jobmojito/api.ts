import { Router } from 'express';
import { routed } from '../shared/routes';
import { handled, type Answer, type ApiRequest, type ErrorBody } from '../shared/server';
import * as account from './account';
import * as candidates from './candidates';
import { refused } from './checks';
import * as definitions from './definitions';
import type { FileServer } from './files';
import * as results from './results';
import type { JobMojitoState } from './state';

export const BASE_PATH = '/functions/v1';

export const jobMojitoErrorBody: ErrorBody = (_status, message) => ({ error: message });

type Handler = (state: JobMojitoState, request: ApiRequest, files: FileServer) => unknown;

const HANDLERS: Record<string, Handler> = {
	'GET job-interview-details': results.resultDetails,
	'GET job-interview-get': definitions.getInterview,
	'GET merchant-analytics': account.analytics,
	'GET merchant-analytics-credits-used': account.creditsUsed,
	'GET merchant-avatar-list': account.listAvatars,
	'GET merchant-candidate-list': candidates.listCandidates,
	'GET merchant-interview-list': definitions.listInterviews,
	'GET merchant-result-list': results.listResults,
	'GET merchant-status': account.merchantStatus,
	'GET merchant-sub-merchant-list': account.listSubMerchants,
	'GET platform-languages-list': account.listLanguages,
	'POST invite-users': account.inviteUsers,
	'POST job-interview-create': definitions.createInterview,
	'POST job-interview-create-for-candidate-with-token': candidates.enroll,
	'POST job-interview-create-from-array': definitions.createFromQuestions,
	'POST job-interview-pdf': results.report,
	'POST job-interview-pre-screening-api-resume-binary': candidates.checkFile,
	'POST job-interview-pre-screening-api-resume-text': candidates.checkText,
	'POST job-interview-register-users': candidates.register,
	'POST job-interview-result-request-another-attempt': results.requestAnotherAttempt,
	'POST job-interview-set-state': definitions.setState,
	'POST job-interview-token': candidates.signedLink,
	'POST job-interview-update': definitions.updateInterview,
	'POST knowledge-base-document-upload': account.uploadDocument,
	'POST pre-screening-create': candidates.createPreScreening,
};

/** Bearer token on every call. There is no endpoint for webhooks: they are made in the dashboard. */
export function jobMojitoApi(accessToken: () => string, state: JobMojitoState, files: FileServer): Router {
	const admit = ({ headers }: ApiRequest) => {
		if (headers.authorization !== `Bearer ${accessToken()}`) throw refused(401, 'Unauthorized');
		return undefined;
	};
	const answers = Object.entries(HANDLERS).map(([call, handler]): [string, Answer] => [
		call.replace(' ', ` ${BASE_PATH}/`),
		(request) => ({ status: 200, body: handler(state, request, files) }),
	]);
	return Router().use(handled(admit), routed(Object.fromEntries(answers), jobMojitoErrorBody));
}
