import type { IDataObject, INodeParameters, NodeError } from 'n8n-workflow';

import type { Vendor } from '../../simulators/shared/simulator';
import { ACTION_NODES, byId } from './actions';
import { BareServer, json } from './bareServer';
import { runAction } from './runAction';

/** Tries an operation twice, as n8n does with Retry On Fail, against a server that returns these answers and no others. */
async function attempt(
	vendor: Vendor,
	name: string,
	parameters: IDataObject,
	answers: unknown[],
	apiVersion = 'v2',
) {
	const [resource, operation] = name.split(' ');
	const server = new BareServer();
	server.answers = answers.map(json);
	const baseUrl = await server.start();
	const once = async () =>
		await runAction({
			...ACTION_NODES[vendor],
			credentialData: {
				baseUrl,
				apiKey: 'key-of-a-test-0123',
				accessToken: 'token-of-a-test-0123',
				apiVersion,
			},
			parameters: { resource, operation, ...parameters } as INodeParameters,
			retriedExecution: `${name} ${baseUrl}`,
		}).then(
			(items) => ({ items: items.map((item) => item.json), said: '' }),
			({ message, description }: NodeError) => ({ items: [], said: `${message} | ${description}` }),
		);
	const result = await once();
	const calls = server.calls.length;
	await once();
	await server.stop();
	return { ...result, calls, later: server.calls.length - calls };
}

type Row = [vendor: Vendor, operation: string, parameters: IDataObject, answers: unknown[], said: RegExp];

/** A row for each of some answers to the one call of an operation, as the vendor wraps them. */
const rowsOf =
	(vendor: Vendor, wrapped = (answer: unknown): unknown => answer) =>
	(operation: string, parameters: IDataObject, said: RegExp, ...answers: unknown[]): Row[] =>
		answers.map((answer) => [vendor, operation, parameters, [wrapped(answer)], said]);

const data = (value: unknown) => ({ data: value });

const hireflix = rowsOf('hireflix', data);
const heymilo = rowsOf('heymilo', data);
const jobmojito = rowsOf('jobmojito');
const interviewflowai = rowsOf('interviewflowai');
const ribbon = rowsOf('ribbon');
const micro1 = rowsOf('micro1', (answer) => ({ status: true, ...(answer as object) }));

/** What Hireflix answers to a change of the interview I1. */
const changed = (
	operation: string,
	parameters: IDataObject,
	field: string,
	said: RegExp,
	...interviews: unknown[]
) =>
	hireflix(
		`interview ${operation}`,
		{ interviewId: 'I1', ...parameters },
		said,
		...interviews.map((interview) => ({ Interview: { [field]: interview } })),
	);

const archived = (said: RegExp, ...positions: unknown[]) =>
	hireflix(
		'position archive',
		{ positionId: byId('P1') },
		said,
		...positions.map((position) => ({
			archivePosition: { __typename: 'MutationArchivePositionSuccess', data: position },
		})),
	);

const invited = (additionalFields: IDataObject, said: RegExp, interview: object) =>
	hireflix(
		'interview invite',
		{ positionId: byId('P1'), firstName: 'Ada', email: 'ada@example.com', additionalFields },
		said,
		{ inviteCandidateToInterview: { __typename: 'InterviewType', id: 'I2', ...interview } },
	);

const IN_POSTING = { postingId: byId('P1') };
const ADA = { name: 'Ada', email: 'ada@example.com' };
const TWO = [ADA, { name: 'Bo', email: 'bo@example.com' }];
const ONE_LISTED = { source: 'list', list: [ADA] };
const LISTED = { source: 'list', list: TWO };
const PUSH = { ats: 'bullhorn', additionalFields: { email: 'ada@example.com' } };
const RESOLVED = { ats: 'bullhorn', email: 'ada@example.com' };
const ADDED = { ...IN_POSTING, ...ADA };
const QUESTION = { ...IN_POSTING, questionId: 'Q1' };
const REORDERED = { ...IN_POSTING, modality: 'voice', order: ['Q2', 'Q1'] };
const APPLICANT = { job: byId('J1'), firstName: 'Ada', lastName: 'Example', email: 'ada@example.com' };
const METADATA = {
	entries: [
		{ key: 'team', value: 'Night' },
		{ key: 'shift', value: 2 },
	],
};

const updated = (updateFields: IDataObject) => ({ ...IN_POSTING, updateFields });

const STEP_CONFIG = { max_duration: 30, types: ['a', 'b'], limits: { most: 2, least: 1 } };
const stepUpdated = (step: string, said: RegExp, config: object) =>
	heymilo('posting updateStep', { ...IN_POSTING, step, position: 2, config: STEP_CONFIG }, said, {
		id: 'P1',
		title: 'T',
		workflow: [
			{ type: 'resume', order: 1, config: { max_duration: 1 } },
			{ type: 'web_interview', order: 2, config },
		],
	});

const WEBHOOK = { ...IN_POSTING, webhookUrl: 'https://a.example/1', event: 'report_available' };
const MADE = {
	webhook_id: 'W1',
	posting_id: 'p1',
	webhook_url: 'https://A.example:443/1',
	event_type: 'report_available',
};

const IN_INTERVIEW = { interview: byId('D1') };
const NEW_NAME = { ...IN_INTERVIEW, updateFields: { name: 'New' } };
const CANDIDATE = { candidateName: 'Ada', candidateEmail: 'ada@example.com', resume: 'Drove lorries.' };
const ENROLL = { ...CANDIDATE, candidateCountry: 'US', ...IN_INTERVIEW };
/** The interview of one stage of the position D1. */
const STAGE = { id: 'D2', name: 'X', status: 'active', is_multistage: true };
const ENROLLED = { status: 'ai_accept', interview_url: 'https://x.example/1' };
const CHECK = { ...CANDIDATE, position: byId('P1') };
const CHECKED = { recommendation: 'reject', decision_status: 'ai_reject' };
const NEW_INTERVIEW = {
	name: 'Driver',
	location: 'Oslo',
	avatar: byId('A1'),
	mojito_language_code: 'en',
	status: 'active',
	type: 'interview',
	visibility: 'merchant_invite',
};
const registered = (said: RegExp, ...rows: object[]) =>
	jobmojito(
		'candidate register',
		{ ...IN_INTERVIEW, ...ONE_LISTED },
		said,
		...rows.map((row) => [{ interview_url: 'https://x.example/1', ...row }]),
	);

