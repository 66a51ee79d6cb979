import type { IDataObject, INodeParameters, IPairedItemData, NodeError } from 'n8n-workflow';

import { enrollWithLink } from '../../nodes/JobMojito/resources/candidate/enrollWithLink';
import { jobMojitoResources } from '../../nodes/JobMojito/resources';
import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import { startJobMojito, type JobMojitoInterview, type JobMojitoSimulator } from '../../simulators/jobmojito';
import { bodies } from '../../simulators/jobmojito/bodies';
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
		// An expression on a spreadsheet gives text for a number.
		const asText = { scoreMaximum: '10' as never };
		await expect(rows({ ...GET, options: asText }, { input })).resolves.toMatchObject([
			{ score_percent: 73 },
		]);
		for (const operation of ['get', 'getAll']) {
			const wrong = { ...GET, operation, options: { scoreMaximum: 'ten' as never } };
			await expect(refusal(wrong, { input })).resolves.toMatch(/^Score Maximum is not a number/);
		}
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
			/^Changed Since is not a valid date \| .*Pick a date/,
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

	it('says when no type is selected', async () => {
		await expect(refusal(of('getAll', { types: [] }))).resolves.toMatch(/^Types is empty \|/);
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
		const additionalFields = {
			interview_length: '5',
			tags: 'sales, night shift',
			hiring_for_company: '{"name": "undisclosed"}',
			pdf_export_auto_config: '{"transcript": true}',
			result_view: 'none',
		};
		const [item] = await rows({ ...NEW_INTERVIEW(), operation: 'create', additionalFields });
		expect(item).toMatchObject({ questions_generated: 5, max_duration: 1200 });
		expect(simulator.state.definition(String(item.interview_def_set_id))).toMatchObject({
			name: 'Dispatcher',
			status: 'active',
			fields: { tags: ['sales', 'night shift'], hiring_for_company: { name: 'undisclosed' } },
		});
	});

	it('says which JSON is wrong before anything is sent', async () => {
		const additionalFields = { custom_scoring: '{max_score: 3}' };
		await expect(refusal({ ...NEW_INTERVIEW(), operation: 'create', additionalFields })).resolves.toMatch(
			/^Custom Scoring is not a JSON object \| Write Custom Scoring like/,
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
		const [item] = await rows({ ...update, updateFields: { name: 'Night Dispatcher', code: '' } });
		expect(item.updated_fields).toEqual(['code', 'name']);
		expect(definition()).toMatchObject({ name: 'Night Dispatcher', fields: { code: null } });
		await expect(refusal(update)).resolves.toMatch(/^There is nothing to update \| Add at least one/);
		await expect(refusal({ ...update, updateFields: { questions: '[]' } })).resolves.toMatch(
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
		// An expression on a spreadsheet gives numbers for text.
		const fields = { name: 'Ada Example', email: 'ada@example.com', additionalFields: { external_id: 7 } };
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

	const FROM_ITEMS = { name: '={{ $json.n }}', email: '={{ $json.e }}' };

	const PEOPLE = [
		{ n: 'Zoë A', e: 'ra@example.com' },
		{ n: '', e: 'rb@example.com' },
		{ n: 'Zoë C', e: 'rc@example.com' },
	];

	const LIST = JSON.stringify([
		{ name: 'Ada Example', email: 'ada@example.com' },
		{ name: 'Broken Example', email: 'broken' },
		{ name: 'Cleo Example', email: 'cleo@example.com' },
	]);

	const registrations = () => callsTo('/job-interview-register-users');
	const sentTo = (call: { body: string }) =>
		(JSON.parse(call.body) as { users: Array<{ email: string }> }).users.map(({ email }) => email);

	it('registers nobody when one input item cannot be sent', async () => {
		await expect(refusal(register(FROM_ITEMS), { input: PEOPLE })).resolves.toMatch(
			/^Name is empty; nobody was registered \|/,
		);
		expect(simulator.requests).toHaveLength(0);
	});

	it('registers those who can be sent where the node continues, and shows why the others were not', async () => {
		const items = await run(register(FROM_ITEMS), { continueOnFail: true, input: PEOPLE });
		expect(items.map(({ json }) => json.error ?? json.result)).toEqual(['ok', 'Name is empty', 'ok']);
		expect(Object.keys(items[1].json)).toEqual(['error', 'message']);
		expect(items.map(({ pairedItem }) => (pairedItem as IPairedItemData).item)).toEqual([0, 1, 2]);
		expect(registrations().map(sentTo)).toEqual([['ra@example.com', 'rc@example.com']]);
	});

	it('registers input items in as few calls as they have different settings', async () => {
		const [one, other] = simulator.state.definitions;
		const input = [one, other, one].map(({ id }, index) => ({ id, e: `person${index}@example.com` }));
		const each = { interview: byId('={{ $json.id }}'), name: 'Ada', email: '={{ $json.e }}' };
		const items = await run(register(each), { input });
		expect(items.map(({ json }) => json.email)).toEqual(input.map(({ e }) => e));
		expect(registrations().map(sentTo)).toEqual([
			['person0@example.com', 'person2@example.com'],
			['person1@example.com'],
		]);
	});

	it('registers many in calls of 50', async () => {
		const input = Array.from({ length: 120 }, (_, index) => ({ n: 'Ada', e: `person${index}@example.com` }));
		await expect(run(register(FROM_ITEMS), { input })).resolves.toHaveLength(120);
		expect(registrations().map((call) => sentTo(call).length)).toEqual([50, 50, 20]);
	});

	it('takes a row that failed behind status 200 for a failure, and says who was registered', async () => {
		await expect(refusal(register({ source: 'list', list: LIST }))).resolves.toMatch(
			/^1 of 3 people were not registered \| Input item 1: JobMojito says: Invalid email address\. The email is broken\. 2 people were registered already: do not send them again/,
		);
		expect(registrations()).toHaveLength(1);
	});

	it('makes an item with the error of each failed row where the node continues', async () => {
		const input = [0, 1].map((index) => ({ id: simulator.state.definitions[index].id }));
		const each = register({ interview: byId('={{ $json.id }}'), source: 'list', list: LIST });
		const items = await run(each, { continueOnFail: true, input });
		const wrong = 'JobMojito says: Invalid email address';
		expect(items.map(({ json }) => json.error ?? json.result)).toEqual([
			'ok',
			wrong,
			'ok',
			'ok',
			wrong,
			'ok',
		]);
		expect(items.map(({ pairedItem }) => (pairedItem as IPairedItemData).item)).toEqual([0, 0, 0, 1, 1, 1]);
		expect(items[1].json).toEqual({ error: wrong, message: `${wrong}. The email is broken.` });
	});

	it('registers nobody twice for one interview, and the same person for two', async () => {
		const [one, other] = simulator.state.definitions;
		const input = [one, other, one].map(({ id }, index) => ({
			id,
			e: ['ada@example.com', 'ada@example.com', ' Ada@Example.com'][index],
		}));
		const each = register({ interview: byId('={{ $json.id }}'), name: 'Ada', email: '={{ $json.e }}' });
		await expect(refusal(each, { input })).resolves.toMatch(
			/^Email occurs more than once; nobody was registered \| Input item 1 has the same Email/,
		);
		expect(simulator.requests).toHaveLength(0);
		const items = await rows(each, { input, continueOnFail: true });
		expect(items.map(({ error, result }) => error ?? result)).toEqual([
			'ok',
			'ok',
			'Email occurs more than once',
		]);
	});

	it('names the place of a bad entry of the list, not the person, and adds the others where it continues', async () => {
		const list = '[{"name": "Ada", "email": "ada@example.com"}, {"name": "Bo Example"}, 3]';
		const bad = register({ source: 'list', list });
		await expect(refusal(bad)).resolves.toMatch(
			/^Email in entry 2 of Candidate List is empty; nobody was registered \| Give each entry the key "email"/,
		);
		expect(simulator.requests).toHaveLength(0);
		const items = await rows(bad, { continueOnFail: true });
		expect(items.map(({ error, result }) => error ?? result)).toEqual([
			'ok',
			'Email in entry 2 of Candidate List is empty',
			'Name in entry 3 of Candidate List is empty',
		]);
		await expect(refusal(register({ source: 'list', list: '[]' }))).resolves.toMatch(
			/^Candidate List is empty; nobody was registered/,
		);
	});

	it('does not send a registration again whose outcome is unknown', async () => {
		simulator.failNext({
			match: { path: new RegExp('/job-interview-register-users') },
			status: 'drop-after-handling',
		});
		const message = await refusal(register({ name: 'Ada', email: 'ada@example.com' }));
		expect(message).toMatch(/could not be reached; it is not certain whether JobMojito did it all the same/);
		expect(simulator.state.interviews).toHaveLength(1);
		expect(registrations()).toHaveLength(1);
	});

	it('registers nobody twice when n8n tries the node again', async () => {
		const [one, other] = simulator.state.definitions;
		const input = [one, other].map(({ id }, index) => ({ id, e: `person${index}@example.com` }));
		const each = { interview: byId('={{ $json.id }}'), name: 'Ada', email: '={{ $json.e }}' };
		const again = { input, retriedExecution: 'register' };
		// Both go out in a call of their own, and the second one is refused.
		const unknown = simulator.state.definitions.splice(1, 1);
		await expect(refusal(register(each), again)).resolves.toMatch(
			/Interview not found.*1 person was registered/,
		);
		simulator.state.definitions.push(...unknown);
		await expect(rows(register(each), again)).resolves.toMatchObject([{ result: 'ok' }, { result: 'ok' }]);
		expect(registrations().map(sentTo)).toEqual([
			['person0@example.com'],
			['person1@example.com'],
			['person1@example.com'],
		]);
	});

	const ENROLLMENT = {
		resource: 'candidate',
		operation: 'enrollWithLink',
		candidateName: 'Ada Example',
		candidateEmail: 'ada@example.com',
		candidateCountry: 'us',
		resume: 'Drove lorries.',
	};

	it('enrolls with a link', async () => {
		const [item] = await rows({ ...ENROLLMENT, interview: byId(definition().id) });
		expect(item).toMatchObject({ status: 'ai_accept', interview_def_set_id: definition().id });
		const place = { positionName: 'Driver', positionLocation: 'Remote', positionCountry: 'us' };
		const [made] = await rows({ ...ENROLLMENT, positionFrom: 'new', ...place });
		expect(simulator.state.definition(String(made.position_def_set_id))?.name).toBe('Driver');
		expect(JSON.parse(lastCall().body)).toMatchObject({
			candidate_country_code: 'US',
			position_country_code: 'US',
		});
		await expect(refusal({ ...ENROLLMENT, interview: byId('unknown') })).resolves.toMatch(/not found/);
		await expect(refusal({ ...ENROLLMENT, positionFrom: 'new' })).resolves.toMatch(/^Position .* is empty/);
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
		const enrollment = { ...ENROLLMENT, interview: byId(definition().id), additionalFields };
		await rows(enrollment, { timezone: 'Asia/Tokyo' });
		expect(JSON.parse(lastCall().body)).toMatchObject({
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
		const enrollment = {
			...ENROLLMENT,
			interview: byId(definition().id),
			candidateCountry: '={{ $json.country }}',
		};
		await expect(refusal(enrollment, { input })).resolves.toMatch(
			/^Candidate Country is not a country code of two letters \| It is: Germany\./,
		);
		expect(simulator.requests).toHaveLength(0);
	});

	it('gets many, and refuses a limit beyond the range only where JobMojito does', async () => {
		for (let index = 0; index < 210; index++) await simulator.invite({});
		const many = { resource: 'candidate', operation: 'getAll', returnAll: true };
		await expect(rows(many)).resolves.toHaveLength(210);
		await expect(refusal({ ...many, filters: { order_by: 'name' } })).resolves.toMatch(/order_by/);
	});

	const link = (more: INodeParameters) => ({ resource: 'candidate', operation: 'createSignedLink', ...more });

	it('creates a signed link from the bare text of the answer', async () => {
		await simulator.invite({});
		const [{ enrollmentId, personId }] = simulator.state.interviews;
		const [item] = await rows(
			link({ enrollmentId, interview: byId(definition().id), options: { showMenu: true } }),
		);
		expect(item.url).toMatch(/^https:\/\/simulated\.interviewmojito\.com\/interview-for-profile\?.*menu=1$/);
		const wrong = link({ type: 'results-for-profile', enrollmentId: personId });
		await expect(refusal(wrong)).resolves.toMatch(
			/500.*a result, an interview, an enrollment and a person each have/,
		);
		const empty = link({ type: 'interview-result-candidate', resultId: '' });
		await expect(refusal(empty)).resolves.toMatch(/^Result ID is empty/);
		const nothing = link({ type: 'results-for-profile', resultId: '' });
		await expect(refusal(nothing)).resolves.toMatch(/^Enrollment ID is empty \| .*Result ID/);
	});

	it.each([
		['interview-for-profile', ['interview_id', 'interview_profile_id']],
		['results-for-profile', ['interview_profile_id']],
		['interview-result-candidate', ['interview_result_id']],
		['interview-result-talent-seeker', ['interview_result_id']],
		['interview-results-for-position', ['interview_id']],
	])('creates a link to %s from the item of a trigger', async (type, needed) => {
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
			const [{ url }] = await rows(link({ type }), { input: [item as IDataObject] });
			expect(url).toContain(`/${type}?`);
			const { type: sent, ...sentIds } = JSON.parse(lastCall().body) as Record<string, string>;
			expect(sent).toBe(type);
			expect(sentIds).toEqual(Object.fromEntries(needed.map((name) => [name, ids[name]])));
		}
	});

	it('says when no enrollment can be found for a link', async () => {
		await reported();
		const input = [{ interview_id: 'of-another-company', candidate_email: 'ada@example.com' }];
		await expect(refusal(link({ type: 'results-for-profile' }), { input })).resolves.toMatch(
			/^No enrollment was found for this Result ID \| JobMojito lists no result of-another-company\..*fill in Enrollment ID/,
		);
		expect(callsTo('/job-interview-token')).toHaveLength(0);
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
		const [made] = await rows(of('create', { ...NEW, additionalFields: { assessment_rules: rules } }));
		expect(made.created).toBe(true);
		const additionalFields = { update_position_def_set_id: String(made.position_def_set_id) };
		await expect(rows(of('create', { ...NEW, additionalFields }))).resolves.toMatchObject([
			{ updated: true },
		]);
		await expect(refusal(of('create', { ...NEW, type: 'form' }))).resolves.toMatch(/form_fields/);
		await expect(refusal(of('create', { ...NEW, additionalFields: { form_fields: '{}' } }))).resolves.toMatch(
			/^Form Fields is not a JSON list \| Write Form Fields like/,
		);
	});

	it('checks a text once, and says in words when the candidate was not waiting', async () => {
		const check = of('checkText', { ...candidate(await position()), resume: 'Drove lorries.' });
		await expect(rows(check)).resolves.toMatchObject([{ recommendation: 'recruiter_action' }]);
		await expect(refusal(check)).resolves.toMatch(
			/not waiting for a pre-screening \| .*candidate_action state.*recruiter_action/,
		);
	});

	it('writes every country in upper case', async () => {
		const assessment_rules = [{ id: 'form_nationality', type: 'screening', country: ['us', 'Ca'] }];
		await rows(of('create', { ...NEW, additionalFields: { assessment_rules: assessment_rules as never } }));
		expect(JSON.parse(lastCall().body)).toMatchObject({
			position_country_code: 'US',
			assessment_rules: [{ id: 'form_nationality', country: ['US', 'CA'] }],
		});
		const additionalFields = {
			candidate_country_code: 'hr',
			form: '{"nationality": "hr", "residency": "us", "education": "masters"}',
		};
		await rows(
			of('checkText', { ...candidate(await position()), resume: 'Drove lorries.', additionalFields }),
		);
		expect(JSON.parse(lastCall().body)).toMatchObject({
			candidate_country_code: 'HR',
			form: { nationality: 'HR', residency: 'US', education: 'masters' },
		});
		const country = { candidate_country_code: 'Croatia' };
		const wrong = of('checkText', {
			...candidate('any'),
			resume: 'Drove lorries.',
			additionalFields: country,
		});
		await expect(refusal(wrong)).resolves.toMatch(/^Candidate Country is not a country code of two letters/);
	});

	it('checks a file, sent as a form', async () => {
		const positionId = await position();
		const additionalFields = { form: '{"education": "masters"}', candidate_country_code: 'us' };
		const check = of('checkFile', {
			...candidate(positionId),
			binaryField: file('Drove lorries.\r\nSpeaks Greek: Ελληνικά.') as never,
			additionalFields,
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
			/^From is not a valid date \| It is: May\. Pick a date/,
		);
		await expect(refusal(of('getAnalytics', { from: '2026-03-02', to: '2026-03-01' }))).resolves.toMatch(
			/^From is later than To \|/,
		);
		await expect(refusal(of('getAnalytics', { to: day }))).resolves.toMatch(/^From is empty/);
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
		await rows(of('getAnalytics', { from, to: '2099-01-01' }), { timezone });
		expect(lastCall().path).toContain(`date_from=${day}&`);
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

	const LIST = JSON.stringify([
		{ name: 'Ada Example', email: 'ada@example.com', type: 'merchant' },
		{ name: 'Bo Example', email: 'bo@example.com', type: 'candidate' },
		{ email: 'cleo' },
	]);

	it('invites users, row by row', async () => {
		const items = await rows(of('inviteUsers', { list: LIST }), { continueOnFail: true });
		expect(items).toEqual([
			expect.objectContaining({ result: 'Invited', email: 'ada@example.com' }),
			{
				error: expect.stringMatching(/^Interview ID in entry 2 of User List is empty/),
				message: expect.anything(),
			},
			{
				error: 'JobMojito says: Invalid email address',
				message: 'JobMojito says: Invalid email address. The email is cleo.',
			},
		]);
		expect(simulator.state.users).toEqual(['ada@example.com']);
		await expect(refusal(of('inviteUsers', { list: '[{}]' }))).resolves.toMatch(
			/^Email in entry 1 of User List is empty; nobody was invited/,
		);
	});

	it('invites nobody when one of them cannot be sent', async () => {
		await expect(refusal(of('inviteUsers', { list: LIST }))).resolves.toMatch(
			/^Interview ID in entry 2 of User List is empty; nobody was invited/,
		);
		expect(simulator.requests).toHaveLength(0);
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

describe('A picked time', () => {
	const ZONES = ['Asia/Tokyo', 'America/Los_Angeles', 'UTC'];

	/** As n8n's picker stores it: without a zone. */
	const picked = (time: number, zone: string) =>
		new Date(time).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');

	it.each(ZONES)('narrows lists down in the zone of the workflow, %s', async (timezone) => {
		const early = await reported();
		simulator.advance(2 * 3_600_000);
		const late = await reported();
		const at = simulator.state.clock.now() - 3_600_000;
		const lists = [
			{ resource: 'result', operation: 'getAll', returnAll: true },
			{ resource: 'report', operation: 'getAll', returnAll: true },
		];
		for (const parameters of lists) {
			const since = async (changedSince: unknown) =>
				(await rows({ ...parameters, filters: { changedSince: changedSince as string } }, { timezone })).map(
					(item) => item.interview_result_id ?? item.interview_id,
				);
			for (const changedSince of [
				picked(at, timezone),
				`={{ DateTime.fromMillis(${at}) }}`,
				`={{ new Date(${at}) }}`,
				`={{ ${at} }}`,
				new Date(at).toISOString(),
			]) {
				await expect(since(changedSince)).resolves.toEqual([late.id]);
			}
			await expect(since('')).resolves.toEqual([late.id, early.id]);
		}
	});

	it.each([
		['Asia/Tokyo', '2026-12-01T18:00:00', '2026-12-01T09:00:00.000Z'],
		['America/Los_Angeles', '2026-12-01T18:00:00', '2026-12-02T02:00:00.000Z'],
		// In summer it is an hour less.
		['America/Los_Angeles', '2026-07-01T18:00:00', '2026-07-02T01:00:00.000Z'],
		['UTC', '2026-12-01T18:00:00', '2026-12-01T18:00:00.000Z'],
		['Asia/Tokyo', '2026-12-01', '2026-11-30T15:00:00.000Z'],
		['Asia/Tokyo', '2026-12-01T18:00:00+01:00', '2026-12-01T17:00:00.000Z'],
	])('goes out as UTC from the workflow in %s', async (timezone, till, expected) => {
		const fields = { interview_available_till: till };
		const writes: INodeParameters[] = [
			{ resource: 'interview', operation: 'update', interview: byId(definition().id), updateFields: fields },
			{ ...NEW_INTERVIEW(), operation: 'create', additionalFields: fields },
			{
				...{ resource: 'preScreening', operation: 'create', type: 'resume', status: 'draft' },
				...{ positionName: 'Driver', positionLocation: 'Remote', positionCountry: 'us' },
				additionalFields: fields,
			},
		];
		for (const parameters of writes) {
			await rows(parameters, { timezone });
			expect(JSON.parse(lastCall().body)).toMatchObject({ interview_available_till: expected });
		}
	});

	it('is refused by its name before anything is sent', async () => {
		const input = [{ till: '2026-12-01' }, { till: '31.02.' }];
		const updateFields = { interview_available_till: '={{ $json.till }}' };
		const update = {
			resource: 'interview',
			operation: 'update',
			interview: byId(definition().id),
			updateFields,
		};
		await expect(refusal(update, { input })).resolves.toMatch(
			/^Available Till is not a valid date \| It is: 31\.02\./,
		);
		expect(simulator.requests).toHaveLength(0);
	});
});

describe('Every writing operation', () => {
	it('sends nothing when a later item cannot be sent', async () => {
		const { id } = await reported();
		const input = [
			{ id, interview: definition().id, country: 'us', email: 'ada@example.com' },
			{ id: '', interview: '', country: '', email: '' },
		];
		const interview = byId('={{ $json.interview }}');
		const person = { candidateName: 'Ada', candidateEmail: '={{ $json.email }}' };
		const place = {
			positionName: 'Driver',
			positionLocation: 'Remote',
			positionCountry: '={{ $json.country }}',
		};
		const created = { ...NEW_INTERVIEW(), name: '={{ $json.email }}' };
		const binaryField = file('Drove lorries.') as never;
		const writes: INodeParameters[] = [
			{ resource: 'candidate', operation: 'register', interview, name: 'Ada', email: 'ada@example.com' },
			{
				...{ resource: 'candidate', operation: 'enrollWithLink', ...person, resume: 'Drove lorries.' },
				...{ candidateCountry: '={{ $json.country }}', interview },
			},
			{
				resource: 'candidate',
				operation: 'createSignedLink',
				type: 'interview-results-for-position',
				interview,
			},
			{ ...created, operation: 'create' },
			{
				...created,
				operation: 'createFromQuestions',
				description: 'Plans.',
				questions: '[{"question": "Why?"}]',
			},
			{ resource: 'interview', operation: 'update', interview, updateFields: { name: 'Driver' } },
			{ resource: 'interview', operation: 'setState', interview, status: 'archived' },
			{
				...{ resource: 'report', operation: 'get', interviewId: '={{ $json.id }}' },
				options: { files: ['report'] },
			},
			{ resource: 'result', operation: 'getReport', resultId: '={{ $json.id }}' },
			{ resource: 'result', operation: 'requestAnotherAttempt', resultId: '={{ $json.id }}' },
			{ resource: 'preScreening', operation: 'checkText', position: interview, ...person, resume: 'Drove.' },
			{ resource: 'preScreening', operation: 'checkFile', position: interview, ...person, binaryField },
			{ resource: 'preScreening', operation: 'create', ...place, type: 'resume', status: 'active' },
			{ resource: 'account', operation: 'inviteUsers', list: '={{ [{ email: $json.email }] }}' },
			{ resource: 'knowledgeBase', operation: 'upload', storeId: '={{ $json.id }}', binaryField },
		];
		const writing = jobMojitoResources.flatMap(({ value, operations }) =>
			operations.filter(({ effect }) => effect !== 'read').map((operation) => `${value} ${operation.value}`),
		);
		expect(writes.map(({ resource, operation }) => `${resource} ${operation}`).sort()).toEqual(
			writing.sort(),
		);
		for (const parameters of writes) {
			const { operation } = parameters;
			simulator.requests.length = 0;
			expect([operation, await refusal(parameters, { input })]).toEqual([
				operation,
				expect.stringMatching(/ is empty/),
			]);
			expect([operation, simulator.requests]).toEqual([operation, []]);
		}
	});
});
