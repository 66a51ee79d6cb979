import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { setStage } from '../demo/stage';
import { ensureBuilt } from '../scripts/built';
import { openServices, type Services } from '../test/e2e/services/openServices';
import { prepareChoices } from '../test/e2e/workflows/chosenWorkflow';
import { startClient } from './n8n/client';
import { newDeliveries, signedByHireflix } from './n8n/contestants';
import { executionsOf, FAILED } from './n8n/drain';
import { processorMs } from './n8n/processes';
import { publish } from './shared/report';
import { percentile } from './shared/statistics';

const WORKFLOW = 'one-row-per-interview.json';

const DELIVERIES = 1_000;
const PER_SECOND = DELIVERIES / 60;
const BYTES = 1_000;

/** After so long without another end, n8n does nothing any more. */
const STILL_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

const LAZY = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

const CASES = [
	{ name: 'as n8n comes', environment: {}, perMinute: Infinity },
	{ name: 'lazy engine', environment: LAZY, perMinute: Infinity },
	{ name: "lazy engine, Google's limit for a person", environment: LAZY, perMinute: 60 },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** A thousand interviews of one minute, each to be a row of a sheet: what n8n needs for each, and where it stops. */
async function bench(): Promise<void> {
	ensureBuilt();
	const rows: string[][] = [];
	for (const { name, environment, perMinute } of CASES) {
		say(`\n${name}`);
		const services = await openServices();
		services.sheets.perMinute = perMinute;
		try {
			rows.push([name, ...(await measure(services, environment))]);
		} finally {
			await services.stop();
		}
	}
	publish('performance.md', 'rows of a sheet', {
		head: [
			'',
			'answered 200 within a minute',
			'p99 of an answer',
			'rows in the sheet',
			'executions succeeded',
			'failed',
			'left without an end',
			'the last ended after',
			"n8n's processor time for each",
			'calls of Google for each',
		],
		rows,
	});
}

async function measure(services: Services, environment: Record<string, string>): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	const stage = await setStage(folder, say, { ...services.environment, ...environment });
	const client = startClient();
	try {
		const { n8n } = stage;
		const install = await prepareChoices(stage, services);
		const { id } = await install(WORKFLOW);
		await n8n.activate(id);
		const url = await stage.productionUrl(id);
		const sender = { workflowId: id, url, headersOf: signedByHireflix(stage), status: 200 as const };
		const requests = newDeliveries(sender, 'hireflix', BYTES, DELIVERIES);
		const used = processorMs(n8n.pid());
		const started = Date.now();
		const answers = await client.send({ url, requests, pace: { perSecond: PER_SECOND, phase: 0 } });
		say(JSON.stringify(answers.statuses));
		await untilStill(async () => await executionsOf(n8n, id, ['success', ...FAILED]));
		const counted = async (...statuses: string[]) => String(await executionsOf(n8n, id, statuses));
		return [
			String(answers.statuses[200] ?? 0),
			`${percentile(answers.latenciesMs, 99).toFixed(0)} ms`,
			String(new Set(services.sheets.rows().map(({ interview_id }) => interview_id)).size),
			await counted('success'),
			await counted(...FAILED),
			await counted('new', 'running'),
			`${((Date.now() - STILL_MS - started) / 1000).toFixed(0)} s`,
			`${((processorMs(n8n.pid()) - used) / DELIVERIES).toFixed(0)} ms`,
			(services.sheets.calls / DELIVERIES).toFixed(1),
		];
	} finally {
		client.stop();
		await stage.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Deliveries whose sender gave up are executed all the same. */
async function untilStill(count: () => Promise<number>): Promise<void> {
	for (let [last, since] = [-1, Date.now()]; Date.now() - since < STILL_MS;) {
		const now = await count();
		if (now !== last) [last, since] = [now, Date.now()];
		await wait(LOOK_EVERY_MS);
	}
}

bench().catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