const OF_INTERVIEWER = { interviewerId: 'V' };
const OF_ONE = { ...OF_INTERVIEWER, interviewId: 'i1' };
const LINK = { ...OF_INTERVIEWER, ...ADA };
const LINKED = { id: '1', email: 'ada@example.com', interviewLink: 'https://x.example/1' };
const SHORTLISTED = { ...LINK, additionalFields: { status: 'shortlisted' } };
const BOBS = { email: 'bob@example.com', interviewLink: 'https://x.example/bob' };
const addedMany = (said: RegExp, ...answers: unknown[]) =>
	interviewflowai('candidate addMany', { ...OF_INTERVIEWER, ...LISTED }, said, ...answers);
/** Both people, each with more. */
const both = (more: object) => data(TWO.map(({ email }) => ({ email, ...more })));

const OF_FLOW = { flowId: byId('F1') };
const RECORDED = { interviewId: 'I1' };
const OTHER_FLOW = { interview_flow_id: 'F2', title: 'Other' };
const OTHER_RECORDED = { interview_id: 'I2', interview_data: null };
const DONE = { success: true, status: 'completed' };
const FAILED = { success: true, status: 'failed' };
const LINK_OF_FLOW = { interview_id: 'I1', interview_link: 'https://x.example/1' };

/** What micro1 answers to an invitation of Ada, after a list of nobody. */
const invitedByMicro1 = (invitations: object[], additionalFields: IDataObject = {}): Row => [
	'micro1',
	'interview invite',
	{ interview: byId('D1'), ...ADA, additionalFields },
	[[], { invitations }].map((one) => ({ status: true, ...data(one) })),
	/^1 of 1 people were not invited.*did not confirm that it invited this person.*Get Many Invitations/,
];
const [FOR_ADA, FOR_BO] = TWO.map(({ email }) => ({
	candidate_id: email,
	candidate_email: email,
	invite_url: `https://x.example/${email}`,
}));

const ONE_LINK = { interview_url: 'https://x.example/1' };

/** The answer has the ID of another thing: nothing of it may come out. */
const OTHERS: Row[] = [
	...['interview get', 'interview getTranscript', 'report get'].map((name) =>
		hireflix(name, { interviewId: 'I1' }, /is about another: its id .*Asked for: I1\. In the answer: I2/, {
			interview: { id: 'I2', status: 'completed', candidate: { fullName: 'Bob Other' }, questions: [] },
		}),
	),
	...['interview get', 'report get'].map((name) =>
		heymilo(name, { interviewId: 'I1' }, /another: its interview_id/, { interview_id: 'I2' }),
	),
	[
		[
			'heymilo',
			'report get',
			{ interviewId: 'I1' },
			[data({ interview_id: 'I1', posting_id: 'P1' }), data({ id: 'P2', title: 'Other' })],
			/another: its id/,
		] as Row,
	],
	heymilo('interview getMetadata', { interviewId: 'I1' }, /another: its interview_id/, {
		object: 'metadata',
		interview_id: 'I2',
		metadata: {},
	}),
	heymilo('posting get', IN_POSTING, /another: its id/, { id: 'P2', title: 'Other' }),
	heymilo('posting getStatistics', IN_POSTING, /another: its posting_id/, {
		posting_id: 'P2',
		total_candidates: 5,
	}),
	heymilo('question get', QUESTION, /another: its id/, { id: 'Q2', text: 'Why?' }),
	heymilo('question get', QUESTION, /another: its posting_id/, { id: 'Q1', text: 'Why?', posting_id: 'P2' }),
	heymilo('webhook get', { webhookId: 'W1' }, /another: its webhook_id/, { webhook_id: 'W2' }),
	heymilo('lookup get', { list: 'voices', entryId: 'V1' }, /another: its id/, { id: 'V2' }),
	heymilo('ats getPushStatus', { itemId: 'T1' }, /another: its item_id/, {
		item_id: 'T2',
		status: 'completed',
	}),
	heymilo('ats resolveCandidate', RESOLVED, /another: its email/, {
		success: true,
		email: 'bob@example.com',
		ats_candidate_id: '77',
	}),
	heymilo('ats resolveCandidate', { ...RESOLVED, atsCandidateId: '77' }, /another: its ats_candidate_id/, {
		success: true,
		email: 'ada@example.com',
		ats_candidate_id: '78',
	}),
	...['result get', 'result getTranscript'].map((name) =>
		jobmojito(name, { resultId: 'R1' }, /another: its interview_result_id/, {
			status: 'completed',
			score: 7,
			transcript: [],
			interview_result_id: 'R2',
		}),
	),
	jobmojito('interview get', IN_INTERVIEW, /another: its id/, { id: 'D2', name: 'Other', status: 'active' }),
	...['candidate get', 'report get'].map((name) =>
		interviewflowai(
			name,
			OF_ONE,
			/has no interview with the Interview ID i1/,
			data([{ interviewId: 'i9', id: 'i1', email: 'bob@example.com' }]),
		),
	),
	...['interview get', 'report get'].map((name) =>
		ribbon(name, RECORDED, /is about another: its interview_id/, { ...DONE, ...OTHER_RECORDED }),
	),
	ribbon('flow get', OF_FLOW, /is about another: its interview_flow_id/, { ...DONE, ...OTHER_FLOW }),
	...[{ report_id: 'R2' }, { candidate_id: 'C2' }].map((named) =>
		micro1('recording get', { reportId: 'R1', options: { candidateId: 'C1' } }, /is about another/, {
			video_url: 'https://x.example/bob.mp4',
			...named,
		}),
	),
	micro1(
		'applicant get',
		{ jobApplicationId: 'A1' },
		/^This is not the micro1 API/,
		data({ message: 'No applicant' }),
		data({ applicant: null }),
	),
].flat();

