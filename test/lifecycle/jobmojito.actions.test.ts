import type { IDataObject } from 'n8n-workflow';

import { enrollWithLink } from '../../nodes/JobMojito/resources/candidate/enrollWithLink';
import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import { startJobMojito, type JobMojitoInterview, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { bodies } from '../../simulators/jobmojito/bodies';
import { contentOf as contentOfFile } from '../../simulators/shared/storage';
import { actionsOf, byId, differences, pairedWith } from './actions';
import { contentOf } from './runAction';
import { connect } from './vendors';

let simulator: JobMojitoSimulator;

beforeEach(async () => {
	simulator = await startJobMojito();
});

afterEach(async () => await simulator.stop());

const { run, row, rows, refusal } = actionsOf('jobmojito', () => simulator.credentials);

const textFile = (text: string) => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName: 'resume.txt',
});

const definition = () => simulator.state.definitions[0];

/** A candidate who has finished, submitted and been scored. */
async function reported(candidate: { name?: string; jobId?: string } = {}): Promise<JobMojitoInterview> {
	const interview = await simulator.invite({ name: 'Ada Example', email: 'Ada@example.com', ...candidate });
	await interview.start();
	await interview.complete();
	await interview.report({ score: 7.3, pdf: false });
	return interview;
}

const newInterview = () => ({
	name: 'Dispatcher',
	location: 'Remote',
	avatar: byId(simulator.state.avatars[0].id),
	status: 'active',
	visibility: 'merchant_invite',
});

const lastBody = () => JSON.parse(simulator.requests[simulator.requests.length - 1].body) as IDataObject;
const callsTo = (path: string) => simulator.requests.filter((call) => call.path.includes(path));

