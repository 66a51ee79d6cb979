import type { IDataObject } from 'n8n-workflow';

import { startMicro1, type Micro1Options, type Micro1Simulator } from '../../simulators/micro1';
import { actionsOf, byId, differences } from './actions';
import { BareServer, json } from './bareServer';
import { contentOf } from './runAction';
import { connect } from './vendors';

describe('micro1', () => {
	let simulator: Micro1Simulator;

	const { run, rows, row, refusal, against } = actionsOf('micro1', () => simulator.credentials);

	beforeEach(async () => {
		simulator = await startMicro1();
	});

	afterEach(async () => await simulator.stop());

	async function restart(options: Micro1Options): Promise<void> {
		await simulator.stop();
		simulator = await startMicro1(options);
	}

	const bodiesTo = (path: string) =>
		simulator.requests
			.filter((request) => request.path === path)
			.map(({ body }) => JSON.parse(body) as IDataObject);

	const ada = { name: 'Ada Example', email: 'ada@example.com' };

	const firstInterview = () => byId(simulator.state.definitions[0].id);

	async function reported() {
		const interview = await simulator.invite(ada);
		await interview.start();
		await interview.report(74);
		const { candidateId } = simulator.state.interview(interview.id)!;
		return { interviewId: interview.id, candidateId };
	}

	describe('Report: Get', () => {
		it("fills the same columns as the webhook's item, without a score", async () => {
			await restart({ recordings: 'mp4' });
			const workflow = await connect('micro1', simulator);
			const ids = await reported();
			await workflow.stop();
			const fetched = await row('report get', {
				...ids,
				simplify: false,
				options: { transcript: 'markdown' },
			});
			expect(differences(workflow.events[1], fetched).sort()).toEqual([
				'dedupe_key',
				'event_id',
				'raw',
				'raw_sha256',
				'received_at',
				'vendor_event',
				'vendor_event_source',
				'verification',
			]);
			expect(fetched).toMatchObject({
				verification: 'api',
				score_raw: null,
				score_percent: null,
				score_scale_source: null,
				occurred_at: null,
				completed_at: null,
				details: {
					scores: [
						{ name: 'ai_match_score', value: 74, max: null },
						{ name: 'proctoring_score', value: 91, max: 100 },
					],
				},
			});
		});

		it('finds the right one of several reports of a candidate', async () => {
			const { candidateId } = await reported();
			const second = await reported();
			expect(candidateId).toBe(second.candidateId);
			await expect(row('report get', second)).resolves.toMatchObject({ interview_id: second.interviewId });
			const interviewId = simulator.state.definitions[1].id;
			await expect(refusal('report get', { ...second, options: { interviewId } })).resolves.toMatch(
				/micro1 has no report with the Report ID/,
			);
		});

		it('downloads the report and a recording that is a file', async () => {
			await restart({ recordings: 'mp4' });
			const [{ binary }] = await run('report get', {
				...(await reported()),
				options: { files: ['report', 'recordings'] },
			});
			expect(Object.keys(binary ?? {}).sort()).toEqual(['recording_1', 'report']);
			expect(binary?.recording_1.mimeType).toBe('video/mp4');
			expect((await contentOf(binary!.report)).toString()).toContain('.pdf');
		});

		it('returns the link of the player and downloads nothing where the recording is a playlist', async () => {
			const [{ json: item, binary }] = await run('report get', {
				...(await reported()),
				options: { files: ['recordings'] },
			});
			expect(item.recording_url).toMatch(/^https:\/\/player\./);
			expect(binary).toEqual({});
			expect(simulator.requests.filter(({ path }) => path.startsWith('/files/'))).toEqual([]);
		});
	});

	describe('lists', () => {
		it.each([0, 1] as const)('have every row once where the first page is %s', async (firstPage) => {
			await restart({ firstPage });
			for (let index = 0; index < 55; index++) simulator.state.addJob(`Job ${index}`);
			const jobs = await rows('job getAll', { returnAll: true });
			expect(new Set(jobs.map(({ job_id }) => job_id)).size).toBe(57);
			expect(jobs).toHaveLength(57);
			await expect(rows('job getAll', { limit: 30 })).resolves.toHaveLength(30);
		});

		it.each([0, 1] as const)('of one page have every row once where it is %s', async (firstPage) => {
			await restart({ firstPage });
			await expect(rows('job getAll', { returnAll: true })).resolves.toHaveLength(2);
		});

		it('are not complete where a whole page of a server comes again and again', async () => {
			const data = Array.from({ length: 10 }, (_, index) => ({ job_id: `j${index}` }));
			const { message } = await against([json({ status: true, data })], 'job getAll', { returnAll: true });
			expect(message).toBe('The list of micro1 is not complete');
		});

		const rowsOf = (from: number, count: number) =>
			json({ status: true, data: Array.from({ length: count }, (_, n) => ({ job_id: `j${from + n}` })) });

		it.each([
			['after two others', [rowsOf(0, 50), rowsOf(0, 50), rowsOf(50, 12), rowsOf(50, 12)], 62],
			// The fourth call asks for one fewer, which shows that the query arrives.
			['as the only one', [rowsOf(0, 12), rowsOf(0, 12), rowsOf(0, 12), rowsOf(0, 11)], 12],
		])('are complete where the last page comes again beyond the end, %s', async (_, answers, count) => {
			const { items } = await against(answers, 'job getAll', { returnAll: true });
			expect(items).toHaveLength(count);
		});
	});

	describe.each([
		[
			'applicant getAll',
			{ job: byId('j1') },
			(index: number, call: number) => ({
				job_application_id: `a${index}`,
				resume_url: `https://files.example.com/${index}.pdf?X-Amz-Signature=${call}`,
				date_modified: `${call}`,
			}),
		],
		[
			'interview getInvitations',
			{},
			(index: number, call: number) => ({
				candidate_id: `c${index}`,
				interview_id: 'i1',
				date_created: '2026-05-04 10:00:00',
				date_modified: `${call}`,
			}),
		],
	] as const)('%s', (operation, parameters, row) => {
		const pages = (size: number) =>
			[1, 2, 3].map((call) =>
				json({ status: true, data: Array.from({ length: size }, (_, index) => row(index, call)) }),
			);

		it('has each row once, also where it reads otherwise with each call', async () => {
			const { items } = await against(pages(2), operation, { ...parameters, returnAll: true });
			expect(items).toHaveLength(2);
		});

		it('does not take a full page that comes again for the whole list', async () => {
			const { message } = await against(pages(50), operation, { ...parameters, returnAll: true });
			expect(message).toBe('The list of micro1 is not complete');
		});
	});

	describe('Interview: Invite', () => {
		it('invites nobody where the list of those invited before may be a part of it', async () => {
			const data = Array.from({ length: 50 }, (_, index) => ({
				candidate_id: `c${index}`,
				interview_id: 'i1',
				candidate_email_id: `p${index}@example.com`,
			}));
			const { message, calls } = await against([json({ status: true, data })], 'interview invite', {
				interview: byId('i1'),
				...ada,
			});
			expect(message).toBe('The list of micro1 is not complete');
			expect(calls).toBe(3);
		});

		it.each(['candidate_email', 'email_id'])(
			'does not invite again whom the list names in %s',
			async (name) => {
				const invited = { candidate_id: 'c1', interview_id: 'i1', invite_url: 'https://x.example/1' };
				const list = json({ status: true, data: [{ ...invited, [name]: 'ada@example.com' }] });
				const { items, calls } = await against([list, list], 'interview invite', {
					interview: byId('i1'),
					...ada,
				});
				expect(items).toMatchObject([{ candidate_id: 'c1', is_new: false }]);
				expect(calls).toBeLessThan(4);
			},
		);

		it('invites each person once, several in one call, and returns the link of each', async () => {
			const parameters = {
				interview: firstInterview(),
				name: '={{ $json.name }}',
				email: '={{ $json.email }}',
			};
			const input = [ada, { name: 'Zoë Example', email: 'Zoe@example.com' }];
			const items = await rows('interview invite', parameters, { input });
			expect(items).toMatchObject([
				{ email: 'ada@example.com', is_new: true },
				{ email: 'Zoe@example.com', is_new: true },
			]);
			expect(new Set(items.map(({ invite_url }) => invite_url)).size).toBe(2);
			expect(bodiesTo('/interview/invite')).toHaveLength(1);
		});

		it('does not make a second session of somebody who was invited before', async () => {
			const parameters = { interview: firstInterview(), ...ada };
			const first = await row('interview invite', parameters);
			const again = await row('interview invite', { ...parameters, email: 'ADA@example.com' });
			expect(again).toMatchObject({ candidate_id: first.candidate_id, is_new: false, invite_url: null });
			await expect(refusal('interview invite', { ...parameters, ifAlreadyInvited: 'stop' })).resolves.toMatch(
				/1 of 1 people were not invited.*was invited to this interview before/,
			);
			expect(simulator.state.interviews).toHaveLength(1);
			const other = { ...parameters, interview: byId(simulator.state.definitions[1].id) };
			await expect(row('interview invite', other)).resolves.toMatchObject({ is_new: true });
		});

		it('sends no email when that is turned off, and names the application', async () => {
			const additionalFields = { disable_email_notification: true, job_application_id: 'application-1' };
			await row('interview invite', { interview: firstInterview(), ...ada, additionalFields });
			expect(simulator.state.interviews).toMatchObject([{ isTold: false, applicationId: 'application-1' }]);
		});
	});

	it.each([false, 'failed', 0, 'false'])('is refused where the flag is %j beside an ID', async (status) => {
		const answer = json({ status, message: 'Job is closed', data: { job_application_id: 'a1' } });
		const { message } = await against([answer], 'applicant create', {
			job: byId('j1'),
			firstName: 'Ada',
			lastName: 'Example',
			email: 'ada@example.com',
		});
		expect(message).toMatch(/micro1 says: Job is closed/);
	});

	describe('Interview: Create', () => {
		it('sends minutes, and reads seconds', async () => {
			const question = { question: 'Why here?', time: 2, type: 'audio' };
			await row('interview create', {
				name: 'Own Questions',
				basedOn: 'questions',
				custom_question_list: JSON.stringify([question]),
			});
			expect(bodiesTo('/custom/interview')).toEqual([
				{ interview_name: 'Own Questions', custom_question_list: [question] },
			]);
			const made = (await rows('interview getAll')).at(-1);
			expect(made).toMatchObject({ custom_questions: [{ ...question, time: 120 }] });
		});

		it.each([
			[{ skills: Array.from({ length: 11 }, (_, index) => `Skill ${index}`).join() }, /more than 10/],
			[{ basedOn: 'questions', custom_question_list: '[]' }, /Custom Questions is empty/],
			[
				{
					basedOn: 'questions',
					custom_question_list: '[{ "question": "Why?", "time": 1, "type": "video" }]',
				},
				/neither audio nor text/,
			],
		])('refuses what micro1 does not take: %j', async (parameters, message) => {
			await expect(refusal('interview create', { name: 'Screen', ...parameters })).resolves.toMatch(message);
			expect(simulator.requests).toEqual([]);
		});
	});

	it('takes an interview for deleted that is gone after a lost answer, and no other', async () => {
		const interview = firstInterview();
		simulator.failNext({ match: { method: 'DELETE', path: /interview/ }, status: 'drop-after-handling' });
		await expect(row('interview delete', { interview })).resolves.toMatchObject({ deleted: true });
		await expect(refusal('interview delete', { interview })).resolves.toMatch(/Interview not found/);
	});

	it('does not take 400 after a lost answer for a deletion, while the interview is listed', async () => {
		const interview = firstInterview();
		const message = () => 'Interview cannot be deleted: it has active candidates';
		simulator.failNext({ match: { method: 'DELETE', path: /interview/ }, status: 500 });
		simulator.failNext({ match: { method: 'DELETE', path: /interview/ }, status: 400, message });
		await expect(refusal('interview delete', { interview })).resolves.toMatch(/it has active candidates/);
		simulator.failNext({ match: { method: 'DELETE', path: /interview/ }, status: 500 });
		simulator.failNext({ match: { method: 'DELETE', path: /interview/ }, status: 400, message });
		simulator.failNext({ match: { method: 'GET', path: /interviews/ }, status: 400 });
		await expect(refusal('interview delete', { interview })).resolves.toMatch(/it has active candidates/);
	});

	describe('Recording: Get', () => {
		it.each([
			'processing',
			{ url: 'https://files.example.com/a.mp4' },
			'files.example.com/a.mp4',
			'ftp://a/b.mp4',
		])('takes no link for one: %j', async (video_url) => {
			const { message, items } = await against([json({ status: 'success', video_url })], 'recording get', {
				reportId: 'Qx7Lm2Vb9K',
			});
			expect(message).toBe('The answer of micro1 has no link to the recording');
			expect(items).toBeNull();
		});

		it.each([
			['text/plain', 'The recording is being processed'],
			['application/octet-stream', 'The recording is being processed'],
			['application/pdf', '%PDF-1.4\n\u0000'],
		])('downloads nothing but a recording: %s', async (type, body) => {
			const files = new BareServer();
			files.answers = [{ status: 200, headers: { 'content-type': type }, body }];
			const video_url = `${await files.start()}/recording`;
			const { message } = await against([json({ status: 'success', video_url })], 'recording get', {
				reportId: 'Qx7Lm2Vb9K',
				options: { download: true },
			});
			await files.stop();
			expect(message).toMatch(/The file recording-Qx7Lm2Vb9K was not downloaded/);
		});

		it('downloads a recording that is a file, and no playlist', async () => {
			await restart({ recordings: 'mp4' });
			const { interviewId: reportId } = await reported();
			const [file] = await run('recording get', { reportId, options: { download: true } });
			expect(file.json).toMatchObject({ report_id: reportId, is_playlist: false });
			expect(file.binary?.recording.mimeType).toBe('video/mp4');

			await restart({});
			const playlist = await run('recording get', {
				reportId: (await reported()).interviewId,
				options: { download: true },
			});
			expect(playlist[0].json).toMatchObject({ is_playlist: true });
			expect(playlist[0].binary).toBeUndefined();
		});
	});
});