/** The answer to a write is about another thing, or does not show it: nobody knows, so it is never sent again. */
const UNDONE: Row[] = [
	changed(
		'shortlist',
		{ isShortlisted: true },
		'finalist',
		/its status/,
		...['to_evaluate', 'discarded', 'archived', 'pending', null, { a: 1 }].map((status) => ({
			id: 'I1',
			status,
		})),
	),
	changed('shortlist', { isShortlisted: true }, 'finalist', /another: its id/, {
		id: 'I2',
		status: 'shortlisted',
	}),
	changed('shortlist', { isShortlisted: false }, 'finalist', /its status/, {
		id: 'I1',
		status: 'shortlisted',
	}),
	changed('archive', {}, 'archive', /its discardedAt/, {
		id: 'I1',
		status: 'to_evaluate',
		discardedAt: null,
	}),
	changed(
		'archive',
		{ isArchived: false },
		'archive',
		/its discardedAt/,
		{ id: 'I1', status: 'discarded', discardedAt: null },
		{ id: 'I1', discardedAt: 1772352000000 },
	),
	changed(
		'comment',
		{ comment: 'Hello' },
		'comment',
		/its comments/,
		{ id: 'I1', comments: [] },
		{ id: 'I1', comments: [{ value: 'Hi' }] },
	),
	changed('score', { score: 4.5 }, 'score', /its score/, { id: 'I1', score: null }),
	changed('share', {}, 'share', /another: its id/, {
		id: 'I2',
		externalLink: { url: 'https://x.example/1' },
	}),
	archived(
		/its archived/,
		...[null, false, 0, '0', 'false', undefined].map((value) => ({ id: 'P1', name: 'N', archived: value })),
	),
	archived(/another: its id/, { id: 'P2', archived: 1772352000000 }),
	invited({ disableNotifications: true }, /its url/, { url: null }),
	invited({ externalId: 'E1' }, /its externalId/, { externalId: 'E2' }),
	heymilo(
		'candidate add',
		ADDED,
		/another: its email/,
		{ interview_id: 'I1', posting_id: 'P1', email: 'bob@example.com' },
		{ interview_id: 'I1', posting_id: 'P1', candidate: { name: 'Bob', email: 'bob@example.com' } },
	),
	heymilo(
		'candidate add',
		ADDED,
		/its status/,
		...['failed', 'fail'].map((status) => ({ interview_id: 'I1', status })),
	),
	heymilo('candidate addMany', { ...IN_POSTING, ...LISTED, inBackground: true }, /its status/, {
		ingestion_id: 'G',
		status: 'failed',
	}),
	heymilo('ats pushCandidate', PUSH, /its item_id .*Asked for: the ID of the push\./, {
		status: 'completed',
		item_id: null,
	}),
	heymilo(
		'ats pushCandidate',
		PUSH,
		/its status/,
		...['skipped', 'failed', 'rejected'].map((status) => ({ status, item_id: 'T1' })),
	),
	heymilo(
		'posting archive',
		IN_POSTING,
		/its status is not .*Asked for: archived\./,
		...['active', 'draft', null].map((status) => ({ id: 'P1', status })),
	),
	heymilo(
		'posting activate',
		IN_POSTING,
		/its status/,
		...['archived', 'expired', 'paused', 'draft', null].map((status) => ({ id: 'P1', status })),
	),
	heymilo(
		'posting update',
		updated({ title: 'New title' }),
		/its title .*Asked for: New title\. In the answer: Old title/,
		{ id: 'P1', title: 'Old title' },
	),
	heymilo('posting update', updated({ max_retakes: 2 }), /another: its id/, {
		id: 'P2',
		title: 'T',
		max_retakes: 2,
	}),
	heymilo(
		'posting update',
		updated({ metadata: METADATA }),
		/its metadata.*(shift = 2|other = nothing)/,
		{ id: 'P1', title: 'T', metadata: { team: 'Night', shift: 'old' } },
		{ id: 'P1', title: 'T', metadata: { team: 'Night', shift: '2', other: 'x' } },
	),
	heymilo('posting update', updated({ metadata: {} }), /its metadata/, {
		id: 'P1',
		title: 'T',
		metadata: { team: 'Night' },
	}),
	heymilo(
		'posting update',
		updated({ deadline: '2026-05-01T08:00:00Z' }),
		/its deadline.*2026-05-01T08.*In the answer: 1/,
		{ id: 'P1', title: 'T', deadline: 1 },
	),
	stepUpdated('web_interview', /its max_duration.*30.*15/, { max_duration: 15 }),
	stepUpdated('position', /its max_duration/, { max_duration: 15 }),
	stepUpdated('web_interview', /its types/, { max_duration: 30, types: ['a', 'c'] }),
	stepUpdated('web_interview', /its limits/, { max_duration: 30, limits: { most: 1 } }),
	heymilo('posting clone', IN_POSTING, /its id is not/, { id: 'P1', status: 'active' }),
	heymilo('posting create', { title: 'Nurse' }, /its status/, { id: 'P2', status: 'failed', posting: null }),
	heymilo('question update', { ...QUESTION, updateFields: { text: 'New?' } }, /its text/, {
		id: 'Q1',
		text: 'Old?',
	}),
	heymilo(
		'question update',
		{ ...QUESTION, updateFields: { expected_answer: 'No' } },
		/its expected_answer/,
		{
			id: 'Q1',
			text: 'Old?',
			expected_answer: 'Yes',
		},
	),
	heymilo(
		'question reorder',
		REORDERED,
		/its questions are in another order/,
		[1, 2].map((rank) => ({ id: `Q${rank}`, rank })),
		[{ id: 'Q1' }, { id: 'Q2' }],
		[],
	),
	heymilo(
		'question delete',
		QUESTION,
		/its deleted/,
		{ id: 'Q1', deleted: false },
		{ id: 'Q1', is_deleted: false },
	),
	heymilo('question delete', QUESTION, /its status/, { id: 'Q1', status: 'failed' }),
	heymilo('question delete', QUESTION, /another: its id/, { id: 'Q2' }),
	heymilo('webhook delete', { webhookId: 'W1' }, /its is_active/, { webhook_id: 'W1', is_active: true }),
	heymilo(
		'webhook create',
		WEBHOOK,
		/not what was asked for|about another/,
		{ ...MADE, webhook_url: 'https://b.example/2' },
		{ ...MADE, event_type: 'interview_started' },
		{ ...MADE, posting_id: 'P9' },
		{ ...MADE, is_active: false },
	),
	heymilo(
		'interview clearMetadata',
		{ interviewId: 'I1' },
		/its metadata .*Asked for: a = nothing\. In the answer: a = old/,
		{ object: 'metadata', metadata: { a: 'old' } },
	),
	heymilo(
		'interview setMetadata',
		{ interviewId: 'I1', metadata: { entries: [{ key: 'a', value: 'new' }] } },
		/its metadata/,
		{ object: 'metadata', metadata: { a: 'old' } },
		{ object: 'metadata' },
	),
	jobmojito(
		'interview create',
		NEW_INTERVIEW,
		/its status/,
		...['failed', 'draft'].map((status) => ({ interview_def_set_id: 'D1', status })),
	),
	jobmojito(
		'interview update',
		NEW_NAME,
		/its updated_fields/,
		...[[], {}, 0, false, 'none', ['description']].map((updated_fields) => ({
			position_id: 'D1',
			updated_fields,
		})),
	),
	jobmojito('interview update', NEW_NAME, /another: its position_id/, {
		position_id: 'D2',
		updated_fields: ['name'],
	}),
	jobmojito('interview setState', { ...IN_INTERVIEW, status: 'archived' }, /its status/, {
		success: true,
		status: 'draft',
	}),
	jobmojito(
		'candidate enrollWithLink',
		ENROLL,
		/its status/,
		{ status: 'denied', interview_url: 'none' },
		{ status: null, interview_url: null },
		{ status: 'failed', interview_url: '' },
	),
	jobmojito('candidate enrollWithLink', ENROLL, /its interview_url/, {
		status: 'ai_accept',
		interview_url: null,
	}),
	jobmojito(
		'candidate enrollWithLink',
		ENROLL,
		/its position_def_set_id/,
		{ ...ENROLLED, position_def_set_id: 'D9' },
		{ ...ENROLLED, position_def_set_id: 'D9', interview_def_set_id: 'D8' },
	),
	jobmojito('candidate enrollWithLink', ENROLL, /another: its candidate_email/, {
		...ENROLLED,
		candidate_email: 'bob@example.com',
	}),
	jobmojito('preScreening checkText', CHECK, /another: its position_id/, { ...CHECKED, position_id: 'P9' }),
	jobmojito('preScreening checkText', CHECK, /another: its candidate_email/, {
		...CHECKED,
		candidate_email: 'bob@example.com',
	}),
	jobmojito(
		'result getReport',
		{ resultId: 'R1', format: 'json' },
		/its results/,
		{ json_export: { results: [{ interview_result_id: 'R9', candidate_name: 'Bob' }] } },
		{ json_export: { results: [] } },
	),
	jobmojito('result getReport', { resultId: 'R1,R2,R3', format: 'json' }, /its results/, {
		json_export: { results: [{}] },
	}),
	interviewflowai(
		'candidate createInterviewLink',
		SHORTLISTED,
		/its status .*Asked for: shortlisted\. In the answer: draft/,
		data({ ...LINKED, status: 'draft' }),
	),
	interviewflowai(
		'candidate createInterviewLink',
		SHORTLISTED,
		/another: its Interviewer .*Asked for: V\. In the answer: W/,
		data({ ...LINKED, jobId: 'W' }),
	),
	interviewflowai(
		'candidate createInterviewLink',
		LINK,
		/is about another: its email/,
		data(BOBS),
		data([BOBS]),
	),
	...(
		[
			['active', /its status .*Asked for: archived\./],
			['failed', /does not show that it was done: its status/],
		] as const
	).map(([status, said]) =>
		ribbon('flow archive', OF_FLOW, said, { interview_flow_id: 'F1', success: true, status }),
	),
	ribbon('flow archive', OF_FLOW, /is about another: its interview_flow_id/, { ...DONE, ...OTHER_FLOW }),
	ribbon('interview revokeRecordings', RECORDED, /another: its interview_id/, { ...DONE, ...OTHER_RECORDED }),
	ribbon('interview revokeRecordings', RECORDED, /does not show .*: its status/, {
		...FAILED,
		interview_id: 'I1',
	}),
	ribbon('interview createLink', OF_FLOW, /does not show that it was done: its status/, {
		...FAILED,
		...LINK_OF_FLOW,
	}),
	ribbon(
		'interview createLink',
		{ ...OF_FLOW, email: 'ada@example.com' },
		/its interviewee_email_address is not what was asked for/,
		{ ...DONE, ...LINK_OF_FLOW, interviewee_email_address: 'bob@example.com' },
	),
	...(
		[
			[/its status/, { status: 'duplicate' }],
			[/its email_id/, { email_id: 'bob@example.com' }],
			[/another: its micro1_job_id/, { micro1_job_id: 'J2' }],
			[/another: its job_id/, { job_id: 'J2' }],
		] as Array<[RegExp, object]>
	).map(([said, echo]) =>
		micro1('applicant create', APPLICANT, said, data({ job_application_id: 'A1', ...echo })),
	),
].flat();

