import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { sha256 } from '../shared/event/identity';
import { flag, identifier, isNothing, isObject, LIST_LIMIT, points, texts } from '../shared/event/fields';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { withoutSignature } from '../shared/event/links';
import { scaleFromSetting, scoreColumns } from '../shared/event/scores';
import { entryOfWord } from '../shared/event/table';
import { asLines } from '../shared/event/text';
import { jobMojitoDelivery, resultIn, type JobMojitoDelivery } from './deliveries';

const COMPLETED = ['completed', 'completed, stopped early'];

export const FAILURES: Record<string, InterviewStatus> = {
	failed: 'failed',
	abandoned: 'abandoned',
	'terminated, no speech detected': 'no_speech',
};

interface Recognized {
	name: string | null;
	type: EventType;
	status: InterviewStatus;
}

/**
 * A delivery of JobMojito as one event. A result that is sent again after a change is `report_available`
 * here as well: what changed shows only beside the previous one (see `relateResult`).
 *
 * @param scoreMaximum the best possible score, which JobMojito does not document; null when unknown
 */
export function normalizeJobMojito(
	body: unknown,
	facts: DeliveryFacts,
	scoreMaximum: number | null = null,
): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const source = resultIn(body);
	const id = identifier(source.id);
	if (id === null) return { reason: 'The body has no result ID: id is missing' };
	const columns = {
		...resultColumns(source, id, scoreMaximum),
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/** The columns that follow from the state of a result, whether it was delivered or read. @param source as in a delivery */
export function resultColumns(source: Record<string, unknown>, id: string, scoreMaximum: number | null) {
	const result = jobMojitoDelivery(source);
	const { name, type, status } = recognizeEvent(result, {
		tellsEnding: Object.hasOwn(source, 'interview_status'),
	});
	const strengths = pointsIn(result.ai_analysis_recruiter_why_hire);
	const concerns = pointsIn(result.ai_analysis_recruiter_why_not_hire);
	return {
		...candidateColumns(result),
		vendor: 'jobmojito' as const,
		event_type: type,
		interview_id: id,
		interview_status: status,
		job_id: result.interview_id ?? result.question_set_id,
		...scoreColumns(result.score, scaleFromSetting(scoreMaximum)),
		decision: decision(result.recruiter_go_next_round),
		summary: result.ai_analysis_recruiter ?? result.ai_analysis,
		strengths: asLines(strengths),
		concerns: asLines(concerns),
		report_url: result.pdf_export_url,
		report_url_expires_at: result.pdf_export_url === null ? null : result.pdf_export_valid_until,
		vendor_event: name,
		vendor_event_source: 'inferred' as const,
		vendor_status: status === 'archived' ? result.status : (result.interview_status ?? result.status),
		failure_reason: type === 'interview.failed' ? result.interview_status : null,
		details: { scores: detailScores(result), highlights: strengths, lowlights: concerns },
		dedupe_key: `jobmojito:${id}:${name}:${stateFingerprint(source, result, strengths, concerns)}`,
	};
}

/**
 * By the conditions that the vendor documents for each event; there is no name in the body. The older form has no ending:
 * there, submitted and processed is a result. An interview that is going on belongs to none of the vendor's events.
 */
function recognizeEvent(
	{ status: sentStatus, interview_status: sentEnding, processing_status }: JobMojitoDelivery,
	{ tellsEnding }: { tellsEnding: boolean },
): Recognized {
	const status = sentStatus?.toLowerCase() ?? null;
	const ending = sentEnding?.toLowerCase() ?? null;
	if (status === 'archived')
		return { name: 'archived', type: 'interview.status_changed', status: 'archived' };
	const isProcessed = processing_status?.toLowerCase() === 'completed';
	const isCompleted = tellsEnding ? ending !== null && COMPLETED.includes(ending) : isProcessed;
	if (isCompleted && status === 'active')
		return { name: 'interview_result', type: 'interview.report_available', status: 'completed' };
	if (isCompleted && status === 'draft' && tellsEnding)
		return { name: 'interview_collected', type: 'interview.completed', status: 'completed' };
	const failure = entryOfWord(FAILURES, ending);
	if (failure !== undefined) return { name: 'interview_failed', type: 'interview.failed', status: failure };
	if (ending === 'ongoing') return { name: 'ongoing', type: 'interview.in_progress', status: 'in_progress' };
	return { name: null, type: 'interview.unknown', status: 'unknown' };
}

function candidateColumns(result: JobMojitoDelivery) {
	return {
		candidate_id: result.profile_id,
		candidate_name: result.candidate_name,
		candidate_email: result.candidate_email,
		candidate_phone: result.candidate_phone_number,
		external_id: result.candidate_external_id,
	};
}

/** Null for what can be read as neither: 1 may be a yes, or the first round. */
function decision(goesOn: unknown): InterviewEvent['decision'] {
	if (isNothing(goesOn)) return 'undecided';
	const isSelected = flag(goesOn);
	if (isSelected === null) return null;
	return isSelected ? 'advance' : 'reject';
}

function detailScores({ ai_analysis_recruiter_score: value }: JobMojitoDelivery) {
	return value === null ? [] : [{ name: 'AI Recruiter', value, max: null }];
}

/** A list of points from a list, an object's values, a text holding a JSON list, or a text with one a line. */
function pointsIn(value: unknown): string[] {
	if (typeof value === 'string') {
		const list = /^\s*\[/.test(value) ? parseList(value) : null;
		return list === null ? texts(value.split(/\r?\n/, LIST_LIMIT)) : points(list);
	}
	return typeof value === 'object' && value !== null ? points(Object.values(value)) : [];
}

function parseList(text: string): unknown[] | null {
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed : null;
	} catch {
		return null;
	}
}

/**
 * A result's state as 32 hexadecimal digits, over the fields whose change makes JobMojito send again, and the summary; what
 * cannot be read counts as it was sent. The report's link is taken without its query: a fresh signature is no change. Texts are taken with
 * their HTML, as they always were: an event keeps its id from one version of this package to the next.
 */
function stateFingerprint(
	source: Record<string, unknown>,
	result: JobMojitoDelivery,
	strengths: string[],
	concerns: string[],
): string {
	const told = (name: keyof JobMojitoDelivery, read: unknown) =>
		read ?? (isNothing(source[name]) ? null : source[name]);
	const state = [
		told('status', result.status?.toLowerCase()),
		told('interview_status', result.interview_status?.toLowerCase()),
		told('processing_status', result.processing_status?.toLowerCase()),
		told('score', result.score),
		told('ai_analysis_recruiter_score', result.ai_analysis_recruiter_score),
		told('ai_analysis_recruiter', result.ai_analysis_recruiter) ?? told('ai_analysis', result.ai_analysis),
		told('recruiter_go_next_round', flag(result.recruiter_go_next_round)),
		result.pdf_export_url && withoutSignature(result.pdf_export_url),
		strengths,
		concerns,
	];
	return sha256(JSON.stringify(state)).slice(0, 32);
}
