import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startHeyMilo, type HeyMiloOptions, type HeyMiloSimulator } from '../../simulators/heymilo';
import { contentOf as fileContent } from '../../simulators/shared/files';
import { contentOf, runAction, type ActionSetup } from './runAction';
import { connect, FIXTURE_POSTING } from './vendors';

describe('HeyMilo', () => {
	let simulator: HeyMiloSimulator;
	let postingId: string;

	beforeEach(async () => {
		simulator = await startHeyMilo();
		postingId = simulator.state.postings[0].id;
	});

	afterEach(async () => {
		jest.restoreAllMocks();
		await simulator.stop();
	});

	const run = async (
		[resource, operation]: [string, string],
		parameters: INodeParameters = {},
		changes: Partial<ActionSetup> = {},
	): Promise<INodeExecutionData[]> =>
		await runAction({
			node: 'HeyMilo',
			credential: 'HeyMiloApi',
			credentialData: { ...simulator.credentials },
			parameters: { resource, operation, ...parameters },
			...changes,
		});

	const posting = (id = postingId) => ({ postingId: { __rl: true, mode: 'id', value: id } });

	const restart = async (options: HeyMiloOptions) => {
		await simulator.stop();
		simulator = await startHeyMilo(options);
		postingId = simulator.state.postings[0].id;
	};

	const refusal = async (
		...call: Parameters<typeof run>
	): Promise<{ message: string; description: string }> =>
		await run(...call).then(
			() => Promise.reject(new Error('It was not refused')),
			(error: { message: string; description: string }) => error,
		);

	const invite = async (name = 'Ada Example', email = 'ada@example.com') =>
		await simulator.invite({ name, email, jobId: postingId, externalId: `ATS ${name}` });

	const sent = (method: string, path: RegExp) =>
		simulator.requests.filter((call) => call.method === method && path.test(call.path));

	describe('Report', () => {
		it('gets the report of the item of a trigger', async () => {
			const interview = await invite();
			await interview.report(81);
			const [item] = await run(['report', 'get'], {}, { input: [{ interview_id: interview.id }] });
			expect(item.pairedItem).toEqual({ item: 0 });
			expect(item.json).toMatchObject({
				event_type: 'interview.report_available',
				candidate_name: 'Ada Example',
				external_id: 'ATS Ada Example',
				score_raw: 81,
				score_percent: 81,
				decision: 'undecided',
				job_title: 'Site Reliability Engineer',
				report_url: null,
			});
			expect(item.json.strengths).toContain('\n');
			expect(item.json).not.toHaveProperty('details');
		});

		it('has the columns of the webhook of the same interview', async () => {
			simulator.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
			const workflow = await connect('heymilo', simulator);
			const { id, report } = await simulator.invite({
				name: 'Ada Example',
				email: 'Ada@Example.com',
				jobId: FIXTURE_POSTING,
				externalId: 'ATS-1',
			});
			await report(67);
			const [received] = workflow.events;
			await workflow.stop();
			const [{ json: read }] = await run(['report', 'get'], { interviewId: id, simplify: false });

			expect(Object.keys(read)).toEqual(Object.keys(received));
			const different = Object.keys(read).filter(
				(column) => JSON.stringify(read[column]) !== JSON.stringify(received[column]),
			);
			expect(different).toEqual([
				// Only the delivery has them: when it was sent, the report's PDF, and the candidate's link.
				'occurred_at',
				'received_at',
				// Only the API has it: whether somebody shortlisted or dismissed the candidate.
				'decision',
				'report_url',
				'interview_url',
				// They are made from the delivery's own URL, and from the answer's content.
				'event_id',
				'dedupe_key',
				'vendor_event',
				'vendor_event_source',
				// The delivery leaves it empty.
				'vendor_status',
				'verification',
				'raw_sha256',
				'details',
				'raw',
			]);
			// A step is named and described in other words: "INTERVIEW_PROCESSED_RAW_FILES" is "completed".
			const stepless = ({ details }: IDataObject) => {
				const { steps, ...rest } = details as { steps: IDataObject[] };
				return { ...rest, steps: steps.map((step) => ({ ...step, id: null, status: null })) };
			};
			expect(stepless(read)).toEqual(stepless(received));
			expect(read).toMatchObject({ decision: 'undecided', verification: 'api', is_test: false });
		});

		it.each([
			[null, { interview_status: 'invited', event_type: 'interview.invited', score_raw: null }],
			['start', { interview_status: 'in_progress', event_type: 'interview.in_progress' }],
			['complete', { interview_status: 'completed', event_type: 'interview.completed', score_raw: null }],
			['report', { interview_status: 'completed', event_type: 'interview.report_available' }],
		] as const)('knows how far an interview is after "%s"', async (step, expected) => {
			const interview = await invite();
			if (step) await interview[step]();
			const [{ json }] = await run(['report', 'get'], { interviewId: interview.id });
			expect(json).toMatchObject(expected);
		});

		it.each([
			['shortlisted', 'advance'],
			['dismissed', 'reject'],
			['knocked_out', 'reject'],
		] as const)('reads %s as %s', async (verdict, decision) => {
			const interview = await invite();
			await interview.report();
			interview.decide(verdict);
			const [{ json }] = await run(['report', 'get'], { interviewId: interview.id, simplify: false });
			expect(json).toMatchObject({ decision, vendor_status: verdict, interview_status: 'completed' });
		});

		it('gives the transcript as text, as Markdown and as subtitles', async () => {
			const interview = await invite();
			await interview.report();
			const transcript = async (format: string) =>
				(await run(['report', 'get'], { interviewId: interview.id, options: { transcript: format } }))[0];
			expect((await transcript('text')).json.transcript).toMatch(/^Interviewer: .+\nCandidate: /);
			const markdown = (await transcript('markdown')).binary!.transcript;
			expect((await contentOf(markdown)).toString()).toMatch(
				/^# Ada Example\n\n\*\*Interviewer · \d\d:\d\d:\d\d\*\*\n\n/,
			);
			const subtitles = (await transcript('webvtt')).binary!.transcript;
			expect(subtitles.mimeType).toBe('text/vtt');
			expect((await contentOf(subtitles)).toString()).toMatch(/^WEBVTT\n\n00:0\d:\d\d\.\d{3} --> /);
		});

		it('downloads recordings and resume without the key, and reads an expired link again once', async () => {
			simulator.state.postings[0].workflow.push({ id: 'agent_re_002', type: 'resume', order: 2, config: {} });
			const interview = await invite();
			await interview.report();
			const options = { files: ['recordings', 'resume'] };
			const [{ binary }] = await run(['report', 'get'], { interviewId: interview.id, options });
			expect(Object.keys(binary!)).toEqual(['recording_1', 'recording_2', 'resume']);
			const video = `videos/merged/${interview.id}.mp4`;
			expect((await contentOf(binary!.recording_1)).toString()).toBe(fileContent(video));
			expect(binary!.recording_1.mimeType).toBe('video/mp4');
			expect(sent('GET', /^\/files\//).map(({ status }) => status)).toEqual([200, 200, 200]);

			simulator.requests.length = 0;
			simulator.failNext({ match: { path: /^\/files\/videos/ }, status: 403 });
			const [again] = await run(['report', 'get'], { interviewId: interview.id, options });
			expect((await contentOf(again.binary!.recording_1)).toString()).toBe(fileContent(video));
			expect(sent('GET', /\/data$/)).toHaveLength(2);

			simulator.failNext({ match: { path: /^\/files\/videos/ }, status: 403, times: 2 });
			const { message } = await refusal(['report', 'get'], { interviewId: interview.id, options });
			expect(message).toBe('The link to the file does not work any more (status 403)');
		});

		it('says that an interview does not exist', async () => {
			const { message, description } = await refusal(['report', 'get'], { interviewId: 'NOSUCH' });
			expect(message).toBe('HeyMilo has no interview with the ID NOSUCH');
			expect(description).toContain('Candidate: Get Many');
		});

		it('gets many over several pages, filtered', async () => {
			for (let index = 0; index < 253; index++) await invite(`Candidate ${index}`, `c${index}@example.com`);
			const { interviews } = simulator.state;
			for (const index of [3, 120, 251])
				Object.assign(interviews[index], { matchScore: 40 + index / 10, workflowCompleted: true });
			const all = await run(['report', 'getAll'], { ...posting(), returnAll: true });
			expect(all).toHaveLength(253);
			expect(new Set(all.map(({ json }) => json.interview_id)).size).toBe(253);
			expect(sent('GET', /\/candidates\?/)).toHaveLength(3);
			expect(all[3].json).toMatchObject({ score_raw: 40.3, job_title: 'Site Reliability Engineer' });

			simulator.requests.length = 0;
			expect(await run(['report', 'getAll'], { ...posting(), limit: 5 })).toHaveLength(5);
			expect(sent('GET', /\/candidates\?/)).toHaveLength(1);

			const names = async (filters: INodeParameters) =>
				(await run(['report', 'getAll'], { ...posting(), returnAll: true, filters })).map(
					({ json }) => json.candidate_name,
				);
			expect(await names({ minimumScore: 50 })).toEqual(['Candidate 120', 'Candidate 251']);
			expect(await names({ email: 'C7@example.com' })).toEqual(['Candidate 7']);
			expect(await names({ status: ['completed'] })).toHaveLength(3);
			const later = new Date(interviews[252].createdAt * 1000 + 60_000).toISOString();
			Object.assign(interviews[9], { lastStepAt: Date.parse(later) / 1000 + 60 });
			expect(await names({ changedSince: later })).toEqual(['Candidate 9']);
			expect(await names({ addedAfter: later })).toEqual([]);
			expect(await names({ addedBefore: later })).toHaveLength(253);
			interviews[5].createdAt -= 86_400;
			const yesterday = new Date(interviews[5].createdAt * 1000 + 1).toISOString();
			expect(await names({ addedBefore: yesterday })).toEqual(['Candidate 5']);
		});

		it('names the filter that is no date, and the posting that does not exist', async () => {
			const wrong = await refusal(['report', 'getAll'], { ...posting(), filters: { changedSince: 'soon' } });
			expect(wrong.message).toBe('Changed Since is not a valid date');
			const reversed = { addedAfter: '2026-03-02T00:00:00Z', addedBefore: '2026-03-01T00:00:00Z' };
			expect((await refusal(['report', 'getAll'], { ...posting(), filters: reversed })).message).toBe(
				'Added After is later than Added Before',
			);
			const missing = await refusal(['report', 'getAll'], posting('NOSUCH'));
			expect(missing.message).toBe('HeyMilo says: Posting not found');
			expect((await refusal(['report', 'getAll'], posting(''))).message).toBe('Posting is empty');
		});
	});

	describe('Candidate', () => {
		it('adds one, who can be listed, interviewed and reported', async () => {
			const [item] = await run(['candidate', 'add'], {
				...posting(),
				name: 'Ada Example',
				email: 'ada@example.com',
				additionalFields: {
					phone: '+1 (555) 010-0123',
					externalId: 'ATS-7',
					metadata: { entries: [{ key: 'source', value: 'fair' }] },
					data: '{ "cv": { "years": 7 } }',
				},
			});
			const id = String(item.json.interview_id);
			expect(simulator.state.interview(id)).toMatchObject({
				phone: '+15550100123',
				metadata: { external_id: 'ATS-7', source: 'fair' },
				data: { cv: { years: 7 } },
			});
			await simulator.interview(id)!.report(55);
			const [listed] = await run(['candidate', 'getAll'], posting());
			expect(listed.json).toMatchObject({ interview_id: id, status: 'completed', score: 55 });
			expect(Object.keys(listed.json)).toHaveLength(10);
			const [report] = await run(['report', 'get'], { interviewId: id });
			expect(report.json).toMatchObject({ external_id: 'ATS-7', score_raw: 55 });
		});

		it('is never added twice when the answer is lost', async () => {
			simulator.failNext({ match: { method: 'POST', path: /candidates/ }, status: 'drop-after-handling' });
			const given = { ...posting(), name: 'Ada Example', email: 'ada@example.com' };
			const { message } = await refusal(['candidate', 'add'], given);
			expect(message).toBe(
				'HeyMilo could not be reached; it is not certain whether HeyMilo did it all the same',
			);
			expect(sent('POST', /candidates/)).toHaveLength(1);
		});

		it('refuses an address and metadata that HeyMilo would not take', async () => {
			const given = { ...posting(), name: 'Ada Example', email: 'nobody' };
			expect((await refusal(['candidate', 'add'], given)).message).toBe('Email is not an email address');
			const phone = { ...given, email: 'ada@example.com', additionalFields: { phone: '={{ 15550100123 }}' } };
			const { message, description } = await refusal(['candidate', 'add'], phone);
			expect(message).toBe(
				'Phone is not a phone number with plus sign and country code, such as +15550100123',
			);
			expect(description).toContain('15550100123');
			const metadata = { entries: [{ key: 'note', value: 'x'.repeat(501) }] };
			const additionalFields = { metadata };
			expect((await refusal(['candidate', 'add'], { ...given, additionalFields })).message).toBe(
				'Metadata: the entry "note" is not possible',
			);
			expect(simulator.requests).toEqual([]);
			const data = { ...given, additionalFields: { data: '[1' } };
			expect((await refusal(['candidate', 'add'], data)).message).toBe('Data is not a JSON object');
		});

		const people = (count: number) =>
			Array.from({ length: count }, (_, index) => ({
				who: `Candidate ${index}`,
				mail: `c${index}@example.com`,
			}));
		const fromItems = { name: '={{ $json.who }}', email: '={{ $json.mail }}' };

		it('adds all input items in calls of a hundred, each result at its item', async () => {
			const items = await run(
				['candidate', 'addMany'],
				{ ...posting(), ...fromItems },
				{ input: people(230) },
			);
			expect(sent('POST', /candidates\/bulk$/)).toHaveLength(3);
			expect(items).toHaveLength(230);
			for (const [index, { json, pairedItem }] of items.entries()) {
				expect(pairedItem).toEqual({ item: index });
				expect(simulator.state.interview(String(json.interview_id))?.name).toBe(`Candidate ${index}`);
				expect(json.paired_by).toBe('position');
			}
		});

		it('pairs by the external ID where there is one', async () => {
			const additionalFields = { externalId: '={{ $json.mail }}' };
			const given = { ...posting(), ...fromItems, additionalFields };
			const items = await run(['candidate', 'addMany'], given, { input: people(2) });
			expect(items[1].json).toMatchObject({
				email: 'c1@example.com',
				paired_by: 'external_id',
				metadata: { external_id: 'c1@example.com' },
			});
		});

		it('adds nobody when one item is incomplete, and the others with "On Error: Continue"', async () => {
			const input = [...people(2), { who: 'Nobody', mail: '' }, { who: 'Last', mail: 'last@example.com' }];
			const given = { ...posting(), ...fromItems };
			const { message } = await refusal(['candidate', 'addMany'], given, { input });
			expect(message).toBe('Email is empty; nobody was added');
			expect(simulator.state.interviews).toHaveLength(0);

			const items = await run(['candidate', 'addMany'], given, { input, continueOnFail: true });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
			expect(items.map(({ json }) => json.name ?? json.error)).toEqual([
				'Candidate 0',
				'Candidate 1',
				'Email is empty',
				'Last',
			]);
			expect(simulator.state.interviews).toHaveLength(3);
		});

		it('says how many were added before a call was refused', async () => {
			simulator.failNext({ match: { method: 'POST', path: /bulk/, body: /c150@/ }, status: 500 });
			const given = { ...posting(), ...fromItems };
			const call = await refusal(['candidate', 'addMany'], given, { input: people(230) });
			expect(call.message).toContain('HeyMilo says: Simulated 500; it is not certain whether');
			expect(call.description).toContain('100 people were added already: do not send them again');
			expect(sent('POST', /bulk/)).toHaveLength(2);
		});

		it('adds a JSON list, also in the background', async () => {
			const list = JSON.stringify([
				{ name: 'Ada Example', email: 'ada@example.com' },
				{ name: 'Bo Example', email: 'bo@example.com', metadata: { team: 'blue' } },
			]);
			const given = { ...posting(), source: 'list', list };
			const items = await run(['candidate', 'addMany'], given);
			expect(items.map(({ json }) => json.name)).toEqual(['Ada Example', 'Bo Example']);
			const queued = await run(['candidate', 'addMany'], { ...given, inBackground: true });
			expect(queued[1].json).toMatchObject({ email: 'bo@example.com', status: 'queued' });
			expect(simulator.state.ingestions).toEqual([queued[0].json.ingestion_id]);
		});

		it('names the entry of a JSON list that is not complete, and adds the others with "On Error: Continue"', async () => {
			const given = (list: unknown) => ({ ...posting(), source: 'list', list: JSON.stringify(list) });
			const message = async (list: unknown) => (await refusal(['candidate', 'addMany'], given(list))).message;
			const ada = { name: 'Ada', email: 'ada@example.com' };
			expect(await message([ada, { name: 'Bo' }])).toBe(
				'Candidate List, entry 2: email is empty; nobody was added',
			);
			expect(await message([ada, 'Bo'])).toBe('Entry 2 of Candidate List is not an object; nobody was added');
			expect(await message([{ ...ada, metadata: { tags: ['a'] } }])).toBe(
				'Candidate List, entry 1: metadata "tags" is a list instead of text; nobody was added',
			);
			expect(await message([])).toBe('Candidate List is empty; nobody was added');
			expect(await message('Ada')).toBe('Candidate List is not a JSON list; nobody was added');
			expect(await message([{ ...ada, phone: '1' }])).toBe(
				'HeyMilo says: Extra inputs are not permitted (data.0.phone)',
			);
			expect(simulator.state.interviews).toEqual([]);

			const list = [
				ada,
				{ name: 'Bo' },
				{ name: 'Cy', email: 'nobody' },
				{ name: 'Di', email: 'di@example.com' },
			];
			const items = await run(['candidate', 'addMany'], given(list), { continueOnFail: true });
			expect(items.map(({ json }) => json.name ?? json.error)).toEqual([
				'Ada',
				'Candidate List, entry 2: email is empty',
				'Candidate List, entry 3: email is not an email address',
				'Di',
			]);
			expect(simulator.state.interviews.map(({ name }) => name)).toEqual(['Ada', 'Di']);
		});

		it('sends the values of metadata as text in both ways of Add Many', async () => {
			const list = [
				{ name: 'Ada', email: 'ada@example.com', metadata: { years: 7, remote: true, note: null } },
			];
			await run(['candidate', 'addMany'], { ...posting(), source: 'list', list: JSON.stringify(list) });
			const entries = [
				{ key: 'years', value: '={{ 7 }}' },
				{ key: 'remote', value: '={{ true }}' },
				{ key: 'note', value: '' },
			];
			const additionalFields = { metadata: { entries }, externalId: '={{ 20417 }}' };
			const fields = { name: 'Bo', email: 'bo@example.com', additionalFields };
			await run(['candidate', 'addMany'], { ...posting(), ...fields });
			const metadata = { years: '7', remote: 'true' };
			expect(simulator.state.interviews.map((one) => one.metadata)).toEqual([
				metadata,
				{ ...metadata, external_id: '20417' },
			]);
		});

		it('groups by posting and by Process in Background, and gives the results in the order of the items', async () => {
			const [, second] = simulator.state.postings;
			const input = people(4).map((one, index) => ({
				...one,
				at: index % 2 === 0 ? postingId : second.id,
				later: index === 3,
			}));
			const given = { ...posting('={{ $json.at }}'), ...fromItems, inBackground: '={{ $json.later }}' };
			const items = await run(['candidate', 'addMany'], given, { input });
			expect(items.map(({ json }) => json.name)).toEqual(input.map(({ who }) => who));
			expect(items.map(({ json }) => json.status ?? 'added')).toEqual(['added', 'added', 'added', 'queued']);
			expect(sent('POST', /candidates\/bulk/).map(({ path }) => path.split('/').slice(4).join('/'))).toEqual([
				`${postingId}/candidates/bulk`,
				`${second.id}/candidates/bulk`,
				`${second.id}/candidates/bulk/async`,
			]);
		});

		it('adds nobody twice when n8n tries again', async () => {
			const attempt = async (operation: string) => {
				const input = [...people(2), { who: 'Last', mail: 'c9@example.com' }];
				const given = { ...posting(), ...fromItems };
				return await run(['candidate', operation], given, { input, retriedExecution: operation });
			};
			for (const operation of ['add', 'addMany']) {
				simulator.requests.length = 0;
				simulator.failNext({ match: { method: 'POST', path: /candidates/, body: /c9@/ }, status: 503 });
				await expect(attempt(operation)).rejects.toThrow('not certain');
				await expect(attempt(operation)).rejects.toThrow('not certain');
				const bodies = sent('POST', /candidates/).map(({ body }) => body);
				expect(bodies.filter((body) => body.includes('c9@'))).toHaveLength(1);
				expect(bodies.filter((body) => body.includes('c0@'))).toHaveLength(1);
			}
		});

		it('cannot be listed with a bad key', async () => {
			const credentialData = { ...simulator.credentials, apiKey: 'wrong' };
			const { message, description } = await refusal(['candidate', 'getAll'], posting(), { credentialData });
			expect(message).toBe('HeyMilo says: Invalid or missing API key');
			expect(description).toContain('Integrations → API Keys');
		});
	});

	describe('Interview', () => {
		it('gets the raw data', async () => {
			const { id, report } = await invite();
			await report(70);
			const [{ json }] = await run(['interview', 'get'], { interviewId: id });
			expect(json).toMatchObject({ object: 'interview_data', web_interview: { match_score: 70 } });
			expect((await refusal(['interview', 'get'], { interviewId: 'NOSUCH' })).message).toBe(
				'HeyMilo says: Interview not found',
			);
		});

		it('sets, gets and clears metadata', async () => {
			const { id } = await invite();
			const interviewId = id;
			const metadata = { entries: [{ key: 'stage', value: 'offer' }] };
			const [kept] = await run(['interview', 'setMetadata'], { interviewId, metadata });
			expect(kept.json.metadata).toEqual({ external_id: 'ATS Ada Example', stage: 'offer' });
			await run(['interview', 'setMetadata'], { interviewId, metadata, keepOthers: false });
			const [read] = await run(['interview', 'getMetadata'], { interviewId });
			expect(read.json).toEqual({ interview_id: id, metadata: { stage: 'offer' } });
			const [cleared] = await run(['interview', 'clearMetadata'], { interviewId });
			expect(cleared.json).toEqual({ interview_id: id, metadata: {} });
			expect(simulator.state.interview(id)?.metadata).toEqual({});
		});

		it.each(['getMetadata', 'clearMetadata'])(
			'%s says that there is no such interview',
			async (operation) => {
				const { message } = await refusal(['interview', operation], { interviewId: 'NOSUCH' });
				expect(message).toBe('HeyMilo says: Interview not found');
			},
		);

		it.each([false, true])(
			'removes the keys whose value is empty, also when HeyMilo keeps what it is not sent (%s)',
			async (mergesMetadata) => {
				simulator.state.mergesMetadata = mergesMetadata;
				const { id: interviewId } = await invite();
				const set = async (entries: Array<{ key: string; value: string }>, keepOthers = true) =>
					(await run(['interview', 'setMetadata'], { interviewId, metadata: { entries }, keepOthers }))[0]
						.json.metadata;
				await set([{ key: 'stage', value: 'offer' }]);
				const entries = [
					{ key: 'external_id', value: '' },
					{ key: 'years', value: '={{ 7 }}' },
				];
				expect(await set(entries)).toEqual({ stage: 'offer', years: '7' });
				expect(await set([{ key: 'team', value: 'blue' }], false)).toEqual({ team: 'blue' });
				expect(await set([{ key: 'team', value: '' }])).toEqual({});
				expect(simulator.state.interview(interviewId)?.metadata).toEqual({});
			},
		);

		it('does not set metadata without entries', async () => {
			const { message } = await refusal(['interview', 'setMetadata'], { interviewId: 'A' });
			expect(message).toBe('Metadata has no entries');
		});
	});

	describe('Posting', () => {
		const find = (id: unknown) => simulator.state.posting(String(id));

		it('is created, updated, activated, cloned and archived', async () => {
			const [made] = await run(['posting', 'create'], {
				title: 'Night Shift Nurse',
				workflow: '[{"type":"resume","config":{"mandatory":true}},{"type":"web_interview","questions":null}]',
				additionalFields: { max_retakes: 2, deadline: '2027-01-31T00:00:00.000Z', description: 'Nights' },
			});
			expect(made.json).toMatchObject({ title: 'Night Shift Nurse', status: 'active' });
			expect(find(made.json.id)?.workflow.map(({ type }) => type)).toEqual(['resume', 'web_interview']);
			const own = posting(String(made.json.id));

			const [updated] = await run(['posting', 'update'], {
				...own,
				simplify: false,
				updateFields: { title: 'Night Nurse', metadata: { entries: [{ key: 'team', value: 'blue' }] } },
			});
			expect(updated.json).toMatchObject({
				title: 'Night Nurse',
				max_retakes: 2,
				metadata: { team: 'blue' },
			});
			const cleared = { ...own, simplify: false, updateFields: { metadata: {}, redirect_url: '' } };
			const [{ json }] = await run(['posting', 'update'], cleared);
			expect(json).toMatchObject({ title: 'Night Nurse', metadata: {}, redirect_url: null });
			const [patch] = sent('PATCH', /postings/).slice(-1);
			expect(JSON.parse(patch.body)).toEqual({ metadata: {}, redirect_url: null });

			await run(['posting', 'updateStep'], { ...own, step: 'web_interview', config: '{"num_questions":7}' });
			await run(['posting', 'updateStep'], {
				...own,
				step: 'position',
				position: 1,
				config: { mandatory: false },
			});
			expect(find(made.json.id)?.workflow.map(({ config }) => config)).toEqual([
				{ mandatory: false },
				{ num_questions: 7 },
			]);

			find(made.json.id)!.isDraft = true;
			const [active] = await run(['posting', 'activate'], own);
			expect(active.json).toMatchObject({ status: 'active' });
			const [copy] = await run(['posting', 'clone'], own);
			expect(copy.json).toMatchObject({ title: 'Night Nurse (copy)' });
			const [archived] = await run(['posting', 'archive'], own);
			expect(archived.json).toMatchObject({ status: 'archived' });
			expect(find(made.json.id)?.archived).toBe(true);
			const refused = await refusal(['candidate', 'add'], { ...own, name: 'Ada', email: 'ada@example.com' });
			expect(refused.message).toContain('Posting is archived and takes no new candidates');
		});

		it('is created from a template', async () => {
			const given = { title: 'From a template', setUpFrom: 'template', templateId: 'IT_screen' };
			const [{ json }] = await run(['posting', 'create'], given);
			expect(find(json.id)?.settings).toEqual({ interview_template_id: 'IT_screen' });
		});

		it('is got, listed over several pages, searched and counted', async () => {
			for (let index = 0; index < 260; index++) simulator.state.addPosting(`Posting ${index}`);
			const all = await run(['posting', 'getAll'], { returnAll: true });
			expect(all).toHaveLength(263);
			const found = await run(['posting', 'getAll'], { filters: { search: 'nurse' } });
			expect(found.map(({ json }) => json.title)).toEqual(['Night Shift Nurse']);
			const [one] = await run(['posting', 'get'], posting());
			expect(one.json).toMatchObject({ id: postingId, urls: { review_url: expect.any(String) } });
			await (await invite()).report(60);
			const [statistics] = await run(['posting', 'getStatistics'], posting());
			expect(statistics.json).toMatchObject({ total_candidates: 1, average_interview_score: 60 });
		});

		it('says so when HeyMilo repeats a page, which would hide the rest', async () => {
			for (let index = 0; index < 150; index++) simulator.state.addPosting(`Posting ${index}`);
			const { get } = URLSearchParams.prototype;
			jest.spyOn(URLSearchParams.prototype, 'get').mockImplementation(function (this: URLSearchParams, name) {
				return name === 'starting_after' ? null : get.call(this, name);
			});
			const { message } = await refusal(['posting', 'getAll'], { returnAll: true });
			expect(message).toBe('The list of HeyMilo is not complete');
			expect(sent('GET', /postings/)).toHaveLength(2);
		});

		it.each(['get', 'getStatistics', 'activate', 'archive', 'clone'])(
			'%s says that there is no such posting',
			async (operation) => {
				const { message } = await refusal(['posting', operation], posting('NOSUCH'));
				expect(message).toBe('HeyMilo says: Posting not found');
			},
		);

		it('says what is wrong with the values', async () => {
			const message = async (...call: Parameters<typeof run>) => (await refusal(...call)).message;
			const title = 'Night Shift Nurse';
			const create: [string, string] = ['posting', 'create'];
			expect(await message(create, { title, workflow: '{}' })).toBe('Workflow is not a JSON list');
			expect(await message(create, { title, workflow: '[]' })).toBe('Workflow has no steps');
			expect(await message(create, { title, workflow: '[{"type":"form"},{"config":{}}]' })).toBe(
				'Workflow: step 2 has no type',
			);
			expect(await message(create, { title, workflow: '[{"type":"ai_scenario"}]' })).toMatch(
				/^HeyMilo says: .*\(workflow\.0\.type\)$/,
			);
			expect(await message(create, { title: 'No' })).toBe(
				'HeyMilo says: String should have at least 3 characters (title)',
			);
			expect(await message(create, { title, workflow: '[{"type":"form","config":{"video":true}}]' })).toBe(
				'HeyMilo says: Extra inputs are not permitted (workflow.0.config.video)',
			);
			expect(await message(['posting', 'update'], posting())).toBe('Update Fields is empty');
			const untitled = { ...posting(), updateFields: { title: ' ' } };
			expect(await message(['posting', 'update'], untitled)).toBe('Title is empty');
			const undated = { ...posting(), updateFields: { deadline: '31.02.' } };
			expect(await message(['posting', 'update'], undated)).toBe('Deadline is not a valid date');
			const config = '{"dance":true}';
			expect(await message(['posting', 'updateStep'], { ...posting(), config })).toBe(
				'HeyMilo says: Unknown config keys for web_interview: dance (config)',
			);
			expect(await message(['posting', 'updateStep'], { ...posting(), config: 'x' })).toBe(
				'Config is not a JSON object',
			);
			expect(
				await message(['posting', 'getAll'], {}, { credentialData: { baseUrl: 'http://example.com' } }),
			).toBe('The Base URL in the credential must start with https://');
		});
	});

	describe('Question', () => {
		it('is created, got, listed, updated, reordered and deleted', async () => {
			const create = async (text: string, modality = 'voice') =>
				(await run(['question', 'create'], { ...posting(), modality, text }))[0].json.id as string;
			const [why, how] = [await create('Why here?'), await create('How so?')];
			await create('Do you drive?', 'form');
			const questionId = why;
			const [updated] = await run(['question', 'update'], {
				...posting(),
				questionId,
				updateFields: { text: 'Why us?', score_weight: 8, more: '{"min_follow_ups":1}' },
			});
			expect(updated.json).toMatchObject({ text: 'Why us?', score_weight: 8 });
			const [got] = await run(['question', 'get'], { ...posting(), questionId, simplify: false });
			expect(got.json).toMatchObject({ text: 'Why us?', min_follow_ups: 1 });

			const order = JSON.stringify([how, why]);
			const reordered = await run(['question', 'reorder'], { ...posting(), order });
			expect(reordered.map(({ json }) => json.id)).toEqual([how, why]);
			const listed = await run(['question', 'getAll'], { ...posting(), filters: { modality: 'voice' } });
			expect(listed.map(({ json }) => json.rank)).toEqual([1, 2]);
			expect(await run(['question', 'getAll'], posting())).toHaveLength(3);

			const [deleted] = await run(['question', 'delete'], { ...posting(), questionId });
			expect(deleted.json).toEqual({ deleted: true });
			expect(simulator.state.questionsOf(postingId, 'voice').map(({ id }) => id)).toEqual([how]);
			const { message, description } = await refusal(['question', 'delete'], { ...posting(), questionId });
			expect(message).toBe(`Nothing was deleted: HeyMilo has no question with the ID ${why}`);
			expect(description).toContain('deleted already');
		});

		it('says what is wrong with the values', async () => {
			const message = async (operation: string, given: INodeParameters) =>
				(await refusal(['question', operation], { ...posting(), ...given })).message;
			expect(await message('create', { text: '' })).toBe('Text is empty');
			expect(await message('create', { text: 'Why?', additionalFields: { score_weight: 11 } })).toBe(
				'Score Weight is not a number from 1 to 10',
			);
			expect(await message('create', { text: 'Why?', additionalFields: { more: '"x"' } })).toBe(
				'More Fields is not a JSON object',
			);
			expect(await message('get', { questionId: 'NOSUCH' })).toBe('HeyMilo says: Question not found');
			expect(await message('update', { questionId: 'NOSUCH' })).toBe('Update Fields is empty');
			expect(await message('reorder', { order: '[[1]]' })).toBe(
				'Question IDs in Order is a list instead of text',
			);
			expect(await message('reorder', { order: '[]' })).toBe('Question IDs in Order is empty');
			expect(await message('reorder', { order: '["NOSUCH"]' })).toBe(
				'HeyMilo says: order must name every active voice question once (order)',
			);
			expect((await refusal(['question', 'getAll'], posting('NOSUCH'))).message).toBe(
				'HeyMilo says: Posting not found',
			);
		});
	});

	describe('Webhook', () => {
		it('is created, got, listed and deleted', async () => {
			const webhookUrl = 'https://example.com/hook';
			const [made] = await run(['webhook', 'create'], { ...posting(), webhookUrl });
			expect(simulator.webhooks).toMatchObject([{ url: webhookUrl, scope: postingId, active: true }]);
			const custom = { event: 'custom', eventName: 'candidate_ingested' };
			await run(['webhook', 'create'], { ...posting(), webhookUrl, ...custom });
			expect(simulator.webhooks[1].events).toEqual(['candidate_ingested']);
			const webhookId = String(made.json.webhook_id);
			const [got] = await run(['webhook', 'get'], { webhookId });
			expect(got.json).toMatchObject({ event_type: 'report_available', is_active: true });
			expect(await run(['webhook', 'getAll'])).toHaveLength(2);
			expect((await run(['webhook', 'delete'], { webhookId }))[0].json).toEqual({ deleted: true });
			expect(await run(['webhook', 'getAll'])).toHaveLength(1);
		});

		it('is listed by posting and by event', async () => {
			const { postings } = simulator.state;
			for (let index = 0; index < 130; index++) {
				const scope = postings[index % 2].id;
				const event = index % 13 === 0 ? 'interview_started' : 'report_available';
				simulator.addWebhook(`https://example.com/${index}`, { events: [event], scope });
			}
			const count = async (filters: INodeParameters) =>
				(await run(['webhook', 'getAll'], { returnAll: true, filters })).length;
			expect(await count({})).toBe(130);
			expect(await count(posting())).toBe(65);
			expect(await count({ event: 'interview_started' })).toBe(10);
			expect(await count({ ...posting(), event: 'interview_started' })).toBe(5);
			expect(await count(posting('NOSUCH'))).toBe(0);
		});

		it('is created where an older API calls the URL "url", once', async () => {
			await restart({ webhookUrlField: 'url' });
			const webhookUrl = 'https://example.com/hook';
			const [made] = await run(['webhook', 'create'], { ...posting(), webhookUrl });
			expect(made.json).toMatchObject({ url: webhookUrl, is_active: true });
			expect(sent('POST', /webhooks/).map(({ status }) => status)).toEqual([422, 201]);

			await restart({});
			simulator.failNext({
				match: { method: 'POST', path: /webhooks/ },
				status: 422,
				message: () => 'webhook_url is no valid URL',
			});
			const { message } = await refusal(['webhook', 'create'], { ...posting(), webhookUrl });
			expect(message).toBe('HeyMilo says: webhook_url is no valid URL');
			expect(simulator.requests).toHaveLength(1);
		});

		it('says what is wrong with the values', async () => {
			const bad = await refusal(['webhook', 'create'], { ...posting(), webhookUrl: 'example.com' });
			expect(bad.message).toBe('URL must start with https://');
			const unnamed = { ...posting(), webhookUrl: 'https://example.com', event: 'custom' };
			expect((await refusal(['webhook', 'create'], unnamed)).message).toBe('Event Name is empty');
			expect((await refusal(['webhook', 'get'], { webhookId: 'X' })).message).toBe(
				'HeyMilo says: Webhook not found',
			);
			expect((await refusal(['webhook', 'delete'], { webhookId: 'X' })).message).toBe(
				'Nothing was deleted: HeyMilo has no webhook with the ID X',
			);
		});
	});

	describe('ATS', () => {
		it('lists connections, resolves and pushes a candidate and follows the push', async () => {
			const [connection] = await run(['ats', 'getConnections']);
			expect(connection.json).toMatchObject({ ats_provider: 'bullhorn', is_active: true });
			await invite();
			const input = [{ candidate_email: 'ada@example.com' }];
			const [resolved] = await run(['ats', 'resolveCandidate'], {}, { input });
			expect(resolved.json).toMatchObject({ success: true, matches: [{ first_name: 'Ada' }] });
			const candidate = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' };
			const options = { create_submission: true, posting_id: postingId };
			const additionalFields = { ...candidate, ats_candidate_id: '={{ 20417 }}', phone: '' };
			const [pushed] = await run(['ats', 'pushCandidate'], { additionalFields, options });
			expect(simulator.state.pushes[0].request).toEqual({
				...options,
				ats_name: 'bullhorn',
				candidate: { ...candidate, ats_candidate_id: '20417' },
			});
			const [status] = await run(['ats', 'getPushStatus'], {}, { input: [pushed.json] });
			expect(status.json).toMatchObject({ item_id: pushed.json.item_id, status: 'completed' });
		});

		it('says what is wrong with the values', async () => {
			expect((await refusal(['ats', 'resolveCandidate'], { email: '' })).message).toBe(
				'Email and ATS Candidate ID are empty',
			);
			expect((await refusal(['ats', 'pushCandidate'])).message).toBe(
				'Additional Fields do not say who the candidate is',
			);
			const additionalFields = { email: 'ada@example.com' };
			expect((await refusal(['ats', 'pushCandidate'], { ats: 'avionte', additionalFields })).message).toBe(
				'HeyMilo says: No active avionte connection (ats_name)',
			);
			const many = { email: 'ada@example.com', maximumMatches: 0 };
			expect((await refusal(['ats', 'resolveCandidate'], many)).message).toBe(
				'Maximum Matches is not a whole number of at least 1',
			);
			expect((await refusal(['ats', 'getPushStatus'], { itemId: 'X' })).message).toBe(
				'HeyMilo says: Queue item not found (item_id)',
			);
			simulator.failNext({ match: { path: /connections/ }, status: 400 });
			expect((await refusal(['ats', 'getConnections'])).message).toBe('HeyMilo says: Simulated 400');
		});
	});

	it.each([
		['resolveCandidate', { email: 'ada@example.com' }],
		['pushCandidate', { additionalFields: { email: 'ada@example.com' } }],
	])('takes a refusal inside a 200 for one: %s', async (operation, given) => {
		simulator.state.atsRefusal = 'Session of Bullhorn has expired';
		const { message } = await refusal(['ats', operation], given);
		expect(message).toBe('HeyMilo says: Session of Bullhorn has expired');
	});

	describe('Lookup', () => {
		it.each([
			['email-templates', 'ET_invite'],
			['email-template-groups', 'EG_main'],
			['design-templates', 'DT_plain'],
			['design-template-groups', 'DG_main'],
			['interview-templates', 'IT_screen'],
			['domains', 'DO_1'],
			['phone-numbers', 'PN_1'],
			['sender-emails', 'SE_1'],
		])('gets %s', async (list, id) => {
			const items = await run(['lookup', 'getAll'], { list });
			expect(items.map(({ json }) => json.id)).toEqual([id]);
			expect((await run(['lookup', 'get'], { list, entryId: id }))[0].json).toEqual(items[0].json);
		});

		it('gets one voice, says that there is none, and that there is no such list', async () => {
			const voice = { list: 'voices', entryId: 'VO_13' };
			const [{ json }] = await run(['lookup', 'get'], voice);
			expect(json).toMatchObject({ id: 'VO_13', name: 'Voice 13', provider: 'elevenlabs' });
			expect(Object.keys(json)).toHaveLength(8);
			const [whole] = await run(['lookup', 'get'], { ...voice, simplify: false });
			expect(whole.json.provider_voice_id).toBe('pv_13');
			const { message, description } = await refusal(['lookup', 'get'], { ...voice, entryId: 'X' });
			expect(message).toBe('HeyMilo has no entry with the ID X in Voices');
			expect(description).toContain('Lookup: Get Many');
			expect((await refusal(['lookup', 'getAll'], { list: '={{ "dances" }}' })).message).toBe(
				'There is no list "dances"',
			);
		});

		it('gets voices over several pages, workspaces and the schemas', async () => {
			const voices = await run(['lookup', 'getAll'], { list: 'voices', returnAll: true });
			expect(voices).toHaveLength(130);
			expect(await run(['lookup', 'getAll'], { list: 'voices', search: 'voice 13' })).toHaveLength(2);
			const [workspace] = await run(['lookup', 'getAll'], { list: 'workspaces' });
			expect(workspace.json.name).toBe('Northwind Demo');
			const [agents] = await run(['lookup', 'getAll'], { list: 'schemas/agents' });
			expect(agents.json).toHaveProperty('web_interview');
			const [types] = await run(['lookup', 'getAll'], { list: 'schemas/question-types' });
			expect(types.json).toHaveProperty('voice');
		});

		it('tells the limit of calls', async () => {
			simulator.failNext({
				match: { path: /voices/ },
				status: 'retry-after',
				times: 4,
				retryAfterSeconds: 0.01,
			});
			const { message, description } = await refusal(['lookup', 'getAll'], { list: 'voices' });
			expect(message).toBe('HeyMilo says: Simulated 429');
			expect(description).toContain('wait a minute');
		});
	});

	describe('with API Version V1 in the credential', () => {
		beforeEach(async () => await restart({ apiVersion: 'v1' }));

		it('creates, gets, lists and deactivates webhooks', async () => {
			const webhookUrl = 'https://example.com/hook';
			const [{ json: made }] = await run(['webhook', 'create'], { ...posting(), webhookUrl });
			expect(made).toMatchObject({ url: webhookUrl, event_type: 'report_available', http_method: 'post' });
			const second = simulator.state.postings[1].id;
			const started = { ...posting(second), webhookUrl, event: 'interview_started' };
			await run(['webhook', 'create'], started);

			const webhookId = String(made.webhook_id);
			expect((await run(['webhook', 'get'], { webhookId }))[0].json).toEqual(made);
			const listed = async (filters: INodeParameters = {}) =>
				(await run(['webhook', 'getAll'], { filters })).map(({ json }) => json.posting_id);
			expect(await listed()).toEqual([postingId, second]);
			expect(await listed(posting(second))).toEqual([second]);
			expect(await listed({ event: 'report_available' })).toEqual([postingId]);
			expect(sent('GET', /all\?/).map(({ path }) => path.split('?')[1])).toEqual([
				`posting_id=${second}`,
				'event_type=report_available',
			]);

			expect((await run(['webhook', 'delete'], { webhookId }))[0].json).toEqual({ deleted: true });
			expect(await listed()).toEqual([second]);
			expect(simulator.requests.every(({ path }) => path.startsWith('/api/webhook/'))).toBe(true);
			expect((await refusal(['webhook', 'delete'], { webhookId: 'X' })).message).toBe(
				'Nothing was deleted: HeyMilo has no webhook with the ID X',
			);
			expect((await refusal(['webhook', 'get'], { webhookId: 'X' })).message).toBe(
				'HeyMilo says: Webhook not found',
			);
		});

		it.each([
			['report', 'get', 'Report: Get'],
			['candidate', 'addMany', 'Candidate: Add Many'],
			['posting', 'getAll', 'Posting: Get Many'],
			['lookup', 'getAll', 'Lookup: Get Many'],
		])('says that it has no %s: %s, and sends nothing', async (resource, operation, name) => {
			const { message, description } = await refusal([resource, operation]);
			expect(message).toBe(`${name} needs API Version V2 in the credential`);
			expect(description).toContain('set API Version to V2 and Base URL to https://api.heymilo.ai');
			const input = [{}, {}];
			const items = await run([resource, operation], {}, { input, continueOnFail: true });
			expect(items.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
				[message, { item: 0 }],
				[message, { item: 1 }],
			]);
			expect(simulator.requests).toEqual([]);
		});

		it('offers all pages of postings, though the server gives fewer on a page than it is asked for', async () => {
			for (let index = 0; index < 120; index++) simulator.state.addPosting(`Posting ${index}`);
			const { results, paginationToken } = await searchPostings(simulator);
			expect(new Set(results.map(({ value }) => value)).size).toBe(123);
			expect(paginationToken).toBeUndefined();
			expect((await searchPostings(simulator, 'NURSE')).results).toHaveLength(1);
			simulator.failNext({ match: { path: '/postings' }, status: 404 });
			expect((await searchPostings(simulator)).results).toHaveLength(123);
		});
	});

	it('reads a picked time in the zone of the workflow, for filters and for writes', async () => {
		const filters = { addedAfter: '2026-03-28T12:00:00', addedBefore: '2026-03-29T12:00:00' };
		const updateFields = { deadline: '2026-12-01T18:00:00' };
		for (const timezone of ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Berlin', 'UTC']) {
			await run(['candidate', 'getAll'], { ...posting(), filters }, { timezone });
			await run(['posting', 'update'], { ...posting(), updateFields }, { timezone });
		}
		const asked = sent('GET', /candidates/).map(({ path }) => new URL(path, 'http://x').searchParams);
		const times = (name: string) =>
			asked.map((query) => new Date(Number(query.get(name)) * 1000).toISOString());
		expect(times('created_after')).toEqual([
			'2026-03-28T03:00:00.000Z',
			'2026-03-28T19:00:00.000Z',
			'2026-03-28T11:00:00.000Z',
			'2026-03-28T12:00:00.000Z',
		]);
		expect(times('created_before')).toEqual([
			'2026-03-29T03:00:00.000Z',
			'2026-03-29T19:00:00.000Z',
			// Daylight saving time has begun in the night before.
			'2026-03-29T10:00:00.000Z',
			'2026-03-29T12:00:00.000Z',
		]);
		const deadlines = sent('PATCH', /postings/).map(({ body }) => JSON.parse(body) as IDataObject);
		expect(deadlines.map(({ deadline }) => deadline)).toEqual([
			'2026-12-01T09:00:00.000Z',
			'2026-12-02T02:00:00.000Z',
			'2026-12-01T17:00:00.000Z',
			'2026-12-01T18:00:00.000Z',
		]);
	});

	it('keeps the order of input items, and goes on after one that failed', async () => {
		const ids: string[] = [];
		for (let index = 0; index < 12; index++)
			ids.push((await invite(`Candidate ${index}`, `c${index}@example.com`)).id);
		ids[4] = 'NOSUCH';
		const input = ids.map((id) => ({ interview_id: id }));
		const items = await run(['report', 'get'], {}, { input, continueOnFail: true });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(items[4].json.error).toBe('HeyMilo has no interview with the ID NOSUCH');
		expect(items[11].json.candidate_name).toBe('Candidate 11');
	});

	it('offers the postings in a searchable list', async () => {
		for (let index = 0; index < 120; index++) simulator.state.addPosting(`Posting ${index}`);
		const first = await searchPostings(simulator);
		expect(first.results).toHaveLength(100);
		const second = await searchPostings(simulator, '', String(first.paginationToken));
		expect(second.results).toHaveLength(23);
		expect(second.paginationToken).toBeUndefined();
		expect((await searchPostings(simulator, 'NURSE')).results).toHaveLength(1);
	});
});

/** The list as n8n asks for it. */
async function searchPostings(simulator: HeyMiloSimulator, typed?: string, cursor?: string) {
	const { HeyMilo } = require('../../dist') as typeof import('../../index');
	const { apiKey, ...fields } = simulator.credentials;
	const context = {
		getCredentials: async () => fields,
		getNode: () => ({ name: 'HeyMilo' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url, qs }: { url: string; qs: IDataObject }) => {
				const query = new URLSearchParams(qs as Record<string, string>);
				const answer = await fetch(`${url}?${query}`, { headers: { 'X-API-KEY': apiKey } });
				return { statusCode: answer.status, body: await answer.json(), headers: {} };
			},
		},
	};
	const search = new HeyMilo().methods.listSearch.searchPostings;
	return await search.call(context as unknown as ThisParameterType<typeof search>, typed, cursor);
}