describe('Report', () => {
	const WHOLE = { simplify: false };

	/** Only the API has these, or only the API can be asked for them. */
	const ONLY_IN_API = [
		'occurred_at', // the webhook carries no time; the list has updated_at
		'job_title', // the list's position_name
		'invited_at', // the list's created_at
		'started_at', // the details' start
		'completed_at', // the details' end
		'is_test', // the list's is_test
	];

	/** Only the webhook has these, or they say how the item came. */
	const ONLY_IN_WEBHOOK = [
		'candidate_phone', // no answer about a result has it
		'received_at', // our clock
		'verification', // api, or the secret of the delivery
		'raw_sha256', // of the bytes received
		'raw', // the vendor's own body
		'details', // compared below: the API adds scores, questions and a transcript
	];

	/** The columns in which the report of a result differs from the last item that the webhook gave of it. */
	async function compared(
		live: (interview: JobMojitoInterview) => Promise<unknown>,
	): Promise<{ columns: string[]; webhook: InterviewEvent; report: InterviewEvent }> {
		const workflow = await connect('jobmojito', simulator);
		const interview = await simulator.invite({
			name: 'Ada Example',
			email: 'Ada@example.com',
			phone: '+441632960000',
			externalId: 'ATS-1',
		});
		await interview.start();
		await interview.complete();
		await live(interview);
		const webhook = workflow.events[workflow.events.length - 1] as unknown as InterviewEvent;
		await workflow.stop();
		const items = await rows('report get', WHOLE, { input: [{ interview_id: interview.id }] });
		const report = items[0] as unknown as InterviewEvent;
		return { columns: differences(webhook, report).sort(), webhook, report };
	}

	it('equals the item of the webhook in every column that both can know', async () => {
		const { columns, webhook, report } = await compared(
			async (interview) => await interview.report({ pdf: false }),
		);
		expect(columns).toEqual([...ONLY_IN_API, ...ONLY_IN_WEBHOOK].sort());
		expect(report).toMatchObject({
			event_type: 'interview.report_available',
			event_id: webhook.event_id,
			external_id: 'ATS-1',
			score_raw: 7.3,
			decision: 'undecided',
			job_title: definition().name,
		});
		const { highlights, lowlights, scores } = webhook.details;
		expect(report.details).toMatchObject({ highlights, lowlights });
		expect(report.details.scores.slice(0, scores.length)).toEqual(scores);
	});

	it('differs after a decision only in what a repetition changed', async () => {
		const { columns, webhook, report } = await compared(async (interview) => {
			await interview.report({ pdf: false });
			await interview.decide(true);
		});
		// Found beside the delivery before, which the API does not have.
		expect(columns).toEqual([...ONLY_IN_API, ...ONLY_IN_WEBHOOK, 'event_type'].sort());
		expect([webhook.decision, report.decision]).toEqual(['advance', 'advance']);
	});

	it('has another id only where the webhook carried a PDF, which the API does not show', async () => {
		const { columns } = await compared(async (interview) => await interview.report({ pdf: true }));
		const ofPdf = ['report_url', 'event_id', 'dedupe_key'];
		expect(columns).toEqual([...ONLY_IN_API, ...ONLY_IN_WEBHOOK, ...ofPdf].sort());
	});

	it.each([
		['failed', 'failed'],
		['no_speech', 'no_speech'],
	] as const)('reads an interview that ended as %s as the webhook does', async (kind, status) => {
		const workflow = await connect('jobmojito', simulator);
		const interview = await simulator.invite({});
		await interview.start();
		await interview.fail(kind);
		const [webhook] = workflow.events;
		await workflow.stop();
		const [report] = await rows('report get', WHOLE, { input: [{ interview_id: interview.id }] });
		expect(report).toMatchObject({ interview_status: status, event_id: webhook.event_id });
	});

	it('reads an interview that has only begun', async () => {
		const invited = await simulator.invite({});
		const started = await simulator.invite({});
		await started.start();
		const items = await rows('report get', WHOLE, {
			input: [{ interview_id: invited.id }, { interview_id: started.id }],
		});
		expect(items.map(({ interview_status: status }) => status)).toEqual(['invited', 'started']);
	});

	it('searches by the address of the trigger item, and everything when that finds nothing', async () => {
		const interview = await reported();
		const item = { interview_id: interview.id, candidate_email: 'ada@example.com' };
		await run('report get', WHOLE, { input: [item] });
		expect(callsTo('/merchant-result-list')).toHaveLength(1);
		expect(callsTo('filter_text=ada')).toHaveLength(1);
		const [moved] = await rows('report get', WHOLE, {
			input: [{ ...item, candidate_email: 'old@example.com' }],
		});
		expect(moved.candidate_name).toBe('Ada Example');
	});

	it('leaves out what makes the answer large, unless asked for it', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const [lean] = await rows('report get', WHOLE, { input });
		expect(JSON.stringify(lean.raw)).not.toMatch(/answer_assessment_raw_data|external_data/);
		const [full] = await rows(
			'report get',
			{ ...WHOLE, options: { includeAssessmentData: true } },
			{ input },
		);
		expect(JSON.stringify(full.raw)).toMatch(/answer_assessment_raw_data/);
	});

	it('fills score_percent when the user sets the scale', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const [item] = await rows('report get', { ...WHOLE, options: { scoreMaximum: 10 } }, { input });
		expect(item).toMatchObject({ score_percent: 73, score_max: 10, score_scale_source: 'setting' });
	});

	it('downloads the PDF and the recordings without the token, and only then has them made', async () => {
		const { id } = await reported();
		const input = [{ interview_id: id }];
		await run('report get', WHOLE, { input });
		expect(callsTo('/job-interview-pdf')).toHaveLength(0);
		expect(callsTo('get_signed_recordings=true')).toHaveLength(0);
		const [item] = await run(
			'report get',
			{ ...WHOLE, options: { files: ['report', 'recordings'] } },
			{ input },
		);
		const { report, recording_1: session, recording_2: answer } = item.binary!;
		expect((await contentOf(report)).toString()).toBe(contentOfFile(`interview-exports/${id}.pdf`));
		expect((await contentOf(session)).toString()).toBe(contentOfFile(`recordings/${id}.mp4`));
		expect((await contentOf(answer)).toString()).toBe(contentOfFile(`recordings/${id}-0.mp3`));
		expect(report).toMatchObject({ mimeType: 'application/pdf', fileExtension: 'pdf' });
		expect(simulator.files.requests).toHaveLength(4);
		expect(simulator.files.requests.some(({ headers }) => 'authorization' in headers)).toBe(false);
		expect(JSON.parse(callsTo('/job-interview-pdf')[0].body)).toEqual({
			interview_result_id: id,
			export_type: 'pdf',
			store_file: true,
		});
		expect(item.json).toMatchObject({ report_url: expect.stringContaining('.pdf') as string });
		expect(item.json.report_url_expires_at).toMatch(/Z$/);
	});

	it('gets many, all of 250 over several pages, the last changed first', async () => {
		for (let index = 0; index < 250; index++) await simulator.invite({});
		const last = await reported();
		const items = await rows('report getAll', { returnAll: true });
		expect(items).toHaveLength(251);
		expect(items[0]).toMatchObject({ interview_id: last.id, vendor: 'jobmojito', score_raw: 7.3 });
		expect(callsTo('/merchant-result-list')).toHaveLength(2);
		await expect(rows('report getAll', { limit: 3 })).resolves.toHaveLength(3);
	});
});

