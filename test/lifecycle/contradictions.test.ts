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

const data = (value: unknown) => ({ data: value });

const INTERVIEW = { status: 'completed', candidate: { fullName: 'Bob Other' }, questions: [] };
const CHANGED = (field: string, interview: object) => data({ Interview: { [field]: interview } });
const ARCHIVED = (position: object) =>
	data({ archivePosition: { __typename: 'MutationArchivePositionSuccess', data: position } });

const IN_POSTING = { postingId: byId('P1') };
const TWO = [
	{ name: 'Ada', email: 'ada@example.com' },
	{ name: 'Bo', email: 'bo@example.com' },
];
const LISTED = { source: 'list', list: TWO };
const PUSH = { ats: 'bullhorn', additionalFields: { email: 'ada@example.com' } };
const APPLICANT = { job: byId('J1'), firstName: 'Ada', lastName: 'Example', email: 'ada@example.com' };
const METADATA = {
	entries: [
		{ key: 'team', value: 'Night' },
		{ key: 'shift', value: 2 },
	],
};
const STEP_CONFIG = { max_duration: 30, types: ['a', 'b'], limits: { most: 2, least: 1 } };
const IN_WORKFLOW = (config: object) =>
	data({
		id: 'P1',
		title: 'T',
		workflow: [
			{ type: 'resume', order: 1, config: { max_duration: 1 } },
			{ type: 'web_interview', order: 2, config },
		],
	});
const IN_INTERVIEW = { interview: byId('D1') };
const DETAILS = { status: 'completed', score: 7, transcript: [] };
const ENROLL = {
	candidateName: 'Ada',
	candidateEmail: 'ada@example.com',
	candidateCountry: 'US',
	resume: 'Drove lorries.',
	...IN_INTERVIEW,
};
const NEW_INTERVIEW = {
	name: 'Driver',
	location: 'Oslo',
	avatar: byId('A1'),
	mojito_language_code: 'en',
	status: 'active',
	type: 'interview',
	visibility: 'merchant_invite',
};
const OF_INTERVIEWER = { interviewerId: 'V' };
const LINK = { ...OF_INTERVIEWER, name: 'Ada', email: 'ada@example.com' };
const WEBHOOK = { ...IN_POSTING, webhookUrl: 'https://a.example/1', event: 'report_available' };
const MADE = {
	webhook_id: 'W1',
	posting_id: 'p1',
	webhook_url: 'https://A.example:443/1',
	event_type: 'report_available',
};

type Row = [vendor: Vendor, operation: string, parameters: IDataObject, answers: unknown[], said: RegExp];

