import { normalizeHeyMilo } from '../../../nodes/HeyMilo/normalize';
import { fixture } from '../../fixtures';
import { changed, eventIn, eventOf, facts } from '../normalized';

const bodyOf = (name: string) => fixture('heymilo', name).body;
const started = bodyOf('interview_started');
const completed = bodyOf('interview_completed');
const step = bodyOf('interview_completed.step');
const report = bodyOf('report_available');

const event = (body: unknown, changes: Record<string, unknown> = {}) =>
	eventOf('heymilo', changed(body, changes));
const registeredFor = (
	body: unknown,
	registeredEvent: string | null,
	registeredJobId: string | null = null,
) => normalizeHeyMilo(body, facts, { registeredEvent, registeredJobId });

describe('the key of a HeyMilo event', () => {
	it('tells the three events of one interview apart', () => {
		const events = [started, completed, report].map((body) => event(body));
		expect(new Set(events.map(({ interview_id }) => interview_id)).size).toBe(1);
		expect(events.map(({ dedupe_key }) => dedupe_key)).toEqual([
			'heymilo:A83F19D2605BC74E:interview_started:1773136820.418733',
			'heymilo:A83F19D2605BC74E:interview_completed:1773138104.902117',
			'heymilo:A83F19D2605BC74E:report_available:https://cdn.heymilo.ai/reports/845e91831319e89c4d656bdb80c278ac/Marcus_Oyelaran-2026-03-10.pdf',
		]);
	});

	it('tells two steps apart', () => {
		expect(event(step).event_id).not.toBe(event(completed).event_id);
	});

	it('tells a retake apart, whose interview id is the same', () => {
		expect(event(started, { timestamp: 1773236820.418733 }).event_id).not.toBe(event(started).event_id);
		expect(event(completed, { completion_timestamp: 1773238104.9 }).event_id).not.toBe(
			event(completed).event_id,
		);
	});

	it('does not depend on when a completion was emitted', () => {
		expect(event(completed, { timestamp: 1773138999 }).event_id).toBe(event(completed).event_id);
	});

	it('is the same for a report with a fresh signature on its link', () => {
		const { report_url } = event(report);
		expect(
			event(report, { report_url: `${report_url}?Expires=1773743071&Signature=new`, timestamp: 1773139999 })
				.event_id,
		).toBe(event(report).event_id);
	});

	it('is another one for another report', () => {
		expect(event(report, { report_url: 'https://cdn.heymilo.ai/reports/2/second.pdf' }).event_id).not.toBe(
			event(report).event_id,
		);
	});

	it('is made of the kind of interview and the time when a report has no link', () => {
		expect(event(report, { report_url: null }).dedupe_key).toBe(
			'heymilo:A83F19D2605BC74E:report_available:web_interview:1773138271.336408',
		);
	});

	it('depends on the whole body when it has no time', () => {
		const keys = ['A', 'B'].map(
			(id) => event(completed, { completion_timestamp: null, agent_conversation_id: id }).dedupe_key,
		);
		expect(keys[0]).not.toBe(keys[1]);
	});
});

describe('an event of HeyMilo, which has no name in its body', () => {
	it.each([
		['interview_started', started, 'interview.started', 'started'],
		['interview_completed', completed, 'interview.completed', 'completed'],
		['interview_completed', step, 'interview.in_progress', 'in_progress'],
		['report_available', report, 'interview.report_available', 'completed'],
		[
			'report_available',
			changed(report, { report_url: undefined }),
			'interview.report_available',
			'completed',
		],
		['report_available', changed(report, { agentic_data: null }), 'interview.report_available', 'completed'],
		[
			'interview_completed',
			changed(completed, { completion_timestamp: undefined }),
			'interview.completed',
			'completed',
		],
		[
			'interview_completed',
			changed(completed, { workflow_completed: undefined }),
			'interview.completed',
			'completed',
		],
	])('is recognised as %s by its keys', (name, body, type, status) => {
		expect(eventOf('heymilo', body)).toMatchObject({
			event_type: type,
			interview_status: status,
			vendor_event: name,
			vendor_event_source: 'inferred',
		});
	});

	it('is unknown when its keys are those of no event', () => {
		expect(event(started, { metadata: undefined })).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
			vendor_event: null,
		});
	});

	it.each([['event'], ['event_type']])('is what its body says, should it ever say so in %s', (field) => {
		expect(event(completed, { [field]: 'report_available' })).toMatchObject({
			event_type: 'interview.report_available',
			vendor_event_source: 'body',
		});
	});

	it('keeps a word that nobody knows', () => {
		expect(event(completed, { event_type: 'candidate_ingested' })).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
			vendor_event: 'candidate_ingested',
		});
	});

	it('is what its URL was registered for, whatever its body looks like', () => {
		expect(eventIn(registeredFor(report, 'interview_started'))).toMatchObject({
			event_type: 'interview.started',
			vendor_event: 'interview_started',
			vendor_event_source: 'url',
		});
	});

	it('is taken from the posting its URL was registered for', () => {
		expect(eventIn(registeredFor(started, 'interview_started', '7C41B0E9')).job_id).toBe('7C41B0E9');
		expect(registeredFor(started, 'interview_started', 'OTHER')).toEqual({
			reason: 'The body is about posting 7C41B0E9, but this URL was registered for OTHER',
		});
	});

	it.each([['data'], ['payload']])('is read inside %s as well, and raw keeps the wrapping', (wrapper) => {
		const body = { [wrapper]: report };
		expect(eventOf('heymilo', body)).toStrictEqual({ ...event(report), raw: body });
	});
});