const NO_EMAIL = 'The email did not leave';

/** Part of the work was done: what was made is there, and the answer names an error beside it. */
const DONE_IN_PART: Row[] = [
	...[
		data({ interview_id: 'I1', interview_url: 'https://x.example/1', error: NO_EMAIL }),
		data({ interview_id: 1, error: NO_EMAIL }),
		{ ...data({ interview_id: 'I1', interview_url: 'https://x.example/1' }), errors: [NO_EMAIL] },
	].map((answer): Row[] => [['heymilo', 'candidate add', ADDED, [answer], RegExp(NO_EMAIL)]]),
	interviewflowai('candidate createInterviewLink', LINK, RegExp(NO_EMAIL), { ...LINKED, error: NO_EMAIL }),
	jobmojito('candidate enrollWithLink', ENROLL, RegExp(NO_EMAIL), { ...ENROLLED, error: NO_EMAIL }),
	ribbon(
		'interview createLink',
		OF_FLOW,
		/Ribbon/,
		{ ...LINK_OF_FLOW, error: NO_EMAIL },
		{ ...LINK_OF_FLOW, success: false },
	),
	micro1('applicant create', APPLICANT, RegExp(NO_EMAIL), {
		...data({ job_application_id: 'A1' }),
		errors: [NO_EMAIL],
	}),
].flat();

