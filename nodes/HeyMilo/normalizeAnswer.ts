import type { IDataObject } from 'n8n-workflow';

import { buildAnswer } from '../shared/event/build';
import type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
} from '../shared/event/interviewEvent';
import { scoreColumns } from '../shared/event/scores';
import { entryOf } from '../shared/event/table';
import { asLines } from '../shared/event/text';
import { heyMiloCandidate, heyMiloInterview, type HeyMiloCandidate, type HeyMiloInterview } from './answers';
import { detailsOf, matchScore, modeOfResults, recordingLinks } from './normalize/details';
import type { Results } from './deliveries/results';

const SCORE_SCALE = { min: 0, max: 100, source: 'documented' } as const;

/** What an answer about an interview does not say of its posting. */
export interface PostingFacts {
	title: string | null;
	isTest: boolean | null;
}

const STATUSES: Record<string, InterviewStatus> = {
	pending: 'invited',
	in_progress: 'in_progress',
	evaluating: 'completed',
	completed: 'completed',
	shortlisted: 'completed',
	dismissed: 'completed',
	knocked_out: 'completed',
};

/** A word that is not here may mean anything, also that somebody was chosen. */
const DECISIONS: Record<string, InterviewEvent['decision']> = {
	not_ready: 'undecided',
	pending: 'undecided',
	in_progress: 'undecided',
	evaluating: 'undecided',
	completed: 'undecided',
	shortlisted: 'advance',
	dismissed: 'reject',
	knocked_out: 'reject',
};

const EVENT_TYPES: Partial<Record<InterviewStatus, EventType>> = {
	invited: 'interview.invited',
	in_progress: 'interview.in_progress',
	completed: 'interview.completed',
};

/** `GET interviews/{id}/data` in the columns of the webhook's item; null when it has no interview ID. */
export function normalizeHeyMiloInterview(
	answer: IDataObject,
	receivedAt: string,
	posting: PostingFacts,
): InterviewEvent | null {
	const interview = heyMiloInterview(answer);
	const { web_interview: web, resume, sms, form } = interview;
	return asEvent(answer, receivedAt, interview, posting, {
		results: { web, resume, sms, form },
		// The webhook's score is the interview's own; another step's only where there was no interview.
		score: web === null ? interview.score : matchScore(web),
		decision: decisionOf(interview.status, null),
		columns: { completed_at: workflowCompletion(interview) },
	});
}

/** An entry of the candidate list in the same columns, as far as the list knows them. */
export function normalizeHeyMiloCandidate(
	answer: IDataObject,
	receivedAt: string,
	posting: PostingFacts,
): InterviewEvent | null {
	const candidate = heyMiloCandidate(answer);
	const { web_interview = null, resume = null, sms = null, form = null } = candidate.agent_summary ?? {};
	return asEvent(answer, receivedAt, candidate, posting, {
		results: { web: web_interview, resume, sms, form },
		score: scoreOfCandidate(candidate),
		decision: decisionOf(candidate.status, candidate),
		columns: {
			interview_url: candidate.interview_url,
			invited_at: candidate.created_at,
			completed_at: candidate.interviewed_at ?? workflowCompletion(candidate),
		},
	});
}

/** That of the spoken interview, null where it has none; only without such an interview the one over all steps. */
export function scoreOfCandidate({ agent_summary, score }: HeyMiloCandidate): number | null {
	const web = agent_summary?.web_interview ?? null;
	return web === null ? score : web.score;
}

/** What the two answers name differently. */
interface Findings {
	results: Results;
	score: number | null;
	decision: InterviewEvent['decision'];
	columns: Partial<Pick<InterviewEvent, 'interview_url' | 'invited_at' | 'completed_at'>>;
}

