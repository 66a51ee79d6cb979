import { upperHex } from '../shared/ids';
import { isObject, parseObject } from '../shared/routes';
import type { ApiAnswer, ApiRequest } from '../shared/server';
import type { ApiContext } from './context';
import { configKeys } from './contract';
import { invalidMetadata, unprocessable } from './errors';
import { TEMPLATES } from './lookups';
import { pageOf } from './paging';
import { notFound, refused, route, single, type V2Route } from './routes';
import { statusOf, type HeyMiloState, type Posting, type WorkflowStep } from './state';

type Fields = Record<string, unknown>;

export function postingRoutes({ state, now }: ApiContext): V2Route[] {
	const at = (act: (posting: Posting, request: ApiRequest, part: string) => ApiAnswer) => {
		return (request: ApiRequest, id: string, part: string) => {
			const posting = state.posting(id);
			return posting ? act(posting, request, part) : notFound('Posting');
		};
	};
	const changed = (posting: Posting, change: Partial<Posting>): ApiAnswer => {
		Object.assign(posting, change, { updatedAt: now() / 1000 });
		return single(200, view(posting, state));
	};
	const created = (posting: Posting): ApiAnswer => {
		const { status, urls, ...rest } = view(posting, state);
		const head = { object: 'posting', id: posting.id, status, urls, created_at: posting.createdAt };
		return single(201, { ...head, posting: { ...rest, status, urls } });
	};
	return [
		route('POST', '/postings', (request) => {
			const refusal = invalidPosting(bodyOf(request));
			return refusal ?? created(create(state, bodyOf(request)));
		}),
		route('GET', '/postings', (request) => list(state, request, (posting) => view(posting, state))),
		route('GET', '/postings/list', (request) => list(state, request, summary)),
		route(
			'GET',
			'/postings/:',
			at((posting) => single(200, view(posting, state))),
		),
		route(
			'PATCH',
			'/postings/:',
			at((posting, request) => update(posting, bodyOf(request), changed)),
		),
		route(
			'GET',
			'/postings/:/stats',
			at((posting) => single(200, stats(posting, state))),
		),
		route(
			'PATCH',
			'/postings/:/workflow/:',
			at((posting, request, step) => updateStep(posting, request, step, changed)),
		),
		route(
			'POST',
			'/postings/:/archive',
			at((posting) => changed(posting, { archived: true })),
		),
		route(
			'POST',
			'/postings/:/activate',
			at((posting) => changed(posting, { isDraft: false })),
		),
		route(
			'POST',
			'/postings/:/clone',
			at((posting) => created(clone(state, posting))),
		),
	];
}

type Change = (posting: Posting, change: Partial<Posting>) => ApiAnswer;

const bodyOf = (request: ApiRequest): Fields => parseObject(request.body) ?? {};

function invalidPosting({ workflow, interview_template_id: template, metadata }: Fields): ApiAnswer | null {
	if (!workflow === !template) {
		const msg = 'Value error, provide exactly one of workflow or interview_template_id';
		return unprocessable([{ loc: ['body'], msg, type: 'value_error' }]);
	}
	if (template && !TEMPLATES.some(({ id }) => id === template)) return notFound('Interview template');
	return invalidMetadata(metadata, ['body', 'metadata']);
}

function create(state: HeyMiloState, { title, workflow, ...settings }: Fields): Posting {
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

function update(posting: Posting, { title, ...fields }: Fields, changed: Change): ApiAnswer {
	const invalid = invalidMetadata(fields.metadata, ['body', 'metadata']);
	if (invalid) return invalid;
	const settings = { ...posting.settings, ...fields };
	return changed(posting, { settings, title: title ? String(title) : posting.title });
}

function updateStep(posting: Posting, request: ApiRequest, wanted: string, changed: Change): ApiAnswer {
	const step = posting.workflow.find(({ type, order }) => type === wanted || String(order) === wanted);
	if (!step) return notFound('Workflow step');
	const { config } = bodyOf(request) as { config: Fields };
	const known = configKeys(step.type) ?? [];
	const unknown = Object.keys(config).filter((key) => !known.includes(key));
	if (unknown.length > 0)
		return refused(400, `Unknown config keys for ${step.type}: ${unknown.join(', ')}`, 'config');
	const merged = { ...step, config: { ...step.config, ...config } };
	return changed(posting, { workflow: posting.workflow.map((one) => (one === step ? merged : one)) });
}

/** Of an ATS-derived posting the clone is a draft until it is activated. */
function clone(state: HeyMiloState, { title, settings, workflow }: Posting): Posting {
	const isDraft = isObject(settings.ats_metadata);
	const copied = workflow.map((step): WorkflowStep => ({ ...step, config: { ...step.config } }));
	return state.addPosting(`${title} (copy)`, { settings: { ...settings }, workflow: copied, isDraft });
}

function list(state: HeyMiloState, request: ApiRequest, shown: (posting: Posting) => unknown): ApiAnswer {
	const wanted = (request.query.get('search') ?? '').toLowerCase();
	const found = state.postings.filter(({ title }) => title.toLowerCase().includes(wanted));
	return pageOf(request, found, ({ id }) => id, shown);
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
