import { normalizeHeyMilo } from '../../../nodes/HeyMilo/normalize';
import { fixture } from '../../fixtures';
import { changed, eventIn, eventOf, facts } from '../normalized';
import { words } from '../words';

const bodyOf = (name: string) => fixture('heymilo', name).body;
const started = bodyOf('interview_started');
const completed = bodyOf('interview_completed');
const step = bodyOf('interview_completed.step');
const report = bodyOf('report_available');

const event = (body: unknown, changes: Record<string, unknown> = {}) =>
	eventOf('heymilo', changed(body, changes));
const registeredFor = (body: unknown, event: string | undefined, postingId?: string) =>
	normalizeHeyMilo(body, facts, { event, postingId });

describe('the key of a HeyMilo event', () => {
	it('distinguishes a retake, whose interview id is the same', () => {
		expect(event(started, { timestamp: 1773236820.418733 }).event_id).not.toBe(event(started).event_id);
		expect(event(completed, { completion_timestamp: 1773238104.9 }).event_id).not.toBe(
			event(completed).event_id,
		);
	});

	it('does not depend on when a completion was emitted', () => {
		expect(event(completed, { timestamp: 1773138999 }).event_id).toBe(event(completed).event_id);
	});

	it('is the same for a repetition with fresh links in its results, of a posting that was changed meanwhile', () => {
		const [video, audio] = ['video_recording_link', 'audio_recording_link'].map(
			(link) => `agentic_data.web_interview_info.${link}`,
		);
		const signed = (signature: string) => ({
			timestamp: 1773138000 + signature.length,
			[video]: `https://cdn.heymilo.ai/v.mp4?Signature=${signature}`,
			[audio]: `https://cdn.heymilo.ai/a.wav?Signature=${signature}`,
			'interview_data_model.posting_info.last_updated': signature.length,
		});
		expect(event(report, signed('second')).event_id).toBe(event(report, signed('one')).event_id);
	});

	it.each([
		['another score', { 'agentic_data.web_interview_info.summary.match_score': 86 }],
		['another evaluation', { 'agentic_data.web_interview_info.summary.lowlights': ['None'] }],
		['the time of a retake', { 'interview_data_model.details.interviewed_on': 1773911700.5 }],
		['another screening by SMS', { 'interview_data_model.sms_interview_info': { is_eligible: true } }],
	])('is another one for a report that was made again under its old link, with %s', (_, changes) => {
		expect(event(report, { ...changes, timestamp: 1773911871.3 }).event_id).not.toBe(event(report).event_id);
	});

	it('is made of the link alone when a report has nothing else', () => {
		const changes = { agentic_data: null, interview_data_model: null };
		expect(event(report, changes).dedupe_key).toMatch(/Marcus_Oyelaran-2026-03-10\.pdf$/);
	});

	it('is another one for another report', () => {
		expect(event(report, { report_url: 'https://cdn.heymilo.ai/reports/2/second.pdf' }).event_id).not.toBe(
			event(report).event_id,
		);
	});

	it.each([
		['a link', {}],
		['no link', { report_url: null }],
	])('is another one for a report of another kind with the same time and %s', (_, changes) => {
		const kinds = ['web_interview', 'conversational_sms', null];
		const ids = kinds.map((interview_type) => event(report, { ...changes, interview_type }).event_id);
		expect(new Set(ids).size).toBe(3);
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
		['interview_started', started, {}, 'started', 'started'],
		['interview_completed', completed, {}, 'completed', 'completed'],
		['interview_completed', completed, { completion_timestamp: undefined }, 'completed', 'completed'],
		['interview_completed', completed, { workflow_completed: undefined }, 'completed', 'completed'],
		['interview_completed', step, {}, 'in_progress', 'in_progress'],
		['report_available', report, {}, 'report_available', 'completed'],
		['report_available', report, { report_url: undefined }, 'report_available', 'completed'],
		['report_available', report, { agentic_data: null }, 'report_available', 'completed'],
		['report_available', report, { agentic_data: null, report_url: null }, 'report_available', 'completed'],
	])('is recognized as %s by its keys', (name, body, changes, type, status) => {
		expect(event(body, changes)).toMatchObject({
			event_type: `interview.${type}`,
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
			reason: 'The body is about another posting than OTHER, which this URL was registered for',
		});
	});

	it.each([['data'], ['payload']])('is read inside %s as well, and raw keeps the wrapping', (wrapper) => {
		const body = { [wrapper]: report };
		expect(eventOf('heymilo', body)).toStrictEqual({ ...event(report), raw: body });
	});
});

