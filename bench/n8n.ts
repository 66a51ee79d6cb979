import { VENDOR_SETUPS } from '../demo/vendors';
import { installHost } from '../host/install';
import type { Vendor } from '../nodes/shared/event/interviewEvent';
import { ensureBuilt } from '../scripts/built';
import { startClient } from './n8n/client';
import type { Contestant } from './n8n/contestants';
import { measureDownloads, type Downloads } from './n8n/download';
import {
	downloadFigures,
	pairFigures,
	rateFigures,
	rateRatio,
	waitFigures,
	waitRatio,
	type Pair,
} from './n8n/figures';
import { openHall, type Hall } from './n8n/hall';
import { requireSameItem } from './n8n/sameItem';
import { targetFigures, type Target } from './n8n/targets';
import { round, type Round, type Shipment } from './n8n/throughput';
import { machine, print, publish, type Figures } from './shared/report';
import { inTurns, ratios } from './shared/statistics';

interface Engine {
	/** As the page calls it. */
	name: string;
	environment: Readonly<Record<string, string>>;
	/** Deliveries of a round. */
	count: number;
	/** How many times as many deliveries as each of these our trigger must answer; of forgeries, as the Webhook node. */
	atLeast: Record<'core' | 'probe' | 'handMade' | 'gitHub' | 'forged', number>;
	/** Deliveries a second that leave this n8n little to do. */
	calm: number;
}

interface Extent {
	isAcknowledgmentOnly?: boolean;
	engines: readonly Engine[];
	rounds: number;
	/** Of each vendor's report beside the Webhook node. */
	reportRounds: number;
	/** Of each round. */
	acknowledgementSeconds: number;
	megabytes: number;
	/** Where the figures go. */
	tell(name: string, figures: Figures): void;
}

const TARGETS = { core: 0.95, probe: 0.97, handMade: 1, gitHub: 1 };

const ENGINES: readonly Engine[] = [
	{ name: 'default', environment: {}, count: 60, atLeast: { ...TARGETS, forged: 1.3 }, calm: 4 },
	{
		name: 'lazy',
		environment: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		count: 160,
		atLeast: { ...TARGETS, forged: 2 },
		calm: 10,
	},
	{
		name: 'legacy',
		environment: { N8N_EXPRESSION_ENGINE: 'legacy' },
		count: 240,
		atLeast: { ...TARGETS, forged: 4 },
		calm: 10,
	},
];

const WHOLE: Extent = {
	engines: ENGINES,
	rounds: 5,
	reportRounds: 3,
	acknowledgementSeconds: 60,
	megabytes: 200,
	tell: (name, figures) => publish('performance.md', name, figures),
};

/** What two runs are compared by: `-- acknowledgment`. */
const ACKNOWLEDGMENT: Extent = { ...WHOLE, isAcknowledgmentOnly: true, tell: print };

/** Shows that everything still runs; its figures mean nothing. */
const QUICK: Extent = {
	engines: [{ ...ENGINES[2], count: 10 }],
	rounds: 1,
	reportRounds: 1,
	acknowledgementSeconds: 1,
	megabytes: 4,
	tell: print,
};

const CONNECTIONS = 10;
const WARM_UP = 20;
const BYTES_PER_MB = 1024 * 1024;

/** Of the vendors whose body is not Hireflix's, a report as it usually is. */
const REPORT_BYTES: Partial<Record<Vendor, number>> = {
	heymilo: 20_000,
	jobmojito: 2_000,
	interviewflowai: 2_000,
	ribbon: 1_000,
	micro1: 20_000,
};

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function bench(extent: Extent): Promise<void> {
	// Beside it, other tests pack what is built.
	if (extent !== QUICK) ensureBuilt();
	const { node } = await installHost(say);
	const targets: Target[] = [];
	for (const [index, engine] of extent.engines.entries()) {
		say(`\nn8n with the ${engine.name} expression engine`);
		const { environment } = engine;
		const hall = await openHall({ environment, fileBytes: extent.megabytes * BYTES_PER_MB }, say);
		try {
			if (!extent.isAcknowledgmentOnly) {
				targets.push(...(await compare(hall, engine, extent)));
				await compareReports(hall, engine, extent);
			}
			targets.push(...(await acknowledge(hall, engine, extent)));
			// Streams use no expressions, so one engine stands for both.
			if (index === 0 && !extent.isAcknowledgmentOnly) targets.push(...(await download(hall, node, extent)));
		} finally {
			await hall.stop();
		}
	}
	extent.tell('targets in n8n', targetFigures(targets));
	extent.tell('machine of n8n', { head: ['Measured on'], rows: [[machine(node)]] });
}

