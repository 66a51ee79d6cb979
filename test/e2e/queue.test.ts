import { publishCounted, type CountedWorkflow } from '../../bench/queue/countedWorkflow';
import { freshDeliveries, send, toEach } from '../../bench/queue/deliveries';
import { deploySettings } from '../../bench/queue/deploySettings';
import { openQueueStage, type QueueStage } from '../../bench/queue/queueStage';

const EVENTS = 100;
const EVENTS_AT_ONCE = 10;

const silent = () => {};

jest.setTimeout(600_000);

/** The part of `npm run bench:queue` that takes minutes, with fewer deliveries; killed processes are tried there. */
describe('n8n in queue mode, with the settings of deploy/', () => {
	let stage: QueueStage;

	beforeAll(async () => {
		// The engine changes how fast it is, and nothing else that is looked at here.
		stage = await openQueueStage(silent, { ...deploySettings(), N8N_EXPRESSION_ENGINE: 'legacy' });
		stage.simulators.hireflix.sender.timeoutMs = 120_000;
	});

	afterAll(async () => await stage?.stop());

	const publish = async (): Promise<CountedWorkflow> =>
		await publishCounted(stage, 'once-in-queue-mode.json');

	it('lets an event that reached two processors at the same time pass once-in-queue-mode.json once', async () => {
		const workflow = await publish();
		const bodies = freshDeliveries(EVENTS);
		const { hireflix } = stage.simulators;
		await expect(send(hireflix, bodies, toEach(workflow.urls), EVENTS_AT_ONCE)).resolves.toBe(2 * EVENTS);
		await workflow.drained();
		await expect(workflow.statuses()).resolves.toEqual({ success: 2 * EVENTS });
		await expect(workflow.effects()).resolves.toEqual({ rows: EVENTS, events: EVENTS });
	});

	it('starts one execution for equal deliveries that reach one processor', async () => {
		const workflow = await publish();
		const [processor] = workflow.urls;
		const same = Array.from({ length: 20 }, () => processor);
		await expect(send(stage.simulators.hireflix, freshDeliveries(1), toEach(same), 1)).resolves.toBe(20);
		await workflow.drained();
		await expect(workflow.statuses()).resolves.toEqual({ success: 1 });
	});
});
