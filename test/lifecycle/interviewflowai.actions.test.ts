import type { NodeError } from 'n8n-workflow';

import type { Simulators } from '../../demo/vendors';
import { startInterviewFlowAi, type InterviewFlowAiSimulator } from '../../simulators/interviewflowai';
import type { TriedOperation } from '../e2e/operations';
import { INTERVIEWFLOWAI_OPERATIONS } from '../e2e/operations/interviewflowai';
import { json, ODD_ANSWERS, startBareServer, type BareAnswer } from './bareServer';
import { contentOf, runAction, type ActionSetup } from './runAction';
import { connect } from './vendors';

const FETCH = '/api/external/fetch/candidates';
const INGEST_ONE = '/api/external/ingest/candidate';
const INGEST_MANY = '/api/external/ingest/candidates';

type Parameters = ActionSetup['parameters'];

describe('InterviewFlowAI', () => {
	let simulator: InterviewFlowAiSimulator;
	let interviewerId: string;

	beforeEach(async () => {
		simulator = await startInterviewFlowAi({ servesFiles: true });
		({ interviewerId } = simulator.credentials);
	});

	afterEach(async () => await simulator.stop());

	const run = async (
		resource: string,
		operation: string,
		parameters: Parameters = {},
		changes: Partial<ActionSetup> = {},
	) =>
		await runAction({
			node: 'InterviewFlowAi',
			credential: 'InterviewFlowAiApi',
			credentialData: { ...simulator.credentials },
			parameters: { resource, operation, ...parameters },
			...changes,
		});

	const bodies = (path: string) =>
		simulator.requests
			.filter((request) => request.path === path)
			.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

	async function reported(name = 'Ada Example', email = 'ada@example.com') {
		const interview = await simulator.invite({
			name,
			email,
			phone: '+34600000000',
			externalId: 'ATS-1',
		});
		await interview.start();
		await interview.progress();
		await interview.complete();
		await interview.report(84);
		return interview;
	}

	function addToState(count: number, additionalFields: (index: number) => Record<string, unknown>): void {
		for (let index = 0; index < count; index++) {
			simulator.state.addInterview({
				interviewer: simulator.state.interviewers[0],
				name: `Candidate ${index}`,
				email: `candidate.${index}@example.com`,
				additionalFields: additionalFields(index),
			});
		}
	}

	describe('Report: Get', () => {
		/** What the API cannot tell, or cannot tell alike. */
		const ONLY_THE_WEBHOOK = {
			occurred_at: 'the time of the event, which no record holds',
			vendor_event: 'the name of the event',
			vendor_event_source: 'where that name was',
			dedupe_key: "the delivery's own",
			event_id: 'the hash of the key',
			raw_sha256: 'of the bytes that were received',
			raw: 'the delivery, not the record',
		};
		const OF_THE_MOMENT = { received_at: 'our clock', verification: 'how it came here' };

		it("fills the same columns as the webhook's item", async () => {
			const workflow = await connect('interviewflowai', simulator, {
				parameters: { options: { scoreMaximum: 100 } },
			});
			await reported();
			await workflow.stop();
			const told = workflow.events[3];
			expect(told.event_type).toBe('interview.report_available');

			const [{ json: fetched }] = await run(
				'report',
				'get',
				{ simplify: false, options: { scoreMaximum: 100 } },
				{ input: [told] },
			);
			expect(Object.keys(fetched)).toEqual(Object.keys(told));
			for (const column of Object.keys(told)) {
				if (column in ONLY_THE_WEBHOOK || column in OF_THE_MOMENT) continue;
				expect([column, fetched[column]]).toEqual([column, told[column]]);
			}
			expect(fetched).toMatchObject({
				verification: 'api',
				vendor_event: null,
				vendor_event_source: 'inferred',
				occurred_at: null,
				raw_sha256: null,
				raw: { email: 'ada@example.com' },
				candidate_phone: '+34600000000',
				external_id: 'ATS-1',
				score_percent: 84,
			});
			expect(fetched.event_id).not.toBe(told.event_id);
			expect(bodies(FETCH)).toEqual([{ interviewerId, interviewId: told.interview_id }]);
		});

		it('has the columns of the simplified item by default, and the raw answer where asked for', async () => {
			const { id } = await reported();
			const input = [{ interview_id: id, job_id: interviewerId }];
			const [{ json }] = await run('report', 'get', {}, { input });
			expect(Object.keys(json)).toHaveLength(26);
			expect(json).not.toHaveProperty('transcript');
			const [withRaw] = await run('report', 'get', { options: { includeRaw: true } }, { input });
			expect(withRaw.json.raw).toMatchObject({ interviewId: id });
		});

		it('downloads the files that the answer links to', async () => {
			const { id } = await reported();
			const [{ binary }] = await run(
				'report',
				'get',
				{ options: { files: ['report', 'recordings'] } },
				{ input: [{ interview_id: id, job_id: interviewerId }] },
			);
			expect(Object.keys(binary ?? {})).toEqual(['report', 'recording_1']);
			expect(binary?.report).toMatchObject({ mimeType: 'application/pdf', fileName: `report-${id}.pdf` });
			expect(String(await contentOf(binary!.recording_1))).toContain(`Simulated recordings of ${id}`);
		});

		it('tells where an interview stands that has no report yet', async () => {
			const interview = await simulator.invite();
			const item = { interview_id: interview.id, job_id: interviewerId };
			const read = async () => (await run('report', 'get', {}, { input: [item] }))[0].json;
			expect(await read()).toMatchObject({ event_type: 'interview.invited', interview_status: 'invited' });
			await interview.start();
			expect(await read()).toMatchObject({ event_type: 'interview.started', interview_status: 'started' });
			await interview.progress();
			expect(await read()).toMatchObject({ event_type: 'interview.in_progress' });
			await interview.complete();
			expect(await read()).toMatchObject({ event_type: 'interview.completed', score_raw: null });
		});

		it('says which IDs to take when there is no such interview', async () => {
			const input = [{ interview_id: 'nobody', job_id: interviewerId }];
			await expect(run('report', 'get', {}, { input })).rejects.toMatchObject({
				message: 'InterviewFlowAI has no interview with the Interview ID nobody for this Interviewer',
				description: expect.stringContaining('Interviewer ID from job_id'),
			});
		});

		it('asks for the Interviewer ID by its name', async () => {
			const { id } = await reported();
			await expect(run('report', 'get', {}, { input: [{ interview_id: id }] })).rejects.toMatchObject({
				message: 'Interviewer ID is empty',
			});
			expect(bodies(FETCH)).toEqual([]);
		});

		it('keeps the order of several items, and goes on after a failed one', async () => {
			const interviews = [await reported('Ada Example'), await reported('Bo Example')];
			const input = [
				{ interview_id: interviews[1].id, job_id: interviewerId },
				{ interview_id: 'nobody', job_id: interviewerId },
				{ interview_id: interviews[0].id, job_id: interviewerId },
			];
			const items = await run('report', 'get', {}, { input, continueOnFail: true });
			expect(items.map(({ json, pairedItem }) => [json.candidate_name ?? json.error, pairedItem])).toEqual([
				['Bo Example', { item: 0 }],
				['InterviewFlowAI has no interview with the Interview ID nobody for this Interviewer', { item: 1 }],
				['Ada Example', { item: 2 }],
			]);
			await expect(run('report', 'get', {}, { input })).rejects.toMatchObject({
				context: { itemIndex: 1 },
			});
		});

		it('tries again after an error of the server', async () => {
			const { id } = await reported();
			simulator.failNext({ match: { path: FETCH }, status: 500 });
			await run('report', 'get', {}, { input: [{ interview_id: id, job_id: interviewerId }] });
			expect(bodies(FETCH)).toHaveLength(2);
		});
	});

	describe('Report: Get Many', () => {
		it("gives an Interviewer's reports", async () => {
			await reported();
			await simulator.invite({ jobId: simulator.state.interviewers[1].id });
			const items = await run('report', 'getAll', { interviewerId, options: { scoreMaximum: 100 } });
			expect(items).toHaveLength(1);
			expect(items[0].json).toMatchObject({
				event_type: 'interview.report_available',
				score_percent: 84,
				job_id: interviewerId,
			});
			expect(Object.keys(items[0].json)).toHaveLength(26);
		});

		it.each([
			['={{ "168" }}', 168, 50],
			[' 100 ', 100, 84],
			[0, null, null],
			['={{ $json.nothing }}', null, null],
		])('takes %j as Score Maximum', async (scoreMaximum, maximum, percent) => {
			await reported();
			const [{ json: item }] = await run('report', 'getAll', { interviewerId, options: { scoreMaximum } });
			expect(item).toMatchObject({ score_raw: 84, score_max: maximum, score_percent: percent });
		});

		it.each([['ten'], [-1], ['={{ [10] }}']])('refuses %j as Score Maximum', async (scoreMaximum) => {
			const { id } = await reported();
			for (const operation of ['get', 'getAll']) {
				const parameters = { interviewerId, interviewId: id, options: { scoreMaximum } };
				await expect(run('report', operation, parameters)).rejects.toMatchObject({
					message: 'Score Maximum is not a number of at least 0',
				});
			}
		});

		it('explains a key that is refused', async () => {
			const credentialData = { ...simulator.credentials, apiKey: 'wrong' };
			await expect(run('report', 'getAll', { interviewerId }, { credentialData })).rejects.toMatchObject({
				message: 'InterviewFlowAI says: Unauthorized',
				description: expect.stringContaining('Settings → API Keys → Generate'),
			});
		});
	});

	describe('Candidate: Get', () => {
		it('gives ten columns, or the whole record', async () => {
			const { id } = await reported();
			const input = [{ interview_id: id, job_id: interviewerId }];
			const [{ json }] = await run('candidate', 'get', {}, { input });
			expect(json).toEqual({
				interview_id: id,
				interview_status: 'completed',
				vendor_status: 'completed',
				job_id: interviewerId,
				candidate_name: 'Ada Example',
				candidate_email: 'ada@example.com',
				candidate_phone: '+34600000000',
				external_id: 'ATS-1',
				score_raw: 84,
				custom_fields: {},
			});
			const [whole] = await run('candidate', 'get', { simplify: false }, { input });
			expect(whole.json).toMatchObject({ id, candidateId: expect.any(String), overallScore: 84 });
		});

		it('says where to find the Interviewer ID when it is wrong', async () => {
			const input = [{ interview_id: 'x', job_id: 'nobody' }];
			await expect(run('candidate', 'get', {}, { input })).rejects.toMatchObject({
				message: 'InterviewFlowAI says: Interviewer not found',
				description: expect.stringContaining('Copy the Interviewer ID from the address'),
			});
		});
	});

	describe('Candidate: Get Many', () => {
		it.each([
			[{ returnAll: true }, 125, 7],
			[{ limit: 120 }, 120, 6],
			[{ limit: 20 }, 20, 1],
			[{ limit: 3 }, 3, 1],
			[{}, 50, 3],
		])('reads no more pages than %j needs', async (many, rows, pages) => {
			addToState(125, () => ({}));
			const items = await run('candidate', 'getAll', { interviewerId, ...many });
			expect(items.map(({ json }) => json.candidate_name)).toEqual(
				Array.from({ length: rows }, (_, index) => `Candidate ${index}`),
			);
			expect(bodies(FETCH)).toEqual(
				Array.from({ length: pages }, (_, index) => ({ interviewerId, page: index + 1, limit: 20 })),
			);
		});

		it('stops at an empty page when the last full one was the end', async () => {
			addToState(40, () => ({}));
			await expect(run('candidate', 'getAll', { interviewerId, returnAll: true })).resolves.toHaveLength(40);
			expect(bodies(FETCH)).toHaveLength(3);
		});

		it('filters by custom fields: a number is a minimum, a text must be equal', async () => {
			addToState(4, (index) => ({ 'Manual Score': index * 25, Region: index % 2 ? 'Nordics' : 'Iberia' }));
			const items = await run('candidate', 'getAll', {
				interviewerId,
				customFieldFilters: {
					filters: [
						{ name: 'Manual Score', condition: 'atLeast', number: 25 },
						{ name: 'Region', condition: 'equals', text: 'Nordics' },
					],
				},
			});
			expect(items.map(({ json }) => json.custom_fields)).toEqual([
				{ 'Manual Score': 25, Region: 'Nordics' },
				{ 'Manual Score': 75, Region: 'Nordics' },
			]);
			expect(bodies(FETCH)[0].additionalFields).toEqual({ 'Manual Score': 25, Region: 'Nordics' });
		});

		it.each([
			[[{ name: ' ', text: 'x' }], 'A filter in Custom Field Filters has no Field Name'],
			[
				[
					{ name: 'Region', text: 'a' },
					{ name: 'Region', text: 'b' },
				],
				'Custom Field Filters holds two filters for Region',
			],
			[
				[{ name: 'Score', condition: 'atLeast', number: 'many' }],
				'The Number of the filter for Score is not a number',
			],
			[
				[{ name: 'Score', condition: 'atLeast', number: null }],
				'The Number of the filter for Score is empty',
			],
		])('refuses the filters %j', async (filters, message) => {
			const parameters = { interviewerId, customFieldFilters: { filters } } as Parameters;
			await expect(run('candidate', 'getAll', parameters)).rejects.toMatchObject({ message });
			expect(bodies(FETCH)).toEqual([]);
		});

		it('sends a number that is text as a number, and a number for a text as text', async () => {
			const filters = [
				{ name: 'Manual Score', condition: 'atLeast', number: '={{ "25" }}' },
				{ name: 'Region', condition: 'equals', text: '={{ 7 }}' },
			];
			await run('candidate', 'getAll', { interviewerId, customFieldFilters: { filters } } as Parameters);
			expect(bodies(FETCH)[0].additionalFields).toEqual({ 'Manual Score': 25, Region: '7' });
		});

		it('feeds Report: Get', async () => {
			await reported();
			const input = (await run('candidate', 'getAll', { interviewerId })).map(({ json }) => json);
			const [{ json }] = await run('report', 'get', {}, { input });
			expect(json.score_raw).toBe(84);
		});
	});

	describe('Candidate: Create Interview Link', () => {
		const person = { name: 'Ada Example', email: 'Ada@Example.com' };
		const parameters = () => ({ interviewerId, ...person });

		it('gives the link, and no email is sent', async () => {
			const [{ json }] = await run('candidate', 'createInterviewLink', {
				...parameters(),
				additionalFields: {
					status: 'draft',
					customFields: '{ "Notice Weeks": 8 }',
					metadata: '{ "atsId": "GH-1" }',
					customQuestions: '[{ "text": "Why sales?" }]',
					resumeUrl: 'https://example.com/resume.pdf',
					skills: 'Negotiation, Forecasting',
				},
			});
			expect(json.interviewLink).toBe(`https://app.interviewflowai.com/interview/${json.id}`);
			expect(json).toMatchObject({ email: 'ada@example.com', jobId: interviewerId, status: 'draft' });
			expect(simulator.state.interview(String(json.id))).toMatchObject({
				status: 'draft',
				additionalFields: { 'Notice Weeks': 8 },
				metadata: { atsId: 'GH-1' },
				customQuestions: [{ text: 'Why sales?' }],
				resumeUrl: 'https://example.com/resume.pdf',
				skills: ['Negotiation', 'Forecasting'],
				invitationAt: null,
			});
		});

		it('sends only what was filled in', async () => {
			await run('candidate', 'createInterviewLink', parameters());
			expect(bodies(INGEST_ONE)).toEqual([{ jobId: interviewerId, ...person }]);
		});

		it.each([
			[{ name: '' }, 'Name is empty'],
			[{ interviewerId: ' ' }, 'Interviewer ID is empty'],
			[{ additionalFields: { metadata: '{ atsId' } }, 'Metadata is not a JSON object'],
			[{ additionalFields: { customFields: '[1]' } }, 'Custom Fields is not a JSON object'],
			[{ additionalFields: { customQuestions: '{}' } }, 'Custom Questions is not a JSON list'],
			[{ additionalFields: { resumeUrl: 'resume.pdf' } }, 'Resume URL is not a web address'],
		])('refuses %j before anything is sent', async (changes, message) => {
			const refused = run('candidate', 'createInterviewLink', { ...parameters(), ...changes });
			await expect(refused).rejects.toMatchObject({ message });
			expect(simulator.requests).toEqual([]);
		});

		it('passes on what InterviewFlowAI refuses', async () => {
			const refused = run('candidate', 'createInterviewLink', { ...parameters(), email: 'nowhere' });
			await expect(refused).rejects.toMatchObject({
				message: 'InterviewFlowAI says: email must be an email address',
			});
		});

		it.each(['drop-after-handling', 500] as const)('is not repeated after %s', async (status) => {
			simulator.failNext({ match: { path: INGEST_ONE }, status });
			await expect(run('candidate', 'createInterviewLink', parameters())).rejects.toMatchObject({
				message: expect.stringContaining('it is not certain whether InterviewFlowAI did it all the same'),
				description: expect.stringContaining('before you run this node again'),
			});
			expect(bodies(INGEST_ONE)).toHaveLength(1);
		});

		it('checks all items before it sends the first', async () => {
			const input = [person, { ...person, email: '' }, { ...person, email: 'cleo@example.com' }];
			const create = async (changes: Partial<ActionSetup>) =>
				await run('candidate', 'createInterviewLink', { interviewerId }, { input, ...changes });
			await expect(create({})).rejects.toMatchObject({
				message: 'Email is empty',
				context: { itemIndex: 1 },
			});
			expect(simulator.requests).toEqual([]);
			const items = await create({ continueOnFail: true });
			expect(items.map(({ json: item }) => item.email ?? item.error)).toEqual([
				'ada@example.com',
				'Email is empty',
				'cleo@example.com',
			]);
		});

		it('sends numbers as text where InterviewFlowAI has text, and as numbers in custom fields', async () => {
			await run('candidate', 'createInterviewLink', {
				...parameters(),
				name: '={{ 7 }}',
				additionalFields: {
					skills: '={{ [365, "Excel"] }}',
					customFields: '={{ { "Notice Weeks": 8, Remote: true } }}',
					metadata: '={{ { atsId: 20417 } }}',
				},
			});
			expect(bodies(INGEST_ONE)).toMatchObject([
				{
					name: '7',
					skills: ['365', 'Excel'],
					additionalFields: { 'Notice Weeks': 8, Remote: true },
					metadata: { atsId: 20417 },
				},
			]);
		});

		it('makes one interview per item, in order', async () => {
			const input = ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@example.com` }));
			const items = await run('candidate', 'createInterviewLink', { interviewerId }, { input });
			expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
				['a', { item: 0 }],
				['b', { item: 1 }],
				['c', { item: 2 }],
			]);
			expect(simulator.state.interviews.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
		});
	});

	describe('Candidate: Add Many', () => {
		const people = ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@example.com` }));

		it('adds all input items in one call', async () => {
			const items = await run(
				'candidate',
				'addMany',
				{
					interviewerId,
					additionalFields: {
						customFields: '={{ { Region: $json.name } }}',
						metadata: '{ "atsId": "GH-1" }',
						sendEmailAfter: 96,
						skills: 'Negotiation',
					},
					options: { status: 'draft', skills: 'Forecasting' },
				},
				{ input: people },
			);
			expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
				people.map(({ email }, item) => [email, { item }]),
			);
			expect(bodies(INGEST_MANY)).toEqual([
				{
					interviewerId,
					status: 'draft',
					skills: ['Forecasting'],
					data: people.map((person) => ({
						...person,
						skills: ['Negotiation'],
						additionalFields: { Region: person.name },
						metadata: { atsId: 'GH-1', sendEmailAfter: 96 },
					})),
				},
			]);
			const [first] = simulator.state.interviews;
			expect(first).toMatchObject({ status: 'draft', skills: ['Negotiation'] });
			expect(Date.parse(first.invitationAt ?? '') - Date.parse(first.createdAt)).toBe(96 * 3_600_000);
		});

		it('makes a call for each Interviewer where the items name several', async () => {
			const [one, other] = simulator.state.interviewers;
			const input = people.map((person, index) => ({ ...person, to: index === 1 ? other.id : one.id }));
			const items = await run('candidate', 'addMany', { interviewerId: '={{ $json.to }}' }, { input });
			expect(items.map(({ json }) => [json.email, json.jobId])).toEqual(
				input.map(({ email, to }) => [email, to]),
			);
			expect(bodies(INGEST_MANY)).toHaveLength(2);
		});

		it('adds a JSON list', async () => {
			const list = JSON.stringify([
				{ ...people[0], metadata: { sendEmailAfter: 1 } },
				{ ...people[1], skills: ['Negotiation'], additionalFields: { Region: 'Iberia' } },
			]);
			const items = await run('candidate', 'addMany', { interviewerId, source: 'list', list });
			expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
				['a@example.com', { item: 0 }],
				['b@example.com', { item: 0 }],
			]);
			expect(bodies(INGEST_MANY)).toEqual([{ interviewerId, data: JSON.parse(list) as unknown }]);
			expect(simulator.state.interviews[1].additionalFields).toEqual({ Region: 'Iberia' });
		});

		it.each([
			['[]', 'Candidate List holds no candidates'],
			['[{', 'Candidate List is not a JSON list'],
			['["Ada"]', 'Candidate 1 of Candidate List is not an object'],
			['[{"name":"Ada"}]', 'Candidate 1 of Candidate List has no email'],
			[
				'[{"name":["Ada"],"email":"a@example.com"}]',
				'The name of Candidate 1 of Candidate List is a list instead of text',
			],
			[
				'[{"name":"Ada","email":"a@example.com","phone":"1"}]',
				'Candidate 1 of Candidate List has the field phone, which InterviewFlowAI does not know',
			],
			[
				'[{"name":"Ada","email":"a@example.com","metadata":{"sendEmailAfter":97}}]',
				'Send Email After is not a number from 1 to 96',
			],
			[
				'[{"name":"Ada","email":"a@example.com"},{"name":"Bo","email":"A@example.com"}]',
				'Email occurs more than once',
			],
		])('refuses the list %s', async (list, message) => {
			const refused = run('candidate', 'addMany', { interviewerId, source: 'list', list });
			await expect(refused).rejects.toMatchObject({ message: `${message}; nobody was added` });
			expect(simulator.requests).toEqual([]);
		});

		it('adds nobody when one item is wrong, and names that item', async () => {
			const input = [people[0], { name: 'b', email: '' }, people[2]];
			const refused = run('candidate', 'addMany', { interviewerId }, { input });
			await expect(refused).rejects.toMatchObject({
				message: 'Email is empty; nobody was added',
				context: { itemIndex: 1 },
			});
			expect(simulator.state.interviews).toEqual([]);
		});

		it('adds the valid items with On Error: Continue, and gives each bad one as an error', async () => {
			const input = [
				people[0],
				{ name: 'b', email: '' },
				people[2],
				{ ...people[0], email: 'A@example.com' },
			];
			const items = await run('candidate', 'addMany', { interviewerId }, { input, continueOnFail: true });
			expect(items.map(({ json: item, pairedItem }) => [item.email ?? item.error, pairedItem])).toEqual([
				['a@example.com', { item: 0 }],
				['Email is empty', { item: 1 }],
				['c@example.com', { item: 2 }],
				['Email occurs more than once', { item: 3 }],
			]);
			expect(Object.keys(items[1].json)).toEqual(['error', 'message']);
			expect(items[3].json.message).toContain('Input item 1 has the same Email');
			expect(bodies(INGEST_MANY)).toEqual([{ interviewerId, data: [people[0], people[2]] }]);
		});

		it('adds the valid candidates of a list with On Error: Continue', async () => {
			const list = [people[0], { name: 'b' }, null, { ...people[2], name: 7, skills: [365] }, people[0]];
			const items = await run(
				'candidate',
				'addMany',
				{ interviewerId, source: 'list', list: `={{ ${JSON.stringify(list)} }}` },
				{ continueOnFail: true },
			);
			expect(items.map(({ json: item }) => item.email ?? item.error)).toEqual([
				'a@example.com',
				'Candidate 2 of Candidate List has no email',
				'Candidate 3 of Candidate List is not an object',
				'c@example.com',
				'Email occurs more than once',
			]);
			expect(items[4].json.message).toContain('Entry 1 of the same list has the same Email');
			expect(bodies(INGEST_MANY)).toEqual([
				{ interviewerId, data: [people[0], { name: '7', email: 'c@example.com', skills: ['365'] }] },
			]);
		});

		it('makes a call for each setting where the items differ in it', async () => {
			const input = people.map((person, index) => ({
				...person,
				status: index === 1 ? 'draft' : 'shortlisted',
			}));
			const items = await run(
				'candidate',
				'addMany',
				{ interviewerId, options: { status: '={{ $json.status }}' } },
				{ input },
			);
			expect(items.map(({ json: item }) => [item.email, item.status])).toEqual([
				['a@example.com', 'shortlisted'],
				['b@example.com', 'draft'],
				['c@example.com', 'shortlisted'],
			]);
			expect(bodies(INGEST_MANY)).toHaveLength(2);
		});

		it('adds many in calls of a hundred', async () => {
			const input = Array.from({ length: 230 }, (_, index) => ({
				name: `Candidate ${index}`,
				email: `candidate.${index}@example.com`,
			}));
			const items = await run('candidate', 'addMany', { interviewerId }, { input });
			expect(items.map(({ json: item }) => item.email)).toEqual(input.map(({ email }) => email));
			expect(bodies(INGEST_MANY).map(({ data }) => (data as unknown[]).length)).toEqual([100, 100, 30]);
		});

		it('invites nobody twice, not even where settings differ; but to two Interviewers', async () => {
			const [one, other] = simulator.state.interviewers;
			const add = async (input: Array<Record<string, string>>) =>
				await run(
					'candidate',
					'addMany',
					{ interviewerId: '={{ $json.to }}', options: { skills: '={{ $json.skills }}' } },
					{ input },
				);
			const person = { ...people[0], to: one.id, skills: '' };
			await expect(add([person, { ...person, skills: 'Negotiation' }])).rejects.toMatchObject({
				message: 'Email occurs more than once; nobody was added',
				description: expect.stringContaining('Input item 1 has the same Email') as string,
			});
			expect(simulator.requests).toEqual([]);
			await expect(add([person, { ...person, to: other.id }])).resolves.toHaveLength(2);
		});

		it.each(['drop-after-handling', 500] as const)('is not repeated after %s', async (status) => {
			simulator.failNext({ match: { path: INGEST_MANY }, status });
			const items = await run(
				'candidate',
				'addMany',
				{ interviewerId },
				{ input: people, continueOnFail: true },
			);
			expect(items).toHaveLength(3);
			expect(items[2].json.error).toContain('it is not certain whether InterviewFlowAI did it all the same');
			expect(bodies(INGEST_MANY)).toHaveLength(1);
		});

		it('is a candidate who can be fetched, and is reported', async () => {
			const [{ json }] = await run('candidate', 'addMany', { interviewerId }, { input: [people[0]] });
			await simulator.interview(String(json.id))?.complete();
			await simulator.interview(String(json.id))?.report(71);
			const input = [{ interview_id: json.id as string, job_id: interviewerId }];
			const [report] = await run('report', 'get', {}, { input });
			expect(report.json).toMatchObject({ candidate_name: 'a', score_raw: 71, score_percent: null });
		});
	});

	describe('an answer that is not the one of InterviewFlowAI', () => {
		const LISTS = ['report getAll', 'candidate getAll'];
		const WRITES = ['candidate addMany', 'candidate createInterviewLink'];
		const operations = INTERVIEWFLOWAI_OPERATIONS.map(
			(one) => [`${one.resource} ${one.operation}`, one] as const,
		);

		async function runAgainst(
			answers: BareAnswer[],
			{ resource, operation, good }: TriedOperation,
			changes: Parameters = {},
		) {
			const parameters = (await good({ interviewflowai: simulator } as unknown as Simulators)) as Parameters;
			const server = await startBareServer(...answers);
			const credentialData = { ...simulator.credentials, baseUrl: server.baseUrl };
			try {
				return {
					result: await run(resource, operation, { ...parameters, ...changes }, { credentialData }),
					server,
				};
			} catch (error) {
				return { error: error as NodeError, server };
			} finally {
				await server.stop();
			}
		}

		const IS_NOT_THE_API = /^This is not the InterviewFlowAI API: check the Base URL/;

		describe.each(operations)('stops %s', (name, operation) => {
			const odd: Record<string, BareAnswer> = {
				...ODD_ANSWERS,
				'{data: {}} and null': json({ data: {}, candidates: null }),
				'a list of texts': json(['a', 'b']),
				'a list of nulls under data': json({ data: [null] }),
				'an empty record': json({ data: [{}] }),
			};
			// What is nobody, and not an error, is tested below.
			if (LISTS.includes(name)) delete odd['[]'];
			if (!LISTS.includes(name) && !WRITES.includes(name)) {
				delete odd['[]'];
				delete odd['{data: {}} and null'];
			}

			it.each(Object.entries(odd))('at %s', async (_, answer) => {
				const { error, server } = await runAgainst([answer], operation);
				expect(error?.message).toMatch(IS_NOT_THE_API);
				expect(error?.description).toContain(`The Base URL is ${server.baseUrl}.`);
				const isUnclear = WRITES.includes(name) && answer.status < 300;
				expect(error?.message.includes('not certain')).toBe(isUnclear);
				expect(server.calls).toHaveLength(1);
			});

			it.each([
				[{ success: false, message: 'No credits' }, 'No credits'],
				[{ error: 'No such Interviewer' }, 'No such Interviewer'],
				[{ errors: [{ message: 'Bad field' }], data: null }, 'Bad field'],
			])('at the refusal %j', async (body, message) => {
				const { error } = await runAgainst([json(body)], operation);
				expect(error).toMatchObject({
					message: `InterviewFlowAI says: ${message}`,
					description: expect.stringContaining('Copy the Interviewer ID') as string,
				});
			});
		});

		it.each(operations.filter(([name]) => LISTS.includes(name)))(
			'is an empty list of %s only where it is one, and fails on a bad second page',
			async (_, operation) => {
				for (const empty of [[], { data: [] }, { data: { candidates: [] } }]) {
					await expect(runAgainst([json(empty)], operation)).resolves.toMatchObject({ result: [] });
				}
				const first = json({
					data: Array.from({ length: 20 }, (__, index) => ({ interviewId: `i${index}` })),
				});
				for (const second of [
					...Object.entries(ODD_ANSWERS).flatMap(([key, answer]) => (key === '[]' ? [] : [answer])),
					json({ total: 3 }),
				]) {
					const { error, server } = await runAgainst([first, second], operation, { returnAll: true });
					expect(error?.message).toMatch(IS_NOT_THE_API);
					expect(server.calls).toHaveLength(2);
				}
			},
		);

		it.each(operations.filter(([name]) => ['report get', 'candidate get'].includes(name)))(
			'is nobody for %s where it is empty',
			async (_, operation) => {
				for (const empty of [[], { data: [] }, { data: null }, { data: {} }]) {
					const { error } = await runAgainst([json(empty)], operation);
					expect(error?.message).toMatch(/^InterviewFlowAI has no interview with the Interview ID/);
				}
			},
		);
	});
});
