import { found, parseObject } from '../shared/routes';
import { upperHex } from '../shared/ids';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { listOf } from './paging';
import { refused, single, type V2Routes } from './routes';
import type { HeyMiloState } from './state';

const SUPPORTED = ['bullhorn', 'avionte'];

/** Only Bullhorn and Avionté, as the contract says. */
export const atsRoutes = ({ state, now }: ApiContext): V2Routes => ({
	'GET /ats/connections': (request) => listOf(request, connections(state)),
	'POST /ats/candidates/resolve': (request) => resolve(state, request),
	'POST /ats/candidates/push': (request) => push(state, request, now() / 1000),
	'GET /ats/candidates/push/:item': (request) => pushStatus(state, request.params.item),
});

const connections = ({ atsProviders }: HeyMiloState) =>
	atsProviders.map((provider) => ({
		integration_id: `int_${provider}`,
		ats_provider: provider,
		source: 'native',
		display_name: provider,
		is_active: true,
		created_at: 1_739_612_400,
		updated_at: null,
	}));

/** The body of a call to an ATS that is connected. */
function bodyOf({ atsProviders }: HeyMiloState, request: ApiRequest): Record<string, string> {
	const body = parseObject(request.body) as Record<string, string>;
	const name = body.ats_name;
	if (!SUPPORTED.includes(name)) throw refused(400, `ATS '${name}' is not supported`, 'ats_name');
	if (!atsProviders.includes(name)) throw refused(400, `No active ${name} connection`, 'ats_name');
	return body;
}

/** Everyone invited here is known to the ATS too. */
function resolve(state: HeyMiloState, request: ApiRequest): ApiAnswer {
	const body = bodyOf(state, request) as Record<string, string> & { limit?: number };
	const { email = null, ats_candidate_id: id = null, limit = 10 } = body;
	if (!email && !id) throw refused(400, 'Provide email or ats_candidate_id', 'email');
	if (state.atsRefusal !== null) {
		const { atsRefusal: error } = state;
		return single(200, { success: false, status: 'error', email, ats_candidate_id: id, matches: [], error });
	}
	const matches = state.interviews
		.filter((one) => one.email === email || atsIdOf(one.candidateId) === id)
		.slice(0, limit)
		.map((one) => ({
			ats_candidate_id: atsIdOf(one.candidateId),
			first_name: one.name.split(' ')[0],
			last_name: one.name.split(' ').slice(1).join(' '),
			email: one.email,
			phone: one.phone,
			match_reason: email ? 'email' : 'id',
		}));
	const status = matches.length > 0 ? 'found' : 'not_found';
	return single(200, { success: true, status, email, ats_candidate_id: id, matches, error: null });
}

const atsIdOf = (candidateId: string) => candidateId.replace('cand_', 'ats_');

function push(state: HeyMiloState, request: ApiRequest, createdAt: number): ApiAnswer {
	const body = bodyOf(state, request);
	if (state.atsRefusal !== null)
		return single(200, { status: 'rejected', item_id: null, error: state.atsRefusal });
	const id = `item_${upperHex(10).toLowerCase()}`;
	state.pushes.push({ id, request: body, createdAt });
	return single(200, { status: 'queued', item_id: id, error: null });
}

/** The contract declares a 400 here, and no 404. */
function pushStatus(state: HeyMiloState, id: string): ApiAnswer {
	const { createdAt } = found(
		state.pushes.find((one) => one.id === id),
		refused(400, 'Queue item not found', 'item_id'),
	);
	return single(200, {
		item_id: id,
		status: 'completed',
		event_type: 'candidate_push',
		retry_count: 0,
		failure_instances: [],
		success_details: { ats_candidate_id: 'ats_1001' },
		created_at: createdAt,
		updated_at: createdAt,
	});
}
