import { follow, type Route } from '../shared/routes';
import type { Answer, ApiAnswer, ApiRequest, ErrorBody } from '../shared/server';
import type { Definition, JobMojitoState } from './state';

export const BASE_PATH = '/functions/v1';

/** `{error, name?}`; `name` is the field a 422 is about. Source: developer.jobmojito.com/how-api-works. */
export const jobMojitoErrorBody: ErrorBody = (_status, message) => ({ error: message });

/** Bearer token on every call. There is no endpoint for webhooks: they are made in the dashboard. */
export function jobMojitoApi(accessToken: string, state: JobMojitoState): Answer {
	const routes: Route[] = [
		{ method: 'GET', path: /^\/functions\/v1\/merchant-status$/, answer: () => merchantStatus(state) },
		{
			method: 'GET',
			path: /^\/functions\/v1\/merchant-interview-list$/,
			answer: (request) => interviewList(state, request),
		},
	];
	return (request) =>
		request.headers.authorization === `Bearer ${accessToken}`
			? follow(routes, request, jobMojitoErrorBody)
			: { status: 401, body: jobMojitoErrorBody(401, 'Unauthorized') };
}

function merchantStatus({ merchantId, definitions, interviews }: JobMojitoState): ApiAnswer {
	const submitted = interviews.filter(({ fields }) => fields.status === 'active');
	const body = {
		profile_id: null,
		default_merchant_id: merchantId,
		merchant_id: merchantId,
		definitions_active: definitions.length,
		interviews_undecided: submitted.filter(({ fields }) => fields.decision === null).length,
		interviews_ongoing: interviews.filter(({ fields }) => fields.interviewStatus === 'started').length,
		interview_results: interviews.length,
		candidates: interviews.length,
		credits_interview_monthly: 100,
		credits_interview_extra: 0,
		credits_interview_single: 0,
		subscription_type: 'growth',
		subscription_status: 'active',
		invitations_sent: interviews.length,
		invitations_limit: 400,
		invitations_available: 400 - interviews.length,
	};
	return { status: 200, body };
}

const LIST = {
	limit: { fallback: 50, least: 1, most: 1000 },
	offset: { fallback: 0, least: 0, most: Infinity },
};

/** `limit` 1 to 1000, default 50; `type` defaults to `interview`; newest first. */
function interviewList({ definitions, merchantId }: JobMojitoState, { query }: ApiRequest): ApiAnswer {
	const limit = whole(query, 'limit');
	const offset = whole(query, 'offset');
	if (limit === null) return unprocessable('limit');
	if (offset === null) return unprocessable('offset');
	const type = query.get('type') ?? 'interview';
	const wanted = (query.get('filter_text') ?? '').toLowerCase();
	const found = definitions
		.filter((one) => one.type === type && one.name.toLowerCase().includes(wanted))
		.reverse();
	const pagination = { total: found.length, limit, offset, has_more: offset + limit < found.length };
	const data = found.slice(offset, offset + limit).map((one) => row(one, merchantId));
	return { status: 200, body: { data, pagination } };
}

function whole(query: URLSearchParams, name: keyof typeof LIST): number | null {
	const { fallback, least, most } = LIST[name];
	const value = Number(query.get(name) ?? fallback);
	return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

const unprocessable = (name: string): ApiAnswer => ({
	status: 422,
	body: { error: `Invalid ${name}`, name },
});

const row = ({ id, name, type, createdAt }: Definition, merchantId: string) => ({
	id,
	merchant_id: merchantId,
	name,
	emoji: null,
	type,
	type_avatar: 'interactive_heygen',
	status: 'active',
	visibility: 'merchant_invite',
	mojito_language_code: 'en',
	environment: 'production',
	is_ats: false,
	is_multi_stage: false,
	recording: null,
	recording_full_session: null,
	cover_image_url: null,
	interview_count: 0,
	interview_last: null,
	calc_duration: null,
	created_at: createdAt,
	updated_at: createdAt,
});
