import { spawn } from 'node:child_process';

import { areBuilt, noteBuilt } from './built';
import { SPLIT_FOLDER, SPLIT_PACKAGES } from './splitPackages';

interface Step {
	name: string;
	command: string;
	parameters: string[];
}

const tsx = (name: string, file: string, ...rest: string[]): Step => ({
	name,
	command: process.execPath,
	parameters: ['--import', 'tsx', file, ...rest],
});

const tool = (name: string, command: string, ...parameters: string[]): Step => ({
	name,
	command: `node_modules/.bin/${command}`,
	parameters,
});

/** Every other one: two processes share the work. */
const halves = <Entry>(entries: Entry[]): Entry[][] =>
	[0, 1].map((half) => entries.filter((_, index) => index % 2 === half));

const FOLDERS = ['.', ...SPLIT_PACKAGES.map(({ name }) => `${SPLIT_FOLDER}/${name}`)];

/** Steps that run beside each other. */
type Group = Step[];

const BUILDING: Group = [tsx('Build', 'scripts/build.ts'), tsx('One package per vendor', 'scripts/split.ts')];

/** What is not there as it would be built now. */
const UNBUILT: Group[] = areBuilt() ? [] : [BUILDING];

const STEPS: Group[] = [
	[
		tool('Lint', 'eslint', '-c', 'eslint.workspace.mjs', '.'),
		tool('Format', 'prettier', '--check', '--log-level', 'warn', '.'),
		tool('Types', 'tsc', '--noEmit'),
	],
	BUILDING,
	[
		...halves(FOLDERS).map((folders) =>
			tsx("n8n's scanner on sources and tarballs", 'scripts/scan.ts', ...folders),
		),
		tsx('Generated documents', 'scripts/docs.ts', '--check'),
	],
	[
		tool(
			'Unit, lifecycle and package tests',
			'jest',
			'--maxWorkers=2',
			'test/unit',
			'test/lifecycle',
			'test/package',
		),
	],
];

const E2E_STEPS: Group[] = [
	[tsx('The pinned n8n', 'scripts/installHost.ts')],
	...UNBUILT,
	// Two files at a time: most of them wait for n8n, which waits before it tries again.
	[tool('Tests on a real n8n', 'jest', '--maxWorkers=2', 'test/e2e')],
];

const UI_STEPS: Group[] = [
	[tsx('Chromium', 'scripts/checkChromium.ts')],
	[tsx('The pinned n8n', 'scripts/installHost.ts')],
	...UNBUILT,
	[tsx('No screenshots of an earlier run', 'scripts/screenshots.ts', '--clear')],
	[tool('Tests in the editor', 'jest', '--runInBand', 'test/ui')],
	[tsx('Screenshots of the documents', 'scripts/screenshots.ts')],
];

const VERSIONS_STEPS: Group[] = [
	...UNBUILT,
	[tsx('A smoke on each n8n', 'scripts/testVersions.ts', ...process.argv.slice(3))],
];

const SUITES: Record<string, Group[]> = {
	'--e2e': E2E_STEPS,
	'--ui': UI_STEPS,
	'--versions': VERSIONS_STEPS,
};

/** Runs one group of steps after the other and stops at the first in which one fails. */
async function runGroups(groups: Group[]): Promise<void> {
	for (const group of groups) {
		const failed = (await Promise.all(group.map(async (step) => await run(step, group.length === 1)))).filter(
			(name) => name !== null,
		);
		for (const name of failed) process.stderr.write(`\n${name} failed\n`);
		if (failed.length > 0) process.exit(1);
		if (group === BUILDING) noteBuilt();
	}
}

/** Runs a step; what it writes comes in one piece where others run beside it. Returns its name when it failed. */
async function run({ name, command, parameters }: Step, isAlone: boolean): Promise<string | null> {
	const heading = `\n— ${name}\n`;
	if (isAlone) process.stdout.write(heading);
	const child = spawn(command, parameters, {
		stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	const written: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk: Buffer) => written.push(chunk));
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	if (!isAlone) process.stdout.write(`${heading}${Buffer.concat(written).toString()}`);
	return status === 0 ? null : name;
}

runGroups(SUITES[process.argv[2]] ?? STEPS).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
