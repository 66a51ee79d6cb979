import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import { installNode } from '../host/install';
import type { Vendor } from '../nodes/shared/event/interviewEvent';
import { ensureBuilt } from '../scripts/built';
import { SPLIT_PACKAGES } from '../scripts/splitPackages';
import { measureAddMany } from './inProcess/addMany';
import { measureDeduplication } from './inProcess/deduplication';
import { measureGetMany } from './inProcess/getMany';
import { measureOwnCost } from './inProcess/ownCost';
import { measureStartUp } from './inProcess/startUp';
import { machine, publish } from './shared/report';

/** Set in the process that measures. */
const MEASURES = '--measure';

/** Builds what is published, and measures it on the Node that n8n runs on: on Node 20 some of it takes twice as long. */
async function prepare(): Promise<void> {
	const node = await installNode((line) => void process.stdout.write(`${line}\n`));
	ensureBuilt(['scripts/build.ts', 'scripts/split.ts']);
	const parameters = ['--expose-gc', '--import', 'tsx', __filename, MEASURES];
	const { status } = spawnSync(node, parameters, { stdio: 'inherit' });
	if (status !== 0) throw new Error(`Measuring ended with status ${status}`);
}

async function measure(): Promise<void> {
	const built = createRequire(__filename)(join(__dirname, '..', 'dist')) as Record<
		string,
		new () => INodeType
	>;
	const triggers = SPLIT_PACKAGES.map(({ page, className }) => [page, new built[`${className}Trigger`]()]);
	await measureOwnCost(Object.fromEntries(triggers) as Record<Vendor, INodeType>);
	await measureDeduplication();
	await measureStartUp();
	await measureGetMany();
	await measureAddMany();
	publish('performance.md', 'machine', { head: ['Measured on'], rows: [[machine()]] });
}

(process.argv.includes(MEASURES) ? measure() : prepare()).catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
