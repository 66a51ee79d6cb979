import { buildEvent, type DeliveryFacts, type Normalized } from '../shared/event/build';
import { isObject, time } from '../shared/event/fields';
import { bodyFingerprint } from '../shared/event/identity';
import type { EventType, InterviewStatus } from '../shared/event/interviewEvent';
import { entryOf } from '../shared/event/table';
import { micro1Delivery, type Micro1Data } from './deliveries';
import { applicantColumns, recordingColumns, reportColumns } from './normalize/columns';

interface Kind {
	type: EventType;
	status: InterviewStatus;
	/** What the event is about. */
	about: 'session' | 'report' | 'application';
}

const RECORDING: Kind = { type: 'interview.status_changed', status: 'completed', about: 'report' };

const application = (type: EventType, status: InterviewStatus): Kind => ({
	type,
	status,
	about: 'application',
});

/** Source: ai-recruiter.micro1.ai/api-reference/getting-started/webhooks. */
const KINDS: Record<string, Kind> = {
	'interview.started': { type: 'interview.started', status: 'started', about: 'session' },
	'interview_report.created': { type: 'interview.report_available', status: 'completed', about: 'report' },
	'interview_recording.completed': RECORDING,
	// Not the end of the talk: the recording is processed.
	'interview.completed': RECORDING,
	'interview_webcam_recording.completed': RECORDING,
	'proctoring_score.completed': RECORDING,
	'applicant.created': application('interview.status_changed', 'unknown'),
	'applicant.invited': application('interview.invited', 'invited'),
	'applicant.updated': application('interview.status_changed', 'unknown'),
	'applicant.completed': application('interview.status_changed', 'unknown'),
};

/** Two names of one event: sent under both, it is still one event. */
const SAME_EVENT: Record<string, string> = { 'interview.completed': 'interview_recording.completed' };

/** A delivery of micro1, `{event, data}`, as one event. */
export function normalizeMicro1(body: unknown, facts: DeliveryFacts): Normalized {
	if (!isObject(body)) return { reason: 'The body is not a JSON object' };
	const { event, data } = micro1Delivery(body);
	if (data === null) return { reason: 'The body has no data' };
	const kind = entryOf(KINDS, event);
	const id = interviewId(data, kind?.about);
	if (id === null) {
		return {
			reason:
				'The body has no interview ID: neither report_id, nor micro1_job_application_id, nor interview_id with candidate_id',
		};
	}
	const name = entryOf(SAME_EVENT, event) ?? event;
	const columns = {
		...columnsOf(data, kind?.about),
		vendor: 'micro1' as const,
		event_type: kind?.type ?? ('interview.unknown' as const),
		interview_id: id,
		interview_status: kind?.status ?? ('unknown' as const),
		vendor_event: event,
		vendor_event_source: event === null ? ('inferred' as const) : ('body' as const),
		// Times are in whole seconds: two changes within one differ in nothing but what they say.
		dedupe_key: ['micro1', id, name, bodyFingerprint(body.data)].join(':'),
		raw: body,
	};
	return { event: buildEvent(columns, facts) };
}

/**
 * The attempt. Its ID is the report's, which all events after the interview have; micro1's `interview_id` is what everybody
 * is invited to. Before there is a report, an attempt has no ID but those two of the interview and the candidate together.
 */
function interviewId(data: Micro1Data, about: Kind['about'] | undefined): string | null {
	const { report_id, micro1_job_application_id, interview_id, candidate_id } = data;
	const session = interview_id === null || candidate_id === null ? null : `${interview_id}:${candidate_id}`;
	if (about === 'session') return session;
	if (about === 'report') return report_id;
	if (about === 'application') return micro1_job_application_id;
	return report_id ?? micro1_job_application_id ?? session;
}

function columnsOf(data: Micro1Data, about: Kind['about'] | undefined) {
	if (about === 'application') return applicantColumns(data);
	if (about === 'session') {
		const startedAt = time(data.date_started);
		return { ...reportColumns(data), occurred_at: startedAt, started_at: startedAt };
	}
	const columns = reportColumns(data);
	const { details, ...webcam } = recordingColumns(
		data.interview_webcam_recording_url,
		data.interview_webcam_recording_player_url,
	);
	return webcam.recording_url === null
		? columns
		: { ...columns, ...webcam, details: { ...columns.details, ...details } };
}