it.each([
	['result get', async () => ({ resultId: (await reported()).id })],
	['interview get', async () => ({ interview: byId(definition().id) })],
	['interview getAll', async () => ({})],
	['account getStatus', async () => ({})],
])('%s has ten columns', async (name, parameters) => {
	expect(Object.keys(await row(name, await parameters()))).toHaveLength(10);
});

describe('Result', () => {
	it('has the recordings where they are wanted, and its length in seconds', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const raw = await row('result get', { simplify: false, options: { withRecordings: true } }, { input });
		expect(raw).toMatchObject({ duration: 2150, recording_url: expect.any(String) as string });
	});

	it('gets many of both types in the order of their change, and stops after a page of older ones', async () => {
		const assessment = simulator.state.definitions.find(({ type }) => type === 'assessment')!;
		for (let index = 0; index < 420; index++) await simulator.invite({});
		simulator.advance(60_000);
		const filters = { changedSince: simulator.state.clock.iso() };
		const first = await reported();
		const second = await reported({ jobId: assessment.id });
		const third = await reported();
		const types = ['interview', 'assessment'];
		const items = await rows('result getAll', { returnAll: true, types, filters });
		expect(items.map(({ interview_result_id: id }) => id)).toEqual([third.id, second.id, first.id]);
		// The second page of interviews is older, and the third one is not read.
		const pages = callsTo('/merchant-result-list').map(({ path }) => path.replace(/.*[?]type=|&.*=/g, ' '));
		expect(pages).toEqual([' interview 0', ' assessment 0', ' interview 199']);
		await expect(refusal('result getAll', { types: [] })).resolves.toMatch(/^Types is empty \|/);
	});

	it('filters by interview, tab and text, and refuses what JobMojito refuses', async () => {
		await reported();
		const other = simulator.state.definitions[1];
		const wanted = await reported({ name: 'Berta Example', jobId: other.id });
		await (await reported({ jobId: other.id })).decide(false);
		const filters = { tab: 'undecided', filter_text: 'example' };
		const items = await rows('result getAll', { interview: byId(other.id), filters });
		expect(items.map(({ interview_result_id: id }) => id)).toEqual([wanted.id]);
		await expect(refusal('result getAll', { filters: { tab: 'nowhere' } })).resolves.toMatch(
			/Invalid value for tab \(tab\).*\| .*422/,
		);
	});

	it.each([
		['text', 'Interviewer: Why'],
		['markdown', '**Candidate · 00:00:04**'],
		['webvtt', 'WEBVTT\n\n00:00:00.000 --> 00:00:04.200'],
	])('gets the transcript as %s', async (format, expected) => {
		const [item] = await run('result getTranscript', { format, resultId: (await reported()).id });
		const text = item.binary ? (await contentOf(item.binary.transcript)).toString() : item.json.transcript;
		expect(text).toContain(expected);
	});

	it('gets the transcript turn by turn', async () => {
		const turns = await rows('result getTranscript', { format: 'turns', resultId: (await reported()).id });
		expect(turns.map(({ at_seconds: at, speaker }) => [at, speaker])).toEqual([
			[0, 'Interviewer'],
			[4.2, 'Candidate'],
			[35.7, 'Interviewer'],
			[39.9, 'Candidate'],
		]);
	});

	it('has a report made of several as PDF, and of one as HTML and JSON', async () => {
		const [one, two] = [await reported(), await reported()];
		const options = { template: 'modern', transcript: false };
		const [pdf] = await run('result getReport', { resultId: `${one.id}, ${two.id}`, options });
		expect((await contentOf(pdf.binary!.report)).toString()).toContain('%PDF');
		expect(lastBody()).toEqual({
			interview_result_ids: [one.id, two.id],
			template: 'modern',
			export_features_result: { transcript: false },
			export_type: 'pdf',
			store_file: true,
		});
		const html = await row('result getReport', { resultId: one.id, format: 'html' });
		expect(html.html).toBe('<h1>Ada Example</h1>');
		const json = await row('result getReport', { resultId: one.id, format: 'json' });
		expect(json.results).toHaveLength(1);
		const { id } = await simulator.invite({});
		await expect(refusal('result getReport', { resultId: id })).resolves.toMatch(/not finished/);
	});

	it('requests another attempt of what was submitted', async () => {
		const attempt = { resultId: (await reported()).id };
		await run('result requestAnotherAttempt', attempt);
		const { fields } = simulator.state.interview(attempt.resultId)!;
		expect(fields).toMatchObject({ status: 'draft', decision: null });
		await expect(refusal('result requestAnotherAttempt', attempt)).resolves.toMatch(
			/^JobMojito says: The result is not submitted/,
		);
	});
});

