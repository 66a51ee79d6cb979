import { parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { unprocessable } from './errors';
import { pageOf } from './paging';
import { notFound, route, single, type V2Route } from './routes';
import type { HeyMiloState, Question } from './state';

export function questionRoutes({ state, now }: ApiContext): V2Route[] {
	const at =
		(act: (postingId: string, request: ApiRequest) => ApiAnswer) => (request: ApiRequest, id: string) =>
			state.posting(id) ? act(id, request) : notFound('Posting');
	const one = (act: (question: Question, request: ApiRequest) => Question) => {
		return (request: ApiRequest, postingId: string, id: string): ApiAnswer => {
			const question = state.questionsOf(postingId).find((entry) => entry.id === id);
			return question ? single(200, view(act(question, request))) : notFound('Question');
		};
	};
	const path = '/postings/:/questions';
	return [
		route(
			'GET',
			path,
			at((id, request) => list(state, id, request)),
		),
		route(
			'POST',
			path,
			at((id, request) => create(state, id, request)),
		),
		route(
			'POST',
			`${path}/reorder`,
			at((id, request) => reorder(state, id, request)),
		),
		route(
			'GET',
			`${path}/:`,
			one((question) => question),
		),
		route(
			'PATCH',
			`${path}/:`,
			one((question, request) => {
				const fields = { ...question.fields, ...parseObject(request.body) };
				return Object.assign(question, { fields, updatedAt: now() / 1000 });
			}),
		),
		route(
			'DELETE',
			`${path}/:`,
			one((question) => Object.assign(question, { active: false })),
		),
	];
}

function list(state: HeyMiloState, postingId: string, request: ApiRequest): ApiAnswer {
	const found = state.questionsOf(postingId, request.query.get('modality'));
	return pageOf(request, found, ({ id }) => id, view);
}

function create(state: HeyMiloState, postingId: string, request: ApiRequest): ApiAnswer {
	const { modality, ...fields } = parseObject(request.body) ?? {};
	return single(201, view(state.addQuestion(postingId, String(modality), fields)));
}

/** Every active question of the modality must be named once. */
function reorder(state: HeyMiloState, postingId: string, request: ApiRequest): ApiAnswer {
	const { modality, order } = parseObject(request.body) as { modality: string; order: string[] };
	const active = state.questionsOf(postingId, modality);
	const isComplete =
		new Set(order).size === order.length &&
		order.length === active.length &&
		active.every(({ id }) => order.includes(id));
	if (!isComplete) {
		const msg = `order must name every active ${modality} question once`;
		return unprocessable([{ loc: ['body', 'order'], msg, type: 'value_error' }]);
	}
	for (const question of active) question.rank = order.indexOf(question.id) + 1;
	const data = state.questionsOf(postingId, modality).map(view);
	const pagination = { has_more: false, total_count: data.length, url: request.path };
	return { status: 200, body: { data, pagination } };
}

const view = ({ id, postingId, modality, rank, fields, createdAt, updatedAt }: Question) => ({
	object: 'question',
	...fields,
	id,
	posting_id: postingId,
	modality,
	rank,
	created_at: createdAt,
	updated_at: updatedAt,
});