describe('a report of HeyMilo', () => {
	const match = 'agentic_data.web_interview_info.summary.match_score';
	const final = 'interview_data_model.details.metadata.web_interview.final_score';
	const speech = 'agentic_data.web_interview_info.communication.speech_score';
	const video = 'agentic_data.web_interview_info.video_recording_link';
	const audio = 'agentic_data.web_interview_info.audio_recording_link';

	it.each([
		[{ [final]: 55 }, 78],
		[{ [match]: undefined, [final]: 55 }, 55],
		[{ [match]: null, [final]: null }, null],
		[{ agentic_data: null, [final]: 55 }, 55],
		[{ [match]: 0 }, 0],
	])('with %j scores %p, never the 0 in details.score', (changes, score) => {
		expect(event(report, changes)).toMatchObject({
			score_raw: score,
			score_percent: score,
			score_max: score === null ? null : 100,
		});
	});

	it.each([
		[-1, []],
		[null, []],
		[3.5, [{ name: 'Speech', value: 3.5, max: null }]],
		[0, [{ name: 'Speech', value: 0, max: null }]],
	])('with a speech score of %p lists the scores %j', (value, scores) => {
		expect(event(report, { [speech]: value }).details.scores).toEqual(scores);
	});

	it('leaves the scores of questions as sent, and out where a question is not scored', () => {
		expect(event(report).details.questions.map(({ score_raw, weight }) => [score_raw, weight])).toEqual([
			[8, 8],
			[9, 9],
			[7, 6],
			[8, 8],
			[null, 1],
		]);
	});

	it.each([
		[{}, 'video', ['video', 'audio']],
		[{ [video]: null }, 'voice', ['audio']],
		[{ [video]: '', [audio]: null, interview_type: 'conversational_sms' }, 'sms', []],
		[{ [video]: null, [audio]: null, interview_type: 'form' }, 'form', []],
		[{ [video]: null, [audio]: null, interview_type: 'resume' }, 'resume', []],
		[{ [video]: null, [audio]: null, interview_type: 'hologram' }, 'unknown', []],
	])('with %j is of mode %s with the recordings %j', (changes, mode, kinds) => {
		const { interview_mode, recording_url, details } = event(report, changes);
		expect(interview_mode).toBe(mode);
		expect(details.recordings.map(({ kind }) => kind)).toEqual(kinds);
		expect(recording_url).toBe(details.recordings[0]?.url ?? null);
	});

	it('names the speakers alike, whichever words the vendor uses', () => {
		const lines = ['bot', 'user', 'Interviewer', 'Candidate', 'System', null].map((speaker) => ({
			speaker,
			text: 'Hello',
			timestamp: 1,
		}));
		const { transcript } = event(report, {
			'agentic_data.web_interview_info.transcript.transcript': lines,
		}).details;
		expect(transcript.map(({ speaker }) => speaker)).toEqual([
			'Interviewer',
			'Candidate',
			'Interviewer',
			'Candidate',
			'System',
			null,
		]);
	});

	it('tells that it is of a test posting', () => {
		expect(event(report, { 'interview_data_model.posting_info.test_posting': true }).is_test).toBe(true);
	});

	it('finds the candidate in the interview when the metadata is missing', () => {
		const { candidate_id, candidate_name, candidate_email } = event(report);
		expect(event(report, { metadata: null })).toMatchObject({
			candidate_id,
			candidate_name,
			candidate_email,
		});
	});

	it("lifts the customer's own id from what was given at ingestion", () => {
		expect(event(started, { 'metadata.metadata.external_id': 4711 }).external_id).toBe('4711');
	});
});

describe('a completion of HeyMilo', () => {
	it('has a time of completion only when the whole workflow is done', () => {
		expect(event(completed).completed_at).toBe('2026-03-10T10:21:44.902Z');
		expect(event(step)).toMatchObject({ completed_at: null, occurred_at: '2026-03-10T10:03:31.205Z' });
	});
});

it('leaves out a line of the transcript without text', () => {
	const path = 'agentic_data.web_interview_info.transcript.transcript';
	expect(event(report, { [path]: [{ speaker: 'bot', timestamp: 1 }] }).details.transcript).toEqual([]);
});

it('finds the name of the event beside a wrapped body', () => {
	const wrapped = eventIn(normalizeHeyMilo({ event_type: 'report_available', data: completed }, facts));
	expect(wrapped).toMatchObject({ vendor_event: 'report_available', vendor_event_source: 'body' });
});
