import { installHost } from '../host/install';
import { ensureBuilt } from '../scripts/built';
import { createTable } from '../test/e2e/shippedWorkflow';
import { publishCounted } from './queue/countedWorkflow';
import { deploySettings } from './queue/deploySettings';
import { freshDeliveries, send, toEach } from './queue/deliveries';
import { killInMidRun, type KilledRun } from './queue/kills';
import { openQueueStage, type QueueStage } from './queue/queueStage';
import { deliveryRates, type Contestant } from './queue/throughput';
import { machine, publish, shown } from './shared/report';
import { ratios, spreadOf } from './shared/statistics';

const PAGE = 'scaling.md';

/** What n8n evaluates expressions with, and how many deliveries a turn has: turns take about as long as each other. */
const ENGINES = [
	{ name: 'as n8n comes', settings: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'false' }, deliveries: 60 },
	{ name: 'as `deploy/` sets it', settings: {}, deliveries: 200 },
	{ name: '`legacy`', settings: { N8N_EXPRESSION_ENGINE: 'legacy' }, deliveries: 200 },
] as const;

const ROUNDS = 3;

const EVENTS = 1000;
const EVENTS_AT_ONCE = 10;

const KILLED_RUN_DELIVERIES = 300;

/** After so long n8n, as it comes, has given up the executions of a worker that died. */
const GIVEN_UP_MS = 150_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Starts a queue, lets something happen in it, and ends it. */
async function onStage<Result>(
	environment: Readonly<Record<string, string>>,
	play: (stage: QueueStage) => Promise<Result>,
): Promise<Result> {
	const stage = await openQueueStage(say, environment);
	try {
		return await play(stage);
	} finally {
		await stage.stop();
	}
}

async function publishRates(): Promise<void> {
	const rows: string[][] = [];
	for (const { name: engine, settings, deliveries } of ENGINES) {
		say(`Deliveries per second, ${engine}`);
		const rates = await onStage(
			{ ...deploySettings(), ...settings },
			async (stage) => await deliveryRates(stage, ROUNDS, deliveries),
		);
		const row = (name: string, one: Contestant, two: Contestant) => [
			engine,
			name,
			shown(spreadOf(rates[one]), 1),
			shown(spreadOf(rates[two]), 1),
			shown(ratios(rates[two], rates[one])),
		];
		rows.push(row('core Webhook', 'core, 1', 'core, 2'), row('Hireflix Trigger', 'ours, 1', 'ours, 2'));
		const beside = (one: Contestant, other: Contestant) => shown(ratios(rates[one], rates[other]));
		rows.push([engine, 'ours ÷ core', beside('ours, 1', 'core, 1'), beside('ours, 2', 'core, 2'), '']);
	}
	publish(PAGE, 'deliveries', {
		head: ['Expression engine', 'Trigger', '1 processor', '2 processors', '2 ÷ 1'],
		rows,
	});
}

async function publishDuplicates(): Promise<void> {
	const rows = await onStage({ ...deploySettings(), N8N_EXPRESSION_ENGINE: 'legacy' }, async (stage) => {
		const table = await createTable(stage);
		const files = [
			{ file: 'one-row-per-interview.json', others: [table.upsertNode('One row per interview')] },
			{ file: 'once-in-queue-mode.json', others: [] },
		];
		const measured: string[][] = [];
		for (const { file, others } of files) {
			say(`${EVENTS} events to both processors: ${file}`);
			const workflow = await publishCounted(stage, file, others);
			const { hireflix } = stage.simulators;
			hireflix.sender.timeoutMs = 120_000;
			const bodies = freshDeliveries(EVENTS);
			const answered = await send(hireflix, bodies, toEach(workflow.urls), EVENTS_AT_ONCE);
			await workflow.drained();
			const { success = 0 } = await workflow.statuses();
			const { rows: passed, events } = await workflow.effects();
			measured.push([`\`${file}\``, ...[2 * EVENTS, answered, success, passed, events].map(String)]);
		}
		return measured;
	});
	publish(PAGE, 'duplicates', {
		head: [
			'Workflow',
			'Deliveries',
			'Answered 200',
			'Items',
			'Passed the deduplication',
			'Different events among them',
		],
		rows,
	});
}

async function publishKills(): Promise<void> {
	const settings = {
		'as n8n comes': {},
		'as `deploy/` sets it': deploySettings(),
	};
	const rows: string[][] = [];
	for (const [name, environment] of Object.entries(settings)) {
		say(`A worker and a processor killed, ${name}`);
		const run: KilledRun = await onStage(
			{ ...environment, N8N_EXPRESSION_ENGINE: 'legacy' },
			async (stage) => {
				const workflow = await publishCounted(stage, 'once-in-queue-mode.json');
				return await killInMidRun(stage, workflow, KILLED_RUN_DELIVERIES, GIVEN_UP_MS);
			},
		);
		const { sent, answered, sentAgain, failed, stuck, lost, twice } = run;
		rows.push([name, ...[sent, answered, sentAgain, failed, stuck, lost, twice].map(String)]);
	}
	publish(PAGE, 'kills', {
		head: [
			'Settings',
			'Sent',
			'Answered 200',
			'Of them sent again',
			'Executions left failed',
			'Left stuck',
			'Lost after Retry',
			'Twice',
		],
		rows,
	});
}

const PARTS: Record<string, () => Promise<void>> = {
	duplicates: publishDuplicates,
	kills: publishKills,
	deliveries: publishRates,
};

/** Measures the parts that are named; all of them by default. */
async function bench(named: string[]): Promise<void> {
	ensureBuilt();
	for (const part of named.length > 0 ? named : Object.keys(PARTS)) await PARTS[part]();
	const { node } = await installHost(say);
	publish(PAGE, 'machine', { head: ['Measured on'], rows: [[machine(node)]] });
}

bench(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