/** The answer has the ID of another thing: nothing of it may come out. */
const OTHERS: Row[] = [
	...[{ report_id: 'R2' }, { candidate_id: 'C2' }].map((named): Row => [
		'micro1',
		'recording get',
		{ reportId: 'R1', options: { candidateId: 'C1' } },
		[{ status: true, video_url: 'https://x.example/bob.mp4', ...named }],
		/is about another/,
	]),
	...[{ message: 'No applicant' }, { applicant: null }].map((nothing): Row => [
		'micro1',
		'applicant get',
		{ jobApplicationId: 'A1' },
		[{ status: true, ...data(nothing) }],
		/^This is not the micro1 API/,
	]),
	[
		'heymilo',
		'question get',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q1', text: 'Why?', posting_id: 'P2' })],
		/another: its posting_id/,
	],
	[
		'heymilo',
		'ats resolveCandidate',
		{ ats: 'bullhorn', email: 'ada@example.com' },
		[data({ success: true, email: 'bob@example.com', ats_candidate_id: '77' })],
		/another: its email/,
	],
	[
		'heymilo',
		'ats resolveCandidate',
		{ ats: 'bullhorn', email: 'ada@example.com', atsCandidateId: '77' },
		[data({ success: true, email: 'ada@example.com', ats_candidate_id: '78' })],
		/another: its ats_candidate_id/,
	],
	...['interview get', 'interview getTranscript', 'report get'].map((name): Row => [
		'hireflix',
		name,
		{ interviewId: 'I1' },
		[data({ interview: { id: 'I2', ...INTERVIEW } })],
		/is about another: its id .*Asked for: I1\. In the answer: I2/,
	]),
	...['interview get', 'report get'].map((name): Row => [
		'heymilo',
		name,
		{ interviewId: 'I1' },
		[data({ interview_id: 'I2' })],
		/another: its interview_id/,
	]),
	[
		'heymilo',
		'report get',
		{ interviewId: 'I1' },
		[data({ interview_id: 'I1', posting_id: 'P1' }), data({ id: 'P2', title: 'Other' })],
		/another: its id/,
	],
	[
		'heymilo',
		'interview getMetadata',
		{ interviewId: 'I1' },
		[data({ object: 'metadata', interview_id: 'I2', metadata: {} })],
		/another: its interview_id/,
	],
	['heymilo', 'posting get', IN_POSTING, [data({ id: 'P2', title: 'Other' })], /another: its id/],
	[
		'heymilo',
		'posting getStatistics',
		IN_POSTING,
		[data({ posting_id: 'P2', total_candidates: 5 })],
		/another: its posting_id/,
	],
	[
		'heymilo',
		'question get',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q2', text: 'Why?' })],
		/another: its id/,
	],
	['heymilo', 'webhook get', { webhookId: 'W1' }, [data({ webhook_id: 'W2' })], /another: its webhook_id/],
	['heymilo', 'lookup get', { list: 'voices', entryId: 'V1' }, [data({ id: 'V2' })], /another: its id/],
	[
		'heymilo',
		'ats getPushStatus',
		{ itemId: 'T1' },
		[data({ item_id: 'T2', status: 'completed' })],
		/another: its item_id/,
	],
	...['result get', 'result getTranscript'].map((name): Row => [
		'jobmojito',
		name,
		{ resultId: 'R1' },
		[{ ...DETAILS, interview_result_id: 'R2' }],
		/another: its interview_result_id/,
	]),
	[
		'jobmojito',
		'interview get',
		IN_INTERVIEW,
		[{ id: 'D2', name: 'Other', status: 'active' }],
		/another: its id/,
	],
	...['candidate get', 'report get'].map((name): Row => [
		'interviewflowai',
		name,
		{ ...OF_INTERVIEWER, interviewId: 'i1' },
		[data([{ interviewId: 'i9', id: 'i1', email: 'bob@example.com' }])],
		/has no interview with the Interview ID i1/,
	]),
];

