import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { contentOf as contentOfFile } from '../../simulators/shared/files';
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
				'Invited After is no time',
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

		it.each([0.3, 5.5, 3.2])('is not scored with %d, which Hireflix does not take', async (score) => {
			await expect(run('interview', 'score', { interviewId: 'a', score })).rejects.toThrow('does not take');
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
			await expect(run('interview', 'invite', candidate())).rejects.toThrow('could not be reached');
			expect(simulator.requests).toHaveLength(1);
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
});
