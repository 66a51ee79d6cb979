import { STATUS_CODES } from 'node:http';

import { Router } from 'express';
import type * as z from 'zod4/mini';

import type { Files } from '../shared/files';
import { conforming, found, parseObject, routed } from '../shared/routes';
import {
	handled,
	Refusal,
	type Answer,
	type ApiAnswer,
	type ApiRequest,
	type ErrorBody,
} from '../shared/server';
import { bodies } from './bodies';
import { answerOf } from './deliveries';
import type { Flow, Interview, RibbonState } from './state';

interface RibbonApiContext {
	apiKey: () => string;
	state: RibbonState;
	files: Files;
	origin: () => string;
	/** Called for a flow that was made with a webhook URL. */
	register: (flow: Flow) => void;
}

/** The schema of errors. That the default one, with `errors`, is what 401 has is assumed. */
export const ribbonErrorBody: ErrorBody = (status, message) => ({
	message,
	code: status,
	status: STATUS_CODES[status] ?? 'Error',
});

const refused = (status: number, message: string): Refusal =>
	new Refusal(status, ribbonErrorBody(status, message));

const LIMITS = { flows: 100, interviews: 20 };

export const BASE_PATH = '/be-api';

/** Source: api-spec.json in github.com/ribbon-inc/docs. The messages of refusals are assumed. */
export function ribbonApi({ apiKey, state, files, origin, register }: RibbonApiContext): Router {
	const admit = ({ headers }: ApiRequest) => {
		if (headers.authorization !== `Bearer ${apiKey()}`) throw refused(401, 'Unauthorized');
		return undefined;
	};
	const link = (name: string) => files.link(origin(), name);
	const flowAt = ({ params }: ApiRequest): Flow =>
		found(state.flow(params.flow), refused(422, 'Interview flow not found'));
	const interviewAt = ({ params }: ApiRequest): Interview =>
		found(state.interview(params.interview), refused(422, 'Interview not found'));
	const shown = (interview: Interview) => answerOf(interview, link);
	const routes: Record<string, Answer> = {
		'GET /v1/ping': () => ok({ message: 'pong' }),
		'GET /v1/teams': (request) => {
			takes(request, []);
			return ok({ teams: state.teams });
		},
		'GET /v1/team-members': (request) => {
			takes(request, ['team_id']);
			const team = teamOf(request, state);
			const members = state.members.filter(({ teamId }) => team === null || teamId === team);
			return ok({ team_members: members.map(({ teamId: _, ...member }) => member) });
		},
		'GET /v1/interview-flows': (request) => {
			takes(request, ['limit', 'offset', 'team_id']);
			const team = teamOf(request, state);
			const flows = state.flows
				.filter(({ interview_flow_id }) => !state.archived.has(interview_flow_id))
				.filter(({ team_id }) => team === null || team_id === team);
			return ok({ interview_flows: pageOf(request, flows, LIMITS.flows) });
		},
		'GET /v1/interview-flows/:flow': (request) => ok(flowAt(request)),
		'POST /v1/interview-flows': (request) => {
			const flow = createFlow(state, bodyOf(request, bodies.flow));
			if (flow.webhook_url !== null) register(flow);
			return ok({ interview_flow_id: flow.interview_flow_id });
		},
		'DELETE /v1/interview-flows/:flow': (request) => {
			const { interview_flow_id } = flowAt(request);
			state.archived.add(interview_flow_id);
			return ok({ success: true, interview_flow_id, status: 'archived' });
		},
		'GET /v1/interviews': (request) => {
			takes(request, ['limit', 'offset', 'status', 'team_id']);
			const status = request.query.get('status') ?? 'completed';
			if (status !== 'completed' && status !== 'incomplete') throw refused(422, 'status: Invalid value');
			const team = teamOf(request, state);
			const interviews = state.interviews.filter(
				(one) => one.status === status && (team === null || one.flow.team_id === team),
			);
			return ok({ interviews: pageOf(request, interviews, LIMITS.interviews).map(shown) });
		},
		'GET /v1/interviews/:interview': (request) => {
			const interview = interviewAt(request);
			const hasResults = interview.status === 'completed' && interview.lag === 0;
			interview.lag = Math.max(0, interview.lag - 1);
			return ok(answerOf(interview, link, hasResults));
		},
		'POST /v1/interviews': (request) => ok(createInterview(state, bodyOf(request, bodies.interview))),
		'DELETE /v1/interviews/:interview': (request) => {
			interviewAt(request).isRevoked = true;
			return ok({ success: true });
		},
	};
	const api = Router().use(handled(admit), routed(routes, ribbonErrorBody));
	return Router().use(handled(files.answer)).use(BASE_PATH, api);
}

const ok = (body: unknown): ApiAnswer => ({ status: 200, body });

/** That parameters which are not documented are refused is assumed. */
function takes({ query }: ApiRequest, names: string[]): void {
	const unknown = [...query.keys()].find((name) => !names.includes(name));
	if (unknown !== undefined) throw refused(422, `${unknown}: Unknown field`);
}

/** The team that is asked for; null for all of them. */
function teamOf({ query }: ApiRequest, { teams }: RibbonState): string | null {
	const id = query.get('team_id');
	if (id !== null && !teams.some((team) => team.id === id)) throw refused(403, 'Team not accessible');
	return id;
}

function pageOf<Row>({ query }: ApiRequest, rows: Row[], defaultLimit: number): Row[] {
	const [limit, offset] = [query.get('limit') ?? defaultLimit, query.get('offset') ?? 0].map(Number);
	if (!Number.isInteger(limit) || limit < 1) throw refused(422, 'limit: Not a valid integer');
	if (!Number.isInteger(offset) || offset < 0) throw refused(422, 'offset: Not a valid integer');
	return rows.slice(offset, offset + limit);
}

function bodyOf<Body>({ body }: ApiRequest, schema: z.ZodMiniType<Body>): Body {
	const parsed = found(parseObject(body) ?? undefined, refused(422, 'Invalid JSON body'));
	return conforming(parsed, schema, ({ path, message }) => refused(422, `${path.join('.')}: ${message}`));
}

/** What is null takes its default, as does what is left out. */
function createFlow(
	state: RibbonState,
	{ preamble_video_url: _, ...given }: z.output<typeof bodies.flow>,
): Flow {
	if (given.team_id && !state.teams.some(({ id }) => id === given.team_id)) {
		throw refused(403, 'Team not accessible');
	}
	const set = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
	return state.addFlow(Object.fromEntries(set) as Partial<Flow> & Pick<Flow, 'title'>);
}

/** Each call makes another interview, with a link of its own. */
function createInterview(state: RibbonState, given: z.output<typeof bodies.interview>) {
	const flow = found(state.flow(given.interview_flow_id), refused(422, 'Interview flow not found'));
	const recruiterId = given.assigned_recruiter_id ?? null;
	const isMember = state.members.some(({ id, teamId }) => id === recruiterId && teamId === flow.team_id);
	if (recruiterId !== null && !isMember)
		throw refused(422, 'assigned_recruiter_id: Not a member of the team');
	const interview = state.addInterview({
		flow,
		recruiterId,
		email: given.interviewee_email_address ?? null,
		name: { first: given.interviewee_first_name ?? null, last: given.interviewee_last_name ?? null },
	});
	const { interview_flow_id } = flow;
	return {
		interview_id: interview.id,
		interview_link: `https://app.ribbon.ai/interview/api/${interview_flow_id}/${interview.id}`,
		hint: interview.email === null ? 'Without an email address, the interview is not shown in Ribbon.' : null,
	};
}
