import type { IDataObject, INodeParameters, NodeError } from 'n8n-workflow';

import type { Simulators } from '../../demo/vendors';
import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { contentOf as contentOfFile } from '../../simulators/shared/files';
import type { TriedOperation } from '../e2e/operations';
import { HIREFLIX_OPERATIONS } from '../e2e/operations/hireflix';
import { json, ODD_ANSWERS, startBareServer, type BareAnswer } from './bareServer';
import { contentOf, runAction, type ActionSetup } from './runAction';
import { connect } from './vendors';

/** Columns of the item that only a delivery can know, or only the API. */
const NOT_COMPARED = [
	'received_at',
	'verification',
	'raw',
	'raw_sha256',
	// The API gives the present state: no event, and no time of one.
	'occurred_at',
	'completed_at',
	'vendor_event',
	'vendor_event_source',
	'is_out_of_order',
	// Questions, videos and transcripts are only in the API.
	'details',
];

describe('Hireflix', () => {
	let simulator: HireflixSimulator;

	beforeEach(async () => {
		simulator = await startHireflix();
	});

	afterEach(async () => await simulator.stop());

	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		changes: Partial<ActionSetup> = {},
	) =>
		await runAction({
			node: 'Hireflix',
			credential: 'HireflixApi',
			credentialData: { ...simulator.credentials },
			parameters: { resource, operation, ...parameters },
			...changes,
		});

	const byId = (value: string) => ({ __rl: true, mode: 'id', value });

	async function completed(name = 'Ada Example') {
		const interview = await simulator.invite({
			name,
			email: `${name.split(' ')[0].toLowerCase()}@example.com`,
		});
		await interview.complete();
		return interview;
	}

	describe('Report → Get', () => {
		it('has the values of the webhook item of the same interview', async () => {
			const workflow = await connect('hireflix', simulator);
			const interview = await completed();
			const webhookItem = workflow.events.at(-1) as IDataObject;
			await workflow.stop();

			const [{ json }] = await run('report', 'get', { simplify: false, interviewId: interview.id });

			expect(Object.keys(json)).toEqual(Object.keys(webhookItem));
			for (const column of Object.keys(json).filter((name) => !NOT_COMPARED.includes(name))) {
				expect({ [column]: json[column] }).toEqual({ [column]: webhookItem[column] });
			}
			expect(json).toMatchObject({ verification: 'api', interview_status: 'completed', vendor_event: null });
		});

		it('picks up the item of a trigger, keeps the order of many, and says which failed', async () => {
			const interviews = [
				await completed('Ada Example'),
				await completed('Ben Example'),
				await completed('Cleo Example'),
			];
			const input = [...interviews.map(({ id }) => ({ interview_id: id })), { interview_id: 'unknown' }];
			const items = await run('report', 'get', {}, { input, continueOnFail: true });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
				{ item: 3 },
			]);
			expect(items.map(({ json }) => json.candidate_name ?? json.error)).toEqual([
				'Ada Example',
				'Ben Example',
				'Cleo Example',
				'Hireflix has no interview with the ID unknown',
			]);
		});

		it.each([
			['text', undefined],
			['markdown', 'transcript.md'],
		])('adds the transcript as %s', async (transcript, fileName) => {
			const { id } = await completed();
			const [{ json, binary }] = await run('report', 'get', { interviewId: id, options: { transcript } });
			const text = fileName
				? (await contentOf(binary!.transcript)).toString('utf8')
				: String(json.transcript);
			expect(binary?.transcript?.fileName).toBe(fileName);
			expect(text).toContain('I asked what had gone wrong');
		});

		it('downloads the videos without the API key, and reads the interview again once when the links expired', async () => {
			const { id } = await completed();
			const options = { files: ['recordings'] };
			const [{ binary }] = await run('report', 'get', { interviewId: id, options });
			expect(Object.keys(binary ?? {})).toEqual(['recording_1', 'recording_2']);
			const [question] = simulator.state.positions[0].questions;
			expect((await contentOf(binary!.recording_1)).toString()).toBe(
				contentOfFile(`${id}-${question.id}.mp4`),
			);
			expect(binary!.recording_1).toMatchObject({ fileName: `recording_1-${id}.mp4`, mimeType: 'video/mp4' });

			simulator.failNext({ match: { path: /files/ }, status: 403, times: 1 });
			const before = simulator.requests.length;
			const [again] = await run('report', 'get', { interviewId: id, options });
			expect(Object.keys(again.binary ?? {})).toEqual(['recording_1', 'recording_2']);
			const calls = simulator.requests.slice(before).map(({ path }) => path.replace(/\?.*/, ''));
			expect(calls.filter((path) => path === '/me')).toHaveLength(2);
		});

		it('says so when a fresh link does not work either', async () => {
			const { id } = await completed();
			simulator.failNext({ match: { path: /files/ }, status: 403, times: 10 });
			await expect(
				run('report', 'get', { interviewId: id, options: { files: ['recordings'] } }),
			).rejects.toThrow('The link to the file does not work any more');
		});

		it('stops at a file that is larger than the limit', async () => {
			const { id } = await completed();
			simulator.videoBytes = 2 * 1024 * 1024;
			await expect(
				run('report', 'get', { interviewId: id, options: { files: ['recordings'], maximumFileSize: 1 } }),
			).rejects.toThrow('larger than 1 MB');
		});

		it('names the field that is empty', async () => {
			await expect(run('report', 'get', { interviewId: ' ' })).rejects.toThrow('Interview ID is empty');
		});

		it('says where the key comes from when it is refused', async () => {
			await expect(
				run(
					'report',
					'get',
					{ interviewId: 'a' },
					{ credentialData: { ...simulator.credentials, apiKey: 'wrong' } },
				),
			).rejects.toMatchObject({
				message: 'Hireflix says: Unauthorized',
				description: expect.stringContaining('API keys') as string,
			});
		});
	});

	describe('lists', () => {
		async function fill(count: number): Promise<string> {
			const [position] = simulator.state.positions;
			for (let index = 0; index < count; index++) {
				await simulator.invite({
					name: `Candidate ${index}`,
					email: `candidate${index}@example.com`,
					jobId: position.id,
				});
			}
			return position.id;
		}

		it('return all pages of reports, or as many as wanted without a needless page', async () => {
			const positionId = await fill(120);
			const all = await run('report', 'getAll', { positionId: byId(positionId), returnAll: true });
			expect(new Set(all.map(({ json }) => json.interview_id)).size).toBe(120);
			const before = simulator.requests.length;
			const some = await run('report', 'getAll', { positionId: byId(positionId), limit: 50 });
			expect(some).toHaveLength(50);
			expect(simulator.requests.length - before).toBe(1);
		});

		it('filter by stage and by the exact address', async () => {
			const positionId = await fill(3);
			await completed('Ada Example');
			const names = async (filters: INodeParameters) =>
				(await run('interview', 'getAll', { positionId: byId(positionId), returnAll: true, filters })).map(
					({ json }) => json.candidate_name,
				);
			await expect(names({ stage: 'to_evaluate' })).resolves.toEqual(['Ada Example']);
			await expect(names({ email: 'candidate1@example.com' })).resolves.toEqual(['Candidate 1']);
			await expect(names({ email: 'candidate' })).resolves.toEqual([]);
		});

		it('stop at the first interview that is older than wanted', async () => {
			const positionId = await fill(60);
			simulator.advance(60_000);
			const invitedAfter = new Date(simulator.clock.now()).toISOString();
			await simulator.invite({ name: 'Newest Example', email: 'newest@example.com' });
			const before = simulator.requests.length;
			const wanted = { positionId: byId(positionId), returnAll: true, filters: { invitedAfter } };
			const items = await run('report', 'getAll', wanted);
			expect([items.length, simulator.requests.length - before]).toEqual([1, 1]);
			await expect(run('report', 'getAll', { ...wanted, filters: { invitedAfter: 'soon' } })).rejects.toThrow(
				'Invited After is not a valid date',
			);
		});

		it('simplify interviews to ten columns', async () => {
			const positionId = await fill(1);
			const [simple] = await run('interview', 'getAll', { positionId: byId(positionId) });
			expect(Object.keys(simple.json)).toHaveLength(10);
			const [raw] = await run('interview', 'getAll', { positionId: byId(positionId), simplify: false });
			expect(raw.json).toMatchObject({ candidate: { email: 'candidate0@example.com' } });
		});

		it.each(['report', 'interview'])('of %s say when the position is unknown', async (resource) => {
			await expect(run(resource, 'getAll', { positionId: byId('unknown') })).rejects.toThrow(
				'no position with the ID unknown',
			);
		});

		it('leave archived positions out unless wanted', async () => {
			const open = await run('position', 'getAll', {});
			const all = await run('position', 'getAll', { includeArchived: true });
			expect([open.length, all.length]).toEqual([3, 4]);
			expect(all.map(({ json }) => json.is_archived)).toContain(true);
		});
	});

	describe('Interview', () => {
		it('is given as Hireflix gives it, and its transcript on its own', async () => {
			const { id } = await completed();
			const [{ json }] = await run('interview', 'get', { interviewId: id });
			expect(json).toMatchObject({
				id,
				questions: [{ answer: { transcription: { languageCode: 'en' } } }, {}],
			});
			const [transcript] = await run('interview', 'getTranscript', { interviewId: id });
			expect(transcript.json).toMatchObject({
				is_complete: true,
				transcript: expect.stringContaining('Question: Tell us') as string,
			});
		});

		it('is shared, shortlisted, archived and restored, scored and commented', async () => {
			const { id } = await completed();
			const state = () => simulator.state.interview(id);
			const [shared] = await run('interview', 'share', { interviewId: id });
			expect(shared.json).toMatchObject({
				externalLink: { url: expect.stringContaining('https://shared.') as string },
			});
			await run('interview', 'shortlist', { interviewId: id });
			expect(state()?.finalist).not.toBeNull();
			await run('interview', 'shortlist', { interviewId: id, isShortlisted: false });
			expect(state()?.finalist).toBeNull();
			await run('interview', 'archive', { interviewId: id });
			expect(state()?.archived).not.toBeNull();
			await run('interview', 'archive', { interviewId: id, isArchived: false });
			expect(state()?.archived).toBeNull();
			await run('interview', 'score', { interviewId: id, score: 4.5 });
			expect(state()?.score).toBe(4.5);
			await run('interview', 'comment', { interviewId: id, comment: 'Call her' });
			expect(state()?.comments).toMatchObject([{ value: 'Call her' }]);
		});

		it.each(['share', 'shortlist', 'archive', 'score', 'comment', 'get', 'getTranscript'])(
			'that is unknown stops %s with its reason',
			async (operation) => {
				await expect(run('interview', operation, { interviewId: 'unknown', comment: 'x' })).rejects.toThrow(
					/not-found|no interview/,
				);
			},
		);

		it.each([
			[0.3, 'Score is not a number from 0.5 to 5'],
			[5.5, 'Score is not a number from 0.5 to 5'],
			['good', 'Score is not a number from 0.5 to 5'],
			[3.2, 'Score is between two half stars'],
			['={{ $json.score }}', 'Score is empty'],
		])('is not scored with %s, which Hireflix does not take', async (score, message) => {
			await expect(run('interview', 'score', { interviewId: 'a', score })).rejects.toThrow(message);
			expect(simulator.requests).toEqual([]);
		});

		it('is scored with a number that is text', async () => {
			const { id } = await completed();
			await run('interview', 'score', { interviewId: id, score: '={{ "4.5" }}' });
			expect(simulator.state.interview(id)?.score).toBe(4.5);
		});

		it.each([
			['archive', 'isArchived', 'Archived is empty'],
			['shortlist', 'isShortlisted', 'Shortlisted is empty'],
		])('is left as it is when an expression gives nothing to %s by', async (operation, name, message) => {
			const { id } = await completed();
			const decided = run('interview', operation, { interviewId: id, [name]: '={{ $json.decision }}' });
			await expect(decided).rejects.toThrow(message);
			expect(simulator.requests).toEqual([]);
		});
	});

	describe('Interview → Invite', () => {
		const candidate = (changes: INodeParameters = {}) => ({
			positionId: byId(simulator.state.positions[0].id),
			firstName: 'Ada',
			email: 'ada@example.com',
			...changes,
		});

		it('invites, and returns the existing interview the second time', async () => {
			const additionalFields = { lastName: 'Example', externalId: 'ATS-1' };
			const [first] = await run('interview', 'invite', candidate({ additionalFields }));
			const [second] = await run('interview', 'invite', candidate({ additionalFields }));
			expect(first.json).toMatchObject({ is_new: true, external_id: 'ATS-1', status: 'pending' });
			expect(second.json).toMatchObject({ is_new: false, interview_id: first.json.interview_id });
			expect(simulator.state.interviews).toHaveLength(1);
		});

		it('stops when the candidate was invited before, if that is wanted', async () => {
			await run('interview', 'invite', candidate());
			await expect(run('interview', 'invite', candidate({ ifAlreadyInvited: 'stop' }))).rejects.toMatchObject(
				{
					message: 'Hireflix did not invite: Interview already exists in position',
					description: expect.stringContaining('If Already Invited') as string,
				},
			);
		});

		it.each([
			['an invalid address', { email: 'nobody' }, 'email address'],
			['an unknown position', { positionId: { __rl: true, mode: 'id', value: 'x' } }, 'from the list'],
		])('explains %s', async (_, changes, cure) => {
			await expect(run('interview', 'invite', candidate(changes))).rejects.toMatchObject({
				description: expect.stringContaining(cure) as string,
			});
		});

		it('is never sent twice after an unclear failure', async () => {
			simulator.failNext({ match: { path: '/me' }, status: 'drop-after-handling', times: 1 });
			await expect(run('interview', 'invite', candidate())).rejects.toThrow(
				'could not be reached; it is not certain whether Hireflix did it all the same',
			);
			expect(simulator.requests).toHaveLength(1);
		});

		it('sends numbers of a spreadsheet as text', async () => {
			const additionalFields = {
				phone: '={{ 34600555014 }}',
				externalId: '={{ 20417 }}',
				lastName: '={{ 7 }}',
			};
			const [{ json: item }] = await run('interview', 'invite', candidate({ additionalFields }));
			expect(item).toMatchObject({ is_new: true, external_id: '20417' });
			expect(simulator.state.interviews[0].candidate).toMatchObject({ phone: '34600555014', lastName: '7' });
		});

		it.each([
			['Ada@Example.com', 'ada@example.com'],
			['ada@example.com', 'ADA@example.com'],
			['Ada@Example.com', 'ADA@EXAMPLE.COM'],
			['Ada.B+x@Example.com', 'ada.b+x@example.com'],
		])('returns the interview of %s when %s is invited', async (email, again) => {
			const [first] = await run('interview', 'invite', candidate({ email }));
			// Others, whom a pattern that is not exact would find.
			await run('interview', 'invite', candidate({ email: 'adaxb+x@example.com' }));
			await run('interview', 'invite', candidate({ email: `x${email}` }));
			const before = simulator.requests.length;
			const [second] = await run('interview', 'invite', candidate({ email: again }));
			expect(second.json).toMatchObject({ is_new: false, interview_id: first.json.interview_id });
			const sent = simulator.requests.slice(before).map(({ body }) => body);
			expect(sent.filter((body) => body.includes('mutation'))).toHaveLength(1);
			expect(sent.length).toBeLessThanOrEqual(4);
			expect(simulator.state.interviews).toHaveLength(3);
		});

		it('checks all items before it invites the first', async () => {
			const input = [{ email: 'ada@example.com' }, { email: '' }, { email: 'cleo@example.com' }];
			const parameters = candidate({ email: '={{ $json.email }}' });
			await expect(run('interview', 'invite', parameters, { input })).rejects.toMatchObject({
				message: 'Email is empty',
				context: { itemIndex: 1 },
			});
			expect(simulator.requests).toEqual([]);
			const items = await run('interview', 'invite', parameters, { input, continueOnFail: true });
			expect(items.map(({ json: item }) => item.is_new ?? item.error)).toEqual([
				true,
				'Email is empty',
				true,
			]);
		});

		it.each([
			['firstName', ['Ada'], 'First Name is a list instead of text'],
			['email', { address: 'ada@example.com' }, 'Email is an object instead of text'],
		])('names %s when it is no text', async (name, value, message) => {
			const parameters = candidate({ [name]: `={{ ${JSON.stringify(value)} }}` });
			await expect(run('interview', 'invite', parameters)).rejects.toMatchObject({ message });
			expect(simulator.requests).toEqual([]);
		});
	});

	describe('an answer that is not the one of Hireflix', () => {
		/** Runs an operation of the table against a server that answers so, with parameters that suit the simulator. */
		async function runAgainst(
			answers: BareAnswer[],
			operation: TriedOperation,
			changes: Partial<ActionSetup> = {},
		) {
			const parameters = await operation.good({ hireflix: simulator } as unknown as Simulators);
			return await againstBareServer(answers, async (credentialData) =>
				run(operation.resource, operation.operation, parameters as INodeParameters, {
					credentialData,
					...changes,
				}),
			);
		}

		const againstBareServer = async <Result>(
			answers: BareAnswer[],
			act: (credentialData: ActionSetup['credentialData']) => Promise<Result>,
		) => {
			const server = await startBareServer(...answers);
			try {
				return { result: await act({ ...simulator.credentials, baseUrl: server.baseUrl }), server };
			} catch (error) {
				return { error: error as NodeError, server };
			} finally {
				await server.stop();
			}
		};

		const ONCE = ['interview invite', 'interview share', 'interview comment'];
		const operations = HIREFLIX_OPERATIONS.map((one) => [`${one.resource} ${one.operation}`, one] as const);
		const whereDataIs: Record<string, BareAnswer> = {
			...ODD_ANSWERS,
			'{data: {}}': json({ data: {} }),
			'{data: null}': json({ data: null }),
			'{data: []}': json({ data: [] }),
		};

		describe.each(operations)('stops %s', (name, operation) => {
			it.each(Object.entries(whereDataIs))('at %s', async (_, answer) => {
				const { error, server } = await runAgainst([answer], operation);
				expect(error?.message).toMatch(/^This is not the Hireflix API: check the Base URL/);
				expect(error?.description).toContain(`The Base URL is ${server.baseUrl}.`);
				// What a redirect refuses was not done, whatever it was.
				const isUnclear = ONCE.includes(name) && answer.status < 300;
				expect(error?.message.includes('not certain')).toBe(isUnclear);
				expect(server.calls).toHaveLength(1);
			});

			it('at a refusal under 200, and at errors beside data', async () => {
				const key = await runAgainst([json({ message: 'Unauthorized' })], operation);
				expect(key.error).toMatchObject({
					message: 'Hireflix says: Unauthorized',
					description: expect.stringContaining('API keys') as string,
				});
				const errors = [{ message: 'Something broke', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
				const data = {
					positions: [{ id: 'p1' }],
					position: { interviewList: { results: [], lastCursor: null } },
					interview: { id: 'i1' },
					inviteCandidateToInterview: { __typename: 'InterviewType', id: 'i1' },
				};
				const partly = await runAgainst([json({ data, errors })], operation);
				expect(partly.error?.message).toMatch(/^Hireflix says: Something broke/);
				expect(partly.error?.message.includes('not certain')).toBe(ONCE.includes(name));
				expect(partly.server.calls).toHaveLength(1);
			});
		});

		it.each(operations.filter(([name]) => name !== 'customQuery run'))(
			'stops %s in another shape, and gives the error only with On Error: Continue',
			async (_, operation) => {
				const data = {
					positions: {},
					position: { interviewList: { results: {}, lastCursor: null } },
					interview: [],
					Interview: { archive: null, comment: [], finalist: {}, score: { id: null }, share: { id: 'i1' } },
					inviteCandidateToInterview: { __typename: 'InterviewType' },
					archivePosition: { __typename: 'MutationArchivePositionSuccess', data: null },
				};
				const { result } = await runAgainst([json({ data })], operation, { continueOnFail: true });
				expect(result).toEqual([
					{
						json: {
							error: expect.stringMatching(/^This is not the Hireflix API/) as string,
							message: expect.stringContaining('The Base URL is') as string,
						},
						pairedItem: { item: 0 },
					},
				]);
			},
		);

		it.each([
			[{ message: ' unauthorised. ' }],
			[{ errors: [{ message: 'Unauthorized' }] }],
			[{ data: null, errors: [{ message: 'Log in', extensions: { code: 'UNAUTHENTICATED' } }] }],
		])('is a refused key: %j', async (body) => {
			const { error } = await againstBareServer([json(body)], async (credentialData) =>
				run('position', 'getAll', {}, { credentialData }),
			);
			expect(error?.description).toContain('API keys');
		});

		it.each([['report'], ['interview']])('fails a list of %ss on its second page', async (resource) => {
			const results = Array.from({ length: 50 }, (_, index) => ({ id: `i${index}`, createdAt: 1 }));
			const first = json({ data: { position: { interviewList: { results, lastCursor: 'c' } } } });
			for (const second of Object.values(whereDataIs)) {
				const { error, server } = await againstBareServer([first, second], async (credentialData) =>
					run(resource, 'getAll', { positionId: byId('p1'), returnAll: true }, { credentialData }),
				);
				expect(error?.message).toMatch(/^This is not the Hireflix API/);
				expect(server.calls).toHaveLength(2);
			}
		});

		it.each([
			['is not complete where a page comes again under another cursor', 'b', undefined],
			['ends with a page that comes again under its own cursor', 'a', 1],
		])('a list %s', async (_, cursor, count) => {
			const page = (lastCursor: string) =>
				json({ data: { position: { interviewList: { results: [{ id: 'i1' }], lastCursor } } } });
			const { result, error, server } = await againstBareServer(
				[page('a'), page(cursor)],
				async (credentialData) =>
					run('interview', 'getAll', { positionId: byId('p1'), returnAll: true }, { credentialData }),
			);
			expect([result?.length, server.calls.length]).toEqual([count, 2]);
			if (count === undefined) expect(error?.message).toBe('The list of Hireflix is not complete');
		});

		it('is an unknown interview where a mutation gives null for it', async () => {
			const { error } = await againstBareServer(
				[json({ data: { Interview: null } })],
				async (credentialData) =>
					run('interview', 'comment', { interviewId: 'i1', comment: 'x' }, { credentialData }),
			);
			expect(error?.message).toBe('Hireflix has no interview with the ID i1');
		});

		it('keeps people out of the message of a refused invitation', async () => {
			const refusal = {
				__typename: 'ValidationError',
				code: 400,
				message5: 'Zoë (zoe@example.com) has the invalid phone 34600555014',
			};
			const { error } = await againstBareServer(
				[json({ data: { inviteCandidateToInterview: refusal } })],
				async (credentialData) =>
					run(
						'interview',
						'invite',
						{
							positionId: byId('p1'),
							firstName: 'Zoë',
							email: 'zoe@example.com',
							additionalFields: { phone: '={{ 34600555014 }}' },
						},
						{ credentialData },
					),
			);
			expect(error?.message).toBe('Hireflix did not invite: *** (***) has the invalid phone ***');
			expect(error?.description).toContain('34600555014');
		});

		it.each([
			['interview', 'invite', 'inviteCandidateToInterview', { firstName: 'Ada', email: 'ada@example.com' }],
			['position', 'archive', 'archivePosition', {}],
		])(
			'is no success of %s %s in a member that nobody knows',
			async (resource, operation, field, further) => {
				for (const [member, message] of [
					['AccountFrozenError', /did not .*AccountFrozenError/],
					['Something', /Something, which this node does not know; it is not certain whether/],
				] as const) {
					const { error } = await againstBareServer(
						[json({ data: { [field]: { __typename: member } } })],
						async (credentialData) =>
							run(resource, operation, { positionId: byId('p1'), ...further }, { credentialData }),
					);
					expect(error?.message).toMatch(message);
				}
			},
		);
	});

	describe('a drifting answer', () => {
		const against = async (parameters: INodeParameters, ...bodies: unknown[]) => {
			const server = await startBareServer(...bodies.map(json));
			const credentialData = { ...simulator.credentials, baseUrl: server.baseUrl };
			const { resource, operation, ...others } = parameters as { resource: string; operation: string };
			return await run(
				resource,
				operation,
				{ positionId: byId('p'), interviewId: 'i', ...others },
				{ credentialData },
			)
				.then((items) => items.map(({ json: item }) => item))
				.catch((error: NodeError) => error.message)
				.finally(async () => await server.stop());
		};
		const many = { resource: 'interview', operation: 'getAll' };
		const interviews = (...results: IDataObject[]) => ({
			data: { position: { interviewList: { results, lastCursor: null } } },
		});

		it.each([1_772_442_867, '1772442867512', '2026-03-02T09:14:27Z'])(
			'with the time of creation %j is filtered by it all the same',
			async (createdAt) => {
				const after = (invitedAfter: string) => ({ ...many, filters: { invitedAfter } });
				const answer = interviews({ id: 'a', createdAt });
				await expect(against(after('2026-01-01T00:00:00Z'), answer)).resolves.toHaveLength(1);
				await expect(against(after('2026-06-01T00:00:00Z'), answer)).resolves.toEqual([]);
			},
		);

		it('with IDs as numbers, and with nothing in the other fields, has every column', async () => {
			const bare = {
				id: 12,
				status: null,
				candidate: null,
				position: null,
				url: null,
				score: { value: '4' },
			};
			await expect(against(many, interviews(bare))).resolves.toEqual([
				{
					interview_id: '12',
					status: null,
					candidate_name: null,
					candidate_email: null,
					candidate_phone: null,
					job_title: null,
					score: 4,
					interview_url: null,
					external_id: null,
					invited_at: null,
				},
			]);
		});

		it('tells an archived position in any form', async () => {
			const positions = [
				'true',
				'2026-01-01T00:00:00Z',
				1_772_442_867_512,
				true,
				false,
				'false',
				null,
				0,
			].map((archived, index) => ({ id: `p${index}`, name: null, archived }));
			const listed = await against({ resource: 'position', operation: 'getAll' }, { data: { positions } });
			expect((listed as IDataObject[]).map(({ id }) => id)).toEqual(['p4', 'p5', 'p6', 'p7']);
		});

		it('is no shared interview without a link, and no empty list beside an error', async () => {
			const shared = { data: { Interview: { share: { id: 'i', externalLink: { url: null } } } } };
			await expect(against({ resource: 'interview', operation: 'share' }, shared)).resolves.toMatch(
				/^This is not the Hireflix API/,
			);
			const refused = { data: { positions: [] }, error: { message: 'Not allowed' } };
			await expect(against({ resource: 'position', operation: 'getAll' }, refused)).resolves.toMatch(
				/^Hireflix says: Not allowed/,
			);
		});

		it('does not bring an address that was given as the ID into the message', async () => {
			const get = { resource: 'interview', operation: 'get', interviewId: 'ada@example.com' };
			await expect(against(get, { data: { interview: null } })).resolves.toBe(
				'Hireflix has no interview with the ID ***',
			);
		});

		it('does not invite for a way of dealing with the invited that nobody chose', async () => {
			const invite = { firstName: 'Ada', email: 'ada@example.com', ifAlreadyInvited: 'fail' };
			await expect(against({ resource: 'interview', operation: 'invite', ...invite }, {})).resolves.toBe(
				'If Already Invited is none of the values to choose from',
			);
		});
	});

	it('archives a position, and says when it is unknown', async () => {
		const [position] = simulator.state.positions;
		const [{ json }] = await run('position', 'archive', { positionId: byId(position.id) });
		expect(json).toMatchObject({ id: position.id, is_archived: true });
		expect(position.archived).not.toBeNull();
		await expect(run('position', 'archive', { positionId: byId('unknown') })).rejects.toThrow(
			'Position not found',
		);
	});

	it('runs a custom query with variables, and explains broken ones', async () => {
		const [position] = simulator.state.positions;
		const query = 'query ($id: String!) { position(id: $id) { name } }';
		const [{ json }] = await run('customQuery', 'run', {
			query,
			variables: JSON.stringify({ id: position.id }),
		});
		expect(json).toEqual({ position: { name: position.name } });
		await expect(run('customQuery', 'run', { query, variables: '[1]' })).rejects.toThrow(
			'Variables is not a JSON object',
		);
		await expect(run('customQuery', 'run', { query: '{ nothing }' })).rejects.toThrow('Cannot query field');
	});

	it('sends a custom query again after an error of the server, a custom mutation never', async () => {
		const [{ id }] = simulator.state.positions;
		simulator.failNext({ match: { path: '/me' }, status: 500, times: 1 });
		await run('customQuery', 'run', { query: '# no mutation\n{ positions { name } }' });
		expect(simulator.requests).toHaveLength(2);
		simulator.failNext({ match: { path: '/me' }, status: 500, times: 1 });
		const query = 'mutation ($id: String!) { archivePosition(input: { id: $id }) { __typename } }';
		await expect(run('customQuery', 'run', { query, variables: { id } as never })).rejects.toThrow(
			'it is not certain whether Hireflix did it all the same',
		);
		expect(simulator.requests).toHaveLength(3);
	});

	it('checks all custom queries before it sends the first, also where one is no text', async () => {
		const input = [{ query: '{ positions { name } }' }, { query: ['{ positions { id } }'] }];
		const parameters = { query: '={{ $json.query }}' };
		await expect(run('customQuery', 'run', parameters, { input })).rejects.toThrow(
			'Query is a list instead of text',
		);
		expect(simulator.requests).toEqual([]);
		const items = await run('customQuery', 'run', parameters, { input, continueOnFail: true });
		expect(items.map(({ json: item }) => Object.keys(item))).toEqual([['positions'], ['error', 'message']]);
	});
});
