import { normalizeJobMojito } from '../../../nodes/JobMojito/normalize';
import { fixture } from '../../fixtures';
import { changed, eventIn, eventOf, facts } from '../normalized';

const result = fixture('jobmojito', 'interview_result').body;
const event = (changes: Record<string, unknown> = {}) => eventOf('jobmojito', changed(result, changes));

describe('the key of a JobMojito event', () => {
	it('distinguishes the three decisions', () => {
		const keys = [true, false, null].map(
			(recruiter_go_next_round) => event({ recruiter_go_next_round }).dedupe_key,
		);
		expect(new Set(keys).size).toBe(3);
	});

	it.each([
		['status', 'archived'],
		['interview_status', 'completed, stopped early'],
		['processing_status', 'processing'],
		['score', 7.35],
		['score', null],
		['ai_analysis_recruiter_score', 7],
		['pdf_export_url', 'https://cool.jobmojito.com/storage/v1/object/sign/other.pdf'],
		['pdf_export_url', null],
		['ai_analysis_recruiter_why_hire', ['Another reason']],
		['ai_analysis_recruiter_why_not_hire', null],
		['id', 'another-attempt'],
	])('is another one when %s becomes %j', (field, value) => {
		expect(event({ [field]: value }).event_id).not.toBe(event().event_id);
	});

	it('is the same when the reasons come as text instead of a list', () => {
		const { details } = event();
		const asText = { ai_analysis_recruiter_why_hire: details.highlights.join('\n') };
		expect(event(asText).event_id).toBe(event().event_id);
	});
});

describe('a drifted form of a JobMojito result', () => {
	it.each([
		[{ score: '7.34' }],
		[{ score: ' 7.34 ', ai_analysis_recruiter_score: '6.912' }],
		[{ status: 'Active', interview_status: 'COMPLETED', processing_status: 'Completed' }],
		[{ recruiter_go_next_round: '' }],
	])('with %j is the same event', (changes) => {
		expect(event(changes).event_id).toBe(event().event_id);
	});

	it.each([[true], [false]])('is the same event with the decision %s as text', (decision) => {
		expect(event({ recruiter_go_next_round: String(decision) }).event_id).toBe(
			event({ recruiter_go_next_round: decision }).event_id,
		);
	});

	it('that cannot be read is still distinguished from the one before', () => {
		const keys = [1, 0, '1', null].map(
			(recruiter_go_next_round) => event({ recruiter_go_next_round }).event_id,
		);
		const scores = ['7,34', '8,10'].map((score) => event({ score }).event_id);
		expect(new Set([...keys, ...scores]).size).toBe(6);
	});
});

describe('the older envelope of JobMojito', () => {
	const envelope = fixture('jobmojito', 'interview_result.envelope').body as Record<string, unknown>;
	const { record } = envelope;
	const enveloped = (changes: Record<string, unknown>) => eventOf('jobmojito', changed(envelope, changes));

	it.each([
		[{ 'record.processing_status': 'processing' }, null],
		[{ 'record.processing_status': null }, null],
		[{ 'record.status': 'draft' }, null],
		[{ 'record.interview_status': null }, null],
		[{ 'record.interview_status': 'failed', 'record.status': 'draft' }, 'interview_failed'],
		[{ 'record.interview_status': 'completed', 'record.status': 'draft' }, 'interview_collected'],
		[{ 'record.status': 'archived' }, 'archived'],
	])('with %j is %p', (changes, name) => {
		expect(enveloped(changes).vendor_event).toBe(name);
	});

	it('says when the link of its report expires, unless there is none', () => {
		expect(enveloped({}).report_url_expires_at).toBe('2026-03-16T13:34:12.961Z');
		expect(enveloped({ 'record.pdf_export_url': null }).report_url_expires_at).toBeNull();
	});

	it.each([
		['another table', { table: 'profile' }],
		['no record', { record: null }],
		['a list of records', { record: [record] }],
	])('is not one with %s', (_, changes) => {
		expect(normalizeJobMojito(changed(envelope, changes), facts)).toEqual({
			reason: 'The body has no result ID: id is missing',
		});
	});
});

