import { EVENTS } from '../../simulators/micro1/bodies';
import { startMicro1, type Micro1Options, type Micro1Simulator } from '../../simulators/micro1';
import type { ActiveWorkflow, Setup } from './activeWorkflow';
import { prepare } from './vendors';

/** All but the one that is another name of a recording's. */
const REGISTERED = EVENTS.filter((event) => event !== 'interview.completed');

const MAKING = { method: 'POST', path: '/webhook' };
const REMOVING = { method: 'DELETE', path: /^\/webhook\// };

describe('micro1 Trigger', () => {
	let simulator: Micro1Simulator;
	let workflow: ActiveWorkflow;

	afterEach(async () => {
		await workflow.stop();
		await simulator.stop();
	});

	/** A trigger on every event. */
	async function start(setup: Partial<Setup> = {}, options: Micro1Options = {}): Promise<void> {
		simulator = await startMicro1(options);
		workflow = await prepare('micro1', simulator, setup);
	}

	const startActive = async (...setup: Parameters<typeof start>) => {
		await start(...setup);
		await workflow.activate();
	};

	const active = () => simulator.webhooks.filter((webhook) => webhook.active);
	const eventsOf = (webhooks: Array<{ events: string[] }>) => webhooks.flatMap(({ events }) => events).sort();
	const tokens = () => active().map(({ url }) => new URL(url).searchParams.get('token'));

	describe.each(['id', 'data.id', 'data.webhook_id', 'nowhere'] as const)(
		'where the ID of a new webhook is %s',
		(webhookIdIn) => {
			it('registers one webhook for each event, each with a token of 256 bits, and leaves none behind', async () => {
				await startActive({}, { webhookIdIn });
				expect(eventsOf(active())).toEqual([...REGISTERED].sort());
				expect(tokens()).toEqual(tokens().map(() => expect.stringMatching(/^[0-9a-f]{64}$/) as string));
				expect(new Set(tokens()).size).toBe(REGISTERED.length);
				await expect(workflow.call('checkExists')).resolves.toBe(true);
				await workflow.deactivate();
				expect(active()).toEqual([]);
			});
		},
	);

	it('emits every event, each once and with a proof by the token', async () => {
		await startActive();
		simulator.sender.duplicate = 1;
		const applied = await simulator.apply({ name: 'Ada Example', externalId: 'ATS-7' });
		await applied.create();
		await applied.score(85);
		await applied.invite();
		await applied.update('shortlisted');
		const interview = await simulator.invite({ name: 'Ada Example', externalId: 'ATS-7' });
		await interview.start();
		await interview.report(74);
		await interview.record();
		await interview.recordWebcam();
		await interview.proctor(91);
		expect(
			workflow.events.map(({ vendor_event, event_type, interview_id, verification, is_out_of_order }) => [
				vendor_event,
				event_type,
				interview_id,
				verification,
				is_out_of_order,
			]),
		).toEqual(
			[
				['applicant.created', 'interview.status_changed', applied.id],
				['applicant.completed', 'interview.status_changed', applied.id],
				['applicant.invited', 'interview.invited', applied.id],
				['applicant.updated', 'interview.status_changed', applied.id],
				['interview.started', 'interview.started', interview.sessionKey],
				['interview_report.created', 'interview.report_available', interview.id],
				['interview_recording.completed', 'interview.status_changed', interview.id],
				['interview_webcam_recording.completed', 'interview.status_changed', interview.id],
				['proctoring_score.completed', 'interview.status_changed', interview.id],
			].map((row) => [...row, 'shared_secret', false]),
		);
		expect(simulator.sender.outcomes.every(({ status }) => status === 200)).toBe(true);
	});

	it('emits a report again once it has changed', async () => {
		await startActive();
		const interview = await simulator.invite({});
		await interview.report(74);
		simulator.advance(60_000);
		await interview.report(80);
		expect(workflow.events.map(({ details }) => details)).toMatchObject([
			{ scores: [{ name: 'ai_match_score', value: 74 }, {}] },
			{ scores: [{ name: 'ai_match_score', value: 80 }, {}] },
		]);
	});

	it.each([
		['applicant.updated', { stage: 'shortlisted' }, { stage: 'rejected' }],
		['proctoring_score.completed', { proctoring_score: 90 }, { proctoring_score: 20 }],
	])('emits %s each time that it goes back and forth, and no repetition', async (event, one, other) => {
		await startActive();
		const id = { micro1_job_application_id: 'a1', report_id: 'r1', date_modified: null };
		const { url } = active()[0];
		for (const change of [one, one, other, other, one, one]) {
			await simulator.sendRaw(JSON.stringify({ event, data: { ...id, ...change } }), { url });
		}
		expect(workflow.events).toHaveLength(3);
	});

	it('takes the other name of a recording for the same event', async () => {
		await startActive();
		const { url } = active()[0];
		simulator.addWebhook(url, { events: ['interview.completed'] });
		const interview = await simulator.invite({});
		await interview.report();
		await interview.record();
		expect(workflow.events.map(({ vendor_event }) => vendor_event)).toEqual([
			'interview_report.created',
			'interview_recording.completed',
		]);
	});

	it('registers both recordings for one choice', async () => {
		await startActive({ parameters: { events: ['interview_recording.completed'] } });
		expect(eventsOf(active())).toEqual([
			'interview_recording.completed',
			'interview_webcam_recording.completed',
		]);
		const interview = await simulator.invite({});
		await interview.record();
		await interview.recordWebcam();
		expect(workflow.events).toHaveLength(2);
	});

	it('cleans up after a failed activation, and names the event', async () => {
		await start();
		const stranger = simulator.addWebhook('https://ats.example.com/micro1');
		simulator.failNext({ match: { ...MAKING, body: 'proctoring' }, status: 500, times: 1000 });
		await expect(workflow.activate()).rejects.toThrow(
			'The event proctoring_score.completed could not be registered. micro1 says: Simulated 500',
		);
		expect(active()).toEqual([stranger]);
	});

	it.each([400, 500])(
		'says that webhooks may be left where micro1 refuses to remove them with %s, and goes on from there',
		async (status) => {
			await start();
			simulator.failNext({ match: { ...MAKING, body: 'proctoring' }, status: 400, times: 1000 });
			simulator.failNext({ match: REMOVING, status, times: 1000 });
			await expect(workflow.activate()).rejects.toThrow(/may still be there: the next activation/);
			expect(active().length).toBeGreaterThan(0);
			simulator.clearFaults();
			await workflow.activate();
			expect(eventsOf(active())).toEqual([...REGISTERED].sort());
		},
	);

	it('is active, and says so in the log, where it could not look for twins at the end', async () => {
		await start();
		const activation = workflow.activate();
		while (active().length < REGISTERED.length) await new Promise((resume) => setImmediate(resume));
		simulator.failNext({ match: { method: 'GET', path: '/webhooks' }, status: 500, times: 1000 });
		await activation;
		expect(workflow.log).toEqual([expect.stringMatching(/a webhook of this trigger twice.*Simulated 500/)]);
		simulator.clearFaults();
		await expect(workflow.call('checkExists')).resolves.toBe(true);
	});

	it.each([400, 404, 410])('takes a webhook that is refused with %s and gone for removed', async (status) => {
		await startActive();
		const goes = ({ path }: { path: string }) => {
			const gone = active().find(({ id }) => path.endsWith(id));
			if (gone) gone.active = false;
			return 'Webhook not found';
		};
		simulator.failNext({ match: REMOVING, status, message: goes });
		await workflow.deactivate();
		expect(active()).toEqual([]);
		expect(workflow.log).toEqual([]);
	});

	it('says in the log when a webhook that is refused as unknown is still listed', async () => {
		await startActive();
		simulator.failNext({ match: REMOVING, status: 400 });
		await workflow.deactivate();
		expect(active()).toHaveLength(1);
		expect(workflow.log).toEqual([
			expect.stringMatching(/still lists 1 of the webhooks that it was asked to remove/),
		]);
	});

	it('says in the log when a webhook that was removed, by the answer, is still listed', async () => {
		await startActive();
		Object.defineProperty(active()[0], 'active', { get: () => true, set: () => {} });
		await workflow.deactivate();
		expect(workflow.log).toEqual([expect.stringMatching(/still lists 1 of the webhooks/)]);
	});

	it('goes by no webhook that was deleted and is still listed', async () => {
		await startActive({}, { listsDeleted: true });
		await workflow.deactivate();
		await workflow.activate();
		expect(eventsOf(active())).toEqual([...REGISTERED].sort());
		await expect(workflow.call('checkExists')).resolves.toBe(true);
	});

	const masked = (url: string) => url.replace(/token=.*/, 'token=***');

	describe.each([
		...['enabled', 'ACTIVE', 'pending_verification', 'live', 1, null].map((status) => [
			`with the status ${String(status)}`,
			(row: object) => ({ ...row, status }),
		]),
		['under another ID', (row) => ({ ...row, webhook_id: `listed-${row.webhook_id}` })],
		['with a masked token', (row) => ({ ...row, url: masked(row.url) })],
		['without the query of its URL', (row) => ({ ...row, url: row.url.replace(/\?.*/, '') })],
		['with a list of events', ({ event, ...row }) => ({ ...row, events: [event] })],
		['with the event in upper case', (row) => ({ ...row, event: row.event.toUpperCase() })],
		['without the event', ({ event: _, ...row }) => row],
	] as Array<[string, Micro1Options['listsAs']]>)('where a webhook is listed %s', (_, listsAs) => {
		it('is active, and removes nothing that it made', async () => {
			await startActive({}, { listsAs });
			expect(eventsOf(active())).toEqual([...REGISTERED].sort());
			await expect(workflow.call('checkExists')).resolves.toBe(true);
			await (await simulator.invite({})).start();
			expect(workflow.events).toHaveLength(1);
		});

		it('keeps what was registered before', async () => {
			const options: Micro1Options = {};
			await startActive({}, options);
			const before = active();
			options.listsAs = listsAs;
			await workflow.activate('init');
			expect(active()).toEqual(before);
		});
	});

	it.each<[string, NonNullable<Micro1Options['listsAs']>, RegExp]>([
		['as not active', (row) => ({ ...row, status: 'inactive' }), /lists it as not active/],
		['as deleted', (row) => ({ ...row, status: 'deleted' }), /does not list it/],
		['for another event', (row) => ({ ...row, event: 'interview.completed' }), /does not list it/],
		['at another address', (row) => ({ ...row, url: row.url.replace('?', '/?') }), /does not list it/],
	])(
		'is not active where micro1 lists what was made %s, and leaves nothing behind',
		async (_, listsAs, said) => {
			await start({}, { listsAs });
			await expect(workflow.activate()).rejects.toThrow(said);
			expect(active()).toEqual([]);
		},
	);

	it('leaves alone what was there before where a new webhook is not listed', async () => {
		const options: Micro1Options = {};
		await startActive({ parameters: { events: ['interview_report.created'] } }, options);
		const before = active();
		const stranger = simulator.addWebhook('https://ats.example.com/micro1');
		options.listsAs = (row) => (row.event === 'interview.started' ? { ...row, url: stranger.url } : row);
		workflow.change({ events: ['interview.started'] });
		await expect(workflow.activate()).rejects.toThrow(/interview.started could not be registered/);
		expect(active()).toEqual(expect.arrayContaining([...before, stranger]));
		options.listsAs = (row) => row;
		await workflow.activate();
		expect(active().map(({ events }) => events)).toContainEqual(['interview.started']);
		expect(active()).toEqual(expect.not.arrayContaining(before));
	});

	it('waits for a list that shows a new webhook late', async () => {
		let looks = 0;
		const listsAs: Micro1Options['listsAs'] = (row) =>
			looks++ < REGISTERED.length ? { ...row, url: '' } : row;
		await startActive({}, { listsAs });
		expect(eventsOf(active())).toEqual([...REGISTERED].sort());
	});

	it('are late for nothing: the report, the recordings and the proctoring come in any order', async () => {
		await startActive();
		const interview = await simulator.invite({});
		simulator.hold();
		await interview.report();
		await interview.record();
		await interview.recordWebcam();
		await interview.proctor();
		await simulator.release('reverse');
		expect(workflow.events).toHaveLength(4);
		expect(workflow.events.filter(({ is_out_of_order }) => is_out_of_order)).toEqual([]);
	});

	it('takes a refusal under status 200 for one', async () => {
		await start({}, { refusesUnder200: true });
		simulator.failNext({ match: MAKING, status: 200, message: () => 'Too many webhooks' });
		await expect(workflow.activate()).rejects.toThrow('micro1 says: Too many webhooks');
		expect(active()).toEqual([]);
	});

	it('shows no token in what it says', async () => {
		await start();
		simulator.failNext({ match: MAKING, status: 400, message: ({ body }) => body });
		const said = await workflow.activate().catch((error: Error) => error.message);
		expect(said).toMatch(/micro1 says: .*\*\*\*/);
		expect(said).not.toMatch(/[0-9a-f]{64}/);
	});

	it('refuses to be activated without an event of micro1, and says where the key comes from', async () => {
		await start({ parameters: { events: ['unrecognized'] } });
		await expect(workflow.activate()).rejects.toThrow(/Select at least one event of micro1/);
		expect(simulator.requests).toEqual([]);
		workflow.change({ events: ['interview.started'] });
		workflow.changeCredential({ apiKey: 'wrong' });
		await expect(workflow.activate()).rejects.toThrow(/Invalid API key.*micro1 → Settings/);
	});
});
