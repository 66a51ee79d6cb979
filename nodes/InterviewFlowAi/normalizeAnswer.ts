import { buildAnswer } from '../shared/event/build';
import type { EventType, InterviewEvent, InterviewStatus } from '../shared/event/interviewEvent';
import { entryOf } from '../shared/event/table';
import { interviewColumns, interviewId, lookIn } from './normalize/facts';

/** The words that the vendor's pages use for where a candidate stands; "archived" is in those on its MCP server. */
const STATUS_WORDS: Record<string, InterviewStatus> = {
	draft: 'invited',
	shortlisted: 'invited',
	invited: 'invited',
	started: 'started',
	in_progress: 'in_progress',
	completed: 'completed',
	failed: 'failed',
	abandoned: 'abandoned',
	archived: 'archived',
};

/** In a word that those pages do not have: nothing was held to its end, whatever else the record has. */
const NOT_HELD =
	/expire|cancel|no_?show|(?<!(review|evaluation|decision).*)pending(?!.*(review|evaluation|decision))|decline|withdr|incomplete|not_started|timed?_?out|drop/;

const EVENT_TYPES_OF_STATUS: Partial<Record<InterviewStatus, EventType>> = {
	invited: 'interview.invited',
	started: 'interview.started',
	in_progress: 'interview.in_progress',
	completed: 'interview.completed',
	failed: 'interview.failed',
	abandoned: 'interview.failed',
	archived: 'interview.status_changed',
};

/**
 * A record of the API in the same columns. Its shape is not documented: it is read for the same names as a
 * delivery. The API has neither an event nor its time, so the id is never a webhook's.
 *
 * @param scoreMaximum as for a delivery
 */
export function normalizeInterviewFlowAiRecord(
	record: Record<string, unknown>,
	receivedAt: string,
	scoreMaximum: number | null = null,
): InterviewEvent | null {
	const delivery = { data: record };
	const look = lookIn(delivery);
	const id = interviewId(delivery, look);
	if (id === null) return null;
	const found = interviewColumns(delivery, look, scoreMaximum);
	const hasReport = [found.score_raw, found.report_url, found.summary].some((value) => value !== null);
	const status = recordStatus(found);
	const eventType = EVENT_TYPES_OF_STATUS[status] ?? 'interview.unknown';
	return buildAnswer({
		...found,
		vendor: 'interviewflowai',
		event_type: status === 'completed' && hasReport ? 'interview.report_available' : eventType,
		interview_id: id,
		interview_status: status,
		raw: record,
		receivedAt,
	});
}

type Found = Pick<
	InterviewEvent,
	'vendor_status' | 'started_at' | 'completed_at' | 'score_raw' | 'report_url' | 'summary'
>;

/**
 * "Shortlisted" and "draft" may be said forever: there, and for an unknown word, what has happened counts. A score of 0 beside
 * them is no result, a summary may be of the resume, and who is "invited" has no report. What has ended may have been broken
 * off: by an unknown word, only a result completes it, and a summary only of what has ended.
 */
function recordStatus({
	vendor_status,
	started_at,
	completed_at,
	score_raw,
	report_url,
	summary,
}: Found): InterviewStatus {
	const word = vendor_status?.toLowerCase().replace(/[\s-]+/g, '_') ?? null;
	const told = entryOf(STATUS_WORDS, word) ?? 'unknown';
	if ((told !== 'invited' && told !== 'unknown') || NOT_HELD.test(word ?? '')) return told;
	const isSummedUp = summary !== null && (word === null || completed_at !== null);
	const hasReport = told === 'unknown' && (report_url !== null || isSummedUp);
	const hasResult = Boolean(score_raw) || hasReport;
	const hasEnded = completed_at !== null && (told === 'invited' || word === null);
	if (hasEnded || (hasResult && word !== 'invited')) return 'completed';
	return started_at === null ? told : 'started';
}
