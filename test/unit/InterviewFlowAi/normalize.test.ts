import { normalizeInterviewFlowAi } from '../../../nodes/InterviewFlowAi/normalize';
import { normalizeInterviewFlowAiRecord } from '../../../nodes/InterviewFlowAi/normalizeAnswer';
import { fixture } from '../../fixtures';
import { changed, eventIn, eventOf, facts } from '../normalized';

const bodyOf = (name: string) => fixture('interviewflowai', name).body;
const completed = bodyOf('interview.completed');
const report = bodyOf('interview.report_available');
const enveloped = bodyOf('report_available.enveloped');

const event = (body: unknown, changes: Record<string, unknown> = {}) =>
	eventOf('interviewflowai', changed(body, changes));
const withHeaders = (body: unknown, headers: Record<string, unknown>) =>
	eventIn(normalizeInterviewFlowAi(body, facts, headers));

describe('the key of an InterviewFlowAI event', () => {
	it.each([['webhook-id'], ['svix-id'], ['x-event-id'], ['x-delivery-id']])(
		'has the delivery id in the header %s',
		(header) => {
			expect(withHeaders(completed, { [header]: ' msg_1 ' }).dedupe_key).toMatch(
				/^interviewflowai:delivery:msg_1:500a6a4f-24e2-4f3f-98c6-90743c59ca12:interview\.completed:[0-9a-f]{64}$/,
			);
		},
	);

	it.each([['deliveryId'], ['delivery_id'], ['eventId'], ['event_id']])(
		'has the delivery id in the field %s',
		(field) => {
			expect(event(completed, { [field]: 'msg_2' }).dedupe_key).toContain('interviewflowai:delivery:msg_2:');
		},
	);

	it('prefers a header to the body', () => {
		const { dedupe_key } = withHeaders(
			{ ...(enveloped as object), eventId: 'msg_4' },
			{ 'webhook-id': 'msg_3' },
		);
		expect(dedupe_key).toContain('interviewflowai:delivery:msg_3:');
	});

	it.each([['x-request-id'], ['traceparent']])('ignores %s, which proxies make anew each time', (header) => {
		expect(withHeaders(completed, { [header]: 'r1' }).dedupe_key).toBe(event(completed).dedupe_key);
	});

	it.each([[''], ['  '], [null], [['a', 'b']], [7]])('takes %j in a header for no delivery id', (value) => {
		expect(withHeaders(completed, { 'webhook-id': value }).dedupe_key).toBe(event(completed).dedupe_key);
	});

	it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		['nothing', {}, {}],
		['the header x-webhook-id', {}, { 'x-webhook-id': 'hook_1' }],
		['webhookId in the body', { webhookId: 'hook_1' }, {}],
		['webhook_id in the body', { webhook_id: 'hook_1' }, {}],
		['an id at the root', { id: 'hook_1' }, {}],
		['the header webhook-id', {}, { 'webhook-id': 'hook_1' }],
		['eventId in the body', { eventId: 'hook_1' }, {}],
	])(
		'distinguishes a retake from its first attempt although the webhook names itself by %s',
		(_, fields, headers) => {
			const attempt = (score: number, completedAt: string) =>
				withHeaders(
					{
						event: 'interview.completed',
						...fields,
						data: { interviewId: 'interview-a', score, completedAt },
					},
					headers,
				).dedupe_key;
			const first = attempt(60, '2026-03-01T08:00:00Z');
			expect(attempt(90, '2026-03-02T08:00:00Z')).not.toBe(first);
			expect(attempt(60, '2026-03-01T08:00:00Z')).toBe(first);
		},
	);

	it('takes an id at the root that is the id of the interview for no delivery id', () => {
		const key = event(completed, { id: '500a6a4f-24e2-4f3f-98c6-90743c59ca12' }).dedupe_key;
		expect(key).toMatch(
			/^interviewflowai:500a6a4f-24e2-4f3f-98c6-90743c59ca12:interview\.completed:[0-9a-f]{64}$/,
		);
	});
});

