import { upperHex } from '../shared/ids';
import { found, isObject, parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { configKeys } from './contract';
import { checkMetadata, unprocessable } from './errors';
import { TEMPLATES } from './lookups';
import { pageOf } from './paging';
import { notFound, postingOf, refused, single, type V2Routes } from './routes';
import { statusOf, type HeyMiloState, type Posting, type WorkflowStep } from './state';

type Fields = Record<string, unknown>;

export function postingRoutes({ state, now }: ApiContext): V2Routes {
	const changed = (posting: Posting, change: Partial<Posting>): ApiAnswer =>
		single(200, view(Object.assign(posting, change, { updatedAt: now() / 1000 }), state));
	const created = (posting: Posting): ApiAnswer => {
		const { status, urls, ...rest } = view(posting, state);
		const head = { object: 'posting', id: posting.id, status, urls, created_at: posting.createdAt };
		return single(201, { ...head, posting: { ...rest, status, urls } });
	};
	const at = (request: ApiRequest) => postingOf(state, request);
	const path = '/postings/:posting';
	return {
		'POST /postings': (request) => created(create(state, bodyOf(request))),
		'GET /postings': (request) => list(state, request, (posting) => view(posting, state)),
		'GET /postings/list': (request) => list(state, request, summary),
		[`GET ${path}`]: (request) => single(200, view(at(request), state)),
		[`PATCH ${path}`]: (request) => changed(at(request), updated(at(request), bodyOf(request))),
		[`GET ${path}/stats`]: (request) => single(200, stats(at(request), state)),
		[`PATCH ${path}/workflow/:step`]: (request) =>
			changed(at(request), withStep(at(request), request.params.step, bodyOf(request))),
		[`POST ${path}/archive`]: (request) => changed(at(request), { archived: true }),
		[`POST ${path}/activate`]: (request) => changed(at(request), { isDraft: false }),
		[`POST ${path}/clone`]: (request) => created(clone(state, at(request))),
	};
}

const bodyOf = (request: ApiRequest): Fields => parseObject(request.body) ?? {};

function create(state: HeyMiloState, { title, workflow, ...settings }: Fields): Posting {
	const { interview_template_id: template, metadata } = settings;
	if (!workflow === !template) {
		const msg = 'Value error, provide exactly one of workflow or interview_template_id';
		throw unprocessable({ loc: ['body'], msg, type: 'value_error' });
	}
	if (template && !TEMPLATES.some(({ id }) => id === template)) throw notFound('Interview template');
	checkMetadata(metadata, ['body', 'metadata']);
	const steps = (workflow as Array<{
		type: string;
		config?: Fields | null;
		questions?: Fields[] | null;
	}>) ?? [{ type: 'web_interview' }];
	const posting = state.addPosting(String(title), {
		settings,
		workflow: steps.map(({ type, config }, index) => ({
			id: `agent_${upperHex(6).toLowerCase()}`,
			type,
			order: index + 1,
			config: config ?? {},
		})),
	});
	for (const { modality, ...fields } of steps.flatMap(({ questions }) => questions ?? []))
		state.addQuestion(posting.id, String(modality), fields);
	return posting;
}

function updated({ title: old, settings }: Posting, { title, ...fields }: Fields): Partial<Posting> {
	checkMetadata(fields.metadata, ['body', 'metadata']);
	return { settings: { ...settings, ...fields }, title: title ? String(title) : old };
}

/** The workflow with another config of the step that has this type or order. */
function withStep({ workflow }: Posting, wanted: string, { config }: Fields): Partial<Posting> {
	const step = found(
		workflow.find(({ type, order }) => type === wanted || String(order) === wanted),
		notFound('Workflow step'),
	);
	const known = configKeys(step.type) ?? [];
	const unknown = Object.keys(config as Fields).filter((key) => !known.includes(key));
	if (unknown.length > 0)
		throw refused(400, `Unknown config keys for ${step.type}: ${unknown.join(', ')}`, 'config');
	const merged = { ...step, config: { ...step.config, ...(config as Fields) } };
	return { workflow: workflow.map((one) => (one === step ? merged : one)) };
}

/** Of an ATS-derived posting the clone is a draft until it is activated. */
function clone(state: HeyMiloState, { title, settings, workflow }: Posting): Posting {
	const isDraft = isObject(settings.ats_metadata);
	const copied = workflow.map((step): WorkflowStep => ({ ...step, config: { ...step.config } }));
	return state.addPosting(`${title} (copy)`, { settings: { ...settings }, workflow: copied, isDraft });
}

function list(state: HeyMiloState, request: ApiRequest, shown: (posting: Posting) => unknown): ApiAnswer {
	const wanted = (request.query.get('search') ?? '').toLowerCase();
	const postings = state.postings.filter(({ title }) => title.toLowerCase().includes(wanted));
	return pageOf(request, postings, shown);
}

const summary = ({ id, title, name }: Posting) => ({ object: 'posting_summary', id, title, name });

function stats(posting: Posting, state: HeyMiloState) {
	const interviews = state.interviewsOf(posting);
	const scores = interviews.flatMap(({ matchScore }) => (matchScore === null ? [] : [matchScore]));
	return {
		object: 'posting_stats',
		posting_id: posting.id,
		title: posting.title,
		name: posting.name,
		total_candidates: interviews.length,
		completed_interviews: interviews.filter((one) => statusOf(one) === 'completed').length,
		average_interview_score:
			scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
		average_resume_score: null,
	};
}

function view(posting: Posting, { companyId }: HeyMiloState) {
	const { id, title, name, archived, testPosting, createdAt, updatedAt, isDraft, workflow, settings } =
		posting;
	const { deadline, interview_template_id: _template, ...set } = settings;
	const status = archived ? 'archived' : isDraft ? 'draft' : 'active';
	return {
		object: 'posting',
		description: `<p>${title}</p>`,
		language: 'en',
		interviewer_name: 'Sarah',
		metadata: null,
		name,
		...set,
		id,
		company_id: companyId,
		title,
		status,
		finalized: !isDraft,
		archived,
		test_posting: testPosting,
		workflow,
		urls: {
			candidate_url: `https://candidates.heymilo.io/northwind-demo/p/${id}`,
			ingestion_url_key: `ik_${id.toLowerCase()}`,
			review_url: `https://admin.heymilo.ai/postings/${id}`,
		},
		deadline: typeof deadline === 'string' ? Date.parse(deadline) / 1000 : createdAt + 30 * 86_400,
		created_at: createdAt,
		updated_at: updatedAt,
	};
}