/** The same of a person in a call for several. */
const PERSON_IN_PART = [
	heymilo('candidate addMany', { ...IN_POSTING, ...ONE_LISTED }, RegExp(NO_EMAIL), [
		{ interview_id: 'I1', interview_url: 'https://x.example/1', error: NO_EMAIL },
	]),
	interviewflowai(
		'candidate addMany',
		{ ...OF_INTERVIEWER, ...ONE_LISTED },
		RegExp(NO_EMAIL),
		data([{ ...LINKED, error: NO_EMAIL }]),
	),
	...[{ interview_url: 'https://x.example/1' }, { interview_url: null, profile_interview_id: 'E1' }].map(
		(made) =>
			jobmojito('candidate register', { ...IN_INTERVIEW, ...ONE_LISTED }, RegExp(NO_EMAIL), [
				{ email: ADA.email, ...made, result: `Error: ${NO_EMAIL}` },
			]),
	),
].flat();

/** The answer to an invitation does not show it. */
const UNCONFIRMED: Row[] = [
	...[
		[],
		[FOR_BO],
		[{ ...FOR_ADA, status: 'failed' }, FOR_BO],
		[{ ...FOR_ADA, interview_id: 'D2' }, FOR_BO],
		[{ ...FOR_ADA, invite_url: FOR_BO.invite_url }, FOR_BO],
		[{ ...FOR_ADA, candidate_id: FOR_BO.candidate_id }, FOR_BO],
	].map((invitations) => invitedByMicro1(invitations)),
	// No email is sent.
	invitedByMicro1([{ ...FOR_ADA, invite_url: null }, FOR_BO], { disable_email_notification: true }),
];

/** A refusal that names only what was sent, or itself. */
const NOTHING_MADE = [
	heymilo('candidate add', ADDED, /quota/, { error: 'quota', posting_id: 'P1', request_id: 'q1' }),
	ribbon('interview createLink', OF_FLOW, /quota/, {
		error: 'quota',
		interview_flow_id: 'F1',
		docs_url: 'https://x.example/errors',
	}),
].flat();

const ARCHIVING = { query: 'mutation { Interview(id: "I1") { archive(archive: true) { __typename } } }' };
const INVITING = { query: 'mutation { inviteCandidateToInterview(input: {}) { __typename } }' };