function asEvent(
	answer: IDataObject,
	receivedAt: string,
	interview: HeyMiloInterview | HeyMiloCandidate,
	posting: PostingFacts,
	found: Findings,
): InterviewEvent | null {
	if (interview.interview_id === null) return null;
	const status = interviewStatus(interview);
	const isReported = status === 'completed' && found.score !== null;
	return buildAnswer({
		...interviewColumns(interview, interview.interview_id, posting, found),
		vendor: 'heymilo',
		event_type: isReported ? 'interview.report_available' : (EVENT_TYPES[status] ?? 'interview.unknown'),
		interview_status: status,
		raw: answer as InterviewEvent['raw'],
		receivedAt,
	});
}

function interviewColumns(
	interview: HeyMiloInterview | HeyMiloCandidate,
	id: string,
	posting: PostingFacts,
	{ results, score, decision, columns }: Findings,
) {
	const { metadata, data } = interview;
	const details = detailsOf(results, workflowSteps(interview));
	const { video, audio } = recordingLinks(results.web);
	return {
		interview_id: id,
		job_id: interview.posting_id,
		job_title: posting.title,
		candidate_id: interview.candidate_id,
		candidate_name: interview.name,
		candidate_email: interview.email,
		// Neither is documented here; they are found where they were given at ingestion.
		candidate_phone: interview.phone_number ?? metadata?.phone_number ?? data?.phone_number ?? null,
		external_id: metadata?.external_id ?? data?.external_id ?? null,
		...scoreColumns(score, SCORE_SCALE),
		decision,
		strengths: asLines(details.highlights),
		concerns: asLines(details.lowlights),
		recording_url: video ?? audio,
		vendor_status: interview.status,
		interview_mode: modeOfResults(results),
		is_test: posting.isTest,
		...columns,
		details,
	};
}

/**
 * What somebody decided, by the status or by the two marks of the candidate list; null for a status that is not documented,
 * for a mark that cannot be read, and where they contradict each other.
 */
export function decisionOf(
	status: string | null,
	marks: Pick<HeyMiloCandidate, 'shortlisted' | 'dismissed'> | null,
): InterviewEvent['decision'] {
	const told = entryOf(DECISIONS, inLowerCase(status)) ?? null;
	// Without the marks, a completed interview may have been decided.
	if (marks === null) return told === 'undecided' && inLowerCase(status) === 'completed' ? null : told;
	const { shortlisted, dismissed } = marks;
	const isAdvanced = shortlisted === true || told === 'advance';
	const isRejected = dismissed === true || told === 'reject';
	if (isAdvanced && isRejected) return null;
	if (shortlisted === 'unreadable' || dismissed === 'unreadable') return null;
	if (isAdvanced) return 'advance';
	return isRejected ? 'reject' : told;
}

const inLowerCase = (word: string | null): string | null => word?.toLowerCase() ?? null;

/** "not_ready" says only that the workflow is not done: how far it is, its steps tell. */
function interviewStatus({ status, workflow }: HeyMiloInterview | HeyMiloCandidate): InterviewStatus {
	const word = inLowerCase(status);
	if (word !== 'not_ready') return entryOf(STATUSES, word) ?? 'unknown';
	if (workflow === null) return 'unknown';
	return workflow.steps.some(({ started }) => started === true) ? 'in_progress' : 'invited';
}

/** When the last step changed its status for the last time, which was to "completed"; null unless all steps are done. */
function workflowCompletion({ workflow }: HeyMiloInterview | HeyMiloCandidate): string | null {
	if (workflow?.all_complete !== true) return null;
	const times = workflow.steps.map(({ completed, last_updated_at }) =>
		completed === true ? last_updated_at : null,
	);
	const known = times.filter((time) => time !== null);
	return known.length < times.length ? null : (known.sort().at(-1) ?? null);
}

function workflowSteps({ workflow }: HeyMiloInterview | HeyMiloCandidate): EventDetails['steps'] {
	return (workflow?.steps ?? []).map((step) => ({
		id: step.step_id,
		order: step.order,
		is_complete: step.completed,
		status: step.status,
		// The flag has a default and may be left out; the status says the same.
		knocked_out: step.knocked_out ?? (inLowerCase(step.status) === 'knocked_out' ? true : null),
		updated_at: step.last_updated_at,
	}));
}
