import { normalizeRibbon } from '../../../nodes/Ribbon/normalize';
import { fixture } from '../../fixtures';
import { changed, eventOf, facts } from '../normalized';

const processed = fixture('ribbon', 'interview_processed').body;
const moved = fixture('ribbon', 'candidate_status_updated').body;

describe('an event of Ribbon', () => {
	it.each([
		['interview_processed', 'interview.report_available', 'completed', 'unknown'],
		['video_processed', 'interview.report_available', 'completed', 'video'],
		['interview_started', 'interview.unknown', 'unknown', 'unknown'],
	])('%s is %s', (event_type, type, interview_status, interview_mode) => {
		expect(eventOf('ribbon', changed(processed, { event_type }))).toMatchObject({
			event_type: type,
			interview_status,
			interview_mode,
			vendor_event: event_type,
			decision: null,
			score_raw: null,
			occurred_at: null,
		});
	});

	it.each(['incomplete', 'failed'])('is of no completed interview where its status is %s', (status) => {
		expect(eventOf('ribbon', changed(processed, { status }))).toMatchObject({
			interview_status: 'unknown',
			vendor_status: status,
		});
	});

	it.each([
		['accepted', 'advance'],
		['Shortlisted', 'advance'],
		['rejected', null],
		['on hold', null],
		['constructor', null],
		[7, null],
		[undefined, null],
	])('that moves a candidate to %j has the decision %j', (new_status, decision) => {
		expect(eventOf('ribbon', changed(moved, { new_status })).decision).toBe(decision);
	});

	it.each([
		[{ interviewee_first_name: null }, 'Sample'],
		[{ interviewee_last_name: null }, 'Robin'],
		[{ interviewee_first_name: ' ', interviewee_last_name: null }, null],
	])('with %j is of %j', (changes, candidate_name) => {
		expect(eventOf('ribbon', changed(processed, changes)).candidate_name).toBe(candidate_name);
	});

	it.each([
		[changed(processed, { interview_id: null }), /no interview ID/],
		[changed(moved, { interviewee_email: undefined }), /interviewee_email is missing/],
		[changed(moved, { event_type: 'candidate_deleted' }), /no interview ID/],
		[[], /not a JSON object/],
	])('is unreadable without what it is about: %j', (body, reason) => {
		expect(normalizeRibbon(body, facts)).toEqual({ reason: expect.stringMatching(reason) as string });
	});

	it('is distinguished from another by its bytes', () => {
		const idOf = (body: unknown) => eventOf('ribbon', body).event_id;
		expect(idOf(processed)).toBe(idOf(structuredClone(processed)));
		expect(idOf(changed(processed, { interviewee_last_name: 'Example' }))).not.toBe(idOf(processed));
		expect(idOf(changed(processed, { event_type: 'video_processed' }))).not.toBe(idOf(processed));
	});
});