/** What is refused in the vendor's words, or what became of each person. */
const REFUSED: Row[] = [
	hireflix('customQuery run', ARCHIVING, /did not do this: no/, {
		Interview: { archive: { __typename: 'InterviewNotFoundError', message: 'no' } },
	}),
	hireflix('customQuery run', ARCHIVING, /not certain/, { Interview: null }),
	hireflix('customQuery run', ARCHIVING, /EXCEEDED.*not certain/, {
		a: { code: 'EXCEEDED', message: 'No invites left' },
	}),
	hireflix('customQuery run', INVITING, /^Hireflix did not do this: None left/, {
		inviteCandidateToInterview: { __typename: 'ExceededInvitesError', message: 'None left' },
	}),
	changed('share', {}, 'share', /^This is not the Hireflix API/, {
		id: 'I1',
		externalLink: { url: { a: 1 } },
	}),
	heymilo('ats pushCandidate', PUSH, /^HeyMilo says/, { status: 'queued', success: 'False' }),
	heymilo('ats resolveCandidate', RESOLVED, /^HeyMilo says/, { success: 'false' }),
	heymilo(
		'candidate addMany',
		{ ...IN_POSTING, ...ONE_LISTED },
		/^1 of 1 people were not added.*HeyMilo says: bad phone/,
		[{ interview_id: 'I1', success: false, error: 'bad phone' }],
	),
	...[{ candidate: { email: 'bo@example.com' } }, { name: 'Bo' }, { posting_id: 'P9' }].map((other) =>
		heymilo('candidate addMany', { ...IN_POSTING, ...ONE_LISTED }, /did not confirm/, [
			{ interview_id: 'I1', ...other },
		]),
	),
	heymilo(
		'candidate addMany',
		{ ...IN_POSTING, ...LISTED },
		/^2 of 2 people.*did not confirm/,
		TWO.map((_, index) => ({ interview_id: `I${index}`, ...ONE_LINK })),
	),
	...['interviewflowai candidate getAll', 'ribbon interview getAll', 'jobmojito candidate getAll'].map(
		(name) => {
			const [vendor, ...operation] = name.split(' ') as [Vendor, string, string];
			const nothing = { status: 'failed', message: 'Down', data: [], interviews: [] };
			return rowsOf(vendor)(operation.join(' '), OF_INTERVIEWER, /says: Down/, nothing);
		},
	),
	heymilo('interview getMetadata', { interviewId: 'I1' }, /^This is not the HeyMilo/, {
		object: 'error',
		message: 'gone',
	}),
	rowsOf('heymilo')('lookup getAll', { list: 'schemas/agents' }, /^HeyMilo says/, { detail: 'Not Found' }),
	rowsOf('heymilo')('lookup getAll', { list: 'schemas/agents' }, /^This is not the/, { message: 'Gone' }),
	jobmojito('result getReport', { resultId: 'R1', format: 'html' }, /^This is not the JobMojito/, {
		html_export: '  ',
	}),
	registered(/quota exceeded/, {
		email: 'ada@example.com',
		result: 'ok',
		success: false,
		error: 'quota exceeded',
	}),
	...['Invalid email address', 'Failed to send email'].map((result) =>
		registered(RegExp(result), { email: 'ada@example.com', result }),
	),
	registered(/returned no interview link, and sends no email/, {
		email: 'ada@example.com',
		result: 'ok',
		interview_url: null,
	}),
	registered(/^This is not the JobMojito API/, { email: 'bob@example.com', result: 'ok' }),
	jobmojito(
		'candidate register',
		{ ...IN_INTERVIEW, ...LISTED },
		/^2 of 2 people.*several people were answered with one link/,
		TWO.map(({ email }) => ({ email, result: 'ok', ...ONE_LINK })),
	),
	interviewflowai('candidate get', OF_ONE, /^InterviewFlowAI says: Candidate not found/, {
		message: 'Candidate not found',
		code: 404,
	}),
	interviewflowai('candidate getAll', OF_INTERVIEWER, /^InterviewFlowAI says: Invalid interviewer/, {
		message: 'Invalid interviewer',
		statusCode: 400,
	}),
	interviewflowai('candidate createInterviewLink', LINK, /quota exceeded.*not certain/, {
		error: 'quota exceeded',
		data: { email: 'ada@example.com', url: 'https://docs.example/quota' },
	}),
	interviewflowai('candidate createInterviewLink', LINK, /its status/, data({ ...LINKED, status: 'failed' })),
	interviewflowai('candidate createInterviewLink', LINK, /^InterviewFlowAI says: Archived/, {
		status: 'error',
		message: 'Archived',
		...data(LINKED),
	}),
	interviewflowai('candidate createInterviewLink', LINK, /has no interview link/, {
		message: 'Interviewer not found',
		url: 'https://docs.example/errors',
	}),
	addedMany(
		/^2 of 2 people.*Already exists.*says: no/,
		data([
			{ email: 'ada@example.com', status: 'failed', error: 'Already exists' },
			{ email: 'bo@example.com', success: false, message: 'no' },
		]),
	),
	addedMany(
		/^1 of 2 people.*says: bad/,
		data({
			candidates: [{ email: 'ada@example.com' }],
			failed: [{ email: 'bo@example.com', reason: 'bad' }],
		}),
		{
			candidates: [{ email: 'ada@example.com' }],
			errors: [{ email: 'bo@example.com', message: 'bad' }],
		},
		data([{ interviewId: '1' }, { error: 'bad' }]),
	),
	addedMany(/^1 of 2 people.*Input item 1: InterviewFlowAI did not add/, {
		failed: ['Ada@example.com'],
		...both({}),
	}),
	addedMany(
		/^2 of 2 people.*did not (confirm|add)/,
		...[{ failed: 1 }, { skipped: 1 }, { added: 1 }, { duplicates: ['ada@example.com'] }].map((counted) => ({
			...counted,
			...data([{ id: '1' }, { id: '2' }]),
		})),
	),
	addedMany(
		/^2 of 2 people.*did not confirm/,
		{ message: 'done', added: 0, failed: 2 },
		{ failed: 1, ...both({}) },
		both({ jobId: 'W' }),
		data({ success: false, candidates: TWO }),
		{ failedCount: 1, ...both({}) },
		{ summary: { failed: 1 }, ...both({}) },
		both({ interviewLink: 'https://x.example/1' }),
		{ status: 'failed' },
		{ success: true, inserted: 0 },
		data({ added: 1, total: 2 }),
	),
	addedMany(/^2 of 2 people.*closed/, both({ status: 'not_added', message: 'closed' })),
	addedMany(
		/^2 of 2 people.*did not add/,
		...[
			{ status: 'skipped' },
			{ status: 'Already exists' },
			{ ok: false },
			{ invited: false },
			{ added: false },
		].map(both),
	),
	addedMany(
		/Quota exceeded.*not certain/,
		...['failed', 'error', 'fail'].map((status) => ({ status, message: 'Quota exceeded', ...both({}) })),
	),
	addedMany(
		/^1 of 2 people.*1 person was added already/,
		{ added: 1, failed: 1, ...data([ADA]) },
		{ ...data([ADA]), failed: [{ index: 1, error: 'bad' }] },
		data({ added: [ADA], failed: [TWO[1]] }),
		{ ...data([ADA, { ...TWO[1], duplicate: true }]), failed: 1 },
	),
	addedMany(/^1 of 2 people.*did not confirm/, data([{ email: 'ada@example.com', interviewId: '1' }])),
	interviewflowai(
		'candidate addMany',
		{
			...OF_INTERVIEWER,
			source: 'list',
			list: TWO.map((one, place) => ({ ...one, metadata: { ats: `A${place}` } })),
		},
		/^2 of 2 people.*did not confirm/,
		data([1, 0].map((place) => ({ id: `i${place}`, metadata: { ats: `A${place}` } }))),
	),
	interviewflowai('candidate addMany', { ...OF_INTERVIEWER, ...ONE_LISTED }, /did not confirm/, {
		ok: true,
		added: 0,
	}),
].flat();

const NOTHING = /^$/;

