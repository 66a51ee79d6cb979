import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { until } from '../host/until';
import { ensureBuilt } from '../scripts/built';
import type { Vendor } from '../simulators/shared/simulator';
import { differences } from './compare';
import { keepOpen } from './keepOpen';
import { importShipped } from './shipped';
import { conservationTable, eventTable, refusalTable, reportTable, writeCsv, type Emissions } from './show';
import { activateAll, setStage, type Stage } from './stage';
import { liveHeyMilo } from './stories/heymilo';
import { liveHireflix } from './stories/hireflix';
import { liveInterviewFlowAi } from './stories/interviewflowai';
import { liveJobMojito } from './stories/jobmojito';
import { liveRibbon } from './stories/ribbon';
import { liveMicro1 } from './stories/micro1';
import type { Expectation } from './stories/story';
import { VENDORS } from './vendors';

const CSV = resolve('demo-output', 'interview-events.csv');
const SETTLES_WITHIN_MS = 40_000;
const LOOK_EVERY_MS = 500;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Everything from nothing to a table of items; afterwards the editor stays open, unless `--once` is given. */
async function start(): Promise<void> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-ai-interviews-'));
	ensureBuilt();
	const stage = await setStage(userFolder, say);
	try {
		const workflows = await activateAll(stage, say, true);
		say('Candidates are going through their interviews');
		const expectations = await liveThrough(stage);
		const emissions = await settle(stage, workflows, expectations);
		show(stage, emissions, expectations);
		const missing = differences(emissions, expectations);
		if (missing.length > 0) {
			process.exitCode = 1;
			say(`\nNot as expected:\n${missing.join('\n')}`);
		}
		const imported = await importShipped(stage.n8n);
		if (process.argv.includes('--once')) return;
		say(`\nIn this n8n, published: the workflows "… events", whose executions have the items above.`);
		say(`To try, inactive, each with a sample item (workflows/README.md):\n  ${imported.join('\n  ')}`);
		await keepOpen(stage, say);
	} finally {
		await stage.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

async function liveThrough({ simulators }: Stage): Promise<Record<Vendor, Expectation>> {
	return {
		hireflix: await liveHireflix(simulators.hireflix),
		heymilo: await liveHeyMilo(simulators.heymilo),
		jobmojito: await liveJobMojito(simulators.jobmojito),
		interviewflowai: await liveInterviewFlowAi(simulators.interviewflowai),
		ribbon: await liveRibbon(simulators.ribbon),
		micro1: await liveMicro1(simulators.micro1),
	};
}

/** Waits until the executions hold what is expected, or has no more time. */
async function settle(
	stage: Stage,
	workflows: Record<Vendor, string>,
	expectations: Record<Vendor, Expectation>,
): Promise<Emissions> {
	const read = async () => {
		const emissions = {} as Emissions;
		for (const vendor of VENDORS) emissions[vendor] = await stage.emitted(workflows[vendor]);
		return emissions;
	};
	const isAsExpected = (emissions: Emissions) => differences(emissions, expectations).length === 0;
	return await until(read, SETTLES_WITHIN_MS, LOOK_EVERY_MS, isAsExpected);
}

function show(stage: Stage, emissions: Emissions, expectations: Record<Vendor, Expectation>): void {
	mkdirSync(resolve('demo-output'), { recursive: true });
	writeCsv(CSV, emissions);
	say(`\nItems that came out of the workflows\n${eventTable(emissions)}`);
	say(`\nReports that the workflows fetched\n${reportTable(emissions)}`);
	say(`\nDeliveries that were refused, or could not be read\n${refusalTable(emissions, expectations)}`);
	say(`\nWhat became of every delivery\n${conservationTable(emissions, expectations, stage.simulators)}`);
	say(`\nAll columns: ${CSV}`);
}

start().catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
