import type { INodeParameters, IPairedItemData, NodeError } from 'n8n-workflow';

import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import { startJobMojito, type JobMojitoInterview, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { FileServer } from '../../simulators/jobmojito/files';
import { contentOf, runAction, type ActionSetup } from './runAction';
import { connect } from './vendors';

let simulator: JobMojitoSimulator;

beforeEach(async () => {
	simulator = await startJobMojito();
});

afterEach(async () => await simulator.stop());

const run = async (parameters: INodeParameters, changes: Partial<ActionSetup> = {}) =>
	await runAction({
		node: 'JobMojito',
		credential: 'JobMojitoApi',
		credentialData: { ...simulator.credentials },
		parameters,
		...changes,
	});

const rows = async (parameters: INodeParameters, changes?: Partial<ActionSetup>) =>
	(await run(parameters, changes)).map(({ json }) => json);

/** What the user reads: the message and, below it, the description. */
async function refusal(parameters: INodeParameters, changes?: Partial<ActionSetup>): Promise<string> {
	const error = await run(parameters, changes).then(
		() => null,
		(thrown: NodeError) => thrown,
	);
	return error === null ? 'nothing was refused' : `${error.message} | ${error.description}`;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const file = (text: string, fileName = 'resume.txt') => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName,
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

const NEW_INTERVIEW = () => ({
	resource: 'interview',
	name: 'Dispatcher',
	location: 'Remote',
	avatar: byId(simulator.state.avatars[0].id),
	status: 'active',
	visibility: 'merchant_invite',
});

const lastCall = () => simulator.requests[simulator.requests.length - 1];
const callsTo = (path: string) => simulator.requests.filter((call) => call.path.includes(path));

describe('Report', () => {
	const GET = { resource: 'report', operation: 'get', simplify: false };

	/** Only the API tells these, or only the API can be asked for them. */
	const ONLY_IN_API = [
		'occurred_at', // the webhook carries no time; the list has updated_at
		'job_title', // the list's position_name
		'invited_at', // the list's created_at
		'started_at', // the details' start
		'completed_at', // the details' end
		'is_test', // the list's is_test
	];

	/** Only the webhook tells these, or they say how the item came. */
	const ONLY_IN_WEBHOOK = [
		'candidate_phone', // no answer about a result has it
		'received_at', // our clock
		'verification', // api, or the secret of the delivery
		'raw_sha256', // of the bytes received
		'raw', // the vendor's own body
		'details', // compared below: the API adds scores, questions and a transcript
	];

	/** The columns in which the report of a result differs from the last item that the webhook gave of it. */
	async function differences(
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
		const items = await rows(GET, { input: [{ interview_id: interview.id }] });
		const report = items[0] as unknown as InterviewEvent;
		expect(Object.keys(report)).toEqual(Object.keys(webhook));
		const text = (event: InterviewEvent, column: string) =>
			JSON.stringify(event[column as keyof InterviewEvent]);
		const columns = Object.keys(webhook).filter((column) => text(webhook, column) !== text(report, column));
		return { columns: columns.sort(), webhook, report };
	}

	it('equals the item of the webhook in every column that both can know', async () => {
		const { columns, webhook, report } = await differences(
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
		const { columns, webhook, report } = await differences(async (interview) => {
			await interview.report({ pdf: false });
			await interview.decide(true);
		});
		// Told beside the delivery before, which the API does not have.
		expect(columns).toEqual([...ONLY_IN_API, ...ONLY_IN_WEBHOOK, 'event_type'].sort());
		expect([webhook.decision, report.decision]).toEqual(['advance', 'advance']);
	});

	it('has another id only where the webhook carried a PDF, which the API does not show', async () => {
		const { columns } = await differences(async (interview) => await interview.report({ pdf: true }));
		const ofPdf = ['report_url', 'event_id', 'dedupe_key'];
		expect(columns).toEqual([...ONLY_IN_API, ...ONLY_IN_WEBHOOK, ...ofPdf].sort());
	});

	it.each([
		['failed', 'failed'],
		['no_speech', 'no_speech'],
	] as const)('tells an interview that ended as %s as the webhook does', async (kind, status) => {
		const workflow = await connect('jobmojito', simulator);
		const interview = await simulator.invite({});
		await interview.start();
		await interview.fail(kind);
		const [webhook] = workflow.events;
		await workflow.stop();
		const [report] = await rows(GET, { input: [{ interview_id: interview.id }] });
		expect(report).toMatchObject({ interview_status: status, event_id: webhook.event_id });
	});

	it('tells an interview that has only begun', async () => {
		const invited = await simulator.invite({});
		const started = await simulator.invite({});
		await started.start();
		const items = await rows(GET, {
			input: [{ interview_id: invited.id }, { interview_id: started.id }],
		});
		expect(items.map(({ interview_status: status }) => status)).toEqual(['invited', 'started']);
	});

	it('keeps the order of several input items, and pairs each with its own', async () => {
		const ids: string[] = [];
		for (let index = 0; index < 7; index++) ids.push((await reported({ name: `Person ${index}` })).id);
		const items = await run(GET, { input: ids.map((id) => ({ interview_id: id })) });
		expect(items.map(({ json }) => json.interview_id)).toEqual(ids);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	it('searches by the address of the trigger item, and everything when that finds nothing', async () => {
		const interview = await reported();
		const item = { interview_id: interview.id, candidate_email: 'ada@example.com' };
		await run(GET, { input: [item] });
		expect(callsTo('/merchant-result-list')).toHaveLength(1);
		expect(callsTo('filter_text=ada')).toHaveLength(1);
		const [moved] = await rows(GET, { input: [{ ...item, candidate_email: 'old@example.com' }] });
		expect(moved.candidate_name).toBe('Ada Example');
	});

	it('leaves out what makes the answer large, unless asked for it', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const [lean] = await rows(GET, { input });
		expect(JSON.stringify(lean.raw)).not.toMatch(/answer_assessment_raw_data|external_data/);
		const [full] = await rows({ ...GET, options: { includeAssessmentData: true } }, { input });
		expect(JSON.stringify(full.raw)).toMatch(/answer_assessment_raw_data/);
	});

	it('fills score_percent when the user sets the scale', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const [item] = await rows({ ...GET, options: { scoreMaximum: 10 } }, { input });
		expect(item).toMatchObject({ score_percent: 73, score_max: 10, score_scale_source: 'setting' });
	});

	it('adds the transcript as text, Markdown or WebVTT', async () => {
		const input = [{ interview_id: (await reported()).id }];
		const as = async (transcript: string) => (await run({ ...GET, options: { transcript } }, { input }))[0];
		expect((await as('text')).json.transcript).toMatch(
			/^Interviewer: Why do you want this job\?\nCandidate: Because/,
		);
		const markdown = await contentOf((await as('markdown')).binary!.transcript);
		expect(markdown.toString()).toContain('# Ada Example\n\n**Interviewer · 00:00:00**');
		const webvtt = (await contentOf((await as('webvtt')).binary!.transcript)).toString();
		// 42 deciseconds for the question, then the answer.
		expect(webvtt).toContain(
			'00:00:04.200 --> 00:00:35.700\n<v Candidate>Because I like\nplanning &amp; people.',
		);
	});

	it('downloads the PDF and the recordings without the token, and only then has them made', async () => {
		const { id } = await reported();
		const input = [{ interview_id: id }];
		await run(GET, { input });
		expect(callsTo('/job-interview-pdf')).toHaveLength(0);
		expect(callsTo('get_signed_recordings=true')).toHaveLength(0);
		const [item] = await run({ ...GET, options: { files: ['report', 'recordings'] } }, { input });
		const { report, recording_1: session, recording_2: answer } = item.binary!;
		expect((await contentOf(report)).toString()).toBe(FileServer.contentOf(`interview-exports/${id}.pdf`));
		expect((await contentOf(session)).toString()).toBe(FileServer.contentOf(`recordings/${id}.mp4`));
		expect((await contentOf(answer)).toString()).toBe(FileServer.contentOf(`recordings/${id}-0.mp3`));
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

	it('reads a link that has expired once more', async () => {
		const { id } = await reported();
		simulator.report((line) => {
			if (line.includes('get_signed_recordings') && callsTo('/job-interview-details').length === 1) {
				simulator.expireLinks();
			}
		});
		const options = { files: ['recordings'] };
		const [item] = await run({ ...GET, options }, { input: [{ interview_id: id }] });
		expect((await contentOf(item.binary!.recording_1)).toString()).toContain(id);
		expect(simulator.files.requests[0].status).toBe(400);
		expect(callsTo('/job-interview-details')).toHaveLength(2);
	});

	it('explains an unknown ID, an empty one, and a token that has expired', async () => {
		const input = [{ interview_id: 'row-1' }];
		await expect(refusal(GET, { input })).resolves.toMatch(/not found.*\|.*right kind/);
		await expect(refusal(GET)).resolves.toMatch(/^Result ID is empty \| Fill in Result ID/);
		simulator.credentials.accessToken = 'renewed';
		const credentialData = { ...simulator.credentials, accessToken: 'old' };
		await expect(refusal(GET, { input, credentialData })).resolves.toMatch(/Unauthorized.*Issue a new one/);
	});

	it('gets many, all of 250 over several pages, the last changed first', async () => {
		for (let index = 0; index < 250; index++) await simulator.invite({});
		const last = await reported();
		const items = await rows({ resource: 'report', operation: 'getAll', returnAll: true });
		expect(items).toHaveLength(251);
		expect(items[0]).toMatchObject({ interview_id: last.id, vendor: 'jobmojito', score_raw: 7.3 });
		expect(callsTo('/merchant-result-list')).toHaveLength(2);
		await expect(rows({ resource: 'report', operation: 'getAll', limit: 3 })).resolves.toHaveLength(3);
	});

	it('refuses a time that is none', async () => {
		const filters = { changedSince: 'yesterday' };
		await expect(refusal({ resource: 'report', operation: 'getAll', filters })).resolves.toMatch(
			/^Changed Since is not a date and time \| Pick a date/,
		);
	});
});

describe('Result', () => {
	const of = (operation: string, more: INodeParameters = {}) => ({ resource: 'result', operation, ...more });

	it('gets one, in ten columns and in seconds', async () => {
		const { id } = await reported();
		const input = [{ interview_id: id }];
		const [item] = await rows(of('get'), { input });
		expect(item).toMatchObject({ interview_result_id: id, duration_seconds: 215, status: 'completed' });
		expect(Object.keys(item)).toHaveLength(10);
		const options = { withRecordings: true };
		const [raw] = await rows(of('get', { simplify: false, options }), { input });
		expect(raw).toMatchObject({ duration: 2150, recording_url: expect.any(String) as string });
		await expect(refusal(of('get', { resultId: 'unknown' }))).resolves.toMatch(/result not found/);
	});

	it('gets many of both types in the order of their change, and stops at the first older one', async () => {
		const assessment = simulator.state.definitions.find(({ type }) => type === 'assessment')!;
		for (let index = 0; index < 220; index++) await simulator.invite({});
		simulator.advance(60_000);
		const since = simulator.state.clock.iso();
		const first = await reported();
		const second = await reported({ jobId: assessment.id });
		const third = await reported();
		const filters = { changedSince: since };
		const types = ['interview', 'assessment'];
		const items = await rows(of('getAll', { returnAll: true, types, filters }));
		expect(items.map(({ interview_result_id: id }) => id)).toEqual([third.id, second.id, first.id]);
		// The second page of interviews is older still, and is not read.
		expect(callsTo('/merchant-result-list')).toHaveLength(2);
	});

	it('filters by interview, tab and text, and refuses what JobMojito refuses', async () => {
		await reported();
		const other = simulator.state.definitions[1];
		const wanted = await reported({ name: 'Berta Example', jobId: other.id });
		await (await reported({ jobId: other.id })).decide(false);
		const filters = { tab: 'undecided', filter_text: 'example' };
		const items = await rows(of('getAll', { interview: byId(other.id), filters }));
		expect(items.map(({ interview_result_id: id }) => id)).toEqual([wanted.id]);
		await expect(refusal(of('getAll', { filters: { tab: 'nowhere' } }))).resolves.toMatch(
			/Invalid value for tab \(tab\).*\| .*422/,
		);
	});

	it.each([
		['text', 'Interviewer: Why'],
		['markdown', '**Candidate · 00:00:04**'],
		['webvtt', 'WEBVTT\n\n00:00:00.000 --> 00:00:04.200'],
	])('gets the transcript as %s', async (format, expected) => {
		const { id } = await reported();
		const [item] = await run(of('getTranscript', { format, resultId: id }));
		const text = item.binary ? (await contentOf(item.binary.transcript)).toString() : item.json.transcript;
		expect(text).toContain(expected);
	});

	it('gets the transcript turn by turn', async () => {
		const { id } = await reported();
		const turns = await rows(of('getTranscript', { format: 'turns', resultId: id }));
		expect(turns.map(({ at_seconds: at, speaker }) => [at, speaker])).toEqual([
			[0, 'Interviewer'],
			[4.2, 'Candidate'],
			[35.7, 'Interviewer'],
			[39.9, 'Candidate'],
		]);
		await expect(refusal(of('getTranscript', { resultId: 'unknown' }))).resolves.toMatch(/not found/);
	});

	it('has a report made as PDF, HTML and JSON', async () => {
		const [one, two] = [await reported(), await reported()];
		const resultId = `${one.id}, ${two.id}`;
		const options = { template: 'modern', transcript: false };
		const [pdf] = await run(of('getReport', { resultId, options }));
		expect((await contentOf(pdf.binary!.report)).toString()).toContain('%PDF');
		expect(JSON.parse(lastCall().body)).toEqual({
			interview_result_ids: [one.id, two.id],
			template: 'modern',
			export_features_result: { transcript: false },
			export_type: 'pdf',
			store_file: true,
		});
		const [html] = await rows(of('getReport', { resultId: one.id, format: 'html' }));
		expect(html.html).toBe('<h1>Ada Example</h1>');
		const [json] = await rows(of('getReport', { resultId: one.id, format: 'json' }));
		expect(json.results).toHaveLength(1);
	});

	it('refuses a report of an interview that is not finished, and never asks twice for one', async () => {
		const { id } = await simulator.invite({});
		await expect(refusal(of('getReport', { resultId: id }))).resolves.toMatch(/not finished/);
		simulator.requests.length = 0;
		simulator.failNext({ match: { path: new RegExp('/job-interview-pdf') }, status: 500, times: 2 });
		await expect(refusal(of('getReport', { resultId: id }))).resolves.toMatch(/500.*role.*another kind/);
		expect(callsTo('/job-interview-pdf')).toHaveLength(1);
	});

	it('requests another attempt, once', async () => {
		const { id } = await reported();
		const attempt = of('requestAnotherAttempt', { resultId: id });
		await expect(rows(attempt)).resolves.toEqual([{ success: true, interview_result_id: id }]);
		expect(simulator.state.interview(id)?.fields).toMatchObject({ status: 'draft', decision: null });
		await expect(refusal(attempt)).resolves.toMatch(/^JobMojito says: The result is not submitted/);
	});
});

describe('Interview', () => {
	it('creates one that JobMojito writes the questions for', async () => {
		const fields = {
			interview_length: 5,
			tags: 'sales, night shift',
			hiring_for_company: '{"name": "undisclosed"}',
			pdf_export_auto_config: '{"transcript": true}',
			result_view: 'none',
		};
		const [item] = await rows({ ...NEW_INTERVIEW(), operation: 'create', fields });
		expect(item).toMatchObject({ questions_generated: 5, max_duration: 1200 });
		expect(simulator.state.definition(String(item.interview_def_set_id))).toMatchObject({
			name: 'Dispatcher',
			status: 'active',
			fields: { tags: ['sales', 'night shift'], hiring_for_company: { name: 'undisclosed' } },
		});
	});

	it('says which JSON is wrong before anything is sent', async () => {
		const fields = { custom_scoring: '{max_score: 3}' };
		await expect(refusal({ ...NEW_INTERVIEW(), operation: 'create', fields })).resolves.toMatch(
			/^Custom Scoring is not valid JSON.*Nothing was sent/,
		);
		expect(simulator.requests).toHaveLength(0);
		const avatar = byId('6dfbd1f6-2f9f-4c54-a7ab-42f4fd7a4d3b');
		await expect(refusal({ ...NEW_INTERVIEW(), operation: 'create', avatar })).resolves.toMatch(
			/Template not found \(interview_template_id\)/,
		);
	});

	it('creates one from questions', async () => {
		const own = { ...NEW_INTERVIEW(), operation: 'createFromQuestions', description: 'Plans routes.' };
		const [item] = await rows({ ...own, questions: '[{"question": "Why?", "duration": 60}]' });
		expect(simulator.state.definition(String(item.interview_def_set_id))?.fields).toMatchObject({
			questions: [{ question: 'Why?', duration: 60 }],
		});
		await expect(refusal({ ...own, questions: '[]' })).resolves.toMatch(/^Questions is an empty list/);
		const avatar = byId('6dfbd1f6-2f9f-4c54-a7ab-42f4fd7a4d3b');
		await expect(refusal({ ...own, avatar, questions: [{ question: 'Why?' }] as never })).resolves.toMatch(
			/Internal server error.*access token has expired.*role.*of another kind/,
		);
		expect(callsTo('/job-interview-create-from-array')).toHaveLength(2);
	});

	it('gets one', async () => {
		const get = { resource: 'interview', operation: 'get' };
		const [item] = await rows({ ...get, interview: byId(definition().id) });
		expect(item).toMatchObject({ id: definition().id, name: definition().name, questions: [] });
		expect(Object.keys(item)).toHaveLength(10);
		await expect(refusal({ ...get, interview: byId('unknown') })).resolves.toMatch(
			/Interview not found.*another company or environment/,
		);
		await expect(refusal(get)).resolves.toMatch(/^Interview is empty/);
	});

	it('gets many, all of 250', async () => {
		for (let index = 0; index < 250; index++) simulator.state.addDefinition(`Role ${index}`);
		const many = { resource: 'interview', operation: 'getAll', filters: { filter_text: 'role' } };
		const items = await rows({ ...many, returnAll: true });
		expect(items).toHaveLength(250);
		expect(Object.keys(items[0])).toHaveLength(10);
		expect(callsTo('/merchant-interview-list')).toHaveLength(2);
		await expect(refusal({ ...many, filters: { type: 'exam' } })).resolves.toMatch(/Invalid value for type/);
	});

	it('updates what is named, and clears what is left empty', async () => {
		const update = { resource: 'interview', operation: 'update', interview: byId(definition().id) };
		const [item] = await rows({ ...update, fields: { name: 'Night Dispatcher', code: '' } });
		expect(item.updated_fields).toEqual(['code', 'name']);
		expect(definition()).toMatchObject({ name: 'Night Dispatcher', fields: { code: null } });
		await expect(refusal(update)).resolves.toMatch(/^There is nothing to update \| Add at least one/);
		await expect(refusal({ ...update, fields: { questions: '[]' } })).resolves.toMatch(
			/^Questions is an empty list \| Questions replaces all/,
		);
	});

	it('sets the state', async () => {
		const set = { resource: 'interview', operation: 'setState', interview: byId(definition().id) };
		await expect(rows({ ...set, status: 'deleted' })).resolves.toMatchObject([{ success: true }]);
		await expect(refusal({ ...set, status: 'active' })).resolves.toMatch(/The interview was deleted.*409/);
	});
});

describe('Candidate', () => {
	const register = (more: INodeParameters = {}) => ({
		resource: 'candidate',
		operation: 'register',
		interview: byId(definition().id),
		...more,
	});

	it('registers a candidate, who is then listed, finishes and is reported', async () => {
		const fields = { name: 'Ada Example', email: 'ada@example.com', externalId: '7' };
		const [item] = await rows(register({ ...fields, options: { is_test: true } }));
		expect(item).toMatchObject({ result: 'ok', interview_url: expect.stringContaining('token') as string });
		expect(JSON.parse(lastCall().body)).toMatchObject({ send_email: false });
		const [listed] = await rows({ resource: 'candidate', operation: 'getAll' });
		expect(listed).toMatchObject({ name: 'Ada Example', external_id: '7' });
		const { id } = simulator.state.interviews[0];
		const interview = simulator.interview(id)!;
		await interview.start();
		await interview.complete();
		await interview.report();
		const get = { resource: 'report', operation: 'get', simplify: false, options: { transcript: 'text' } };
		const [report] = await rows(get, { input: [{ interview_id: id }] });
		expect(report).toMatchObject({ external_id: '7', is_test: true, candidate_email: 'ada@example.com' });
		expect(report.transcript).toContain('Candidate: ');
	});

	const USERS = JSON.stringify([
		{ name: 'Ada Example', email: 'ada@example.com' },
		{ name: 'Broken Example', email: 'broken' },
		{ name: 'Cleo Example', email: 'cleo@example.com' },
	]);

	it('takes a row that failed behind status 200 for a failure, and says who was registered', async () => {
		await expect(refusal(register({ source: 'list', users: USERS }))).resolves.toMatch(
			/^1 of 3 could not be registered \| broken \(Invalid email address\)\. The other 2 were registered/,
		);
		expect(callsTo('/job-interview-register-users')).toHaveLength(1);
	});

	it('makes an item with the error of each failed row where the node continues', async () => {
		const input = [{ n: 0 }, { n: 1 }];
		const items = await run(register({ source: 'list', users: USERS }), { continueOnFail: true, input });
		expect(items.map(({ json }) => json.error ?? json.result)).toEqual([
			...['ok', 'Invalid email address', 'ok'],
			...['ok', 'Invalid email address', 'ok'],
		]);
		expect(items.map(({ pairedItem }) => (pairedItem as IPairedItemData).item)).toEqual([0, 0, 0, 1, 1, 1]);
		expect(items[1].json).toMatchObject({ details: { email: 'broken' } });
		expect(Object.keys(items[1].json)).toEqual(['error', 'details']);
	});

	it('continues with the next item after one whose call was refused', async () => {
		const items = await run(register({ name: '={{ $json.name }}', email: 'ada@example.com' }), {
			continueOnFail: true,
			input: [{ name: '' }, { name: 'Ada Example' }],
		});
		expect(items[0].json.error).toBe('Name is empty');
		expect(items[1].json.result).toBe('ok');
	});

	it('does not send a registration again whose outcome is unknown', async () => {
		simulator.failNext({
			match: { path: new RegExp('/job-interview-register-users') },
			status: 'drop-after-handling',
		});
		const message = await refusal(register({ name: 'Ada', email: 'ada@example.com' }));
		expect(message).toMatch(/could not be reached/);
		expect(simulator.state.interviews).toHaveLength(1);
		expect(callsTo('/job-interview-register-users')).toHaveLength(1);
	});

	it('enrols with a link', async () => {
		const enrol = {
			resource: 'candidate',
			operation: 'enrolWithLink',
			candidateName: 'Ada Example',
			candidateEmail: 'ada@example.com',
			candidateCountry: 'us',
			resume: 'Drove lorries.',
		};
		const [item] = await rows({ ...enrol, interview: byId(definition().id) });
		expect(item).toMatchObject({ status: 'ai_accept', interview_def_set_id: definition().id });
		const place = { positionName: 'Driver', positionLocation: 'Remote', positionCountry: 'us' };
		const [made] = await rows({ ...enrol, positionFrom: 'new', ...place });
		expect(simulator.state.definition(String(made.position_def_set_id))?.name).toBe('Driver');
		await expect(refusal({ ...enrol, interview: byId('unknown') })).resolves.toMatch(/not found/);
		await expect(refusal({ ...enrol, positionFrom: 'new' })).resolves.toMatch(/^Position Name is empty/);
	});

	it('gets many, and refuses a limit beyond the range only where JobMojito does', async () => {
		for (let index = 0; index < 210; index++) await simulator.invite({});
		const many = { resource: 'candidate', operation: 'getAll', returnAll: true };
		await expect(rows(many)).resolves.toHaveLength(210);
		await expect(refusal({ ...many, filters: { order_by: 'name' } })).resolves.toMatch(/order_by/);
	});

	it('creates a signed link from the bare text of the answer', async () => {
		await simulator.invite({});
		const [{ enrolmentId, personId }] = simulator.state.interviews;
		const link = { resource: 'candidate', operation: 'createSignedLink' };
		const [item] = await rows({
			...link,
			enrolmentId,
			interview: byId(definition().id),
			options: { showMenu: true },
		});
		expect(item.url).toMatch(/^https:\/\/simulated\.interviewmojito\.com\/interview-for-profile\?.*menu=1$/);
		const wrong = { ...link, type: 'results-for-profile', enrolmentId: personId };
		await expect(refusal(wrong)).resolves.toMatch(/500.*a result, an interview and a person each have/);
		const empty = { ...link, type: 'interview-result-candidate', resultId: '' };
		await expect(refusal(empty)).resolves.toMatch(/^Result ID is empty/);
	});
});

describe('Pre-Screening', () => {
	const of = (operation: string, more: INodeParameters) => ({
		resource: 'preScreening',
		operation,
		...more,
	});

	const NEW = { positionName: 'Driver', positionLocation: 'Remote', positionCountry: 'us', status: 'active' };

	async function position(): Promise<string> {
		const [item] = await rows(of('create', NEW));
		return String(item.position_def_set_id);
	}

	const candidate = (positionId: string) => ({
		position: byId(positionId),
		candidateName: 'Ada Example',
		candidateEmail: 'ada@example.com',
	});

	it('creates one, changes it, and refuses a form without fields', async () => {
		const rules = '[{"id": "resume_match", "resume_score_reject": 2}]';
		const [made] = await rows(of('create', { ...NEW, fields: { assessment_rules: rules } }));
		expect(made.created).toBe(true);
		const fields = { update_position_def_set_id: String(made.position_def_set_id) };
		await expect(rows(of('create', { ...NEW, fields }))).resolves.toMatchObject([{ updated: true }]);
		await expect(refusal(of('create', { ...NEW, type: 'form' }))).resolves.toMatch(/form_fields/);
		await expect(refusal(of('create', { ...NEW, fields: { form_fields: '{}' } }))).resolves.toMatch(
			/^Form Fields is not valid JSON of the right kind \| Form Fields must be a list/,
		);
	});

	it('checks a text once, and says in words when the candidate was not waiting', async () => {
		const check = of('checkText', { ...candidate(await position()), resume: 'Drove lorries.' });
		await expect(rows(check)).resolves.toMatchObject([{ recommendation: 'recruiter_action' }]);
		await expect(refusal(check)).resolves.toMatch(
			/not waiting for a pre-screening \| .*candidate_action state.*recruiter_action/,
		);
	});

	it('checks a file, sent as a form', async () => {
		const positionId = await position();
		const fields = { form: '{"education": "masters"}' };
		const check = of('checkFile', {
			...candidate(positionId),
			binaryField: file('Drove lorries.\r\nSpeaks Greek: Ελληνικά.') as never,
			fields,
		});
		const [item] = await rows(check);
		expect(item.resume_ai_analysis).toBe('Read 39 characters.');
		expect(lastCall().body).toContain('filename="resume.txt"\r\nContent-Type: text/plain');
		const missing = of('checkFile', { ...candidate(positionId), binaryField: 'data' });
		await expect(refusal(missing)).resolves.toMatch(/binary (file|data)/i);
	});
});

describe('Account', () => {
	const of = (operation: string, more: INodeParameters = {}) => ({ resource: 'account', operation, ...more });

	it('gets the status, and explains a refused token', async () => {
		const [status] = await rows(of('getStatus'));
		expect(status).toMatchObject({ merchant_id: simulator.state.merchantId, credits_interview_monthly: 100 });
		expect(Object.keys(status)).toHaveLength(10);
		const credentialData = { ...simulator.credentials, accessToken: 'expired' };
		await expect(refusal(of('getStatus'), { credentialData })).resolves.toMatch(/Issue a new one/);
	});

	it('gets the credits used', async () => {
		const { id } = await reported();
		await expect(rows(of('getCreditsUsed'))).resolves.toMatchObject([
			{ credit_amount: 2.5, object_uuid: id },
		]);
		const interview = byId(simulator.state.definitions[1].id);
		await expect(rows(of('getCreditsUsed', { interview }))).resolves.toEqual([]);
		simulator.failNext({ match: { path: new RegExp('/merchant-analytics-credits-used') }, status: 403 });
		await expect(refusal(of('getCreditsUsed'))).resolves.toMatch(/its role or its company may not/);
	});

	it('gets analytics', async () => {
		await reported();
		const day = simulator.state.clock.iso().slice(0, 10);
		const dates = { from: `${day}T00:00:00`, to: day };
		await expect(rows(of('getAnalytics', dates))).resolves.toEqual([
			{ day, event: 'interview_started', event_number: 1 },
		]);
		await expect(refusal(of('getAnalytics', { ...dates, from: 'May' }))).resolves.toMatch(
			/^From is not a date \| Pick a date in From/,
		);
	});

	it('gets many avatars, 15 a page, languages and sub-merchants', async () => {
		await expect(rows(of('getManyAvatars', { returnAll: true }))).resolves.toHaveLength(20);
		expect(callsTo('/merchant-avatar-list?limit=15')).toHaveLength(2);
		await expect(refusal(of('getManyAvatars', { filters: { type: 'robot' } }))).resolves.toMatch(/type/);
		const [language] = await rows(of('getManyLanguages', { limit: 1 }));
		expect(language).toEqual(expect.objectContaining({ code: 'ar', interview_interface: true }));
		await expect(rows(of('getManyLanguages', { returnAll: true }))).resolves.toHaveLength(34);
		await expect(rows(of('getManySubMerchants'))).resolves.toHaveLength(2);
		simulator.state.isOwner = false;
		await expect(refusal(of('getManySubMerchants'))).resolves.toMatch(/Not permitted.*\|.*owner/);
		simulator.failNext({ match: { path: new RegExp('/platform-languages-list') }, status: 404 });
		await expect(refusal(of('getManyLanguages'))).resolves.toMatch(/404/);
	});

	it('invites users, row by row', async () => {
		const users = JSON.stringify([
			{ name: 'Ada Example', email: 'ada@example.com', type: 'merchant' },
			{ name: 'Bo Example', email: 'bo@example.com', type: 'candidate' },
		]);
		const items = await rows(of('inviteUsers', { users }), { continueOnFail: true });
		expect(items).toMatchObject([{ result: 'Invited' }, { error: 'interview_id is required' }]);
		await expect(refusal(of('inviteUsers', { users }))).resolves.toMatch(
			/^1 of 2 could not be invited \| bo@/,
		);
		await expect(refusal(of('inviteUsers', { users: '[{}]' }))).resolves.toMatch(/^Users needs an email/);
	});
});

describe('Knowledge Base', () => {
	it('uploads a document', async () => {
		const upload = { resource: 'knowledgeBase', operation: 'upload', storeId: 'store' };
		const binaryField = file('Rules of the depot', 'rules "new".md') as never;
		const [item] = await rows({ ...upload, binaryField });
		expect(simulator.state.documents).toEqual([
			{
				id: item.knowledge_base_id,
				storeId: 'store',
				name: 'rules %22new%22.md',
				content: 'Rules of the depot',
			},
		]);
		await expect(refusal({ ...upload, storeId: '', binaryField })).resolves.toMatch(
			/^Knowledge Base Store ID is empty/,
		);
	});
});
