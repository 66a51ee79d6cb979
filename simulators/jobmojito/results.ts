import { found } from '../shared/routes';
import type { ApiRequest } from '../shared/server';
import { bodies } from './bodies';
import { bodyOf, oneOf, page, queryOf, refused } from './checks';
import { TYPES } from './definitions';
import type { FileServer } from './files';
import type { Interview, JobMojitoState } from './state';

const TABS =
	'decided-rejected undecided shortlist decided-selected completed incomplete archived-interview public_avatar archived-public_avatar';

/** The vendor's own words for it are not published but for these two. */
const decisionOf = ({ fields }: Interview) =>
	fields.decision === null ? null : fields.decision ? 'selected' : 'rejected';

const isOnTab: Record<string, (interview: Interview) => boolean> = {
	'decided-rejected': ({ fields }) => fields.decision === false,
	'decided-selected': ({ fields }) => fields.decision === true,
	undecided: ({ fields }) => fields.decision === null && fields.status === 'active',
	incomplete: ({ fields }) => fields.status === 'draft',
	completed: ({ fields }) => fields.status === 'active',
	'archived-interview': ({ fields }) => fields.status === 'archived',
};

export function listResults(state: JobMojitoState, request: ApiRequest) {
	const query = queryOf(
		request,
		'merchant_id type tab step interview_id profile_interview_id risks order_by filter_text filter_emoji limit offset',
	);
	const type = oneOf(query.type, TYPES, 'type') ?? 'interview';
	const tab = oneOf(query.tab, TABS, 'tab');
	oneOf(query.step, 'pre-screening interview', 'step');
	const order = oneOf(
		query.order_by,
		'score created_at_newest created_at_oldest updated_at_newest',
		'order_by',
	);
	const wanted = (query.filter_text ?? '').toLowerCase();
	const time = order === 'updated_at_newest' ? ('updatedAt' as const) : ('createdAt' as const);
	const found = state.interviews
		.filter(({ definition }) => definition.type === type)
		.filter(({ definition }) => !query.interview_id || definition.id === query.interview_id)
		.filter((one) => tab === undefined || (isOnTab[tab]?.(one) ?? false))
		.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
		.sort((one, other) => other[time].localeCompare(one[time]));
	const { data, pagination } = page(found, request);
	return { data: data.map((one) => row(one, state.merchantId)), pagination };
}

function row(interview: Interview, merchantId: string) {
	const { fields, definition } = interview;
	return {
		// The row's own id is that of a position result.
		id: `row-${interview.id}`,
		interview_result_id: interview.id,
		interview_result_pre_screening_id: null,
		merchant_id: merchantId,
		profile_id: interview.personId,
		profile_interview_id: interview.enrollmentId,
		definition_id: definition.id,
		candidate_name: interview.name,
		candidate_email: interview.email,
		position_name: definition.name,
		position_step: 'interview',
		type: definition.type,
		external_id: interview.externalId,
		mojito_language_code: 'en',
		status: fields.status,
		coach_status: fields.interviewStatus,
		decision_status: decisionOf(interview),
		interview_started: interview.startedAt !== null,
		is_multi_stage: false,
		is_test: interview.isTest,
		recruiter_shortlist: false,
		recruiter_risks: null,
		duration_ds: 2150,
		score: fields.score,
		score_interview_ai: fields.aiScore,
		processing_status: fields.processingStatus,
		processing_error: null,
		created_at: interview.createdAt,
		updated_at: interview.updatedAt,
	};
}

/** 404 when there is none. */
function known(state: JobMojitoState, id: string | undefined): Interview {
	if (!id) throw refused(422, 'Field is required.', 'interview_result_id');
	return found(state.interview(id), refused(404, 'Interview result not found', 'interview_result_id'));
}