describe('Interview', () => {
	it('creates one that JobMojito writes the questions for', async () => {
		const additionalFields = {
			interview_length: '5',
			tags: 'sales, night shift',
			hiring_for_company: '{"name": "undisclosed"}',
			pdf_export_auto_config: '{"transcript": true}',
			result_view: 'none',
		};
		const made = await row('interview create', { ...newInterview(), additionalFields });
		expect(simulator.state.definition(String(made.interview_def_set_id))).toMatchObject({
			name: 'Dispatcher',
			status: 'active',
			fields: { tags: ['sales', 'night shift'], hiring_for_company: { name: 'undisclosed' } },
		});
	});

	it('creates one from questions', async () => {
		const questions = '[{"question": "Why?", "duration": 60}]';
		const own = { ...newInterview(), description: 'Plans routes.', questions };
		const made = await row('interview createFromQuestions', own);
		expect(simulator.state.definition(String(made.interview_def_set_id))?.fields).toMatchObject({
			questions: [{ question: 'Why?', duration: 60 }],
		});
	});

	it.each([
		['create', /Template not found \(interview_template_id\)/],
		['createFromQuestions', /Internal server error.*access token has expired.*role.*of another kind/],
	])('says what JobMojito says to %s with an unknown avatar', async (operation, said) => {
		const avatar = byId('6dfbd1f6-2f9f-4c54-a7ab-42f4fd7a4d3b');
		const own = { ...newInterview(), avatar, description: 'Plans.', questions: [{ question: 'Why?' }] };
		await expect(refusal(`interview ${operation}`, own)).resolves.toMatch(said);
	});

	it('updates what is named, and clears what is left empty', async () => {
		const update = { interview: byId(definition().id) };
		const updateFields = { name: 'Night Dispatcher', code: '' };
		const { updated_fields } = await row('interview update', { ...update, updateFields });
		expect(updated_fields).toEqual(['code', 'name']);
		expect(definition()).toMatchObject({ name: 'Night Dispatcher', fields: { code: null } });
		const none = { ...update, updateFields: { questions: '[]' } };
		await expect(refusal('interview update', none)).resolves.toMatch(
			/^Questions is an empty list \| Questions replaces all/,
		);
	});

	it('keeps the state of one that was deleted', async () => {
		const set = { interview: byId(definition().id) };
		await run('interview setState', { ...set, status: 'deleted' });
		await expect(refusal('interview setState', { ...set, status: 'active' })).resolves.toMatch(
			/The interview was deleted.*409/,
		);
	});
});

