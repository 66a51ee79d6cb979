import { ADDRESS } from '../shared/candidate';
import { uuid } from '../shared/ids';
import type { ApiRequest } from '../shared/server';
import { bodies } from './bodies';
import { bodyOf, checked, formOf, oneOf, page, queryOf, refused } from './checks';
import { known } from './definitions';
import type { Interview, JobMojitoState } from './state';

const PORTAL = 'https://simulated.interviewmojito.com';

/** Always 200: each row says how it went. */
export function register(state: JobMojitoState, request: ApiRequest) {
	const { interview_id: id, users, is_test: isTest } = bodyOf(request, bodies.register);
	const definition = state.definition(id);
	if (!definition) throw refused(422, 'Interview not found', 'interview_id');
	return users.map(({ name, email, external_id: externalId = null }) => {
		const row = { name, email, external_id: externalId };
		if (!ADDRESS.test(email)) return { ...row, result: 'Error: Invalid email address' };
		const interview = state.addInterview({ definition, name, email, phone: null, externalId });
		interview.isTest = isTest === true;
		return {
			...row,
			result: 'ok',
			interview_url: link(interview),
			profile_interview_id: interview.enrollmentId,
		};
	});
}

export function enroll(state: JobMojitoState, request: ApiRequest) {
	const body = bodyOf(request, bodies.enroll);
	if (!body.position_def_set_id && !body.position_name) {
		throw refused(422, 'Field is required.', 'position_name');
	}
	const definition = body.position_def_set_id
		? known(state, body.position_def_set_id)
		: state.addDefinition(String(body.position_name));
	const interview = state.addInterview({
		definition,
		name: body.candidate_name,
		email: body.candidate_email,
		phone: null,
		externalId: body.candidate_external_id ?? null,
	});
	return {
		status: 'ai_accept',
		interview_url: link(interview),
		position_def_set_id: definition.id,
		interview_def_set_id: definition.id,
		profile_interview_id: interview.enrollmentId,
		reason: null,
	};
}

const link = ({ enrollmentId }: Interview) => `${PORTAL}/interview?interview_token=${enrollmentId}`;

const NEEDED: Record<string, Array<'interview_profile_id' | 'interview_id' | 'interview_result_id'>> = {
	'interview-for-profile': ['interview_profile_id', 'interview_id'],
	'results-for-profile': ['interview_profile_id'],
	'interview-result-candidate': ['interview_result_id'],
	'interview-result-talent-seeker': ['interview_result_id'],
	'interview-results-for-position': ['interview_id'],
};

/** A text and no object. */
export function signedLink(state: JobMojitoState, request: ApiRequest): string {
	const body = bodyOf(request, bodies.token);
	for (const field of NEEDED[body.type]) {
		if (!body[field]) throw refused(422, 'Field is required.', field);
	}
	const { interview_profile_id: enrollment, interview_id: interviewId } = body;
	// A person's id in place of the enrollment's is a 500 with no explanation.
	if (enrollment && !state.interviews.some(({ enrollmentId }) => enrollmentId === enrollment)) {
		throw refused(500, 'Internal server error');
	}
	if (interviewId && !state.definition(interviewId)) {
		throw refused(422, 'Interview not found', 'interview_id');
	}
	return `${PORTAL}/${body.type}?token=${uuid()}${body.hide_menu === 'false' ? '&menu=1' : ''}`;
}

export function listCandidates(state: JobMojitoState, request: ApiRequest) {
	const query = queryOf(request, 'merchant_id tab source order_by filter_text filter_emoji limit offset');
	oneOf(query.tab, 'interview pre-screening no-action leads', 'tab');
	oneOf(query.source, 'invited registered', 'source');
	const order = oneOf(
		query.order_by,
		'name_accending name_decending created_at_newest created_at_oldest',
		'order_by',
	);
	const wanted = (query.filter_text ?? '').toLowerCase();
	const found = state.interviews
		.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
		.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
	const { data, pagination } = page(order === 'created_at_oldest' ? found.reverse() : found, request);
	return {
		data: data.map((one) => ({
			id: one.enrollmentId,
			profile_id: one.personId,
			merchant_id: state.merchantId,
			name: one.name,
			email: one.email,
			external_id: one.externalId,
			status: 'invited',
			phone_number: one.phone,
			linked_in: null,
			interview_count: one.startedAt === null ? 0 : 1,
			interview_last: one.startedAt,
			created_at: one.createdAt,
			updated_at: one.updatedAt,
			deleted_at: null,
		})),
		pagination,
	};
}

export function createPreScreening(state: JobMojitoState, request: ApiRequest) {
	const body = bodyOf(request, bodies.preScreening);
	const { update_position_def_set_id: id } = body;
	const existing = state.positions.find((one) => one.id === id);
	if (id && !existing) throw refused(404, 'Position not found', 'update_position_def_set_id');
	for (const field of ['position_name', 'position_location', 'position_country_code'] as const) {
		if (!id && !body[field]) throw refused(422, 'Field is required.', field);
	}
	const needsForm = body.type === 'form' || body.type === 'resume_with_form';
	if (needsForm && !body.form_fields?.length) throw refused(422, 'Field is required.', 'form_fields');
	const position = existing ?? { id: uuid(), fields: {} };
	Object.assign(position.fields, body);
	if (!existing) state.positions.push(position);
	return {
		...(existing ? { updated: true } : { created: true }),
		position_def_set_id: position.id,
		interview_pre_screening_id: uuid(),
	};
}

export function checkText(state: JobMojitoState, request: ApiRequest) {
	const body = bodyOf(request, bodies.check);
	if (!body.candidate_resume) throw refused(422, 'Field is required.', 'candidate_resume');
	return check(state, body.position_id, body.candidate_email, body.candidate_resume);
}

/** The form's `form` is JSON in a text. */
export function checkFile(state: JobMojitoState, request: ApiRequest) {
	const parts = Object.entries(formOf(request));
	const values = parts.map(([name, { value }]) => [name, name === 'form' ? parsed(value) : value]);
	const body = checked(Object.fromEntries(values), bodies.check);
	const file = parts.find(([, { fileName }]) => fileName !== undefined);
	if (!file || !body.file) throw refused(422, 'Field is required.', 'file');
	return check(state, body.position_id, body.candidate_email, body.file);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw refused(422, 'Invalid JSON', 'form');
	}
}

/** A candidate who was checked before is answered with 200 and no result. */
function check(state: JobMojitoState, positionId: string, email: string, resume: string) {
	const isKnown = state.positions.some(({ id }) => id === positionId);
	if (!isKnown) throw refused(404, 'Position not found', 'position_id');
	const key = `${positionId} ${email.trim().toLowerCase()}`;
	if (state.checked.has(key)) {
		return { decision_status: 'recruiter_action', message: 'Candidate is not in the candidate_action state' };
	}
	state.checked.add(key);
	return {
		success: true,
		decision_status: 'recruiter_action',
		recommendation: 'recruiter_action',
		profile_interview_id: uuid(),
		interview_result_pre_screening_id: uuid(),
		interview_file_id: uuid(),
		pre_screening_score: Math.min(10, Math.ceil(resume.length / 10)),
		resume_ai_analysis: `Read ${resume.length} characters.`,
		resume_ai_education: null,
		resume_ai_technical_experience: 4,
		resume_ai_is_switching_profession: false,
		processing_reason: null,
	};
}