export function resultDetails(state: JobMojitoState, request: ApiRequest, files: FileServer) {
	const query = queryOf(request, 'interview_result_id get_signed_recordings');
	const isSigned = oneOf(query.get_signed_recordings, 'true false', 'get_signed_recordings') === 'true';
	const interview = known(state, query.interview_result_id);
	const { fields } = interview;
	const signed = (name: string) => (isSigned ? { recording_url: files.link(name) } : {});
	return {
		score: fields.score,
		score_simulation: null,
		score_text: null,
		score_sentiment: 0.4,
		score_words_per_minute: 7.1,
		score_pronunciation: 88,
		score_answer: 6.5,
		status: fields.interviewStatus,
		start: interview.startedAt,
		end: interview.endedAt,
		duration: 2150,
		ai_analysis: fields.analysis,
		ai_analysis_recruiter: fields.recruiterAnalysis,
		ai_analysis_other:
			fields.whyHire === null
				? null
				: {
						hiring_reasons: {
							reasons_to_hire: fields.whyHire,
							reasons_not_to_hire: fields.whyNotHire,
						},
					},
		ai_analysis_recruiter_why_hire: fields.whyHire,
		ai_analysis_recruiter_why_not_hire: fields.whyNotHire,
		recording_local_path: `${interview.id}.mp4`,
		recording_is_video: true,
		...signed(`recordings/${interview.id}.mp4`),
		transcript: interview.endedAt === null ? [] : transcript(interview, signed),
	};
}

const SAID = [
	['Why do you want this job?', 'Because I like\nplanning & people.'],
	['What would you do if two drivers were ill?', 'I would call the agency <first>.'],
];

function transcript({ id }: Interview, signed: (name: string) => object) {
	return SAID.flatMap(([question, answer], index) => [
		{
			id: `${id}-question-${index}`,
			is_answer: false,
			question_original_id: `question-${index}`,
			question_original: question,
			question_asked: question,
			answer: null,
			score: null,
			duration: 42,
			answer_assessment_raw_data: null,
			external_data: null,
		},
		{
			id: `${id}-answer-${index}`,
			is_answer: true,
			question_original_id: `question-${index}`,
			question_original: question,
			question_asked: question,
			answer,
			ai_analysis_recruiter: 'Clear and to the point.',
			score: 6 + index,
			duration: 315,
			answer_assessment_raw_data: [null, { words: 'w'.repeat(5000) }],
			external_data: { source: 'ATS' },
			recording_local_path: `${id}-${index}.mp3`,
			recording_is_video: false,
			...signed(`recordings/${id}-${index}.mp3`),
		},
	]);
}

export function report(state: JobMojitoState, request: ApiRequest, files: FileServer) {
	const body = bodyOf(request, bodies.report);
	const ids = body.interview_result_ids ?? [body.interview_result_id ?? ''];
	const results = ids.map((id) => known(state, id));
	if (results.some(({ endedAt }) => endedAt === null)) {
		throw refused(422, 'The interview is not finished', 'interview_result_id');
	}
	if (body.export_type === 'html')
		return { html_export: `<h1>${results.map(({ name }) => name).join()}</h1>` };
	if (body.export_type === 'json') {
		return { json_export: { results: results.map(({ name }) => ({ data: { name }, files: [] })) } };
	}
	return {
		pdf_export_url: files.link(`interview-exports/${ids.join('-')}.pdf`),
		pdf_export_valid_until: new Date(state.clock.now() + 3_600_000).toISOString(),
	};
}

/** Only a submitted result; it becomes a draft again and loses its decision. */
export function requestAnotherAttempt(state: JobMojitoState, request: ApiRequest) {
	const { interview_result_id: id } = bodyOf(request, bodies.anotherAttempt);
	const interview = known(state, id);
	if (interview.fields.status !== 'active') {
		throw refused(422, 'The result is not submitted', 'interview_result_id');
	}
	interview.fields = { ...interview.fields, status: 'draft', interviewStatus: null, decision: null };
	return {};
}