/** The answer to a write is about another thing, or does not show it: nobody knows, so it is never sent again. */
const UNDONE: Row[] = [
	[
		'micro1',
		'applicant create',
		APPLICANT,
		[{ status: true, ...data({ job_application_id: 'A1', status: 'duplicate' }) }],
		/its status/,
	],
	[
		'ribbon',
		'flow archive',
		{ flowId: byId('F1') },
		[{ interview_flow_id: 'F1', success: true, status: 'active' }],
		/its status .*Asked for: archived\./,
	],
	[
		'heymilo',
		'candidate add',
		{ ...IN_POSTING, name: 'Ada', email: 'ada@example.com' },
		[data({ interview_id: 'I1', posting_id: 'P1', email: 'bob@example.com' })],
		/another: its email/,
	],
	...[
		[{ status: 'draft' }, /its status .*Asked for: shortlisted\. In the answer: draft/],
		[{ jobId: 'W' }, /another: its Interviewer .*Asked for: V\. In the answer: W/],
	].map(([changes, said]): Row => [
		'interviewflowai',
		'candidate createInterviewLink',
		{ ...LINK, additionalFields: { status: 'shortlisted' } },
		[data({ id: '1', email: 'ada@example.com', interviewLink: 'https://x.example/1', ...changes })],
		said as RegExp,
	]),
	[
		'jobmojito',
		'candidate enrollWithLink',
		ENROLL,
		[{ status: 'ai_accept', interview_url: 'https://x.example/ada', position_def_set_id: 'D9' }],
		/its position_def_set_id/,
	],
	[
		'jobmojito',
		'preScreening checkText',
		{
			position: byId('P1'),
			candidateName: 'Ada',
			candidateEmail: 'ada@example.com',
			resume: 'Drove lorries.',
		},
		[{ recommendation: 'reject', decision_status: 'ai_reject', position_id: 'P9' }],
		/another: its position_id/,
	],
	[
		'hireflix',
		'interview invite',
		{
			positionId: byId('P1'),
			firstName: 'Ada',
			email: 'ada@example.com',
			additionalFields: { disableNotifications: true },
		},
		[data({ inviteCandidateToInterview: { __typename: 'InterviewType', id: 'I2', url: null } })],
		/its url/,
	],
	[
		'heymilo',
		'ats pushCandidate',
		PUSH,
		[data({ status: 'completed', item_id: null })],
		/its item_id .*Asked for: the ID of the push\./,
	],
	['heymilo', 'ats pushCandidate', PUSH, [data({ status: 'skipped', item_id: 'T1' })], /its status/],
	...(
		[
			[{ email_id: 'bob@example.com' }, /its email_id/],
			[{ micro1_job_id: 'J2' }, /another: its micro1_job_id/],
			[{ job_id: 'J2' }, /another: its job_id/],
		] as Array<[object, RegExp]>
	).map(([echo, said]): Row => [
		'micro1',
		'applicant create',
		APPLICANT,
		[{ status: true, message: 'Created', ...data({ job_application_id: 'A1', ...echo }) }],
		said,
	]),
	...(
		[
			['shortlist', { isShortlisted: true }, 'finalist', { id: 'I1', status: 'to_evaluate' }, /its status/],
			...['discarded', 'archived', 'pending', null, { a: 1 }].map((status) => [
				'shortlist',
				{ isShortlisted: true },
				'finalist',
				{ id: 'I1', status },
				/its status/,
			]),
			['shortlist', { isShortlisted: false }, 'finalist', { id: 'I1', status: 'shortlisted' }, /its status/],
			[
				'archive',
				{ isArchived: false },
				'archive',
				{ id: 'I1', status: 'discarded', discardedAt: null },
				/its discardedAt/,
			],
			[
				'shortlist',
				{ isShortlisted: true },
				'finalist',
				{ id: 'I2', status: 'shortlisted' },
				/another: its id/,
			],
			['archive', {}, 'archive', { id: 'I1', status: 'to_evaluate', discardedAt: null }, /its discardedAt/],
			['archive', { isArchived: false }, 'archive', { id: 'I1', discardedAt: 1772352000000 }, /discardedAt/],
			['comment', { comment: 'Hello' }, 'comment', { id: 'I1', comments: [] }, /its comments/],
			['comment', { comment: 'Hello' }, 'comment', { id: 'I1', comments: [{ value: 'Hi' }] }, /its comments/],
			['score', { score: 4.5 }, 'score', { id: 'I1', score: null }, /its score/],
			['share', {}, 'share', { id: 'I2', externalLink: { url: 'https://x.example/1' } }, /another: its id/],
		] as Array<[string, IDataObject, string, object, RegExp]>
	).map(([operation, parameters, field, interview, said]): Row => [
		'hireflix',
		`interview ${operation}`,
		{ interviewId: 'I1', ...parameters },
		[CHANGED(field, interview)],
		said,
	]),
	...[null, false, 0, '0', 'false', undefined].map((archived): Row => [
		'hireflix',
		'position archive',
		{ positionId: byId('P1') },
		[ARCHIVED({ id: 'P1', name: 'N', archived })],
		/its archived/,
	]),
	[
		'hireflix',
		'position archive',
		{ positionId: byId('P1') },
		[ARCHIVED({ id: 'P2', archived: 1772352000000 })],
		/another: its id/,
	],
	...['expired', 'paused', 'draft', null].map((status): Row => [
		'heymilo',
		'posting activate',
		IN_POSTING,
		[data({ id: 'P1', status })],
		/its status/,
	]),
	...['failed', 'draft'].map((status): Row => [
		'jobmojito',
		'interview create',
		NEW_INTERVIEW,
		[{ interview_def_set_id: 'D1', status }],
		/its status/,
	]),
	[
		'jobmojito',
		'candidate enrollWithLink',
		ENROLL,
		[{ status: 'ai_accept', interview_url: 'https://x.example/bob', candidate_email: 'bob@example.com' }],
		/another: its candidate_email/,
	],
	[
		'jobmojito',
		'candidate enrollWithLink',
		ENROLL,
		[{ status: 'denied', interview_url: 'none' }],
		/its status/,
	],
	[
		'jobmojito',
		'preScreening checkText',
		{
			position: byId('P1'),
			candidateName: 'Ada',
			candidateEmail: 'ada@example.com',
			resume: 'Drove lorries.',
		},
		[{ recommendation: 'reject', decision_status: 'ai_reject', candidate_email: 'bob@example.com' }],
		/another: its candidate_email/,
	],
	[
		'jobmojito',
		'result getReport',
		{ resultId: 'R1', format: 'json' },
		[{ json_export: { results: [{ interview_result_id: 'R9', candidate_name: 'Bob' }] } }],
		/its results/,
	],
	[
		'hireflix',
		'interview invite',
		{
			positionId: byId('P1'),
			firstName: 'Ada',
			email: 'ada@example.com',
			additionalFields: { externalId: 'E1' },
		},
		[data({ inviteCandidateToInterview: { __typename: 'InterviewType', id: 'I2', externalId: 'E2' } })],
		/its externalId/,
	],
	...['active', 'draft', null].map((status): Row => [
		'heymilo',
		'posting archive',
		IN_POSTING,
		[data({ id: 'P1', status })],
		/its status is not .*Asked for: archived\./,
	]),
	...['archived', 'draft', null].map((status): Row => [
		'heymilo',
		'posting activate',
		IN_POSTING,
		[data({ id: 'P1', status })],
		/its status/,
	]),
	[
		'heymilo',
		'posting update',
		{ ...IN_POSTING, updateFields: { title: 'New title' } },
		[data({ id: 'P1', title: 'Old title' })],
		/its title .*Asked for: New title\. In the answer: Old title/,
	],
	[
		'heymilo',
		'posting update',
		{ ...IN_POSTING, updateFields: { max_retakes: 2 } },
		[data({ id: 'P2', title: 'T', max_retakes: 2 })],
		/another: its id/,
	],
	...(
		[
			[
				{ metadata: METADATA },
				{ metadata: { team: 'Night', shift: 'old' } },
				/its metadata.*shift = 2.*shift = old/,
			],
			[{ metadata: METADATA }, { metadata: { team: 'Night', shift: '2', other: 'x' } }, /its metadata/],
			[{ metadata: {} }, { metadata: { team: 'Night' } }, /its metadata/],
			[
				{ deadline: '2026-05-01T08:00:00Z' },
				{ deadline: 1 },
				/its deadline.*2026-05-01T08.*In the answer: 1/,
			],
		] as Array<[IDataObject, IDataObject, RegExp]>
	).map(([updateFields, answer, said]): Row => [
		'heymilo',
		'posting update',
		{ ...IN_POSTING, updateFields },
		[data({ id: 'P1', title: 'T', ...answer })],
		said,
	]),
	...(
		[
			['web_interview', { max_duration: 15 }, /its max_duration.*30.*15/],
			['position', { max_duration: 15 }, /its max_duration/],
			['web_interview', { max_duration: 30, types: ['a', 'c'] }, /its types/],
			['web_interview', { max_duration: 30, limits: { most: 1 } }, /its limits/],
		] as Array<[string, IDataObject, RegExp]>
	).map(([step, config, said]): Row => [
		'heymilo',
		'posting updateStep',
		{ ...IN_POSTING, step, position: 2, config: STEP_CONFIG },
		[IN_WORKFLOW(config)],
		said,
	]),
	['heymilo', 'posting clone', IN_POSTING, [data({ id: 'P1', status: 'active' })], /its id is not/],
	[
		'heymilo',
		'posting create',
		{ title: 'Nurse' },
		[data({ id: 'P2', status: 'failed', posting: null })],
		/its status/,
	],
	[
		'heymilo',
		'question update',
		{ ...IN_POSTING, questionId: 'Q1', updateFields: { text: 'New?' } },
		[data({ id: 'Q1', text: 'Old?' })],
		/its text/,
	],
	...[
		[
			{ id: 'Q1', rank: 1 },
			{ id: 'Q2', rank: 2 },
		],
		[{ id: 'Q1' }, { id: 'Q2' }],
		[],
	].map((questions): Row => [
		'heymilo',
		'question reorder',
		{ ...IN_POSTING, modality: 'voice', order: ['Q2', 'Q1'] },
		[data(questions)],
		/its questions are in another order/,
	]),
	[
		'heymilo',
		'question delete',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q1', deleted: false })],
		/its deleted/,
	],
	[
		'heymilo',
		'question update',
		{ ...IN_POSTING, questionId: 'Q1', updateFields: { expected_answer: 'No' } },
		[data({ id: 'Q1', text: 'Old?', expected_answer: 'Yes' })],
		/its expected_answer/,
	],
	[
		'heymilo',
		'question delete',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q1', is_deleted: false })],
		/its deleted/,
	],
	[
		'heymilo',
		'question delete',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q1', status: 'failed' })],
		/its status/,
	],
	[
		'heymilo',
		'question delete',
		{ ...IN_POSTING, questionId: 'Q1' },
		[data({ id: 'Q2' })],
		/another: its id/,
	],
	[
		'heymilo',
		'webhook delete',
		{ webhookId: 'W1' },
		[data({ webhook_id: 'W1', is_active: true })],
		/its is_active/,
	],
	...[
		{ ...MADE, webhook_url: 'https://b.example/2' },
		{ ...MADE, event_type: 'interview_started' },
		{ ...MADE, posting_id: 'P9' },
		{ ...MADE, is_active: false },
	].map((webhook): Row => [
		'heymilo',
		'webhook create',
		WEBHOOK,
		[data(webhook)],
		/not what was asked for|about another/,
	]),
	[
		'heymilo',
		'interview clearMetadata',
		{ interviewId: 'I1' },
		[data({ object: 'metadata', metadata: { a: 'old' } })],
		/its metadata .*Asked for: a = nothing\. In the answer: a = old/,
	],
	...[{ metadata: { a: 'old' } }, {}].map((stored): Row => [
		'heymilo',
		'interview setMetadata',
		{ interviewId: 'I1', metadata: { entries: [{ key: 'a', value: 'new' }] } },
		[data({ object: 'metadata', ...stored })],
		/its metadata/,
	]),
	...['failed', 'rejected'].map((status): Row => [
		'heymilo',
		'ats pushCandidate',
		PUSH,
		[data({ item_id: 'T1', status })],
		/its status/,
	]),
	[
		'heymilo',
		'candidate add',
		{ ...IN_POSTING, name: 'Ada', email: 'ada@example.com' },
		[data({ interview_id: 'I1', status: 'failed' })],
		/its status/,
	],
	[
		'heymilo',
		'candidate add',
		{ ...IN_POSTING, name: 'Ada', email: 'ada@example.com' },
		[data({ interview_id: 'I1', posting_id: 'P1', candidate: { name: 'Bob', email: 'bob@example.com' } })],
		/another: its email/,
	],
	[
		'heymilo',
		'candidate addMany',
		{ ...IN_POSTING, ...LISTED, inBackground: true },
		[data({ ingestion_id: 'G', status: 'failed' })],
		/its status/,
	],
	...[[], {}, 0, false, 'none'].map((updated_fields): Row => [
		'jobmojito',
		'interview update',
		{ ...IN_INTERVIEW, updateFields: { name: 'New' } },
		[{ position_id: 'D1', updated_fields }],
		/its updated_fields/,
	]),
	[
		'jobmojito',
		'interview update',
		{ ...IN_INTERVIEW, updateFields: { name: 'New' } },
		[{ position_id: 'D2', updated_fields: ['name'] }],
		/another: its position_id/,
	],
	[
		'jobmojito',
		'interview setState',
		{ ...IN_INTERVIEW, status: 'archived' },
		[{ success: true, status: 'draft' }],
		/its status/,
	],
	...[
		{ status: null, interview_url: null },
		{ status: 'failed', interview_url: '' },
	].map((answer): Row => ['jobmojito', 'candidate enrollWithLink', ENROLL, [answer], /its status/]),
	...[
		{ resultId: 'R1', results: [] },
		{ resultId: 'R1,R2,R3', results: [{}] },
	].map(({ resultId, results }): Row => [
		'jobmojito',
		'result getReport',
		{ resultId, format: 'json' },
		[{ json_export: { results } }],
		/its results/,
	]),
	...[[{ email: 'bob@example.com', interviewLink: 'https://x.example/bob' }]].flatMap(([record]): Row[] =>
		[data(record), data([record])].map((answer) => [
			'interviewflowai',
			'candidate createInterviewLink',
			LINK,
			[answer],
			/is about another: its email/,
		]),
	),
];

