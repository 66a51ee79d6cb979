import { startRibbon, type RibbonSimulator } from '../../simulators/ribbon';
import { actionsOf, byId } from './actions';
import { json, type BareAnswer } from './bareServer';
import { contentOf } from './runAction';
import { connect } from './vendors';

describe('Ribbon', () => {
	let simulator: RibbonSimulator;

	beforeEach(async () => {
		simulator = await startRibbon();
	});

	afterEach(async () => await simulator.stop());

	const { run, row, rows, refusal, against } = actionsOf('ribbon', () => simulator.credentials);

	async function completed(name = 'Ada Example', hasVideo = false) {
		const { interview_flow_id: jobId } = simulator.state.addFlow({
			title: 'Picker',
			is_video_enabled: hasVideo,
		});
		const interview = await simulator.invite({ name, email: 'ada@example.com', jobId });
		await interview.complete();
		if (hasVideo) await interview.processVideo();
		return interview;
	}

	describe('Report: Get', () => {
		it('returns the transcript and downloads the recordings, without the key', async () => {
			const { id } = await completed('Ada Example', true);
			const options = { transcript: 'text', files: ['recordings'] };
			const [{ json: item, binary }] = await run('report get', { interviewId: id, options });
			expect(item).toMatchObject({
				event_type: 'interview.report_available',
				is_ready: true,
				transcript: expect.stringContaining('Interviewer') as string,
			});
			expect(Object.keys(binary ?? {})).toEqual(['recording_1', 'recording_2']);
			expect(binary?.recording_1).toMatchObject({ mimeType: 'video/mp4' });
			expect(String(await contentOf(binary!.recording_2))).toContain(`${id}.mp3`);
		});

		it('waits for the results of a completed interview, and returns them', async () => {
			const { id } = await completed();
			simulator.state.interview(id)!.lag = 3;
			await expect(row('report get', { interviewId: id })).resolves.toMatchObject({ is_ready: true });
			expect(simulator.requests).toHaveLength(4);
		});

		it('says that the results are not ready when they do not come', async () => {
			const { id } = await completed();
			simulator.state.interview(id)!.lag = 100;
			await expect(row('report get', { interviewId: id })).resolves.toMatchObject({
				event_type: 'interview.completed',
				is_ready: false,
				summary: null,
			});
			expect(simulator.requests).toHaveLength(4);
		});

		it.each([
			['is not over', { status: 'incomplete', interview_data: { summary: 'Half way' } }],
			[
				'has the person and a recording',
				{ status: 'completed', interview_data: { audio_url: 'https://a.example/1' } },
			],
			['has nothing in its results', { status: 'completed', interview_data: { summary: null, scores: {} } }],
		])('is not ready where the interview %s', async (_, found) => {
			const answer = json({ interview_id: 'I1', interview_flow_id: 'F1', ...found });
			const { items } = await against([answer], 'report get', { interviewId: 'I1' });
			expect(items).toMatchObject([{ is_ready: false, summary: null }]);
		});

		it('waits for an interview that is not over only where the event says that it is', async () => {
			const { id } = await simulator.invite();
			await expect(row('report get', { interviewId: id })).resolves.toMatchObject({
				event_type: 'interview.invited',
				is_ready: false,
			});
			expect(simulator.requests).toHaveLength(1);
			await rows(
				'report get',
				{},
				{ input: [{ interview_id: id, event_type: 'interview.report_available' }] },
			);
			expect(simulator.requests).toHaveLength(5);
		});

		it('returns no recording that was revoked', async () => {
			const { id } = await completed('Ada Example', true);
			await run('interview revokeRecordings', { interviewId: id });
			await expect(row('report get', { interviewId: id })).resolves.toMatchObject({
				recording_url: null,
				is_ready: true,
			});
		});
	});

	describe('Interview: Get Many', () => {
		const calls = () => simulator.requests.map(({ path }) => path.replace('/be-api/v1/', ''));

		beforeEach(() => {
			const [flow, other] = simulator.state.flows;
			for (let index = 0; index < 45; index++) {
				const status = index < 25 ? 'completed' : 'incomplete';
				simulator.state.addInterview({
					flow: index % 5 ? flow : other,
					status,
					email: `a${index}@example.com`,
				});
			}
		});

		it('returns both statuses, the completed ones first, page by page', async () => {
			const found = await rows('interview getAll', { returnAll: true });
			expect(found.map(({ status }) => status)).toEqual([
				...Array<string>(25).fill('completed'),
				...Array<string>(20).fill('incomplete'),
			]);
			// Each page begins with the last row of the one before; who was completed meanwhile is looked for at the end.
			const pages = (status: string, ...offsets: number[]) =>
				offsets.map((offset) => `interviews?status=${status}&limit=20&offset=${offset}`);
			expect(calls()).toEqual([
				...pages('completed', 0, 19, 24),
				...pages('incomplete', 0, 19),
				...pages('completed', 0, 19, 24),
			]);
		});

		/** Completes the interviews at these places of the state once a page was read. */
		const complete = (at: string, ...places: number[]) =>
			simulator.report((line) => {
				if (!line.includes(at)) return;
				for (const place of places) simulator.state.interviews[place].status = 'completed';
			});

		it.each<[string, string, number[], object, number]>([
			['is completed between the two lists', 'status=completed&limit=20&offset=24', [30, 31], {}, 45],
			[
				'leaves the list before the next page',
				'status=incomplete&limit=20&offset=0',
				[25, 26, 44],
				{ status: 'incomplete' },
				30,
			],
			[
				'leaves it with the whole page before',
				'status=incomplete&limit=20&offset=0',
				Array.from({ length: 20 }, (_, place) => 25 + place),
				{ status: 'incomplete' },
				30,
			],
		])('loses no interview where one %s', async (_, at, places, filters, count) => {
			const [flow] = simulator.state.flows;
			if ('status' in filters)
				for (let more = 0; more < 10; more++) simulator.state.addInterview({ flow, status: 'incomplete' });
			complete(at, ...places);
			const found = await rows('interview getAll', { returnAll: true, filters });
			expect(new Set(found.map(({ interview_id }) => interview_id)).size).toBe(count);
			expect(found).toHaveLength(count);
		});

		it('asks on after a page that is shorter than what was asked for', async () => {
			const page = (ids: number[]) =>
				json({ interviews: ids.map((id) => ({ interview_id: `i${id}`, status: 'completed' })) });
			const answers = [page([1, 2, 3]), page([3, 4]), page([4])];
			const given = { returnAll: true, filters: { status: 'completed' } };
			const { items } = await against(answers, 'interview getAll', given);
			expect(items?.map(({ interview_id }) => interview_id)).toEqual(['i1', 'i2', 'i3', 'i4']);
		});

		it('reads no more pages than the limit needs', async () => {
			await expect(rows('interview getAll', { limit: 20 })).resolves.toHaveLength(20);
			expect(calls()).toHaveLength(1);
		});

		it('returns one status, one flow and one team where asked for', async () => {
			const { interview_flow_id, team_id } = simulator.state.flows[1];
			const filters = { status: 'incomplete', flowId: byId(interview_flow_id), team_id };
			const found = await rows('interview getAll', { returnAll: true, filters });
			expect(found).toHaveLength(4);
			expect(found[0]).toMatchObject({ status: 'incomplete', interview_flow_id, is_ready: false });
			expect(calls()[0]).toBe(`interviews?status=incomplete&team_id=${team_id}&limit=20&offset=0`);
		});

		it('does not take a full page that comes again for the whole list', async () => {
			const interviews = Array.from({ length: 20 }, (_, index) => ({
				interview_id: `i${index}`,
				status: 'completed',
			}));
			const { message } = await against([json({ interviews })], 'interview getAll', { returnAll: true });
			expect(message).toBe('The list of Ribbon is not complete');
		});
	});

	describe('Interview: Create Link', () => {
		it('makes another link each time, with what was filled in', async () => {
			const { interview_flow_id } = simulator.state.flows[0];
			const parameters = {
				flowId: byId(interview_flow_id),
				email: 'ada@example.com',
				additionalFields: { interviewee_first_name: 'Ada' },
			};
			const [one, other] = [
				await row('interview createLink', parameters),
				await row('interview createLink', parameters),
			];
			expect(one.interview_link).not.toBe(other.interview_link);
			expect(simulator.state.interview(String(one.interview_id))).toMatchObject({
				email: 'ada@example.com',
				name: { first: 'Ada', last: null },
			});
		});

		it('passes on what Ribbon hints at', async () => {
			const flowId = byId(simulator.state.flows[0].interview_flow_id);
			await expect(row('interview createLink', { flowId })).resolves.toMatchObject({
				hint: expect.stringContaining('Without an email address') as string,
			});
		});

		it.each<[string, BareAnswer]>([
			['no link', json({ interview_id: 'i1', interview_link: '' })],
			['a link for no browser', json({ interview_id: 'i1', interview_link: 'mailto:ada@example.com' })],
			['a link that is not a URL', json({ interview_id: 'i1', interview_link: 'soon' })],
		])('takes %s for no answer of Ribbon, and sends nothing again', async (_, answer) => {
			const { message, calls } = await against([answer], 'interview createLink', { flowId: byId('f1') });
			expect(message).toMatch(/^This is not the Ribbon API.*it is not certain whether/);
			expect(calls).toBe(1);
		});
	});

	describe('Flow', () => {
		it('is created with events that start the workflow, signed with the secret of the credential', async () => {
			const workflow = await connect('ribbon', simulator);
			simulator.webhooks.length = 0;
			const item = await row('flow create', {
				title: 'Store assistant',
				orgName: 'Example Stores',
				questions: '["Why us, and why now?", "When can you start?"]',
				additionalFields: { webhook_url: workflow.url, language: 'de-DE' },
			});
			expect(JSON.stringify(item)).not.toContain(simulator.credentials.webhookSecret);
			const flow = simulator.state.flow(item.interview_flow_id);
			expect(flow).toMatchObject({
				questions: ['Why us, and why now?', 'When can you start?'],
				language: 'de-DE',
				webhook_secret_key: simulator.credentials.webhookSecret,
			});
			await (await simulator.invite({ jobId: flow?.interview_flow_id })).complete();
			expect(workflow.events).toMatchObject([{ job_title: 'Store assistant', verification: 'signature' }]);
			await workflow.stop();
		});

		it('is not created with a URL where the credential has no secret to sign with', async () => {
			const parameters = {
				title: 'T',
				orgName: 'O',
				questions: 'Why?',
				additionalFields: { webhook_url: 'https://n8n.example.com/webhook/a/ribbon' },
			};
			const credentialData = { ...simulator.credentials, webhookSecret: '' };
			await expect(refusal('flow create', parameters, { credentialData })).resolves.toMatch(
				/^Fill in Webhook Secret in the Ribbon credential/,
			);
			expect(simulator.requests).toEqual([]);
		});

		it.each([
			['={{ [] }}', /^Questions is empty/],
			[' \n ', /^Questions is empty/],
			['={{ Array(21).fill("Why?") }}', /^Questions holds more than 20 questions/],
		])('is not created with the questions %j', async (questions, message) => {
			const parameters = { title: 'T', orgName: 'O', questions };
			await expect(refusal('flow create', parameters)).resolves.toMatch(message);
		});

		it.each([true, false])('is read without its secret, simplified: %p', async (simplify) => {
			const flow = simulator.state.addFlow({
				title: 'Porter',
				webhook_url: 'https://n8n.example.com/a',
				webhook_secret_key: 'a-secret-of-the-flow',
			});
			const one = await row('flow get', { flowId: byId(flow.interview_flow_id), simplify });
			const all = await rows('flow getAll', { returnAll: true, simplify });
			expect(one).toMatchObject({ title: 'Porter', webhook_url: 'https://n8n.example.com/a' });
			expect(JSON.stringify([one, all])).not.toMatch(/a-secret-of-the-flow|webhook_secret_key/);
		});

		it('is in no list any more once it is archived', async () => {
			const { interview_flow_id } = simulator.state.flows[0];
			await run('flow archive', { flowId: byId(interview_flow_id) });
			const found = await rows('flow getAll', {});
			expect(found.map(({ title }) => title)).toEqual(['Night shift lead']);
		});
	});

	it('says what a 403 stands for', async () => {
		await expect(refusal('team getManyMembers', { filters: { team_id: 'foreign' } })).resolves.toMatch(
			/Team not accessible.*belongs to another organization than the API key/,
		);
	});
});
