import { found, parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { unprocessable } from './errors';
import { listOf, pageOf } from './paging';
import { notFound, postingOf, single, type V2Routes } from './routes';
import type { HeyMiloState, Question } from './state';

export function questionRoutes({ state, now }: ApiContext): V2Routes {
	const questionOf = ({ params }: ApiRequest) =>
		found(
			state.questionsOf(params.posting).find(({ id }) => id === params.question),
			notFound('Question'),
		);
	const path = '/postings/:posting/questions';
	const one = `${path}/:question`;
	return {
		[`GET ${path}`]: (request) => list(state, request),
		[`POST ${path}`]: (request) => create(state, request),
		[`POST ${path}/reorder`]: (request) => reorder(state, request),
		[`GET ${one}`]: (request) => single(200, view(questionOf(request))),
		[`PATCH ${one}`]: (request) => {
			const question = questionOf(request);
			const fields = { ...question.fields, ...parseObject(request.body) };
			return single(200, view(Object.assign(question, { fields, updatedAt: now() / 1000 })));
		},
		[`DELETE ${one}`]: (request) => single(200, view(Object.assign(questionOf(request), { active: false }))),
	};
}

function list(state: HeyMiloState, request: ApiRequest): ApiAnswer {
	const { id } = postingOf(state, request);
	return pageOf(request, state.questionsOf(id, request.query.get('modality')), view);
}

function create(state: HeyMiloState, request: ApiRequest): ApiAnswer {
	const { id } = postingOf(state, request);
	const { modality, ...fields } = parseObject(request.body) ?? {};
	return single(201, view(state.addQuestion(id, String(modality), fields)));
}

/** Every active question of the modality must be named once. */
function reorder(state: HeyMiloState, request: ApiRequest): ApiAnswer {
	const { id: postingId } = postingOf(state, request);
	const { modality, order } = parseObject(request.body) as { modality: string; order: string[] };
	const active = state.questionsOf(postingId, modality);
	const isComplete =
		new Set(order).size === order.length &&
		order.length === active.length &&
		active.every(({ id }) => order.includes(id));
	if (!isComplete) {
		const msg = `order must name every active ${modality} question once`;
		throw unprocessable({ loc: ['body', 'order'], msg, type: 'value_error' });
	}
	for (const question of active) question.rank = order.indexOf(question.id) + 1;
	return listOf(request, state.questionsOf(postingId, modality).map(view));
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