/** What is refused in the vendor's words, or what became of each person. */
const REFUSED: Row[] = [
	...(
		[
			[
				{ Interview: { archive: { __typename: 'InterviewNotFoundError', message: 'no' } } },
				/did not do this: no/,
			],
			[{ Interview: null }, /not certain/],
			[{ a: { code: 'EXCEEDED', message: 'No invites left' } }, /EXCEEDED.*not certain/],
		] as Array<[object, RegExp]>
	).map(([answer, said]): Row => [
		'hireflix',
		'customQuery run',
		{ query: 'mutation { Interview(id: "I1") { archive(archive: true) { __typename } } }' },
		[data(answer)],
		said,
	]),
	[
		'hireflix',
		'customQuery run',
		{ query: 'mutation { inviteCandidateToInterview(input: {}) { __typename } }' },
		[data({ inviteCandidateToInterview: { __typename: 'ExceededInvitesError', message: 'None left' } })],
		/^Hireflix did not do this: None left/,
	],
	[
		'hireflix',
		'interview share',
		{ interviewId: 'I1' },
		[CHANGED('share', { id: 'I1', externalLink: { url: { a: 1 } } })],
		/^This is not the Hireflix API/,
	],
	['heymilo', 'ats pushCandidate', PUSH, [data({ status: 'queued', success: 'False' })], /^HeyMilo says/],
	[
		'heymilo',
		'ats resolveCandidate',
		{ ats: 'bullhorn', email: 'ada@example.com' },
		[data({ success: 'false' })],
		/^HeyMilo says/,
	],
	[
		'heymilo',
		'candidate addMany',
		{ ...IN_POSTING, source: 'list', list: TWO.slice(0, 1) },
		[data([{ interview_id: 'I1', success: false, error: 'bad phone' }])],
		/^1 of 1 people were not added.*HeyMilo says: bad phone/,
	],
	['heymilo', 'lookup getAll', { list: 'schemas/agents' }, [{ detail: 'Not Found' }], /^HeyMilo says/],
	['heymilo', 'lookup getAll', { list: 'schemas/agents' }, [{ message: 'Gone' }], /^This is not the HeyMilo/],
	[
		'heymilo',
		'interview getMetadata',
		{ interviewId: 'I1' },
		[data({ object: 'error', message: 'gone' })],
		/^This is not the HeyMilo/,
	],
	[
		'jobmojito',
		'result getReport',
		{ resultId: 'R1', format: 'html' },
		[{ html_export: '  ' }],
		/^This is not the JobMojito/,
	],
	...(
		[
			[{ email: 'ada@example.com', result: 'ok', success: false, error: 'quota exceeded' }, /quota exceeded/],
			[{ email: 'ada@example.com', result: 'Invalid email address' }, /Invalid email address/],
			[{ email: 'ada@example.com', result: 'Failed to send email' }, /Failed to send email/],
			[{ email: 'bob@example.com', result: 'ok' }, /^This is not the JobMojito API/],
		] as Array<[object, RegExp]>
	).map(([row, said]): Row => [
		'jobmojito',
		'candidate register',
		{ ...IN_INTERVIEW, source: 'list', list: TWO.slice(0, 1) },
		[[{ interview_url: 'https://x.example/1', ...row }]],
		said,
	]),
	[
		'jobmojito',
		'candidate register',
		{ ...IN_INTERVIEW, ...LISTED },
		[TWO.map(({ email }) => ({ email, result: 'ok', interview_url: 'https://x.example/1' }))],
		/^2 of 2 people.*several people were answered with one link/,
	],
	[
		'heymilo',
		'candidate addMany',
		{ ...IN_POSTING, ...LISTED },
		[data(TWO.map((_, n) => ({ interview_id: `I${n}`, interview_url: 'https://x.example/1' })))],
		/^2 of 2 people.*did not confirm/,
	],
	[
		'interviewflowai',
		'candidate get',
		{ ...OF_INTERVIEWER, interviewId: 'i1' },
		[{ message: 'Candidate not found', code: 404 }],
		/^InterviewFlowAI says: Candidate not found/,
	],
	[
		'interviewflowai',
		'candidate getAll',
		OF_INTERVIEWER,
		[{ message: 'Invalid interviewer', statusCode: 400 }],
		/^InterviewFlowAI says: Invalid interviewer/,
	],
	[
		'interviewflowai',
		'candidate createInterviewLink',
		LINK,
		[{ error: 'quota exceeded', data: { email: 'ada@example.com', url: 'https://docs.example/quota' } }],
		/quota exceeded.*not certain/,
	],
	[
		'interviewflowai',
		'candidate createInterviewLink',
		LINK,
		[data({ email: 'ada@example.com', interviewLink: 'https://x.example/1', id: '1', status: 'failed' })],
		/its status/,
	],
	[
		'interviewflowai',
		'candidate createInterviewLink',
		LINK,
		[{ message: 'Interviewer not found', url: 'https://docs.example/errors' }],
		/has no interview link/,
	],
	...(
		[
			[
				data([
					{ email: 'ada@example.com', status: 'failed', error: 'Already exists' },
					{ email: 'bo@example.com', success: false, message: 'no' },
				]),
				/^2 of 2 people.*Already exists.*says: no/,
			],
			[
				data({
					candidates: [{ email: 'ada@example.com' }],
					failed: [{ email: 'bo@example.com', reason: 'bad' }],
				}),
				/^1 of 2 people.*says: bad/,
			],
			[
				{
					candidates: [{ email: 'ada@example.com' }],
					errors: [{ email: 'bo@example.com', message: 'Invalid' }],
				},
				/^1 of 2 people.*says: Invalid/,
			],
			[data([{ interviewId: '1' }, { error: 'invalid' }]), /^1 of 2 people.*says: invalid/],
			[{ message: 'done', added: 0, failed: 2 }, /^2 of 2 people.*did not confirm/],
			...[{ failed: 1 }, { skipped: 1 }, { added: 1 }, { duplicates: ['ada@example.com'] }].map(
				(told): [unknown, RegExp] => [
					{ ...told, ...data([{ id: '1' }, { id: '2' }]) },
					/^2 of 2 people.*did not (confirm|add)/,
				],
			),
			[
				{ failed: ['Ada@example.com'], ...data(TWO.map(({ email }) => ({ email }))) },
				/^1 of 2 people.*Input item 1: InterviewFlowAI did not add/,
			],
			[{ failed: 1, ...data(TWO.map(({ email }) => ({ email }))) }, /^2 of 2 people.*did not confirm/],
			[data(TWO.map(({ email }) => ({ email, jobId: 'W' }))), /^2 of 2 people.*did not confirm/],
			...[{ status: 'skipped' }, { status: 'Already exists' }, { ok: false }, { invited: false }].map(
				(told): [unknown, RegExp] => [
					data(TWO.map(({ email }) => ({ email, ...told }))),
					/^2 of 2 people.*did not add/,
				],
			),
			[{ status: 'failed' }, /^2 of 2 people.*did not confirm/],
			[{ success: true, inserted: 0 }, /^2 of 2 people.*did not confirm/],
			[{ data: { added: 1, total: 2 } }, /^2 of 2 people.*did not confirm/],
			[
				data(TWO.map(({ email }) => ({ email, status: 'not_added', message: 'closed' }))),
				/^2 of 2 people.*closed/,
			],
			[data(TWO.map(({ email }) => ({ email, added: false }))), /^2 of 2 people.*did not add/],
			[data([{ email: 'ada@example.com', interviewId: '1' }]), /^1 of 2 people.*did not confirm/],
		] as Array<[unknown, RegExp]>
	).map(([answer, said]): Row => [
		'interviewflowai',
		'candidate addMany',
		{ ...OF_INTERVIEWER, ...LISTED },
		[answer],
		said,
	]),
	[
		'interviewflowai',
		'candidate addMany',
		{ ...OF_INTERVIEWER, source: 'list', list: TWO.slice(0, 1) },
		[{ ok: true, added: 0 }],
		/did not confirm/,
	],
];

