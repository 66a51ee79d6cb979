import type { NodeExecutionHint } from 'n8n-workflow';

import type { Simulators } from '../../demo/vendors';
import { startInterviewFlowAi, type InterviewFlowAiSimulator } from '../../simulators/interviewflowai';
import { namedOperations, type TriedOperation } from '../operations';
import { actionsOf, differences } from './actions';
import { json, type BareAnswer } from './bareServer';
import { contentOf } from './runAction';
import { connect } from './vendors';

const FETCH = '/api/external/fetch/candidates';
const INGEST_ONE = '/api/external/ingest/candidate';
const INGEST_MANY = '/api/external/ingest/candidates';

describe('InterviewFlowAI', () => {
	let simulator: InterviewFlowAiSimulator;
	let interviewerId: string;

	beforeEach(async () => {
		simulator = await startInterviewFlowAi({ servesFiles: true });
		({ interviewerId } = simulator.credentials);
	});

	afterEach(async () => await simulator.stop());

	const { run, rows, refusal, against } = actionsOf('interviewflowai', () => simulator.credentials);

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
		it("fills the same columns as the webhook's item", async () => {
			const workflow = await connect('interviewflowai', simulator, {
				parameters: { options: { scoreMaximum: 100 } },
			});
			await reported();
			await workflow.stop();
			const told = workflow.events[3];
			expect(told.event_type).toBe('interview.report_available');

			const [{ json: fetched }] = await run(
				'report get',
				{ simplify: false, options: { scoreMaximum: 100 } },
				{ input: [told] },
			);
			expect(differences(fetched, told)).toEqual([
				// No record holds the time of an event, nor its name.
				'occurred_at',
				'received_at',
				'event_id',
				'dedupe_key',
				'vendor_event',
				'vendor_event_source',
				'verification',
				'raw_sha256',
				'raw',
			]);
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
			expect(bodies(FETCH)).toEqual([{ interviewerId, interviewId: told.interview_id }]);
		});

		it('has the columns of the simplified item by default, and the raw answer where asked for', async () => {
			const { id } = await reported();
			const input = [{ interview_id: id, job_id: interviewerId }];
			const [{ json }] = await run('report get', {}, { input });
			expect(Object.keys(json)).toHaveLength(26);
			expect(json).not.toHaveProperty('transcript');
			const [withRaw] = await run('report get', { options: { includeRaw: true } }, { input });
			expect(withRaw.json.raw).toMatchObject({ interviewId: id });
		});

		it('downloads the files that the answer links to', async () => {
			const { id } = await reported();
			const [{ binary }] = await run(
				'report get',
				{ options: { files: ['report', 'recordings'] } },
				{ input: [{ interview_id: id, job_id: interviewerId }] },
			);
			expect(Object.keys(binary ?? {})).toEqual(['report', 'recording_1']);
			expect(binary?.report).toMatchObject({ mimeType: 'application/pdf', fileName: `report-${id}.pdf` });
			expect(String(await contentOf(binary!.recording_1))).toContain(`/recordings/${id}.mp4`);
		});

		it('says which IDs to take when there is no such interview', async () => {
			const input = [{ interview_id: 'nobody', job_id: interviewerId }];
			await expect(run('report get', {}, { input })).rejects.toMatchObject({
				message: 'InterviewFlowAI has no interview with the Interview ID nobody for this Interviewer',
				description: expect.stringContaining('Interviewer ID from job_id'),
			});
		});
	});

	describe('Report: Get Many', () => {
		it.each([
			['={{ "168" }}', 168, 50],
			[' 100 ', 100, 84],
			[0, null, null],
			['={{ $json.nothing }}', null, null],
		])('takes %j as Score Maximum', async (scoreMaximum, maximum, percent) => {
			await reported();
			const [{ json: item }] = await run('report getAll', { interviewerId, options: { scoreMaximum } });
			expect(item).toMatchObject({ score_raw: 84, score_max: maximum, score_percent: percent });
		});

		it.each([['ten'], [-1], ['={{ [10] }}']])('refuses %j as Score Maximum', async (scoreMaximum) => {
			const { id } = await reported();
			for (const operation of ['get', 'getAll']) {
				const parameters = { interviewerId, interviewId: id, options: { scoreMaximum } };
				await expect(refusal(`report ${operation}`, parameters)).resolves.toMatch(
					/^Score Maximum is not a number of at least 0/,
				);
			}
		});
	});

	describe('Candidate: Get', () => {
		it('returns ten columns, or the whole record', async () => {
			const { id } = await reported();
			const input = [{ interview_id: id, job_id: interviewerId }];
			const [{ json }] = await run('candidate get', {}, { input });
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
			const [whole] = await run('candidate get', { simplify: false }, { input });
			expect(whole.json).toMatchObject({ id, candidateId: expect.any(String), overallScore: 84 });
		});
	});

	describe('Candidate: Get Many', () => {
		it.each([
			// The last one is empty: a page that is not full need not be the end.
			[{ returnAll: true }, 125, 8],
			[{ limit: 120 }, 120, 6],
			[{ limit: 20 }, 20, 1],
			[{ limit: 3 }, 3, 1],
			[{}, 50, 3],
		])('reads no more pages than %j needs', async (many, rows, pages) => {
			addToState(125, () => ({}));
			const items = await run('candidate getAll', { interviewerId, ...many });
			expect(items.map(({ json }) => json.candidate_name)).toEqual(
				Array.from({ length: rows }, (_, index) => `Candidate ${index}`),
			);
			expect(bodies(FETCH)).toEqual(
				Array.from({ length: pages }, (_, index) => ({ interviewerId, page: index + 1, limit: 20 })),
			);
		});

		it.each([
			[20, 'InterviewFlowAI sent the same page twice, so candidates may be missing'],
			[10, 'InterviewFlowAI sent the same page twice, so candidates may be missing'],
			[9, undefined],
		])('returns a page of %i once that comes again with another fact in it', async (count, notice) => {
			const page = (fetchedAt: number) =>
				json({ data: Array.from({ length: count }, (_, id) => ({ interviewId: `i${id}`, fetchedAt })) });
			const given = { interviewerId, returnAll: true };
			const hints: NodeExecutionHint[] = [];
			const { items } = await against([page(1), page(2)], 'candidate getAll', given, { hints });
			expect(items).toHaveLength(count);
			expect(hints[0]?.message).toBe(notice);
		});

		it('filters by custom fields: a number is a minimum, a text must be equal', async () => {
			addToState(4, (index) => ({ 'Manual Score': index * 25, Region: index % 2 ? 'Nordics' : 'Iberia' }));
			const filters = [
				{ name: 'Manual Score', condition: 'atLeast', number: '={{ "25" }}' },
				{ name: 'Region', condition: 'equals', text: 'Nordics' },
			];
			const found = await rows('candidate getAll', { interviewerId, customFieldFilters: { filters } });
			expect(found.map(({ custom_fields }) => custom_fields)).toEqual([
				{ 'Manual Score': 25, Region: 'Nordics' },
				{ 'Manual Score': 75, Region: 'Nordics' },
			]);
			const asText = [{ name: 'Region', condition: 'equals', text: '={{ 7 }}' }];
			await run('candidate getAll', { interviewerId, customFieldFilters: { filters: asText } });
			expect(bodies(FETCH).map(({ additionalFields }) => additionalFields)).toEqual([
				{ 'Manual Score': 25, Region: 'Nordics' },
				{ 'Manual Score': 25, Region: 'Nordics' },
				{ Region: '7' },
			]);
		});

		it.each(['additional_fields', 'customFields', 'custom_fields'])(
			'passes over whom a server sends that ignores the filter, whose fields are called %s',
			async (name) => {
				const records = ['Nordics', 'Iberia'].map((Region) => ({ interviewId: Region, [name]: { Region } }));
				const { items } = await against([json({ data: records }), json({ data: [] })], 'candidate getAll', {
					interviewerId,
					customFieldFilters: { filters: [{ name: 'Region', condition: 'equals', text: 'Iberia' }] },
				});
				expect(items).toMatchObject([{ interview_id: 'Iberia', custom_fields: { Region: 'Iberia' } }]);
			},
		);

		it.each([
			[
				[{ name: 'Region', condition: 'equals', text: '={{ $json.missing }}' }],
				'The Text of the filter for Region is empty',
			],
			[[{ name: 'Region', condition: '={{ $json.missing }}', text: 'DACH' }], 'Condition is empty'],
			[[{ name: ' ', text: 'x' }], 'A filter in Custom Field Filters has no Field Name'],
			[
				[{ name: 'Score', condition: 'atLeast', number: 'many' }],
				'The Number of the filter for Score is not a number',
			],
			[
				[{ name: 'Score', condition: 'atLeast', number: null }],
				'The Number of the filter for Score is empty',
			],
		])('refuses the filters %j', async (filters, message) => {
			const parameters = { interviewerId, customFieldFilters: { filters } };
			await expect(run('candidate getAll', parameters)).rejects.toMatchObject({ message });
			expect(bodies(FETCH)).toEqual([]);
		});

		it('feeds Report: Get', async () => {
			await reported();
			const input = await rows('candidate getAll', { interviewerId });
			await expect(rows('report get', {}, { input })).resolves.toMatchObject([{ score_raw: 84 }]);
		});
	});

	describe('Candidate: Create Interview Link', () => {
		const person = { name: 'Ada Example', email: 'Ada@Example.com' };
		const parameters = () => ({ interviewerId, ...person });

		it('returns the link, and no email is sent', async () => {
			const [{ json }] = await run('candidate createInterviewLink', {
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
			await run('candidate createInterviewLink', parameters());
			expect(bodies(INGEST_ONE)).toEqual([{ jobId: interviewerId, ...person }]);
		});

		it.each([
			[{ additionalFields: { metadata: '{ atsId' } }, 'Metadata is not a JSON object'],
			[{ additionalFields: { customFields: '[1]' } }, 'Custom Fields is not a JSON object'],
			[{ additionalFields: { customQuestions: '{}' } }, 'Custom Questions is not a JSON list'],
		])('refuses %j before anything is sent', async (changes, message) => {
			const refused = run('candidate createInterviewLink', { ...parameters(), ...changes });
			await expect(refused).rejects.toMatchObject({ message });
			expect(simulator.requests).toEqual([]);
		});

		it('sends numbers as text where InterviewFlowAI has text, and as numbers in custom fields', async () => {
			await run('candidate createInterviewLink', {
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
	});

	describe('Candidate: Add Many', () => {
		const people = ['a', 'b', 'c'].map((name) => ({ name, email: `${name}@example.com` }));

		it('adds all input items in one call', async () => {
			const items = await run(
				'candidate addMany',
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

		it('adds a JSON list', async () => {
			const list = JSON.stringify([
				{ ...people[0], metadata: { sendEmailAfter: 1 } },
				{ ...people[1], skills: ['Negotiation'], additionalFields: { Region: 'Iberia' } },
			]);
			const items = await run('candidate addMany', { interviewerId, source: 'list', list });
			expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
				['a@example.com', { item: 0 }],
				['b@example.com', { item: 0 }],
			]);
			expect(bodies(INGEST_MANY)).toEqual([{ interviewerId, data: JSON.parse(list) as unknown }]);
			expect(simulator.state.interviews[1].additionalFields).toEqual({ Region: 'Iberia' });
		});

		it.each([
			['[]', 'Candidate List is empty'],
			['[{', 'Candidate List is not a JSON list'],
			[
				'[{"name":"Ada","email":"a@example.com","metadata":{"sendEmailAfter":97}}]',
				'Send Email After is not a number from 1 to 96',
			],
			[
				'[{"name":"Ada","email":"a@example.com","metadata":{"sendEmailAfter":null}}]',
				'Send Email After is empty in metadata',
			],
			[
				'[{"name":"Ada","email":"a@example.com","metadata":{"send_email_after":24}}]',
				'Send Email After is called send_email_after in metadata',
			],
			[
				'[{"name":"Ada","email":"a@example.com"},{"name":"Bo","email":"A@example.com"}]',
				'Email occurs more than once',
			],
		])('refuses the list %s', async (list, message) => {
			const refused = run('candidate addMany', { interviewerId, source: 'list', list });
			await expect(refused).rejects.toMatchObject({ message: `${message}; nobody was added` });
			expect(simulator.requests).toEqual([]);
		});

		it('adds the valid candidates of a list with On Error: Continue', async () => {
			const list = [people[0], { name: 'b' }, null, { ...people[2], name: 7, skills: [365] }, people[0]];
			const items = await run(
				'candidate addMany',
				{ interviewerId, source: 'list', list: `={{ ${JSON.stringify(list)} }}` },
				{ continueOnFail: true },
			);
			expect(items.map(({ json: item }) => item.email ?? item.error)).toEqual([
				'a@example.com',
				'Email in entry 2 of Candidate List is empty',
				'Entry 3 of Candidate List is not an object',
				'c@example.com',
				'Email occurs more than once',
			]);
			expect(items[4].json.message).toContain('Entry 1 of the same list has the same Email');
			expect(bodies(INGEST_MANY)).toEqual([
				{ interviewerId, data: [people[0], { name: '7', email: 'c@example.com', skills: ['365'] }] },
			]);
		});

		it('adds many in calls of a hundred', async () => {
			const input = Array.from({ length: 230 }, (_, index) => ({
				name: `Candidate ${index}`,
				email: `candidate.${index}@example.com`,
			}));
			const items = await run('candidate addMany', { interviewerId }, { input });
			expect(items.map(({ json: item }) => item.email)).toEqual(input.map(({ email }) => email));
			expect(bodies(INGEST_MANY).map(({ data }) => (data as unknown[]).length)).toEqual([100, 100, 30]);
		});

		it('invites nobody twice, not even where settings differ; but to two Interviewers', async () => {
			const [one, other] = simulator.state.interviewers;
			const add = async (input: Array<Record<string, string>>) =>
				await run(
					'candidate addMany',
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
	});

	describe('an answer that is not the one of InterviewFlowAI', () => {
		const LISTS = ['report getAll', 'candidate getAll'];
		const operations = namedOperations('interviewflowai');

		/** Runs an operation of the table, with parameters that suit the simulator. */
		const tried = async (answer: BareAnswer, name: string, { good }: TriedOperation) =>
			await against([answer], name, await good({ interviewflowai: simulator } as unknown as Simulators));

		it('is a refusal that says where the Interviewer ID is', async () => {
			const refused = json({ error: 'No such Interviewer' });
			const { description } = await against([refused], 'candidate getAll', { interviewerId });
			expect(description).toContain('Copy the Interviewer ID');
		});

		it.each(operations.filter(([name]) => LISTS.includes(name)))(
			'is an empty list of %s only where it is one',
			async (name, operation) => {
				for (const empty of [[], { data: [] }, { data: { candidates: [] } }]) {
					await expect(tried(json(empty), name, operation)).resolves.toMatchObject({ items: [] });
				}
			},
		);

		it.each(operations.filter(([name]) => ['report get', 'candidate get'].includes(name)))(
			'is nobody for %s where it is empty',
			async (name, operation) => {
				for (const empty of [[], { data: [] }, { data: null }, { data: {} }]) {
					const { message } = await tried(json(empty), name, operation);
					expect(message).toMatch(/^InterviewFlowAI has no interview with the Interview ID/);
				}
			},
		);
	});
});