describe('an event of JobMojito, which has no name in its body', () => {
	it.each([
		['draft', 'completed', 'interview_collected', 'interview.completed', 'completed'],
		['draft', 'completed, stopped early', 'interview_collected', 'interview.completed', 'completed'],
		['active', 'completed', 'interview_result', 'interview.report_available', 'completed'],
		['active', 'completed, stopped early', 'interview_result', 'interview.report_available', 'completed'],
		['draft', 'failed', 'interview_failed', 'interview.failed', 'failed'],
		['draft', 'abandoned', 'interview_failed', 'interview.failed', 'abandoned'],
		['draft', 'terminated, no speech detected', 'interview_failed', 'interview.failed', 'no_speech'],
		['archived', 'completed', 'archived', 'interview.status_changed', 'archived'],
		['archived', null, 'archived', 'interview.status_changed', 'archived'],
		['draft', 'ongoing', 'ongoing', 'interview.in_progress', 'in_progress'],
		['active', 'Ongoing', 'ongoing', 'interview.in_progress', 'in_progress'],
		['archived', 'ongoing', 'archived', 'interview.status_changed', 'archived'],
		['Active', 'Completed', 'interview_result', 'interview.report_available', 'completed'],
		['draft', 'Abandoned', 'interview_failed', 'interview.failed', 'abandoned'],
		['active', 'started', null, 'interview.unknown', 'unknown'],
		['preparing', 'completed', null, 'interview.unknown', 'unknown'],
		[null, null, null, 'interview.unknown', 'unknown'],
	])('with the status %p and the ending %p is %p', (status, ending, name, type, interviewStatus) => {
		expect(event({ status, interview_status: ending })).toMatchObject({
			event_type: type,
			interview_status: interviewStatus,
			vendor_event: name,
			vendor_event_source: 'inferred',
		});
	});

	it.each([['failed'], ['abandoned'], ['terminated, no speech detected']])(
		'says why it failed: %s',
		(ending) => {
			expect(event({ status: 'draft', interview_status: ending })).toMatchObject({
				failure_reason: ending,
				vendor_status: ending,
			});
		},
	);

	it('keeps a status that nobody knows', () => {
		expect(event({ interview_status: 'paused' })).toMatchObject({
			vendor_status: 'paused',
			failure_reason: null,
		});
	});
});

describe('a result of JobMojito', () => {
	it.each([
		[true, 'advance'],
		[false, 'reject'],
		[null, 'undecided'],
		[undefined, 'undecided'],
		['', 'undecided'],
		['true', 'advance'],
		[' True ', 'advance'],
		['false', 'reject'],
		['FALSE', 'reject'],
		[1, null],
		[0, null],
		['1', null],
		['0', null],
		['yes', null],
		[{}, null],
	])('with the next round %p holds the decision %s', (goesOn, decision) => {
		expect(event({ recruiter_go_next_round: goesOn }).decision).toBe(decision);
	});

	it('has a percentage only on the scale that the user set', () => {
		expect(event()).toMatchObject({
			score_raw: 7.34,
			score_max: null,
			score_percent: null,
			score_scale_source: 'unknown',
		});
		expect(eventIn(normalizeJobMojito(result, facts, 10))).toMatchObject({
			score_raw: 7.34,
			score_max: 10,
			score_percent: 73.4,
			score_scale_source: 'setting',
		});
	});

	it.each([
		[
			['Clear', ' ', 'On time'],
			['Clear', 'On time'],
		],
		['Clear\nOn time', ['Clear', 'On time']],
		['Clear\r\n\r\n On time ', ['Clear', 'On time']],
		['["Clear", "On time"]', ['Clear', 'On time']],
		['[Clear, as written', ['[Clear, as written']],
		['Clear', ['Clear']],
		[{ first: 'Clear', second: 'On time', third: 3 }, ['Clear', 'On time']],
		[
			[{ id: 'r1', title: 'Clear', text: 'Answers first' }, ['On', 'time'], { n: 3 }],
			['Clear: Answers first', 'On: time'],
		],
		['', []],
		[null, []],
		[7, []],
	])('reads the reasons %j as %j', (reasons, points) => {
		const { strengths, concerns, details } = event({
			ai_analysis_recruiter_why_hire: reasons,
			ai_analysis_recruiter_why_not_hire: reasons,
		});
		expect([details.highlights, details.lowlights]).toEqual([points, points]);
		expect([strengths, concerns]).toEqual(
			Array.from({ length: 2 }, () => (points.length > 0 ? points.join('\n') : null)),
		);
	});

	it("prefers the recruiter's analysis to the candidate's as its summary", () => {
		expect(event().summary).toMatch(/^Amara coordinated/);
		expect(event({ ai_analysis_recruiter: null }).summary).toMatch(/^You gave/);
	});

	it('names its interview definition by either of its two names', () => {
		expect(event({ interview_id: undefined }).job_id).toBe('06c5a393-9dce-42fc-8f69-41c073e6ae9b');
	});
});

it('takes a rewritten analysis for another event, also the one that is the summary in its place', () => {
	const analyses = ['A first analysis.', 'Rewritten after a review.'];
	const ids = (name: string) =>
		analyses.map((analysis) => event({ ai_analysis_recruiter: null, [name]: analysis }).event_id);
	expect(new Set(ids('ai_analysis_recruiter')).size).toBe(2);
	expect(new Set(ids('ai_analysis')).size).toBe(2);
});
