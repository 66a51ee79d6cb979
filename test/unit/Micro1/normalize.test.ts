import { normalizeMicro1Report } from '../../../nodes/Micro1/normalizeAnswer';
import { micro1Receiver } from '../../../nodes/Micro1/receiver';
import { Micro1Trigger } from '../../../nodes/Micro1/Micro1Trigger.node';
import type { InterviewEvent } from '../../../nodes/shared/event/interviewEvent';
import { UNRECOGNIZED } from '../../../nodes/shared/trigger/settings';
import { EVENTS } from '../../../simulators/micro1/bodies';
import { fixture, fixturesOf } from '../../fixtures';
import { changed, eventOf, facts, normalizers } from '../normalized';

const body = (name: string, changes: Record<string, unknown> = {}) =>
	changed(fixture('micro1', name).body, changes);

const event = (name: string, changes: Record<string, unknown> = {}): InterviewEvent =>
	eventOf('micro1', body(name, changes));

const reasonFor = (sent: unknown): string => {
	const normalized = normalizers.micro1(sent, facts);
	return 'reason' in normalized ? normalized.reason : 'there is an event';
};

describe('a delivery of micro1', () => {
	it('is there for each event of its list', () => {
		const told = fixturesOf('micro1').map((one) => (one.body as { event: string }).event);
		expect([...new Set(told)].sort()).toEqual([...EVENTS].sort());
	});

	it.each(fixturesOf('micro1').map((one) => [one.name, one.body] as const))(
		'%s belongs to one of eight choices',
		(_, sent) => {
			const { properties } = new Micro1Trigger().description;
			const { options = [] } = properties[0];
			const choices = options.map((option) => ('value' in option ? option.value : ''));
			expect(choices.filter((choice) => choice !== UNRECOGNIZED)).toHaveLength(8);
			expect(choices).toContain(micro1Receiver.subscription(eventOf('micro1', sent)));
		},
	);

	it('has no score, whatever is a number or a word in it', () => {
		const numbers = { 'data.ai_match_score': 99, 'data.score': 99, 'data.resume_score': 90 };
		const scores = { ...numbers, 'data.rating': 'Senior' };
		for (const { name } of fixturesOf('micro1')) {
			expect(event(name, scores)).toMatchObject({
				score_raw: null,
				score_max: null,
				score_percent: null,
				score_scale_source: null,
				decision: null,
			});
		}
	});

	it('has the time of micro1 where it has a zone', () => {
		expect(event('interview.started', { 'data.date_started': '2026-05-04T09:41:12Z' })).toMatchObject({
			occurred_at: '2026-05-04T09:41:12.000Z',
			started_at: '2026-05-04T09:41:12.000Z',
		});
	});

	it('distinguishes two candidates of one interview before there is a report', () => {
		const other = event('interview.started', { 'data.candidate_id': 'another' });
		expect(other.interview_id).not.toBe(event('interview.started').interview_id);
		expect(other.job_id).toBe(event('interview.started').job_id);
	});

	it.each([
		['interview_report.created', { 'data.date_modified': '2026-05-04 12:00:00' }],
		['interview_report.created', { 'data.date_modified': null, 'data.ai_match_score': 80 }],
		['interview_report.created', { 'data.ai_match_score': 80 }],
		['applicant.updated', { 'data.stage': 'rejected' }],
		['applicant.updated', { 'data.resume_score': 20 }],
		['applicant.updated', { 'data.email_id': 'new@example.com' }],
		['interview.started', { 'data.session_id': 'another' }],
		['applicant.updated', { 'data.date_modified': '2026-05-06 08:00:00' }],
		['applicant.updated', { 'data.date_modified': null, 'data.resume_score': 20 }],
		['proctoring_score.completed', { 'data.proctoring_score': 20 }],
		['interview.started', { 'data.date_started': '2026-05-05 09:00:00' }],
	])('is another one after a change: %s with %j', (name, changes) => {
		expect(event(name, changes).event_id).not.toBe(event(name).event_id);
	});

	const PLAYLIST = 'https://f.example.com/a.M3U8?sig=1';
	const FILE = 'https://f.example.com/a.mp4';
	const PLAYER = 'https://p.example.com/1';

	it.each([
		['a playlist with a player', PLAYLIST, PLAYER, PLAYER],
		['a playlist alone', PLAYLIST, null, PLAYLIST],
		['a file with a player', FILE, PLAYER, FILE],
		['a player alone', null, PLAYER, PLAYER],
		['nothing', null, null, null],
	])('has the link that people can open: %s', (_, url, player, expected) => {
		for (const kind of ['interview_recording', 'interview_webcam_recording']) {
			const links = { [`data.${kind}_url`]: url, [`data.${kind}_player_url`]: player };
			const { recording_url, details } = event(`${kind}.completed`, links);
			expect(recording_url).toBe(expected);
			expect(details.recordings).toEqual(expected === null ? [] : [{ kind: 'video', url: expected }]);
		}
	});

	it.each([
		['interview.started', { 'data.candidate_id': undefined }],
		['interview_report.created', { 'data.report_id': undefined }],
		['applicant.created', { 'data.micro1_job_application_id': undefined }],
		['proctoring_score.completed', { 'data.report_id': 2 ** 53 }],
	])('is unreadable without what it is about: %s with %j', (name, changes) => {
		expect(reasonFor(body(name, changes))).toMatch(/^The body has no interview ID/);
	});

	it.each([[[]], ['text'], [null], [{ event: 'ping' }], [{ event: 'interview.started', data: [] }]])(
		'is unreadable: %j',
		(sent) => {
			expect(reasonFor(sent)).toMatch(/^The body (is not a JSON object|has no data)$/);
		},
	);

	it('of an event that is not known is one all the same, with its ID', () => {
		expect(event('interview_report.created', { event: 'interview_report.archived' })).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
			vendor_event: 'interview_report.archived',
			interview_id: 'Qx7Lm2Vb9K',
		});
		expect(event('applicant.created', { event: undefined })).toMatchObject({
			event_type: 'interview.unknown',
			vendor_event_source: 'inferred',
		});
	});
});

it('a report of the API without an ID is null', () => {
	expect(normalizeMicro1Report({ candidate_id: 'c' }, facts.receivedAt)).toBeNull();
});