describe('Candidate: Register', () => {
	const register = (more: object = {}) => ({ interview: byId(definition().id), ...more });
	const ofItem = { interview: byId('={{ $json.id }}'), name: 'Ada', email: '={{ $json.e }}' };

	const registered = () =>
		callsTo('/job-interview-register-users').map(({ body }) =>
			(JSON.parse(body) as { users: Array<{ email: string }> }).users.map(({ email }) => email),
		);

	it('registers a candidate, who is then listed, finishes and is reported', async () => {
		// An expression on a spreadsheet returns numbers for text.
		const fields = { name: 'Ada Example', email: 'ada@example.com', additionalFields: { external_id: 7 } };
		const made = await row('candidate register', register({ ...fields, options: { is_test: true } }));
		expect(made).toMatchObject({ result: 'ok', interview_url: expect.stringContaining('token') as string });
		expect(lastBody()).toMatchObject({ send_email: false });
		await expect(rows('candidate getAll')).resolves.toMatchObject([
			{ name: 'Ada Example', external_id: '7' },
		]);
		const { id } = simulator.state.interviews[0];
		const interview = simulator.interview(id)!;
		await interview.start();
		await interview.complete();
		await interview.report();
		const whole = { simplify: false, options: { transcript: 'text' } };
		const report = await row('report get', whole, { input: [{ interview_id: id }] });
		expect(report).toMatchObject({ external_id: '7', is_test: true, candidate_email: 'ada@example.com' });
		expect(report.transcript).toContain('Candidate: ');
	});

	it('registers in calls of 50, one for each interview', async () => {
		const [one, other] = simulator.state.definitions;
		const input = Array.from({ length: 121 }, (_, index) => ({
			id: index === 1 ? other.id : one.id,
			e: `person${index}@example.com`,
		}));
		const people = await rows('candidate register', ofItem, { input });
		expect(people.map(({ email }) => email)).toEqual(input.map(({ e }) => e));
		expect(registered().map(({ length }) => length)).toEqual([50, 50, 20, 1]);
		expect(registered()[3]).toEqual(['person1@example.com']);
	});

	it('takes a row that failed behind status 200 for a failure, and makes it an item where the node continues', async () => {
		const emails = ['ada@example.com', 'bob@example.c', 'cleo@example.com'];
		const list = JSON.stringify(emails.map((email) => ({ name: 'Ada Example', email })));
		const wrong = 'JobMojito says: Invalid email address';
		await expect(refusal('candidate register', register({ source: 'list', list }))).resolves.toMatch(
			/^1 of 3 people were not registered \| Input item 1: JobMojito says: Invalid email address\. The email is bob@example\.c\. 2 people were registered already: do not send them again/,
		);
		const input = simulator.state.definitions.slice(0, 2).map(({ id }) => ({ id }));
		const each = { interview: byId('={{ $json.id }}'), source: 'list', list };
		const items = await run('candidate register', each, { continueOnFail: true, input });
		const outcomes = ['ok', wrong, 'ok'];
		expect(items.map(({ json }) => json.error ?? json.result)).toEqual([...outcomes, ...outcomes]);
		expect(pairedWith(items)).toEqual([0, 0, 0, 1, 1, 1]);
		expect(items[1].json).toEqual({ error: wrong, message: `${wrong}. The email is bob@example.c.` });
	});

	it('registers nobody twice for one interview, and the same person for two', async () => {
		const [one, other] = simulator.state.definitions;
		const emails = ['ada@example.com', 'ada@example.com', ' Ada@Example.com'];
		const input = [one, other, one].map(({ id }, index) => ({ id, e: emails[index] }));
		await expect(refusal('candidate register', ofItem, { input })).resolves.toMatch(
			/^Email occurs more than once; nobody was registered \| Input item 1 has the same Email/,
		);
		await expect(rows('candidate register', ofItem, { input: input.slice(0, 2) })).resolves.toHaveLength(2);
	});
});

