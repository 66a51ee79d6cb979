import * as z from 'zod4/mini';

import { extra, main } from './columns';

export const VENDORS = ['hireflix', 'heymilo', 'jobmojito', 'interviewflowai', 'ribbon', 'micro1'] as const;

export const EVENT_TYPES = [
	'interview.invited',
	'interview.started',
	'interview.in_progress',
	'interview.completed',
	'interview.report_available',
	'interview.score_updated',
	'interview.status_changed',
	'interview.failed',
	'interview.deleted',
	'interview.unknown',
] as const;

export const INTERVIEW_STATUSES = [
	'invited',
	'started',
	'in_progress',
	'completed',
	'failed',
	'abandoned',
	'no_speech',
	'archived',
	'deleted',
	'unknown',
] as const;

// Each call makes a schema of its own: notes are kept per schema, and a column has one note.
const text = () => z.nullable(z.string());
const number = () => z.nullable(z.number());
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const instant = () => z.string().check(z.regex(timePattern));
const time = () => z.nullable(instant());

const details = z.object({
	scores: z.array(z.object({ name: z.string(), value: number(), max: number() })),
	questions: z.array(
		z.object({ id: text(), text: text(), score_raw: number(), weight: number(), summary: text() }),
	),
	highlights: z.array(z.string()),
	lowlights: z.array(z.string()),
	tags: z.array(z.string()),
	steps: z.array(
		z.object({
			id: text(),
			order: number(),
			is_complete: z.nullable(z.boolean()),
			status: text(),
			knocked_out: z.nullable(z.boolean()),
			updated_at: time(),
		}),
	),
	recordings: z.array(z.object({ kind: z.enum(['video', 'audio']), url: z.string() })),
	transcript: z.array(z.object({ at_seconds: number(), speaker: text(), text: z.string() })),
});

/**
 * The canonical item, version 1.0: one delivery of any vendor as one flat row.
 * The TypeScript type, the order of the columns, the JSON Schema file and the table in the docs are derived from this; it
 * is not in the published bundle.
 */
export const interviewEventSchema = z
	.object({
		event_type: main(z.enum(EVENT_TYPES), "What happened; vendor_event has the vendor's own name for it"),
		vendor: main(z.enum(VENDORS), 'Who sent it'),
		occurred_at: main(time(), "The vendor's time of the event; null where the vendor sends none"),
		received_at: main(instant(), 'When this n8n received it, or fetched it'),
		interview_id: main(
			text(),
			'The interview (JobMojito: the result); empty where the vendor sends only the candidate, and with interview.unknown',
		),
		interview_status: main(z.enum(INTERVIEW_STATUSES), 'Where the interview stands after this event'),
		job_id: main(text(), 'Position, posting, interview definition or Interviewer'),
		job_title: main(text(), 'Name of the position or posting'),
		candidate_id: main(text(), "The vendor's id of the person"),
		candidate_name: main(text(), 'Full name as sent'),
		candidate_email: main(text(), 'Email address, lower-cased'),
		candidate_phone: main(text(), 'Phone number as sent'),
		external_id: main(text(), 'Your own id of the candidate, if you gave the vendor one'),
		score_percent: main(number(), '100 × score_raw ÷ score_max, one decimal; null when the scale is unknown'),
		score_raw: main(number(), "The vendor's overall score, as sent"),
		score_max: main(number(), 'Highest possible score, when it is documented or set in the node'),
		decision: main(
			z.nullable(z.enum(['advance', 'reject', 'undecided'])),
			"The recruiter's decision; null where the vendor has no such notion, or sends what cannot be read",
		),
		summary: main(text(), 'Plain text of at most 2,000 characters'),
		strengths: main(text(), 'What speaks for the candidate, one point per line'),
		concerns: main(text(), 'What speaks against the candidate, one point per line'),
		report_url: main(text(), 'The report, usually a PDF; the link may expire'),
		recording_url: main(text(), 'The video, else the audio; the link may expire'),
		interview_url: main(
			text(),
			"The page a recruiter can open; the candidate's own link where the vendor has no other",
		),
		completed_at: main(time(), 'When the candidate finished'),
		is_out_of_order: main(
			z.boolean(),
			'A later step of this interview was already received (best effort, since the last restart)',
		),
		event_id: main(
			z.string().check(z.regex(/^evt_[0-9a-f]{32}$/)),
			'The same for every repetition of the same event: use it to remove duplicates',
		),
		schema_version: extra(z.literal('1.0'), 'Version of these columns'),
		dedupe_key: extra(z.string(), 'The readable text that event_id is the hash of'),
		vendor_event: extra(text(), "The vendor's name of the event, or the one inferred"),
		vendor_event_source: extra(z.enum(['body', 'url', 'inferred']), 'Where that name was found'),
		vendor_status: extra(text(), "The vendor's own status word"),
		verification: extra(
			z.enum(['signature', 'shared_secret', 'none', 'api']),
			'How the origin was proved: signature, secret header or URL token, nothing, or fetched through the API',
		),
		invited_at: extra(time(), 'When the candidate was invited'),
		started_at: extra(time(), 'When the candidate started'),
		deleted_at: extra(time(), 'When the interview was deleted'),
		candidate_first_name: extra(text(), 'Only when the vendor sends it; never split from the full name'),
		candidate_last_name: extra(text(), 'Only when the vendor sends it; never split from the full name'),
		score_scale_source: extra(
			z.nullable(z.enum(['documented', 'setting', 'unknown'])),
			'Where score_max comes from; null when there is no score',
		),
		report_url_expires_at: extra(time(), 'When report_url expires, if the link or the vendor says so'),
		interview_mode: extra(
			z.enum(['video', 'voice', 'avatar', 'sms', 'form', 'resume', 'unknown']),
			'How the candidate was interviewed',
		),
		failure_reason: extra(
			text(),
			'Why the interview failed; with interview.unknown, why the delivery could not be read. Then it is in the simplified view too',
		),
		is_test: extra(z.nullable(z.boolean()), 'Whether the vendor marks it as a test'),
		raw_sha256: extra(text(), 'SHA-256 of the exact bytes received'),
		details: extra(details, 'Scores, questions, highlights, steps, recordings and transcript, as lists'),
		raw: extra(
			z.nullable(z.union([z.record(z.string(), z.unknown()), z.string()])),
			"The vendor's body as parsed, nothing removed; as text where it is no JSON object. With interview.unknown it is in the simplified view too",
		),
	})
	.check(
		z.refine(
			({ event_type, interview_id, candidate_email, raw }) =>
				event_type === 'interview.unknown' ||
				((interview_id ?? candidate_email) !== null && typeof raw !== 'string'),
			'Only interview.unknown may have neither interview_id nor candidate_email, or raw as text',
		),
	);