describe('a report of HeyMilo', () => {
	const AGENT = 'agentic_data.web_interview_info';
	const COPY = 'interview_data_model.web_interview_info';
	const SHORT = 'interview_data_model.details.metadata.web_interview';
	const match = `${AGENT}.summary.match_score`;
	const matchCopy = `${COPY}.summary.match_score`;
	const final = `${SHORT}.final_score`;
	const speech = `${AGENT}.communication.speech_score`;
	const video = `${AGENT}.video_recording_link`;
	const audio = `${AGENT}.audio_recording_link`;
	/** The copies of the recordings, out of the way. */
	const noCopies = {
		[`${COPY}.video_recording_link`]: null,
		[`${COPY}.audio_recording_link`]: null,
		[`${SHORT}.video_recording_link`]: null,
		[`${SHORT}.audio_recording_link`]: null,
	};

	it.each([
		[{ [matchCopy]: 66, [final]: 55 }, 78],
		[{ [match]: undefined, [matchCopy]: 66, [final]: 55 }, 66],
		[{ [match]: undefined, [matchCopy]: null, [final]: 55 }, 55],
		[{ [match]: null, [matchCopy]: null, [final]: null }, null],
		[{ [match]: -1, [matchCopy]: -1, [final]: 55 }, 55],
		[{ agentic_data: null, [matchCopy]: 66, [final]: 55 }, 66],
		[{ agentic_data: null, [COPY]: null, [final]: 55 }, 55],
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

	it.each([
		[{}, 'video', ['video', 'audio']],
		[{ ...noCopies, [video]: null }, 'voice', ['audio']],
		[{ [video]: null }, 'video', ['video', 'audio']],
		[{ ...noCopies, [video]: '', [audio]: null, interview_type: 'conversational_sms' }, 'sms', []],
		[{ ...noCopies, [video]: null, [audio]: null, interview_type: 'form' }, 'form', []],
		[{ ...noCopies, [video]: null, [audio]: null, interview_type: 'resume' }, 'resume', []],
		[{ ...noCopies, [video]: null, [audio]: null, interview_type: 'hologram' }, 'unknown', []],
		[{ ...noCopies, [video]: null, [audio]: null, interview_type: null }, 'unknown', []],
		// One interview may have a spoken part too: the report is of the text messages.
		[{ interview_type: 'conversational_sms' }, 'sms', ['video', 'audio']],
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
		const { transcript } = event(report, { [`${AGENT}.transcript.transcript`]: lines }).details;
		const speakers = ['Interviewer', 'Candidate', 'Interviewer', 'Candidate', 'System', null];
		expect(transcript.map(({ speaker }) => speaker)).toEqual(speakers);
	});

	it('says that it is of a test posting', () => {
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

describe('a report of HeyMilo whose spoken interview stands elsewhere', () => {
	const AGENT = 'agentic_data.web_interview_info';
	const web = changed(report, { [AGENT]: null });
	const whole = (report as { agentic_data: { web_interview_info: object } }).agentic_data.web_interview_info;

	it.each([
		['agentic_data', { agentic_data: null }],
		['its web_interview_info', { [AGENT]: null }],
	])('is read from the model where %s is null', (_, changes) => {
		const moved = { ...changes, 'interview_data_model.web_interview_info': whole };
		// The key holds a hash of the results as they were sent, so of which copies there are.
		const { dedupe_key, event_id } = event(report, moved);
		expect(event(report, moved)).toStrictEqual({
			...event(report),
			dedupe_key,
			event_id,
			raw: changed(report, moved),
		});
	});

	it('takes each field from the first copy that has it', () => {
		const { details, strengths } = event(report, {
			[`${AGENT}.summary.highlights`]: [],
			[`${AGENT}.transcript`]: null,
			'interview_data_model.web_interview_info.summary.highlights': ['From the copy'],
		});
		expect(strengths).toBe('From the copy');
		expect(details.questions).toHaveLength(5);
		expect(details.transcript.map(({ at_seconds }) => at_seconds)).toEqual([4, 12, 72, 81]);
	});

	it('has what the short form has where both copies are null', () => {
		const { details, interview_mode } = event(web, { 'interview_data_model.web_interview_info': null });
		expect(details.recordings.map(({ kind }) => kind)).toEqual(['video', 'audio']);
		expect(details.tags).toContain('Explains technical matters in plain words');
		expect(interview_mode).toBe('video');
	});

	it.each([
		[[{ name: 'Clarity', score: 4 }], [{ name: 'Clarity', value: 4, max: null }], []],
		[
			[{ criteria: 'Pace', evaluation_score: 3, reasoning: 'Calm', score_weight: 2 }],
			[{ name: 'Pace', value: 3, max: null }],
			[{ id: null, text: 'Pace', score_raw: 3, weight: 2, summary: 'Calm' }],
		],
		[
			['Speaks calmly'],
			[],
			[{ id: null, text: null, score_raw: null, weight: null, summary: 'Speaks calmly' }],
		],
		[[null, 7, [], { score: 4 }, { name: 'Pace', score: -1 }], [], []],
		['none', [], []],
	])('with the evaluations %j of how somebody spoke has them', (evaluations, scores, further) => {
		const { details } = event(report, { [`${AGENT}.communication.evaluations`]: evaluations });
		expect(details.scores).toEqual(scores);
		expect(details.questions.slice(5)).toEqual(further);
	});
});

describe('a report of HeyMilo without a spoken interview', () => {
	const sms = bodyOf('report_available.sms');
	const full = bodyOf('report_available.full');
	const MODEL = 'interview_data_model';
	const noSpeech = {
		agentic_data: null,
		[`${MODEL}.web_interview_info`]: null,
		[`${MODEL}.details.metadata.web_interview`]: null,
	};

	it('has what was asked by text message, what came of it, and the conversation', () => {
		const { details, interview_mode, score_raw } = event(sms, { agentic_data: null });
		expect(details.questions.map(({ id, summary }) => [id, summary])).toEqual([
			['sms_1c77', 'Passed\nHas a permanent work permit'],
			['sms_90b2', 'Not passed\nCannot work nights until September'],
		]);
		expect(details.transcript.map(({ text }) => text)).toEqual([
			'Hello Tomasz, can you be on call one week in five?',
			'Not before September.',
		]);
		expect({ interview_mode, score_raw }).toEqual({ interview_mode: 'sms', score_raw: null });
	});

	it('finds the results of text messages in their short form', () => {
		const { highlights, lowlights } = event(sms, { [`${MODEL}.sms_interview_info`]: null }).details;
		expect(highlights).toEqual(['Criterion passed: Are you allowed to work in the EU?']);
		expect(lowlights.slice(1)).toEqual([
			'SMS screening: not passed',
			'Criterion not passed: Can you be on call one week in five?',
		]);
	});

	it('has the results of resume and form', () => {
		const { details, score_raw, interview_mode } = event(full, {
			...noSpeech,
			[`${MODEL}.sms_interview_info`]: null,
			[`${MODEL}.details.metadata.sms`]: null,
			interview_type: 'form',
		});
		expect({ score_raw, interview_mode }).toEqual({ score_raw: null, interview_mode: 'form' });
		expect(details.scores).toEqual([{ name: 'Resume', value: 71.5, max: 100 }]);
		expect(details.questions).toEqual([
			expect.objectContaining({ id: 'rec_77b0', summary: 'Passed\nSix years of work' }),
			expect.objectContaining({ id: 'rsc_4a01', score_raw: 7.5, summary: 'Four years at a parcel service' }),
			expect.objectContaining({ id: 'fq_2d10', summary: 'Passed\nAnswer: yes\nExpected answer: yes' }),
			expect.objectContaining({ id: 'fq_2d11', summary: 'Passed\nAnswer: Amina' }),
		]);
		expect(details.highlights).toEqual([
			'Resume screening: passed',
			'Form: passed',
			'Criterion passed: Degree in computer science, or three years of work',
			'Knockout criterion passed: Do you have a driving license?',
		]);
	});

	it.each([
		[{ overall_status: 'failed' }, 'Form: not passed'],
		[{ overall_status: null, is_eligible: false }, 'Form: not passed'],
		[{ overall_status: 'pending', is_eligible: false }, undefined],
		[{ is_complete: false, is_eligible: false }, undefined],
		[{ is_eligible: 0 }, undefined],
		[{}, undefined],
	])('with the form %j has the concern %p', (form, concern) => {
		const changes = {
			...noSpeech,
			[`${MODEL}.form_interview_info`]: form,
			[`${MODEL}.details.metadata.form`]: null,
		};
		expect(event(full, changes).details.lowlights).toEqual(concern === undefined ? [] : [concern]);
	});

	it('says nothing against somebody for an open question of a form', () => {
		const questions = [
			{ question_text: 'Name?', is_knockout: false, passed: false, candidate_answer: ['A', 'B'] },
		];
		const { details } = event(full, { [`${MODEL}.form_interview_info.questions`]: questions });
		expect(details.lowlights).toEqual(['Wrote no report afterwards']);
		expect(details.questions.at(-1)).toMatchObject({ text: 'Name?', summary: 'Not passed\nAnswer: A, B' });
	});

	it.each([
		[[], 'unknown'],
		[[{ id: 'conversational_sms' }], 'sms'],
		[[{ id: 'Resume_Upload' }], 'resume'],
		[[{ id: 'conversational_sms' }, { id: 'web_interview' }], 'unknown'],
	])('that does not say its kind is of the mode of its steps: %j is %s', (steps, mode) => {
		const changes = {
			...noSpeech,
			interview_type: null,
			[`${MODEL}.sms_interview_info`]: null,
			[`${MODEL}.details.metadata.sms`]: null,
			[`${MODEL}.details.workflow_status.step_by_step`]: steps,
		};
		expect(event(sms, changes).interview_mode).toBe(mode);
	});
});

describe('a report of HeyMilo with every field that is documented', () => {
	it('fills every column that a report can fill', () => {
		const full = event(bodyOf('report_available.full'));
		const empty = Object.keys(full).filter((column) => full[column as keyof typeof full] === null);
		// A report has no such field, and the bytes of `raw_sha256` are not known here.
		expect(empty).toEqual(
			words(`
				decision summary invited_at started_at deleted_at candidate_first_name candidate_last_name failure_reason
				raw_sha256
			`),
		);
		expect(full).toMatchObject({ candidate_phone: '+4915550100200', external_id: '1E5', is_test: true });
		for (const list of Object.values(full.details)) expect(list).not.toEqual([]);
	});

	it('keeps ids that look like numbers as they were sent', () => {
		const sent = {
			interview_id: '1234567890123E45',
			posting_id: '219E0102',
			'metadata.candidate_id': '00123',
		};
		expect(event(started, { ...sent, 'metadata.metadata': { external_id: '0012E4' } })).toMatchObject({
			interview_id: '1234567890123E45',
			job_id: '219E0102',
			candidate_id: '00123',
			external_id: '0012E4',
			dedupe_key: 'heymilo:1234567890123E45:interview_started:1773136820.418733',
		});
	});
});

describe('the time of completion in a report of HeyMilo', () => {
	const COMPLETE = 'interview_data_model.details.workflow_status.all_complete';
	const ON = 'interview_data_model.details.interviewed_on';

	it.each([
		[{}, '2026-03-10T10:21:44.902Z'],
		[{ [COMPLETE]: null }, '2026-03-10T10:21:44.902Z'],
		[{ [COMPLETE]: false }, null],
		[{ [ON]: null }, null],
		[{ interview_data_model: null }, null],
	])('with %j is %p', (changes, time) => {
		expect(event(report, changes)).toMatchObject({
			completed_at: time,
			occurred_at: '2026-03-10T10:24:31.336Z',
		});
	});
});

describe('a time of HeyMilo in another form than seconds', () => {
	const ON = 'interview_data_model.details.interviewed_on';

	it.each([
		[1773138104.902, '1773138104.902'],
		[1773138104902, '1773138104.902'],
		['1773138104902', '1773138104.902'],
		['2026-03-10T10:21:44.902Z', '1773138104.902'],
		['2026-03-10T19:21:44.902+09:00', '1773138104.902'],
	])('is the same time and the same event: %j', (sent, key) => {
		const time = '2026-03-10T10:21:44.902Z';
		expect(event(started, { timestamp: sent })).toMatchObject({
			occurred_at: time,
			started_at: time,
			dedupe_key: `heymilo:A83F19D2605BC74E:interview_started:${key}`,
		});
		expect(event(completed, { completion_timestamp: sent })).toMatchObject({
			occurred_at: time,
			completed_at: time,
			dedupe_key: `heymilo:A83F19D2605BC74E:interview_completed:${key}`,
		});
		expect(event(report, { timestamp: sent, [ON]: sent })).toMatchObject({
			occurred_at: time,
			completed_at: time,
		});
	});

	it('of another type leaves the columns empty', () => {
		expect(event(started, { timestamp: 'yesterday' })).toMatchObject({ occurred_at: null, started_at: null });
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