/** Deliveries a second: our triggers beside what n8n itself and a user's own workflow take. */
async function compare(
	hall: Hall,
	{ name, count, atLeast }: Engine,
	{ rounds, tell }: Extent,
): Promise<Target[]> {
	await requireSameItem(hall);
	say(`${rounds} rounds of ${count} deliveries to each workflow`);
	const { core, probe, handMade, gitHub, ours, forged } = hall;
	const figures = await measure(hall, rounds, count, {
		core: [core, 'hireflix', 1_000],
		ours: [ours.hireflix, 'hireflix', 1_000],
		handMade: [handMade, 'hireflix', 1_000],
		gitHub: [gitHub, 'hireflix', 1_000],
		probe: [probe, 'hireflix', 1_000],
		forged: [forged, 'hireflix', 1_000],
	});
	tell(
		`deliveries, ${name} engine`,
		rateFigures([
			["n8n's Webhook node", figures.core],
			['Hireflix Trigger', figures.ours],
			['made by hand', figures.handMade],
			["n8n's GitHub Trigger", figures.gitHub],
			['an empty community trigger', figures.probe],
			['Hireflix Trigger, forgeries', figures.forged],
		]),
	);
	const target = (against: string, to: Exclude<keyof typeof figures, 'ours' | 'forged'>): Target => ({
		name: `Hireflix Trigger ÷ ${against}`,
		engine: name,
		figure: rateRatio(figures.ours, figures[to]),
		atLeast: atLeast[to],
	});
	return [
		target('Webhook node', 'core'),
		target('empty community trigger', 'probe'),
		target('made by hand', 'handMade'),
		target('GitHub Trigger', 'gitHub'),
		{
			name: 'forgeries refused ÷ deliveries to the Webhook node',
			engine: name,
			figure: rateRatio(figures.forged, figures.core),
			atLeast: atLeast.forged,
		},
	];
}

/** Each vendor's report beside the Webhook node that is given the same. */
async function compareReports(
	hall: Hall,
	{ name: engine, count }: Engine,
	{ reportRounds, tell }: Extent,
): Promise<void> {
	const pairs: Pair[] = [];
	for (const [vendor, bytes] of Object.entries(REPORT_BYTES) as Array<[Vendor, number]>) {
		const { displayName } = VENDOR_SETUPS[vendor];
		const name = `${displayName} Trigger, ${bytes / 1000} kB`;
		say(name);
		const { core, ours } = await measure(hall, reportRounds, Math.ceil(count / 2), {
			core: [hall.core, vendor, bytes],
			ours: [hall.ours[vendor], vendor, bytes],
		});
		pairs.push({ name, ours, core });
	}
	tell(`reports, ${engine} engine`, pairFigures(pairs));
}

/** How long a vendor waits for its answer while little happens; both workflows by turns: what disturbs one disturbs the other. */
async function acknowledge(
	{ stage, core, ours }: Hall,
	{ name, calm }: Engine,
	{ rounds, acknowledgementSeconds, tell }: Extent,
): Promise<Target[]> {
	say(`${rounds} times ${acknowledgementSeconds} s of ${calm} deliveries a second to both, 64 kB each`);
	const contestants = [core, ours.heymilo].map((contestant, index) => {
		const pace = { perSecond: calm, phase: index / 2 };
		const count = calm * acknowledgementSeconds;
		const shipment: Shipment = { vendor: 'heymilo', bytes: 64_000, count, pace };
		return { contestant, shipment, client: startClient(), rounds: [] as Round[] };
	});
	try {
		for (let done = 0; done < rounds; done++) {
			await Promise.all(
				contestants.map(async (one) => {
					one.rounds.push(await round(stage.n8n, one.client, one.contestant, one.shipment));
				}),
			);
		}
	} finally {
		for (const { client } of contestants) client.stop();
	}
	const [webhookNode, trigger] = contestants.map((one) => one.rounds);
	tell(
		`acknowledgment, ${name} engine`,
		waitFigures([
			["n8n's Webhook node", webhookNode],
			['HeyMilo Trigger', trigger],
		]),
	);
	const target = 'p99 of an answer, HeyMilo Trigger ÷ Webhook node';
	return [{ name: target, engine: name, figure: waitRatio(trigger, webhookNode), atMost: 1.1 }];
}

async function download(hall: Hall, node: string, { megabytes, rounds, tell }: Extent): Promise<Target[]> {
	say(`${rounds} downloads of ${megabytes} MB`);
	const downloads: Downloads = await measureDownloads(hall.stage, hall.files, node, megabytes, rounds);
	tell('download', downloadFigures(downloads));
	const target = { engine: 'any', atLeast: 0.9 };
	return [
		{ ...target, name: 'download ÷ plain Node', figure: ratios(downloads.ours, downloads.plain) },
		{ ...target, name: 'download ÷ HTTP Request node', figure: ratios(downloads.ours, downloads.core) },
	];
}

/** A workflow, whose body it is sent, and how many bytes of it. */
type Entry = readonly [Contestant, Vendor, number];

/** All in turns, after a warm-up that does not count. */
async function measure<Name extends string>(
	{ stage, client }: Hall,
	rounds: number,
	count: number,
	entries: Record<Name, Entry>,
): Promise<Record<Name, Round[]>> {
	const send = async ([contestant, vendor, bytes]: Entry, deliveries: number): Promise<Round> => {
		const shipment: Shipment = { vendor, bytes, count: deliveries, pace: { connections: CONNECTIONS } };
		return await round(stage.n8n, client, contestant, shipment);
	};
	const list = Object.entries(entries) as Array<[Name, Entry]>;
	for (const [, entry] of list) await send(entry, WARM_UP);
	const contestants = list.map(([name, entry]) => [name, async () => await send(entry, count)] as const);
	return await inTurns<Name, Round>(
		rounds,
		Object.fromEntries(contestants) as Record<Name, () => Promise<Round>>,
	);
}

const asked = process.argv.at(-1);
const EXTENTS: Record<string, Extent> = { '--quick': QUICK, acknowledgment: ACKNOWLEDGMENT };

bench(EXTENTS[asked ?? ''] ?? WHOLE).catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