describe('Candidate', () => {
	const enrollment = (more: object = {}) => ({
		candidateName: 'Ada Example',
		candidateEmail: 'ada@example.com',
		candidateCountry: 'us',
		resume: 'Drove lorries.',
		interview: byId(definition().id),
		...more,
	});

	it('enrolls for a new position with a link', async () => {
		const place = { positionName: 'Driver', positionLocation: 'Remote', positionCountry: 'us' };
		const made = await row('candidate enrollWithLink', enrollment({ positionFrom: 'new', ...place }));
		expect(simulator.state.definition(String(made.position_def_set_id))?.name).toBe('Driver');
		expect(lastBody()).toMatchObject({ candidate_country_code: 'US', position_country_code: 'US' });
		await expect(refusal('candidate enrollWithLink', enrollment({ positionFrom: 'new' }))).resolves.toMatch(
			/^Position .* is empty/,
		);
	});

	it('says at an enrollment whether a PDF is made, how many attempts there are and what the candidate sees', async () => {
		const additionalFields = {
			pdf_export_auto_config: '{"transcript": true}',
			interview_attempts: 3,
			result_view: 'none',
			interview_available_till: '2026-12-01T18:00:00',
			tags: 'sales, night shift',
			max_duration: 900,
			position_description: 'Plans routes.',
		};
		await run('candidate enrollWithLink', enrollment({ additionalFields }), { timezone: 'Asia/Tokyo' });
		expect(lastBody()).toMatchObject({
			...additionalFields,
			pdf_export_auto_config: { transcript: true },
			interview_available_till: '2026-12-01T09:00:00.000Z',
			tags: ['sales', 'night shift'],
		});
	});

	it('offers at an enrollment exactly what JobMojito takes there', async () => {
		const all = Object.keys(bodies.enroll.shape);
		const fields = enrollWithLink.properties.find(({ name }) => name === 'additionalFields')!;
		const offered = (fields.options as Array<{ name: string }>).map(({ name }) => name);
		expect(offered.filter((name) => !all.includes(name))).toEqual([]);
		const inPanel = [
			...['candidate_name', 'candidate_email', 'candidate_country_code', 'candidate_resume'],
			...['position_def_set_id', 'position_name', 'position_location', 'position_country_code'],
			'mojito_language_code',
		];
		expect(all.filter((name) => !offered.includes(name) && !inPanel.includes(name))).toEqual([]);
	});

	it('refuses what is no country code before anybody is enrolled', async () => {
		const input = [{ country: 'us' }, { country: 'Germany' }];
		const given = enrollment({ candidateCountry: '={{ $json.country }}' });
		await expect(refusal('candidate enrollWithLink', given, { input })).resolves.toMatch(
			/^Candidate Country is not a country code of two letters \| It is: Germany\./,
		);
		expect(simulator.requests).toHaveLength(0);
	});
});

describe('Candidate: Create Signed Link', () => {
	it.each([
		['interview-result-candidate', /^Result ID is empty/],
		['results-for-profile', /^Enrollment ID is empty \| .*Result ID/],
	])('to %s needs an ID', async (type, said) => {
		await expect(refusal('candidate createSignedLink', { type, resultId: '' })).resolves.toMatch(said);
	});

	it.each([
		['interview-for-profile', ['interview_id', 'interview_profile_id']],
		['results-for-profile', ['interview_profile_id']],
		['interview-result-candidate', ['interview_result_id']],
		['interview-result-talent-seeker', ['interview_result_id']],
		['interview-results-for-position', ['interview_id']],
	])('to %s is made from the item of a trigger', async (type, needed) => {
		const workflow = await connect('jobmojito', simulator);
		await reported();
		const [event] = workflow.events as unknown as IDataObject[];
		await workflow.stop();
		const [{ id, enrollmentId, definition: interview }] = simulator.state.interviews;
		const ids: Record<string, string> = {
			interview_id: interview.id,
			interview_profile_id: enrollmentId,
			interview_result_id: id,
		};
		const whole = { ...event, raw: { profile_interview_id: enrollmentId } };
		const { raw: _, ...simplified } = event;
		for (const item of [whole, simplified]) {
			const { url } = await row('candidate createSignedLink', { type }, { input: [item as IDataObject] });
			expect(url).toContain(`/${type}?`);
			const { type: sent, ...sentIds } = lastBody();
			expect(sent).toBe(type);
			expect(sentIds).toEqual(Object.fromEntries(needed.map((name) => [name, ids[name]])));
		}
	});

	it('says when no enrollment can be found', async () => {
		await reported();
		const input = [{ interview_id: 'of-another-company', candidate_email: 'ada@example.com' }];
		const link = { type: 'results-for-profile' };
		await expect(refusal('candidate createSignedLink', link, { input })).resolves.toMatch(
			/^No enrollment was found for this Result ID \| JobMojito lists no result of-another-company\..*fill in Enrollment ID/,
		);
		expect(callsTo('/job-interview-token')).toHaveLength(0);
	});
});

