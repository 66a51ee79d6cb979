import type { IDataObject } from 'n8n-workflow';

import { startHeyMilo, type HeyMiloOptions, type HeyMiloSimulator } from '../../simulators/heymilo';
import { contentOf as fileContent } from '../../simulators/shared/storage';
import { actionsOf, byId, differences, pairedWith } from './actions';
import { contentOf } from './runAction';
import { connect, FIXTURE_POSTING } from './vendors';

describe('HeyMilo', () => {
	let simulator: HeyMiloSimulator;
	let postingId: string;

	beforeEach(async () => await start());

	afterEach(async () => await simulator.stop());

	async function start(options?: HeyMiloOptions) {
		simulator = await startHeyMilo(options);
		postingId = simulator.state.postings[0].id;
	}

	const restart = async (options: HeyMiloOptions) => {
		await simulator.stop();
		await start(options);
	};

	const { run, row, rows, refusal } = actionsOf('heymilo', () => simulator.credentials);

	const posting = (id = postingId) => ({ postingId: byId(id) });

	const invite = async (name = 'Ada Example', email = 'ada@example.com') =>
		await simulator.invite({ name, email, jobId: postingId, externalId: `ATS ${name}` });

	const sent = (method: string, path: RegExp) =>
		simulator.requests.filter((call) => call.method === method && path.test(call.path));

	const bodiesOf = (method: string, path: RegExp) =>
		sent(method, path).map(({ body }) => JSON.parse(body) as IDataObject);

	describe('Report', () => {
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
			const [{ json: read }] = await run('report get', { interviewId: id, simplify: false });

			expect(differences(read, received)).toEqual([
				// Only the delivery has them: when it was sent, the report's PDF, and the candidate's link.
				'occurred_at',
				'received_at',
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
			expect(read).toMatchObject({ decision: null, verification: 'api', is_test: false });
		});

		it('downloads recordings and resume without the key', async () => {
			simulator.state.postings[0].workflow.push({ id: 'agent_re_002', type: 'resume', order: 2, config: {} });
			const { id: interviewId, report } = await invite();
			await report();
			const given = { interviewId, options: { files: ['recordings', 'resume'] } };
			const [{ binary }] = await run('report get', given);
			expect(Object.keys(binary!)).toEqual(['recording_1', 'recording_2', 'resume']);
			const video = fileContent(`videos/merged/${interviewId}.mp4`);
			expect((await contentOf(binary!.recording_1)).toString()).toBe(video);
			expect(binary!.recording_1.mimeType).toBe('video/mp4');
			expect(sent('GET', /^\/files\//).map(({ status }) => status)).toEqual([200, 200, 200]);
		});

		it('gets many over several pages, filtered', async () => {
			for (let index = 0; index < 253; index++) await invite(`Candidate ${index}`, `c${index}@example.com`);
			const { interviews } = simulator.state;
			for (const index of [3, 120, 251])
				Object.assign(interviews[index], { matchScore: 40 + index / 10, workflowCompleted: true });
			const all = await rows('report getAll', { ...posting(), returnAll: true });
			expect(new Set(all.map(({ interview_id }) => interview_id)).size).toBe(253);
			expect(sent('GET', /\/candidates\?/)).toHaveLength(3);
			expect(all[3]).toMatchObject({ score_raw: 40.3, job_title: 'Site Reliability Engineer' });

			simulator.requests.length = 0;
			expect(await rows('report getAll', { ...posting(), limit: 5 })).toHaveLength(5);
			expect(sent('GET', /\/candidates\?/)).toHaveLength(1);

			const names = async (filters: object) =>
				(await rows('report getAll', { ...posting(), returnAll: true, filters })).map(
					({ candidate_name }) => candidate_name,
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
	});

	/** A title that HeyMilo takes. */
	const title = 'Night Shift Nurse';

	it.each<[name: string, parameters: object, message: RegExp]>([
		['report getAll', { ...posting('NOSUCH') }, /^HeyMilo says: Posting not found/],
		[
			'report getAll',
			{ filters: { addedAfter: '2026-03-02T00:00:00Z', addedBefore: '2026-03-01T00:00:00Z' } },
			/^Added After is later than Added Before/,
		],
		[
			'candidate add',
			{ additionalFields: { phone: '={{ 15550100123 }}' } },
			/^Phone is not a phone number with plus sign and country code, such as \+15550100123 \| .*15550100123/,
		],
		['candidate add', { additionalFields: { data: '[1' } }, /^Data is not a JSON object/],
		['posting create', { title, workflow: '{}' }, /^Workflow is not a JSON list/],
		['posting create', { title, workflow: '[]' }, /^Workflow has no steps/],
		[
			'posting create',
			{ title, workflow: '[{"type":"ai_scenario"}]' },
			/^HeyMilo says: .*\(workflow\.0\.type\) \|/,
		],
		[
			'posting create',
			{ title, workflow: '[{"type":"form","config":{"video":true}}]' },
			/^HeyMilo says: Extra inputs are not permitted \(workflow\.0\.config\.video\)/,
		],
		['posting create', { title: 'No' }, /^HeyMilo says: String should have at least 3 characters \(title\)/],
		['posting update', { updateFields: { title: ' ' } }, /^Title is empty/],
		['posting update', { updateFields: { deadline: '31.02.' } }, /^Deadline is not a valid date/],
		[
			'posting updateStep',
			{ config: '{"dance":true}' },
			/^HeyMilo says: Unknown config keys for web_interview: dance \(config\)/,
		],
		[
			'posting updateStep',
			{ step: '={{ "Position" }}', position: 0, config: '{"mandatory":false}' },
			/^Position is not a whole number of at least 1/,
		],
		[
			'ats pushCandidate',
			{ ats: '={{ "greenhouse" }}', additionalFields: { email: 'ada@example.com' } },
			/^ATS is not one of the values to choose from/,
		],
		[
			'question create',
			{ text: 'Why?', additionalFields: { score_weight: 11 } },
			/^Score Weight is not a number from 1 to 10/,
		],
		[
			'question create',
			{ text: 'Why?', additionalFields: { more: '"x"' } },
			/^More Fields is not a JSON object/,
		],
		['question reorder', { order: '[[1]]' }, /^Question IDs in Order is a list instead of text/],
		['question reorder', { order: '["NOSUCH"]' }, /^HeyMilo says: order must name every active voice/],
		['webhook create', { webhookUrl: 'https://example.com', event: 'custom' }, /^Event Name is empty/],
		[
			'ats pushCandidate',
			{ ats: 'avionte', additionalFields: { email: 'ada@example.com' } },
			/^HeyMilo says: No active avionte connection \(ats_name\)/,
		],
		[
			'candidate add',
			{
				additionalFields: {
					externalId: 'ATS-7',
					metadata: { entries: [{ key: 'external_id', value: 'ATS-8' }] },
				},
			},
			/^External ID and the entry "external_id" of Metadata differ/,
		],
		['ats resolveCandidate', { maximumMatches: 0 }, /^Maximum Matches is not a whole number of at least 1/],
		['ats getPushStatus', { itemId: 'X' }, /^HeyMilo says: Queue item not found \(item_id\)/],
		['lookup getAll', { list: '={{ "dances" }}' }, /^There is no list "dances"/],
	])('%s with %j is refused', async (name, parameters, message) => {
		const given = { ...posting(), name: 'Ada Example', email: 'ada@example.com', ...parameters };
		await expect(refusal(name, given)).resolves.toMatch(message);
	});

	describe('Candidate', () => {
		it('is added, listed, interviewed and reported', async () => {
			const added = await row('candidate add', {
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
			const id = String(added.interview_id);
			expect(simulator.state.interview(id)).toMatchObject({
				phone: '+15550100123',
				metadata: { external_id: 'ATS-7', source: 'fair' },
				data: { cv: { years: 7 } },
			});
			await simulator.interview(id)!.report(55);
			const listed = await row('candidate getAll', posting());
			expect(listed).toMatchObject({ interview_id: id, status: 'completed', score: 55 });
			expect(Object.keys(listed)).toHaveLength(10);
			const report = await row('report get', {}, { input: [{ interview_id: id }] });
			expect(report).toMatchObject({ external_id: 'ATS-7', score_raw: 55 });
			expect(report).not.toHaveProperty('details');
		});
	});

	describe('Candidate: Add Many', () => {
		const people = (count: number) =>
			Array.from({ length: count }, (_, index) => ({
				who: `Candidate ${index}`,
				mail: `c${index}@example.com`,
			}));
		const fromItems = { name: '={{ $json.who }}', email: '={{ $json.mail }}' };

		const fromList = (list: unknown) => ({ ...posting(), source: 'list', list: JSON.stringify(list) });

		it('adds all input items in calls of a hundred, each result at its item', async () => {
			const items = await run('candidate addMany', { ...posting(), ...fromItems }, { input: people(230) });
			expect(sent('POST', /candidates\/bulk$/)).toHaveLength(3);
			expect(pairedWith(items)).toEqual([...Array(230).keys()]);
			for (const [index, { json }] of items.entries()) {
				expect(simulator.state.interview(String(json.interview_id))?.name).toBe(`Candidate ${index}`);
				expect(json.paired_by).toBe('position');
			}
		});

		it('adds a JSON list, also in the background', async () => {
			const given = fromList([
				{ name: 'Ada Example', email: 'ada@example.com' },
				{ name: 'Bo Example', email: 'bo@example.com', metadata: { team: 'blue' } },
			]);
			const added = await rows('candidate addMany', given);
			expect(added.map(({ name }) => name)).toEqual(['Ada Example', 'Bo Example']);
			const queued = await rows('candidate addMany', { ...given, inBackground: true });
			expect(queued[1]).toMatchObject({ email: 'bo@example.com', status: 'queued' });
			expect(simulator.state.ingestions).toEqual([queued[0].ingestion_id]);
		});

		const ada = { name: 'Ada', email: 'ada@example.com' };

		it.each<[unknown, RegExp]>([
			[
				[{ ...ada, metadata: { tags: ['a'] } }],
				/^"tags" of Metadata in entry 1 of Candidate List is a list instead of text; nobody was added/,
			],
		])('refuses the list %j', async (list, message) => {
			await expect(refusal('candidate addMany', fromList(list))).resolves.toMatch(message);
			expect(simulator.state.interviews).toEqual([]);
		});

		it('sends the values of metadata as text, of a list and of items', async () => {
			const list = [{ ...ada, metadata: { years: 7, remote: true, note: null } }];
			await run('candidate addMany', fromList(list));
			const entries = [
				{ key: 'years', value: '={{ 7 }}' },
				{ key: 'remote', value: '={{ true }}' },
				{ key: 'note', value: '' },
			];
			const additionalFields = { metadata: { entries }, externalId: '={{ 20417 }}' };
			const fields = { name: 'Bo', email: 'bo@example.com', additionalFields };
			await run('candidate addMany', { ...posting(), ...fields });
			const metadata = { years: '7', remote: 'true' };
			expect(simulator.state.interviews.map((one) => one.metadata)).toEqual([
				metadata,
				{ ...metadata, external_id: '20417' },
			]);
		});

		it('groups by posting and by Process in Background, and returns the results in the order of the items', async () => {
			const [, second] = simulator.state.postings;
			const input = people(4).map((one, index) => ({
				...one,
				at: index % 2 === 0 ? postingId : second.id,
				later: index === 3,
			}));
			const given = { ...posting('={{ $json.at }}'), ...fromItems, inBackground: '={{ $json.later }}' };
			const added = await rows('candidate addMany', given, { input });
			expect(added.map(({ name }) => name)).toEqual(input.map(({ who }) => who));
			expect(added.map(({ status }) => status ?? 'added')).toEqual(['added', 'added', 'added', 'queued']);
			expect(sent('POST', /candidates\/bulk/).map(({ path }) => path.split('/').slice(4).join('/'))).toEqual([
				`${postingId}/candidates/bulk`,
				`${second.id}/candidates/bulk`,
				`${second.id}/candidates/bulk/async`,
			]);
		});
	});

	it.each([false, true])(
		'metadata loses the keys whose value is empty, also when HeyMilo keeps what it is not sent (%s)',
		async (mergesMetadata) => {
			simulator.state.mergesMetadata = mergesMetadata;
			const { id: interviewId } = await invite();
			const set = async (entries: Array<{ key: string; value: string }>, keepOthers = true) =>
				(await row('interview setMetadata', { interviewId, metadata: { entries }, keepOthers })).metadata;
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

	describe('Posting', () => {
		const find = (id: unknown) => simulator.state.posting(String(id));

		it('is created with its steps, changed field by field and step by step, and archived', async () => {
			const made = await row('posting create', {
				title,
				workflow: '[{"type":"resume","config":{"mandatory":true}},{"type":"web_interview","questions":null}]',
				additionalFields: { max_retakes: 2, deadline: '2027-01-31T00:00:00.000Z', description: 'Nights' },
			});
			expect(find(made.id)?.workflow.map(({ type }) => type)).toEqual(['resume', 'web_interview']);
			const own = { ...posting(String(made.id)), simplify: false };

			const metadata = { entries: [{ key: 'team', value: 'blue' }] };
			const updated = await row('posting update', {
				...own,
				updateFields: { title: 'Night Nurse', metadata },
			});
			expect(updated).toMatchObject({ title: 'Night Nurse', max_retakes: 2, metadata: { team: 'blue' } });
			const cleared = await row('posting update', {
				...own,
				updateFields: { metadata: {}, redirect_url: '' },
			});
			expect(cleared).toMatchObject({ title: 'Night Nurse', metadata: {}, redirect_url: null });
			expect(bodiesOf('PATCH', /postings/).at(-1)).toEqual({ metadata: {}, redirect_url: null });

			await run('posting updateStep', { ...own, step: 'web_interview', config: '{"num_questions":7}' });
			const second = { step: 'position', position: 1, config: { mandatory: false } };
			await run('posting updateStep', { ...own, ...second });
			expect(find(made.id)?.workflow.map(({ config }) => config)).toEqual([
				{ mandatory: false },
				{ num_questions: 7 },
			]);

			await run('posting archive', own);
			expect(find(made.id)?.archived).toBe(true);
			await expect(
				refusal('candidate add', { ...own, name: 'Ada', email: 'ada@example.com' }),
			).resolves.toContain('Posting is archived and takes no new candidates');
		});

		it('is created from a template', async () => {
			const template = { title, setUpFrom: 'template', templateId: 'IT_screen' };
			const { id } = await row('posting create', template);
			expect(find(id)?.settings).toEqual({ interview_template_id: 'IT_screen' });
		});
	});

	it('questions are of one kind, take more fields than the panel has, and are listed and deleted by kind', async () => {
		const create = async (text: string, modality: string) =>
			String((await row('question create', { ...posting(), modality, text })).id);
		const [why, how] = [await create('Why here?', 'voice'), await create('How so?', 'voice')];
		await create('Do you drive?', 'form');
		const question = { ...posting(), questionId: why };
		await run('question update', { ...question, updateFields: { more: '{"min_follow_ups":1}' } });
		const got = await row('question get', { ...question, simplify: false });
		expect(got).toMatchObject({ text: 'Why here?', min_follow_ups: 1 });

		const order = JSON.stringify([how, why]);
		const reordered = await rows('question reorder', { ...posting(), order });
		expect(reordered.map(({ id }) => id)).toEqual([how, why]);
		const voice = await rows('question getAll', { ...posting(), filters: { modality: 'voice' } });
		expect(voice.map(({ rank }) => rank)).toEqual([1, 2]);
		await expect(rows('question getAll', posting())).resolves.toHaveLength(3);

		await run('question delete', question);
		expect(simulator.state.questionsOf(postingId, 'voice').map(({ id }) => id)).toEqual([how]);
		await expect(refusal('question delete', question)).resolves.toMatch(
			/^Nothing was deleted: HeyMilo has no question .*deleted already/,
		);
	});

	it('a question is gone where the answer was lost, but not where it is the posting that HeyMilo does not find', async () => {
		const { id: questionId } = await row('question create', {
			...posting(),
			modality: 'voice',
			text: 'Why?',
		});
		const match = { method: 'DELETE', path: /questions/ };
		simulator.failNext({ match, status: 'drop-after-handling' });
		expect(await row('question delete', { ...posting(), questionId })).toEqual({ deleted: true });

		const other = await row('question create', { ...posting(), modality: 'voice', text: 'How?' });
		simulator.failNext({ match, status: 502 });
		await expect(
			refusal('question delete', { ...posting('another posting'), questionId: other.id }),
		).resolves.toMatch(/^Nothing was deleted/);
	});

	describe('Webhook', () => {
		it('is listed by posting and by event', async () => {
			const { postings } = simulator.state;
			for (let index = 0; index < 130; index++) {
				const scope = postings[index % 2].id;
				const event = index % 13 === 0 ? 'interview_started' : 'report_available';
				simulator.addWebhook(`https://example.com/${index}`, { events: [event], scope });
			}
			const count = async (filters: object) =>
				(await rows('webhook getAll', { returnAll: true, filters })).length;
			expect(await count({})).toBe(130);
			expect(await count(posting())).toBe(65);
			expect(await count({ event: 'interview_started' })).toBe(10);
			expect(await count({ ...posting(), event: 'interview_started' })).toBe(5);
			expect(await count(posting('NOSUCH'))).toBe(0);
		});
	});

	describe('ATS', () => {
		it('resolves the candidate of a trigger, and pushes what is filled in', async () => {
			await invite();
			const input = [{ candidate_email: 'ada@example.com' }];
			const resolved = await row('ats resolveCandidate', {}, { input });
			expect(resolved).toMatchObject({ success: true, matches: [{ first_name: 'Ada' }] });
			const candidate = { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' };
			const options = { create_submission: true, posting_id: postingId };
			const additionalFields = { ...candidate, ats_candidate_id: '={{ 20417 }}', phone: '' };
			const pushed = await rows('ats pushCandidate', { additionalFields, options });
			expect(simulator.state.pushes[0].request).toEqual({
				...options,
				ats_name: 'bullhorn',
				candidate: { ...candidate, ats_candidate_id: '20417' },
			});
			const status = await row('ats getPushStatus', {}, { input: pushed });
			expect(status).toMatchObject({ item_id: pushed[0].item_id, status: 'completed' });
		});
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
			const entries = await rows('lookup getAll', { list });
			expect(entries.map((entry) => entry.id)).toEqual([id]);
			await expect(rows('lookup get', { list, entryId: id })).resolves.toEqual(entries);
		});

		it('gets one voice', async () => {
			const voice = { list: 'voices', entryId: 'VO_13' };
			const simple = await row('lookup get', voice);
			expect(simple).toMatchObject({ id: 'VO_13', name: 'Voice 13', provider: 'elevenlabs' });
			expect(Object.keys(simple)).toHaveLength(8);
			const whole = await row('lookup get', { ...voice, simplify: false });
			expect(whole.provider_voice_id).toBe('pv_13');
		});

		it('gets voices over several pages, workspaces and the schemas', async () => {
			await expect(rows('lookup getAll', { list: 'voices', returnAll: true })).resolves.toHaveLength(130);
			await expect(rows('lookup getAll', { list: 'voices', search: 'voice 13' })).resolves.toHaveLength(2);
			expect((await row('lookup getAll', { list: 'workspaces' })).name).toBe('Northwind Demo');
			expect(await row('lookup getAll', { list: 'schemas/agents' })).toHaveProperty('web_interview');
			expect(await row('lookup getAll', { list: 'schemas/question-types' })).toHaveProperty('voice');
		});
	});

	describe('with API Version V1 in the credential', () => {
		beforeEach(async () => await restart({ apiVersion: 'v1' }));

		it('creates, gets, lists and deactivates webhooks', async () => {
			const webhookUrl = 'https://example.com/hook';
			const made = await row('webhook create', { ...posting(), webhookUrl });
			expect(made).toMatchObject({ url: webhookUrl, event_type: 'report_available', http_method: 'post' });
			const second = simulator.state.postings[1].id;
			await run('webhook create', { ...posting(second), webhookUrl, event: 'interview_started' });

			const { webhook_id: webhookId } = made;
			expect(await row('webhook get', { webhookId })).toEqual(made);
			const listed = async (filters: object = {}) =>
				(await rows('webhook getAll', { filters })).map(({ posting_id }) => posting_id);
			expect(await listed()).toEqual([postingId, second]);
			expect(await listed(posting(second))).toEqual([second]);
			expect(await listed({ event: 'report_available' })).toEqual([postingId]);
			expect(sent('GET', /all\?/).map(({ path }) => path.split('?')[1])).toEqual([
				`posting_id=${second}`,
				'event_type=report_available',
			]);

			expect(await row('webhook delete', { webhookId })).toEqual({ deleted: true });
			expect(await listed()).toEqual([second]);
			expect(simulator.requests.every(({ path }) => path.startsWith('/api/webhook/'))).toBe(true);
			await expect(refusal('webhook delete', { webhookId: 'X' })).resolves.toMatch(
				/^Nothing was deleted: HeyMilo has no webhook with the ID X \|/,
			);
			await expect(refusal('webhook get', { webhookId: 'X' })).resolves.toMatch(
				/^HeyMilo says: Webhook not found/,
			);
		});

		it.each([
			['report get', 'Report: Get'],
			['candidate addMany', 'Candidate: Add Many'],
			['posting getAll', 'Posting: Get Many'],
			['lookup getAll', 'Lookup: Get Many'],
		])('says that it has no %s, and sends nothing', async (name, shown) => {
			const message = `${shown} needs API Version V2 in the credential`;
			const told = await refusal(name);
			expect(told.startsWith(`${message} | `)).toBe(true);
			expect(told).toContain('set API Version to V2 and Base URL to https://api.heymilo.ai');
			const items = await run(name, {}, { input: [{}, {}], continueOnFail: true });
			expect(items.map(({ json }) => json.error)).toEqual([message, message]);
			expect(pairedWith(items)).toEqual([0, 1]);
			expect(simulator.requests).toEqual([]);
		});
	});

	it('a picked time is read in the zone of the workflow, for filters and for writes', async () => {
		const filters = { addedAfter: '2026-03-28T12:00:00', addedBefore: '2026-03-29T12:00:00' };
		const updateFields = { deadline: '2026-12-01T18:00:00' };
		const timezone = 'Europe/Berlin';
		await run('candidate getAll', { ...posting(), filters }, { timezone });
		await run('posting update', { ...posting(), updateFields }, { timezone });
		const [{ path }] = sent('GET', /candidates/);
		const { searchParams } = new URL(path, simulator.baseUrl);
		const asked = ['created_after', 'created_before'].map((name) =>
			new Date(Number(searchParams.get(name)) * 1000).toISOString(),
		);
		// Daylight saving time begins in the night between them.
		expect(asked).toEqual(['2026-03-28T11:00:00.000Z', '2026-03-29T10:00:00.000Z']);
		expect(bodiesOf('PATCH', /postings/)).toEqual([{ deadline: '2026-12-01T17:00:00.000Z' }]);
	});

	it.each(['v2', 'v1'] as const)('offers the postings of %s in a searchable list', async (apiVersion) => {
		await restart({ apiVersion });
		for (let index = 0; index < 120; index++) simulator.state.addPosting(`Posting ${index}`);
		const first = await searchPostings(simulator);
		// V1 has no search: all of its pages are read at once, though the server returns fewer on a page than it is asked for.
		expect(first.results).toHaveLength(apiVersion === 'v2' ? 100 : 123);
		const second =
			first.paginationToken && (await searchPostings(simulator, '', String(first.paginationToken)));
		expect(second ? second.results.length : 0).toBe(apiVersion === 'v2' ? 23 : 0);
		expect(second && second.paginationToken).toBeUndefined();
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
