import { secret } from '../shared/ids';
import { found } from '../shared/routes';
import type { ApiRequest } from '../shared/server';
import { bodies } from './bodies';
import { bodyOf, oneOf, page, queryOf, refused } from './checks';
import type { Definition, JobMojitoState } from './state';

export const TYPES = 'interview coaching assessment public_avatar persona persona_interview';

export function createInterview(state: JobMojitoState, request: ApiRequest) {
	const body = bodyOf(request, bodies.create);
	if (!isAvatar(state, body.interview_template_id)) {
		throw refused(422, 'Template not found', 'interview_template_id');
	}
	const { id } = add(state, body);
	const duration = body.max_duration ?? 1200;
	const questions = Math.min(body.interview_length ?? 6, Math.floor(duration / 120));
	return {
		interview_def_set_id: id,
		questions_generated: questions,
		max_duration: duration,
		...embedding(body),
	};
}

/** A template that is not there is a 500 here: the vendor documents it so for this call. */
export function createFromQuestions(state: JobMojitoState, request: ApiRequest) {
	const body = bodyOf(request, bodies.createFromQuestions);
	if (!isAvatar(state, body.interview_template_id)) throw refused(500, 'Internal server error');
	return { interview_def_set_id: add(state, body).id, ...embedding(body) };
}

export function getInterview(state: JobMojitoState, request: ApiRequest) {
	const { position_id: id } = queryOf(request, 'position_id');
	const { name, type, status, createdAt, fields } = known(state, id);
	const { location, ...rest } = fields;
	return {
		name,
		type,
		status,
		created_at: createdAt,
		updated_at: createdAt,
		questions: [],
		is_multistage: false,
		interview_location: location ?? null,
		merchant_id: state.merchantId,
		...rest,
	};
}

export function updateInterview(state: JobMojitoState, request: ApiRequest) {
	const { position_id: id, ...changes } = bodyOf(request, bodies.update);
	const definition = known(state, id);
	definition.name = changes.name ?? definition.name;
	Object.assign(definition.fields, changes);
	return { position_id: id, is_multistage: false, updated_fields: Object.keys(changes) };
}

/** 409 for one that was deleted. */
export function setState(state: JobMojitoState, request: ApiRequest) {
	const { position_id: id, status, is_embedded } = bodyOf(request, bodies.setState);
	if (status === undefined && is_embedded === undefined) throw refused(422, 'Nothing to set', 'status');
	const definition = known(state, id);
	if (definition.status === 'deleted') throw refused(409, 'The interview was deleted');
	definition.status = status ?? definition.status;
	return is_embedded ? embedding({ is_embedded }) : { success: true };
}

/** Newest first; `type` defaults to `interview`. */
export function listInterviews(state: JobMojitoState, request: ApiRequest) {
	const query = queryOf(
		request,
		'merchant_id type status show_public show_demo filter_text filter_emoji limit offset',
	);
	const type = oneOf(query.type, TYPES, 'type') ?? 'interview';
	const status = oneOf(query.status, 'draft active archived deleted preparing completed', 'status');
	const wanted = (query.filter_text ?? '').toLowerCase();
	const found = state.definitions
		.filter((one) => one.type === type && one.name.toLowerCase().includes(wanted))
		.filter((one) => status === undefined || one.status === status)
		.reverse();
	const { data, pagination } = page(found, request);
	return { data: data.map((one) => row(one, state.merchantId)), pagination };
}

/** A definition, 404 when there is none. */
export function known(state: JobMojitoState, id: string | undefined): Definition {
	if (!id) throw refused(422, 'Field is required.', 'position_id');
	return found(state.definition(id), refused(404, 'Interview not found', 'position_id'));
}

const isAvatar = ({ avatars }: JobMojitoState, id: string) => avatars.some((one) => one.id === id);

const embedding = ({ is_embedded }: { is_embedded?: boolean | null }) =>
	is_embedded ? { embed_id: secret().slice(0, 12), embed_signing_key: secret() } : {};

function add(
	state: JobMojitoState,
	{ name, type, status, ...fields }: Pick<Definition, 'name' | 'type'> & { status: 'draft' | 'active' },
): Definition {
	return Object.assign(state.addDefinition(name, type), { status, fields });
}

const row = ({ id, name, type, createdAt, status, fields }: Definition, merchantId: string) => ({
	id,
	merchant_id: merchantId,
	name,
	emoji: null,
	type,
	type_avatar: 'interactive_heygen',
	status,
	visibility: fields.visibility ?? 'merchant_invite',
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