/** Somebody who was added and has no interview yet is no report. */
const DRAFT = {
	candidateId: 'C2',
	name: 'Bob',
	email: 'bob@example.com',
	status: 'draft',
	interviewId: null,
};

/** What is as it was asked for, though it is put otherwise. */
const AGREEING: Row[] = [
	changed('shortlist', {}, 'finalist', NOTHING, { id: 'i1', status: 'completed' }),
	changed('shortlist', { isShortlisted: false }, 'finalist', NOTHING, { id: 'i1', status: 'pending' }),
	heymilo('posting update', updated({ title: "Bo's R&D Lead" }), NOTHING, {
		id: 'P1',
		title: 'Bo’s R&amp;D Lead',
	}),
	// It failed before it began.
	jobmojito('result get', { resultId: 'R1' }, NOTHING, {
		status: 'failed',
		score: null,
		start: null,
		transcript: [],
	}),
	changed('comment', { comment: 'R & D' }, 'comment', NOTHING, {
		id: 'I1',
		comments: [{ value: 'R &amp; D' }],
	}),
	hireflix('customQuery run', { query: 'mutation { a: x { __typename } b: y { id } }' }, NOTHING, {
		a: { __typename: 'XError' },
		b: { id: '1' },
	}),
	heymilo('posting get', { postingId: byId('p1') }, NOTHING, { id: 'P1', title: 'T' }),
	heymilo('posting archive', IN_POSTING, NOTHING, { id: 'P1', status: 'expired', archived: true }),
	heymilo('posting update', updated({ title: 'New  title', name: 'New Name' }), NOTHING, {
		id: 'P1',
		title: 'New title',
		name: 'new-name',
		max_retakes: null,
	}),
	heymilo('posting update', updated({ metadata: METADATA, deadline: '2026-05-01T08:00:00Z' }), NOTHING, {
		id: 'P1',
		title: 'T',
		metadata: { shift: '2', team: 'Night ' },
		deadline: Date.UTC(2026, 4, 1, 8) / 1000,
	}),
	stepUpdated('web_interview', NOTHING, {
		max_duration: '30',
		types: ['b', 'a'],
		limits: { least: 1, most: 2, own: 3 },
	}),
	stepUpdated('web_interview', NOTHING, { num_questions: 5 }),
	heymilo(
		'question reorder',
		REORDERED,
		NOTHING,
		[2, 1].map((rank) => ({ id: `Q${3 - rank}`, rank })),
	),
	micro1(
		'applicant get',
		{ jobApplicationId: 'A1' },
		NOTHING,
		data({ id: 'A1', name: 'Ada', linkedin_url: null }),
	),
	['candidate_email', 'candidate_email_id', 'email'].map((name): Row => {
		const invited = {
			candidate_id: 'C1',
			[name]: 'JOSE\u0301@example.com',
			invite_url: 'https://x.example/1',
		};
		const parameters = { interview: byId('D1'), name: 'José', email: 'josé@example.com' };
		const answers = [[], { invitations: [invited] }].map((one) => ({ status: true, ...data(one) }));
		return ['micro1', 'interview invite', parameters, answers, NOTHING];
	}),
	heymilo('webhook create', WEBHOOK, NOTHING, MADE),
	['interviewId', '_id'].flatMap((name) =>
		interviewflowai('report getAll', OF_INTERVIEWER, NOTHING, data([{ [name]: 'i1', name: 'Ada' }, DRAFT])),
	),
	interviewflowai('report get', OF_ONE, NOTHING, data([{ _id: 'i1', name: 'Ada' }])),
	jobmojito('interview update', { ...IN_INTERVIEW, updateFields: { location: 'Oslo' } }, NOTHING, {
		position_id: 'D1',
		updated_fields: ['interview_location'],
	}),
	// It counts who is new.
	jobmojito('candidate register', { ...IN_INTERVIEW, ...ONE_LISTED }, NOTHING, {
		success: 0,
		existing: 1,
		results: [{ email: ADA.email, result: 'ok', ...ONE_LINK }],
	}),
	interviewflowai('candidate addMany', { ...OF_INTERVIEWER, ...ONE_LISTED }, NOTHING, {
		success: true,
		data: null,
		message: 'Candidates added',
	}),
	// AI gave no recommendation, or a person will.
	[null, ''].flatMap((recommendation) =>
		jobmojito('preScreening checkText', CHECK, NOTHING, {
			success: true,
			decision_status: 'undecided',
			recommendation,
			message: 'Check done',
			profile_interview_id: 'E1',
		}),
	),
	jobmojito('interview get', IN_INTERVIEW, NOTHING, STAGE),
	jobmojito('interview get', IN_INTERVIEW, NOTHING, { ...STAGE, is_multistage: null, position_id: 'd1' }),
	jobmojito('interview update', NEW_NAME, NOTHING, {
		position_id: 'D2',
		is_multistage: true,
		updated_fields: ['name'],
	}),
	jobmojito('preScreening checkText', CHECK, NOTHING, {
		...CHECKED,
		position_id: 'D9',
		position_def_set_id: 'P1',
	}),
	jobmojito(
		'candidate enrollWithLink',
		ENROLL,
		NOTHING,
		{ status: 'ai_reject', interview_url: null },
		{ ...ENROLLED, position_def_set_id: 'P7', interview_def_set_id: 'D1' },
		{ ...ENROLLED, position_def_set_id: 'd1', interview_def_set_id: 'D7' },
		{ ...ENROLLED, interview_def_set_id: 'D7' },
	),
	interviewflowai(
		'candidate createInterviewLink',
		LINK,
		NOTHING,
		data([BOBS, { ...LINKED, email: 'Ada@example.com' }]),
	),
].flat();