const named = (rows: Row[]) =>
	rows.map((row): [string, ...Row] => [`${row[0]} ${row[1]}: ${JSON.stringify(row[3])}`, ...row]);

jest.setTimeout(30_000);

describe('an answer that contradicts the call', () => {
	it.each(named(OTHERS))('is about another: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(items).toEqual([]);
		expect(said).toMatch(expected);
	});

	it.each(named(UNDONE))('does not show it: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said, later } = await attempt(vendor, name, parameters, answers);
		expect(items).toEqual([]);
		expect(said).toMatch(expected);
		expect(said).toMatch(/not certain whether .* did it all the same.*before you run this node again/);
		expect(later).toBe(0);
	});

	it.each(named(REFUSED))('is a refusal: %s', async (_, vendor, name, parameters, answers, expected) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(items).toEqual([]);
		expect(said).toMatch(expected);
	});
});

describe('an answer that agrees', () => {
	it.each<[Vendor, string, IDataObject, unknown[]]>([
		[
			'hireflix',
			'interview shortlist',
			{ interviewId: 'i1' },
			[CHANGED('finalist', { id: 'I1', status: 'completed' })],
		],
		[
			'hireflix',
			'interview comment',
			{ interviewId: 'I1', comment: 'R & D' },
			[CHANGED('comment', { id: 'I1', comments: [{ value: 'R &amp; D' }] })],
		],
		[
			'hireflix',
			'customQuery run',
			{ query: 'mutation { a: x { __typename } b: y { id } }' },
			[data({ a: { __typename: 'XError' }, b: { id: '1' } })],
		],
		['heymilo', 'posting get', { postingId: byId('p1') }, [data({ id: 'P1', title: 'T' })]],
		['heymilo', 'posting archive', IN_POSTING, [data({ id: 'P1', status: 'expired', archived: true })]],
		[
			'heymilo',
			'posting update',
			{ ...IN_POSTING, updateFields: { title: 'New  title', name: 'New Name' } },
			[data({ id: 'P1', title: 'New title', name: 'new-name', max_retakes: null })],
		],
		[
			'heymilo',
			'posting update',
			{ ...IN_POSTING, updateFields: { metadata: METADATA, deadline: '2026-05-01T08:00:00Z' } },
			[
				data({
					id: 'P1',
					title: 'T',
					metadata: { shift: '2', team: 'Night ' },
					deadline: Date.UTC(2026, 4, 1, 8) / 1000,
				}),
			],
		],
		...[
			{ max_duration: '30', types: ['b', 'a'], limits: { least: 1, most: 2, own: 3 } },
			{ num_questions: 5 },
		].map((config): [Vendor, string, IDataObject, unknown[]] => [
			'heymilo',
			'posting updateStep',
			{ ...IN_POSTING, step: 'web_interview', config: STEP_CONFIG },
			[IN_WORKFLOW(config)],
		]),
		[
			'heymilo',
			'question reorder',
			{ ...IN_POSTING, modality: 'voice', order: ['Q2', 'Q1'] },
			[
				data([
					{ id: 'Q1', rank: 2 },
					{ id: 'Q2', rank: 1 },
				]),
			],
		],
		['heymilo', 'webhook create', WEBHOOK, [data(MADE)]],
		[
			'jobmojito',
			'interview update',
			{ ...IN_INTERVIEW, updateFields: { location: 'Oslo' } },
			[{ position_id: 'D1', updated_fields: ['interview_location'] }],
		],
		['jobmojito', 'candidate enrollWithLink', ENROLL, [{ status: 'ai_reject', interview_url: null }]],
		[
			'interviewflowai',
			'candidate createInterviewLink',
			LINK,
			[
				data([
					{ email: 'bob@example.com', interviewLink: 'https://x.example/bob' },
					{ email: 'Ada@example.com', interviewLink: 'https://x.example/ada' },
				]),
			],
		],
	])('is a result: %s %s %j %j', async (vendor, name, parameters, answers) => {
		const { items, said } = await attempt(vendor, name, parameters, answers);
		expect(said).toBe('');
		expect(items.length).toBeGreaterThan(0);
		expect(JSON.stringify(items)).not.toContain('bob');
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