describe('Pre-Screening', () => {
	const created = (more: object = {}) => ({
		positionName: 'Driver',
		positionLocation: 'Remote',
		positionCountry: 'us',
		status: 'active',
		...more,
	});

	const candidate = async (more: object) => ({
		position: byId(String((await row('preScreening create', created())).position_def_set_id)),
		candidateName: 'Ada Example',
		candidateEmail: 'ada@example.com',
		...more,
	});

	it('changes one, and refuses a form without fields', async () => {
		const made = await row('preScreening create', created());
		const additionalFields = { update_position_def_set_id: String(made.position_def_set_id) };
		const changed = await row('preScreening create', created({ additionalFields }));
		expect([made, changed]).toMatchObject([{ created: true }, { updated: true }]);
		await expect(refusal('preScreening create', created({ type: 'form' }))).resolves.toMatch(/form_fields/);
	});

	it('checks a text once, and says in words when the candidate was not waiting', async () => {
		const check = await candidate({ resume: 'Drove lorries.' });
		await run('preScreening checkText', check);
		await expect(refusal('preScreening checkText', check)).resolves.toMatch(
			/not waiting for a pre-screening \| .*candidate_action state.*recruiter_action/,
		);
	});

	it('writes every country as ISO 3166 has it', async () => {
		const assessment_rules = [{ id: 'form_nationality', type: 'screening', country: ['us', 'uk'] }];
		await run('preScreening create', created({ additionalFields: { assessment_rules } }));
		expect(lastBody()).toMatchObject({
			position_country_code: 'US',
			assessment_rules: [{ id: 'form_nationality', country: ['US', 'GB'] }],
		});
		const additionalFields = {
			candidate_country_code: 'UK',
			form: '{"nationality": "hr", "residency": "us", "education": "masters"}',
		};
		const check = await candidate({ resume: 'Drove lorries.', additionalFields });
		await run('preScreening checkText', check);
		expect(lastBody()).toMatchObject({
			candidate_country_code: 'GB',
			form: { nationality: 'HR', residency: 'US', education: 'masters' },
		});
		const wrong = { ...check, additionalFields: { candidate_country_code: 'Croatia' } };
		await expect(refusal('preScreening checkText', wrong)).resolves.toMatch(
			/^Candidate Country is not a country code of two letters/,
		);
	});

	it('checks a file, sent as a form', async () => {
		const additionalFields = { form: '{"education": "masters"}', candidate_country_code: 'us' };
		const check = await candidate({ binaryField: 'data', additionalFields });
		const file = textFile('Drove lorries.\r\nSpeaks Greek: Ελληνικά.');
		const checked = await row('preScreening checkFile', check, { file });
		expect(checked.resume_ai_analysis).toBe('Read 39 characters.');
		expect(simulator.requests.at(-1)?.body).toContain('filename="resume.txt"\r\nContent-Type: text/plain');
		const none = { ...check, binaryField: '={{ 7 }}' };
		await expect(refusal('preScreening checkFile', none, { file })).resolves.toMatch(
			/^Input Binary Field contains no file/,
		);
	});
});

