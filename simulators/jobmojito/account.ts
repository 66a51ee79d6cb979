import { ADDRESS } from '../shared/candidate';
import { uuid } from '../shared/ids';
import type { ApiRequest } from '../shared/server';
import { bodies, LANGUAGES } from './bodies';
import { bodyOf, checked, formOf, oneOf, page, queryOf, refused } from './checks';
import type { JobMojitoState } from './state';

export function merchantStatus({ merchantId, definitions, interviews }: JobMojitoState) {
	const submitted = interviews.filter(({ fields }) => fields.status === 'active');
	return {
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
}

/** One row for every interview that ended. */
export function creditsUsed({ interviews }: JobMojitoState, request: ApiRequest) {
	const { interview_id: id } = queryOf(request, 'merchant_id interview_id limit offset');
	const rows = interviews
		.filter(({ endedAt, definition }) => endedAt !== null && (!id || definition.id === id))
		.map((one) => ({
			id: `credit-${one.id}`,
			event_date: one.endedAt,
			event: 'interview_completed',
			credit_amount: 2.5,
			stats: { credit_amount: 2.5 },
			candidate_name: one.name,
			profile_id: one.personId,
			profile_interview_id: one.enrollmentId,
			object_uuid: one.id,
			parent_object_uuid: one.definition.id,
		}));
	return page(rows.reverse(), request);
}

/** Days without an event are left out. */
export function analytics({ interviews }: JobMojitoState, request: ApiRequest) {
	const query = queryOf(request, 'merchant_id date_from date_to interview_id limit offset');
	const dayOf = (name: 'date_from' | 'date_to') => {
		const value = query[name] ?? '';
		if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw refused(422, 'Expected YYYY-MM-DD', name);
		return value;
	};
	const [from, to] = [dayOf('date_from'), dayOf('date_to')];
	const counts = new Map<string, number>();
	for (const { startedAt, definition } of interviews) {
		const day = startedAt?.slice(0, 10);
		if (!day || day < from || day > to) continue;
		if (query.interview_id && definition.id !== query.interview_id) continue;
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	const rows = [...counts].map(([day, event_number]) => ({ day, event: 'interview_started', event_number }));
	return page(rows, request);
}

export function listAvatars({ avatars, merchantId, clock }: JobMojitoState, request: ApiRequest) {
	const query = queryOf(
		request,
		'merchant_id type status mojito_language_code filter_text include_archived include_public limit offset',
	);
	oneOf(query.type, 'interactive_heygen interactive_elevenlabs offline_heygen', 'type');
	const wanted = (query.filter_text ?? '').toLowerCase();
	const found = avatars.filter(({ name }) => name.toLowerCase().includes(wanted));
	const { data, pagination } = page(found, request);
	const rest = {
		merchant_id: merchantId,
		type: 'interactive_heygen',
		status: 'active',
		mojito_language_code: 'en',
		created_at: clock.iso(),
		prompt: 'p'.repeat(2000),
	};
	return { data: data.map((one) => ({ ...one, ...rest })), pagination };
}

export function listLanguages() {
	return {
		languages: LANGUAGES.map((code) => ({
			code,
			name_english: code.toUpperCase(),
			name_local: code.toUpperCase(),
			flag_image: `https://example.com/${code}.svg`,
			coaching_interface: true,
			interview_interface: true,
			admin_interface: code === 'en',
			accents: [{ code: `${code}-1`, name: 'Standard' }],
		})),
	};
}

/** 403 for those who run no other company. */
export function listSubMerchants({ isOwner, clock }: JobMojitoState, request: ApiRequest) {
	const query = queryOf(request, 'order_by filter_text limit offset');
	oneOf(query.order_by, 'name created_at_newest created_at_oldest', 'order_by');
	if (!isOwner) throw refused(403, 'Not permitted');
	const wanted = (query.filter_text ?? '').toLowerCase();
	const rows = ['North Branch', 'South Branch']
		.filter((name) => name.toLowerCase().includes(wanted))
		.map((name) => ({ id: name, name, status: 'active', created_at: clock.iso(), domains: [] }));
	return page(rows, request);
}

/** Always 200 for those who may: each row says how it went. */
export function inviteUsers(state: JobMojitoState, request: ApiRequest) {
	const { users } = bodyOf(request, bodies.inviteUsers);
	if (!state.isOwner) throw refused(403, 'Not permitted');
	return users.map(({ email, name = null, type, interview_id: interviewId }) => {
		const row = { email, name };
		if (!ADDRESS.test(email)) return { ...row, result: 'Error: Invalid email address' };
		if (type === 'candidate' && !interviewId) return { ...row, result: 'Error: interview_id is required' };
		state.users.push(email);
		return { ...row, result: 'Invited', profile_id: uuid(), profile_interview_id: null };
	});
}

/** Multipart, or JSON with the file in base64. */
export function uploadDocument(state: JobMojitoState, request: ApiRequest) {
	const isJson = request.headers['content-type']?.startsWith('application/json');
	const form = isJson ? null : formOf(request);
	const values = Object.entries(form ?? {}).map(([name, { value }]) => [name, value]);
	const body = form ? checked(Object.fromEntries(values), bodies.document) : bodyOf(request, bodies.document);
	const content = form ? body.file : Buffer.from(body.file, 'base64').toString('utf8');
	const id = uuid();
	state.documents.push({
		id,
		storeId: body.knowledge_base_store_id,
		name: body.name ?? form?.file.fileName ?? 'document',
		content,
	});
	return { knowledge_base_id: id };
}