describe('the name of an InterviewFlowAI event', () => {
	const nameless = changed(completed, { event: undefined });

	it.each([
		['interview.started', 'interview.started', 'started'],
		['interview.in_progress', 'interview.in_progress', 'in_progress'],
		['interview.completed', 'interview.completed', 'completed'],
		['interview.report_available', 'interview.report_available', 'completed'],
		[' Interview.Completed ', 'interview.completed', 'completed'],
	])('%j is understood', (name, type, status) => {
		expect(event(completed, { event: name })).toMatchObject({
			event_type: type,
			interview_status: status,
			vendor_event: name.trim().toLowerCase(),
			vendor_event_source: 'body',
		});
	});

	it.each([['event'], ['type'], ['eventType'], ['event_type'], ['eventName'], ['event_name'], ['name']])(
		'is found in the field %s',
		(field) => {
			expect(event(nameless, { [field]: 'interview.started' }).event_type).toBe('interview.started');
			expect(event(nameless, { [`data.${field}`]: 'interview.started' }).event_type).toBe(
				'interview.started',
			);
		},
	);

	it.each([['x-event'], ['x-webhook-event']])('is found in the header %s', (header) => {
		expect(withHeaders(nameless, { [header]: 'interview.completed' })).toMatchObject({
			event_type: 'interview.completed',
			vendor_event_source: 'inferred',
		});
	});

	it('is the known one when several fields could be the name', () => {
		expect(
			event(completed, { type: 'webhook', event: 'v1', eventName: 'interview.in_progress' }).vendor_event,
		).toBe('interview.in_progress');
	});

	it('is kept when nobody knows it', () => {
		expect(event(completed, { event: 'interview.cancelled' })).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
			vendor_event: 'interview.cancelled',
			vendor_event_source: 'body',
		});
	});

	it('is null where there is none', () => {
		expect(eventOf('interviewflowai', nameless)).toMatchObject({
			event_type: 'interview.unknown',
			vendor_event: null,
		});
	});
});

describe('the facts of an InterviewFlowAI event', () => {
	const id = '500a6a4f-24e2-4f3f-98c6-90743c59ca12';

	it.each([
		[{ interviewId: id }],
		[{ interview_id: id }],
		[{ interview: { id } }],
		[{ data: { id } }],
		[{ payload: { id } }],
		[{ data: { interviewId: id } }],
		[{ data: { interview: { id } } }],
		[{ payload: { interview_id: id } }],
		[{ id: 'whk_1', data: { interviewId: id } }],
	])('name the interview: %j', (body) => {
		expect(eventOf('interviewflowai', body).interview_id).toBe(id);
	});

	it.each([[{ id }], [{ event: 'ping' }], [{ data: [id] }], [{ interviewId: null }]])(
		'name no interview: %j',
		(body) => {
			expect(normalizeInterviewFlowAi(body, facts)).toEqual({
				reason: 'The body has no interview ID: there is no interviewId',
			});
		},
	);

	it.each([['interviewerId'], ['interviewer_id'], ['jobId'], ['job_id']])(
		'name the Interviewer in %s',
		(field) => {
			expect(eventOf('interviewflowai', { interviewId: id, data: { [field]: 'a996c3d1' } }).job_id).toBe(
				'a996c3d1',
			);
		},
	);

	it.each([
		[1773062875913, '2026-03-09T13:27:55.913Z'],
		[1773062875.913, '2026-03-09T13:27:55.913Z'],
		['2026-03-09T14:27:55.913+01:00', '2026-03-09T13:27:55.913Z'],
		['2026-03-09T13:27:55.913', null],
		['1773062875', '2026-03-09T13:27:55.000Z'],
		['1773062875913', '2026-03-09T13:27:55.913Z'],
		[1773062875913000, null],
		[13, null],
		[null, null],
	])('tell the time %j as %p', (timestamp, time) => {
		expect(event(completed, { timestamp }).occurred_at).toBe(time);
	});

	it('have a percentage only on the scale that the user set', () => {
		expect(event(report)).toMatchObject({
			score_raw: 84,
			score_percent: null,
			score_scale_source: 'unknown',
		});
		expect(eventIn(normalizeInterviewFlowAi(report, facts, {}, 100))).toMatchObject({
			score_percent: 84,
			score_max: 100,
			score_scale_source: 'setting',
		});
	});

	it.each([
		['Asks well', 'Asks well'],
		[[{ title: 'Asks well', text: 'Listens' }], 'Asks well: Listens'],
	])('take strengths as a list or as one text: %j', (said, strengths) => {
		expect(event(report, { 'data.strengths': said })).toMatchObject({
			strengths,
			details: { highlights: [strengths] },
		});
	});

	const person = { email: 'ada@example.com' };
	const recruiter = 'recruiter@example.com';
	const ofPerson = { candidate_name: null, candidate_email: 'ada@example.com', external_id: null };
	const ofNobody = { candidate_email: null, candidate_id: 'c1' };

	it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		[
			'no interview for the candidate',
			{ data: { name: 'Backend Interview', candidate: { firstName: 'Ada', ...person } } },
			ofPerson,
		],
		['no recruiter for the candidate', { email: recruiter, data: { candidate: person } }, ofPerson],
		[
			'nobody for one without an address',
			{ email: recruiter, candidate: { id: 'c1', name: 'Ada' } },
			ofNobody,
		],
		[
			'no envelope for the candidate inside',
			{ email: recruiter, externalId: 'hook', data: { ...person, externalId: '7' } },
			{ ...ofPerson, external_id: '7' },
		],
		['no score of the candidate for the interview', { data: { score: null, candidate: { score: 5 } } }, {}],
		['no other score for one not readable', { data: { score: '85%', report: { overallScore: 70 } } }, {}],
		[
			'no score of another interview',
			{ data: { interview: { id: 'other', score: 12, url: 'https://x.example' } } },
			{},
		],
	])('take %s', (_, body, expected) => {
		expect(eventOf('interviewflowai', { interviewId: id, ...body })).toMatchObject({
			score_raw: null,
			interview_url: null,
			...expected,
		});
	});

	it('hold no decision, since the vendor has no such notion', () => {
		expect(event(report, { 'data.decision': 'advance' }).decision).toBeNull();
	});
});