describe('Account', () => {
	it('gets the credits used by an interview, and says when the role may not', async () => {
		const { id } = await reported();
		await expect(rows('account getCreditsUsed')).resolves.toMatchObject([
			{ credit_amount: 2.5, object_uuid: id },
		]);
		const interview = byId(simulator.state.definitions[1].id);
		await expect(rows('account getCreditsUsed', { interview })).resolves.toEqual([]);
		simulator.failNext({ match: { path: /merchant-analytics-credits-used/ }, status: 403 });
		await expect(refusal('account getCreditsUsed')).resolves.toMatch(/its role or its company may not/);
	});

	it('gets analytics of the days from one to another', async () => {
		await reported();
		const day = simulator.state.clock.iso().slice(0, 10);
		await expect(rows('account getAnalytics', { from: `${day}T00:00:00`, to: day })).resolves.toEqual([
			{ day, event: 'interview_started', event_number: 1 },
		]);
		await expect(refusal('account getAnalytics', { from: '2026-03-02', to: '2026-03-01' })).resolves.toMatch(
			/^From is later than To \|/,
		);
		await expect(refusal('account getAnalytics', { to: day })).resolves.toMatch(/^From is empty/);
	});

	it.each([
		['Asia/Tokyo', '2026-11-26T02:20:34', '2026-11-26'],
		['America/Los_Angeles', '2026-11-26T23:20:34', '2026-11-26'],
		['Asia/Tokyo', '2026-11-25T20:00:00Z', '2026-11-26'],
		['America/Los_Angeles', '2026-11-26T05:00:00+00:00', '2026-11-25'],
		['UTC', '2026-11-26', '2026-11-26'],
		// The night in which summer time ends there.
		['America/Los_Angeles', '2026-11-01T01:30:00', '2026-11-01'],
	])('asks, with the workflow in %s, for the day of %s', async (timezone, from, day) => {
		await run('account getAnalytics', { from, to: '2099-01-01' }, { timezone });
		expect(simulator.requests.at(-1)?.path).toContain(`date_from=${day}&`);
	});

	it('gets many avatars, 15 a page, languages and sub-merchants', async () => {
		await expect(rows('account getManyAvatars', { returnAll: true })).resolves.toHaveLength(20);
		expect(callsTo('/merchant-avatar-list?limit=15')).toHaveLength(2);
		await expect(rows('account getManyLanguages', { returnAll: true })).resolves.toHaveLength(34);
		await expect(rows('account getManySubMerchants')).resolves.toHaveLength(2);
		simulator.state.isOwner = false;
		await expect(refusal('account getManySubMerchants')).resolves.toMatch(/Not permitted.*\|.*owner/);
	});

	it('invites users, row by row', async () => {
		const list = JSON.stringify([
			{ name: 'Ada Example', email: 'ada@example.com', type: 'merchant' },
			{ name: 'Bo Example', email: 'bo@example.com', type: 'candidate' },
			{ email: 'cleo@example.c' },
			{ email: 'dana' },
		]);
		const wrong = 'JobMojito says: Invalid email address';
		await expect(rows('account inviteUsers', { list }, { continueOnFail: true })).resolves.toEqual([
			expect.objectContaining({ result: 'Invited', email: 'ada@example.com' }),
			{ error: 'Interview ID in entry 2 of User List is empty', message: expect.anything() as string },
			{ error: wrong, message: `${wrong}. The email is cleo@example.c.` },
			{
				error: 'Email in entry 4 of User List is not an email address',
				message: expect.stringContaining('dana') as string,
			},
		]);
		expect(simulator.state.users).toEqual(['ada@example.com']);
		await expect(refusal('account inviteUsers', { list: '[{}]' })).resolves.toMatch(
			/^Email in entry 1 of User List is empty; nobody was invited/,
		);
	});
});

it('a document goes into a knowledge base, whatever its name', async () => {
	const file = { ...textFile('Rules of the depot'), fileName: 'rules "new".md' };
	const made = await row('knowledgeBase upload', { storeId: 'store', binaryField: 'data' }, { file });
	expect(simulator.state.documents).toEqual([
		{
			id: made.knowledge_base_id,
			storeId: 'store',
			name: 'rules %22new%22.md',
			content: 'Rules of the depot',
		},
	]);
});
