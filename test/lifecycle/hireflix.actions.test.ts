import type { IDataObject } from 'n8n-workflow';

import { startHireflix, type HireflixSimulator } from '../../simulators/hireflix';
import { contentOf as contentOfFile } from '../../simulators/shared/storage';
import { actionsOf, byId, differences, pairedWith } from './actions';
import { json } from './bareServer';
import { contentOf } from './runAction';
import { connect } from './vendors';

describe('Hireflix', () => {
	let simulator: HireflixSimulator;

	beforeEach(async () => {
		simulator = await startHireflix();
	});

	afterEach(async () => await simulator.stop());

	const { run, row, rows, refusal, against } = actionsOf('hireflix', () => simulator.credentials);

	const invitation = (changes: object = {}) => ({
		positionId: byId(simulator.state.positions[0].id),
		firstName: 'Ada',
		email: 'ada@example.com',
		...changes,
	});

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

			const [{ json }] = await run('report get', { simplify: false, interviewId: interview.id });

			expect(differences(json, webhookItem)).toEqual([
				// The API returns the present state: no event, and no time of one.
				'occurred_at',
				'received_at',
				'completed_at',
				'vendor_event',
				'vendor_event_source',
				'verification',
				'raw_sha256',
				// Questions, videos and transcripts are only in the API.
				'details',
				'raw',
			]);
			expect(json).toMatchObject({ verification: 'api', interview_status: 'completed', vendor_event: null });
		});

		it('takes the interview from the item of a trigger, keeps the order of many, and says which failed', async () => {
			const names = ['Ada Example', 'Ben Example', 'Cleo Example'];
			const input: IDataObject[] = [];
			for (const name of names) input.push({ interview_id: (await completed(name)).id });
			input.push({ interview_id: 'unknown' });
			const items = await run('report get', {}, { input, continueOnFail: true });
			expect(pairedWith(items)).toEqual([0, 1, 2, 3]);
			expect(items.map(({ json }) => json.candidate_name ?? json.error)).toEqual([
				...names,
				'Hireflix has no interview with the ID unknown',
			]);
		});

		it('downloads the videos without the API key', async () => {
			const { id } = await completed();
			const options = { files: ['recordings'] };
			const [{ binary }] = await run('report get', { interviewId: id, options });
			expect(Object.keys(binary ?? {})).toEqual(['recording_1', 'recording_2']);
			const [question] = simulator.state.positions[0].questions;
			expect((await contentOf(binary!.recording_1)).toString()).toBe(
				contentOfFile(`${id}-${question.id}.mp4`),
			);
			expect(binary!.recording_1).toMatchObject({ fileName: `recording_1-${id}.mp4`, mimeType: 'video/mp4' });
		});

		it('stops at a file that is larger than the limit', async () => {
			const { id } = await completed();
			simulator.videoBytes = 2 * 1024 * 1024;
			await expect(
				run('report get', { interviewId: id, options: { files: ['recordings'], maximumFileSize: 1 } }),
			).rejects.toThrow('larger than 1 MB');
		});
	});

	describe('lists', () => {
		async function fill(count: number) {
			const [{ id: jobId }] = simulator.state.positions;
			for (let index = 0; index < count; index++) {
				const email = `candidate${index}@example.com`;
				await simulator.invite({ name: `Candidate ${index}`, email, jobId });
			}
			return { positionId: byId(jobId) };
		}

		it('return all pages of reports, or as many as wanted without a needless page', async () => {
			const position = await fill(120);
			const all = await rows('report getAll', { ...position, returnAll: true });
			expect(new Set(all.map(({ interview_id }) => interview_id)).size).toBe(120);
			const before = simulator.requests.length;
			const some = await rows('report getAll', { ...position, limit: 50 });
			expect(some).toHaveLength(50);
			expect(simulator.requests.length - before).toBe(1);
		});

		it('filter by stage and by the exact address', async () => {
			const position = await fill(3);
			await completed('Ada Example');
			const names = async (filters: object) =>
				(await rows('interview getAll', { ...position, filters })).map(
					({ candidate_name }) => candidate_name,
				);
			await expect(names({ stage: 'to_evaluate' })).resolves.toEqual(['Ada Example']);
			await expect(names({ email: 'candidate1@example.com' })).resolves.toEqual(['Candidate 1']);
			await expect(names({ email: 'candidate' })).resolves.toEqual([]);
		});

		it('stop after a page of interviews that are older than wanted', async () => {
			const position = await fill(120);
			simulator.advance(60_000);
			const invitedAfter = new Date(simulator.clock.now()).toISOString();
			await simulator.invite({ name: 'Newest Example', email: 'newest@example.com' });
			const before = simulator.requests.length;
			const items = await rows('report getAll', { ...position, returnAll: true, filters: { invitedAfter } });
			expect([items.length, simulator.requests.length - before]).toEqual([1, 2]);
		});

		it('simplify interviews to ten columns', async () => {
			const position = await fill(1);
			expect(Object.keys(await row('interview getAll', position))).toHaveLength(10);
			const raw = await row('interview getAll', { ...position, simplify: false });
			expect(raw).toMatchObject({ candidate: { email: 'candidate0@example.com' } });
		});

		it('leave archived positions out unless wanted', async () => {
			const open = await rows('position getAll');
			const all = await rows('position getAll', { includeArchived: true });
			expect([open.length, all.length]).toEqual([3, 4]);
			expect(all.map(({ is_archived }) => is_archived)).toContain(true);
		});
	});

	describe('Interview', () => {
		it('is shortlisted and archived, taken out of both again, and commented', async () => {
			const { id } = await completed();
			const state = () => simulator.state.interview(id);
			for (const [operation, flag, field] of [
				['shortlist', 'isShortlisted', 'finalist'],
				['archive', 'isArchived', 'archived'],
			] as const) {
				await run(`interview ${operation}`, { interviewId: id });
				expect(state()?.[field]).not.toBeNull();
				await run(`interview ${operation}`, { interviewId: id, [flag]: false });
				expect(state()?.[field]).toBeNull();
			}
			await run('interview comment', { interviewId: id, comment: 'Call her' });
			expect(state()?.comments).toMatchObject([{ value: 'Call her' }]);
		});

		it.each([0.3, 5.5, 'good'])('is not scored with %j, which Hireflix does not take', async (score) => {
			const scored = run('interview score', { interviewId: 'a', score });
			await expect(scored).rejects.toThrow('Score is not a number from 0.5 to 5');
			expect(simulator.requests).toEqual([]);
		});

		it.each([
			['archive', 'isArchived', 'Archived is empty'],
			['shortlist', 'isShortlisted', 'Shortlisted is empty'],
		])('is left as it is when an expression returns nothing to %s by', async (operation, name, message) => {
			const { id } = await completed();
			const decided = run(`interview ${operation}`, { interviewId: id, [name]: '={{ $json.decision }}' });
			await expect(decided).rejects.toThrow(message);
			expect(simulator.requests).toEqual([]);
		});
	});

	describe('Interview → Invite', () => {
		it('stops when the candidate was invited before, if that is wanted', async () => {
			await run('interview invite', invitation());
			await expect(run('interview invite', invitation({ ifAlreadyInvited: 'stop' }))).rejects.toMatchObject({
				message: 'Hireflix did not invite: Interview already exists in position',
				description: expect.stringContaining('If Already Invited') as string,
			});
		});

		it('explains what Hireflix does not take', async () => {
			await expect(refusal('interview invite', invitation({ email: 'nobody@example.c' }))).resolves.toMatch(
				/^Hireflix did not invite: .*email address/,
			);
		});

		it('sends numbers of a spreadsheet as text', async () => {
			const additionalFields = {
				phone: '+34 600-555 014',
				externalId: '={{ 20417 }}',
				lastName: '={{ 7 }}',
			};
			const item = await row('interview invite', invitation({ additionalFields }));
			expect(item).toMatchObject({ is_new: true, external_id: '20417' });
			expect(simulator.state.interviews[0].candidate).toMatchObject({ phone: '+34600555014', lastName: '7' });
		});

		it.each([
			['Ada@Example.com', 'ada@example.com'],
			['ada@example.com', 'ADA@example.com'],
			['Ada@Example.com', 'ADA@EXAMPLE.COM'],
			['Ada.B+x@Example.com', 'ada.b+x@example.com'],
		])('returns the interview of %s when %s is invited', async (email, again) => {
			const { interview_id } = await row('interview invite', invitation({ email }));
			// Others, whom a pattern that is not exact would find.
			await run('interview invite', invitation({ email: 'adaxb+x@example.com' }));
			await run('interview invite', invitation({ email: `x${email}` }));
			const before = simulator.requests.length;
			const second = await row('interview invite', invitation({ email: again }));
			expect(second).toMatchObject({ is_new: false, interview_id });
			const sent = simulator.requests.slice(before).map(({ body }) => body);
			expect(sent.filter((body) => body.includes('mutation'))).toHaveLength(1);
			expect(sent.length).toBeLessThanOrEqual(4);
			expect(simulator.state.interviews).toHaveLength(3);
		});
	});

	describe('an answer that is not the one of Hireflix', () => {
		it.each([
			[{ message: ' unauthorised. ' }],
			[{ errors: [{ message: 'Unauthorized' }] }],
			[{ data: null, errors: [{ message: 'Log in', extensions: { code: 'UNAUTHENTICATED' } }] }],
		])('is a refused key: %j', async (body) => {
			const { description } = await against([json(body)], 'position getAll');
			expect(description).toContain('API keys');
		});

		it.each([
			['is not complete where a page comes again under another cursor', 'b', undefined],
			['ends with a page that comes again under its own cursor', 'a', 1],
		])('a list %s', async (_, cursor, count) => {
			const page = (lastCursor: string) =>
				json({ data: { position: { interviewList: { results: [{ id: 'i1' }], lastCursor } } } });
			const wanted = { positionId: byId('p1'), returnAll: true };
			const { items, calls, message } = await against([page('a'), page(cursor)], 'interview getAll', wanted);
			expect([items?.length, calls]).toEqual([count, 2]);
			if (count === undefined) expect(message).toBe('The list of Hireflix is not complete');
		});

		it('is an unknown interview where a mutation returns null for it', async () => {
			const comment = { interviewId: 'i1', comment: 'x' };
			const { message } = await against([json({ data: { Interview: null } })], 'interview comment', comment);
			expect(message).toBe('Hireflix has no interview with the ID i1');
		});

		it('keeps people out of the message of a refused invitation', async () => {
			const refused = {
				__typename: 'ValidationError',
				code: 400,
				message5: 'Zoë (zoe@example.com) has the invalid phone +34600555014',
			};
			const { message, description } = await against(
				[json({ data: { inviteCandidateToInterview: refused } })],
				'interview invite',
				invitation({
					firstName: 'Zoë',
					email: 'zoe@example.com',
					additionalFields: { phone: '+34 600555014' },
				}),
			);
			expect(message).toBe('Hireflix did not invite: *** (***) has the invalid phone ***');
			expect(description).toContain('+34600555014');
		});

		it.each([
			['interview invite', 'inviteCandidateToInterview'],
			['position archive', 'archivePosition'],
		])('is no success of %s in a member that nobody knows', async (name, field) => {
			for (const [member, said] of [
				['AccountFrozenError', /did not .*AccountFrozenError/],
				['Something', /Something, which this node does not know; it is not certain whether/],
			] as const) {
				const answer = json({ data: { [field]: { __typename: member } } });
				expect((await against([answer], name, invitation())).message).toMatch(said);
			}
		});
	});

	describe('a drifting answer', () => {
		const read = async (body: unknown, name: string, parameters: object = {}) => {
			const given = { positionId: byId('p'), interviewId: 'i', ...parameters };
			const { items, message } = await against([json(body)], name, given);
			return items ?? message;
		};
		const many = 'interview getAll';
		const interviews = (...results: IDataObject[]) => ({
			data: { position: { interviewList: { results, lastCursor: null } } },
		});

		it.each([1_772_442_867, '1772442867512', '2026-03-02T09:14:27Z'])(
			'with the time of creation %j is filtered by it all the same',
			async (createdAt) => {
				const after = (invitedAfter: string) => ({ filters: { invitedAfter } });
				const answer = interviews({ id: 'a', createdAt });
				await expect(read(answer, many, after('2026-01-01T00:00:00Z'))).resolves.toHaveLength(1);
				await expect(read(answer, many, after('2026-06-01T00:00:00Z'))).resolves.toEqual([]);
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
			await expect(read(interviews(bare), many)).resolves.toEqual([
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

		it('reads an archived position in any form, and each position once', async () => {
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
			const listed = await read({ data: { positions: [...positions, positions[4]] } }, 'position getAll');
			expect((listed as IDataObject[]).map(({ id }) => id)).toEqual(['p4', 'p5', 'p6', 'p7']);
		});

		it('is no shared interview without a link', async () => {
			const shared = { data: { Interview: { share: { id: 'i', externalLink: { url: null } } } } };
			await expect(read(shared, 'interview share')).resolves.toMatch(/^This is not the Hireflix API/);
		});

		it('does not bring an address that was given as the ID into the message', async () => {
			const unknown = { interviewId: 'ada@example.com' };
			await expect(read({ data: { interview: null } }, 'interview get', unknown)).resolves.toBe(
				'Hireflix has no interview with the ID ***',
			);
		});

		it('does not invite for a way of dealing with the invited that nobody chose', async () => {
			const invite = { firstName: 'Ada', email: 'ada@example.com', ifAlreadyInvited: 'fail' };
			await expect(read({}, 'interview invite', invite)).resolves.toBe(
				'If Already Invited is not one of the values to choose from',
			);
		});
	});

	it('refuses variables of a custom query that are no object', async () => {
		await expect(
			refusal('customQuery run', { query: '{ positions { name } }', variables: '[1]' }),
		).resolves.toMatch(/^Variables is not a JSON object/);
	});

	it('sends a custom query again after an error of the server, a custom mutation never', async () => {
		const [{ id }] = simulator.state.positions;
		simulator.failNext({ match: { path: '/me' }, status: 500, times: 1 });
		await run('customQuery run', { query: '# no mutation\n{ positions { name } }' });
		expect(simulator.requests).toHaveLength(2);
		simulator.failNext({ match: { path: '/me' }, status: 500, times: 1 });
		const query = 'mutation ($id: String!) { archivePosition(input: { id: $id }) { __typename } }';
		await expect(run('customQuery run', { query, variables: { id } as never })).rejects.toThrow(
			'it is not certain whether Hireflix did it all the same',
		);
		expect(simulator.requests).toHaveLength(3);
	});
});