it("does not take the candidate's name for the name of an event", () => {
	const normalized = normalizeInterviewFlowAi({ data: { interviewId: 'i', name: 'Sofia Lindqvist' } }, facts);
	expect(eventIn(normalized)).toMatchObject({ vendor_event: null, candidate_name: 'Sofia Lindqvist' });
});

describe("the customer's own names under metadata", () => {
	const withMetadata = (metadata: unknown, place = 'data') =>
		eventOf('interviewflowai', { event: 'interview.started', [place]: { interviewId: 'i', metadata } });

	it.each([
		['atsId'],
		['ats_id'],
		['ATS-ID'],
		['ATS Id'],
		['AtsID'],
		['externalId'],
		['External ID'],
		['external-id'],
		['EXTERNAL_ID'],
		['externalCandidateId'],
		['external candidate id'],
		['External-Candidate_ID'],
	])('hold the external id under %j', (name) => {
		expect(withMetadata({ other: 'x', [name]: 'GH-1' }).external_id).toBe('GH-1');
		expect(withMetadata({ [name]: 20417 }, 'payload').external_id).toBe('20417');
	});

	it.each([['phone'], ['Phone'], ['PHONE '], ['p-h_o n e']])('hold the phone number under %j', (name) => {
		expect(withMetadata({ [name]: '+46701740605' }).candidate_phone).toBe('+46701740605');
	});

	it.each([['atsIdentifier'], ['id'], ['my ats id'], ['ats.id'], ['x'.repeat(1000)]])(
		'hold nothing under %j, which is another name',
		(name) => {
			expect(withMetadata({ [name]: 'GH-1' }).external_id).toBeNull();
		},
	);

	it('are read in this order, empty ones passed over', () => {
		expect(withMetadata({ 'ATS ID': 'a', 'External ID': 'b' }).external_id).toBe('b');
		expect(withMetadata({ atsId: 'a', externalId: ' ', 'external id': null }).external_id).toBe('a');
		expect(withMetadata({ 'ATS ID': 'other', atsId: 'exact' }).external_id).toBe('exact');
	});

	it('say nothing where two spellings hold two ids: one is somebody else', () => {
		expect(withMetadata({ 'ATS ID': 'a', ats_id: 'b' }).external_id).toBeNull();
		expect(withMetadata({ 'ATS ID': 'a', ats_id: 'a' }).external_id).toBe('a');
	});

	it('are read in answers of the API too', () => {
		const record = { interviewId: 'i', metadata: { 'External ID': 'GH-1', Phone: '+1' } };
		expect(normalizeInterviewFlowAiRecord(record, facts.receivedAt)).toMatchObject({
			external_id: 'GH-1',
			candidate_phone: '+1',
		});
	});

	it('count there only: elsewhere names are those of the vendor', () => {
		expect(eventOf('interviewflowai', { interviewId: 'i', 'Candidate Name': 'x' }).candidate_name).toBeNull();
	});
});