/** One row of a list lacks its ID, and is a row all the same. */
const IDLESS: Row[] = [
	heymilo('candidate getAll', IN_POSTING, NOTHING, [
		{ interview_id: null, name: 'Bo' },
		{ interview_id: 'I1', name: 'Ada' },
		{ interview_id: null, name: 'Cy' },
	]).map(([vendor, name, parameters, [answer], said]): Row => [
		vendor,
		name,
		parameters,
		[{ ...(answer as object), pagination: { has_more: false, total_count: 3 } }],
		said,
	]),
	jobmojito('candidate getAll', {}, NOTHING, {
		data: [{ id: null, name: 'Bo' }, { id: 'E1', name: 'Ada' }, { name: 'Cy' }],
		pagination: { has_more: false, total: 3 },
	}),
	ribbon('team getManyMembers', {}, NOTHING, {
		team_members: [{ id: null, name: 'Bo' }, { id: 'M1', name: 'Ada' }, { name: 'Cy' }],
	}),
	micro1(
		'job getAll',
		{},
		NOTHING,
		data([{ job_id: null, name: 'Bo' }, { job_id: 'J1', name: 'Ada' }, { name: 'Cy' }]),
	),
].flat();

/** A list of nobody as some servers write it, beside what says that the call was a success. */
const NOBODY: Row[] = [
	interviewflowai(
		'candidate getAll',
		OF_INTERVIEWER,
		NOTHING,
		{ success: true, data: null, message: 'No candidates' },
		data({ candidates: null, total: 0 }),
		data({ candidates: null, total: 0, message: 'No candidates' }),
		data({ candidates: null, pagination: { total: 0, page: 1 } }),
		{ success: true, data: {} },
		{ success: true, candidates: null, total: 0 },
		{ status: 'success', data: null },
	),
	interviewflowai('report getAll', OF_INTERVIEWER, NOTHING, data({ candidates: null, total: 0 })),
	micro1('job getAll', {}, NOTHING, data(null)),
	jobmojito('candidate getAll', {}, NOTHING, { data: null, pagination: { has_more: false, total: 0 } }),
	[
		[
			'heymilo',
			'posting getAll',
			{},
			[{ data: null, pagination: { has_more: false, total_count: 0 } }],
			NOTHING,
		] as Row,
	],
].flat();

const named = (rows: Row[]) =>
	rows.map((row): [string, ...Row] => [`${row[0]} ${row[1]}: ${JSON.stringify(row[3])}`, ...row]);

jest.setTimeout(30_000);

describe('an answer that contradicts the call', () => {
	it.each(named(OTHERS))('is about another: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(items).toEqual([]);
		expect(said).toMatch(expected);
	});

	it.each(named([...UNDONE, ...DONE_IN_PART]))(
		'does not show it, or not whole: %s',
		async (_, vendor, name, parameters, answers, expected) => {
			const { items, said, later } = await attempt(vendor, name, parameters, answers);
			expect(items).toEqual([]);
			expect(said).toMatch(expected);
			expect(said).toMatch(/not certain whether .* did it all the same.*before you run this node again/);
			expect(later).toBe(0);
		},
	);

	it.each(named(PERSON_IN_PART))(
		'names an error beside what a person got: %s',
		async (_, vendor, name, parameters, answers, expected) => {
			const { items, said, later } = await attempt(vendor, name, parameters, answers);
			expect(items).toEqual([]);
			expect(said).toMatch(expected);
			expect(said).toMatch(/may have taken this person all the same: look there/);
			expect(later).toBe(0);
		},
	);

	it.each(named(UNCONFIRMED))(
		'does not confirm it: %s',
		async (_, vendor, name, parameters, answers, expected) => {
			const { items, said, later } = await attempt(vendor, name, parameters, answers);
			expect(items).toEqual([]);
			expect(said).toMatch(expected);
			expect(later).toBe(0);
		},
	);

	it.each(named(NOTHING_MADE))('made nothing: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { said, later } = await attempt(vendor, name, parameters, answers);
		expect(said).toMatch(expected);
		expect(said).not.toMatch(/not certain/);
		expect(later).toBe(1);
	});

	it.each(named(REFUSED))('is a refusal: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(items).toEqual([]);
		expect(said).toMatch(expected);
	});
});

describe('an answer that agrees', () => {
	it.each(named(AGREEING))('is a result: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(said).toMatch(expected);
		expect(items.length).toBeGreaterThan(0);
		expect(JSON.stringify(items)).not.toContain('bob');
	});
});

describe('a list', () => {
	it.each(named(IDLESS))('has each row: %s', async (_, vendor, name, parameters, answers) => {
		const { items, said } = await attempt(vendor, name, { simplify: false, ...parameters }, answers);
		expect(said).toBe('');
		expect(items.map((item) => item.name)).toEqual(expect.arrayContaining(['Ada', 'Bo', 'Cy']));
	});

	it.each(named(NOBODY))('may be of nobody: %s', async (_, vendor, name, parameters, answers) => {
		await expect(attempt(vendor, name, parameters, answers)).resolves.toMatchObject({ items: [], said: '' });
	});
});

describe('what HeyMilo deletes', () => {
	const v1 = async (...answers: unknown[]) =>
		await attempt('heymilo', 'webhook delete', { webhookId: 'W1' }, answers, 'v1');

	it('through v1 is looked at where the answer does not show it', async () => {
		await expect(v1({ webhook_id: 'W1', is_active: false })).resolves.toMatchObject({ calls: 1, said: '' });
		const nope = { message: 'nope' };
		await expect(v1(nope, { webhook_id: 'W1', is_active: true })).resolves.toMatchObject({
			said: expect.stringMatching(/still active/) as string,
			later: 0,
		});
		await expect(v1(nope, { webhook_id: 'W1', is_active: false })).resolves.toMatchObject({ said: '' });
		await expect(v1({ detail: 'Webhook not found' })).resolves.toMatchObject({
			said: expect.stringMatching(/^HeyMilo says: Webhook not found/) as string,
		});
		await expect(v1({ webhook_id: 'W1', is_active: true })).resolves.toMatchObject({
			said: expect.stringMatching(/its is_active/) as string,
		});
	});
});
