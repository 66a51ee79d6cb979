import { spawnSync } from 'node:child_process';

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

const FOLDERS = ['.', ...SPLIT_PACKAGES.map(({ name }) => `${SPLIT_FOLDER}/${name}`)];

const BUILDING: Step[] = [
	tsx('Build', 'scripts/build.ts'),
	tsx('One package per vendor', 'scripts/split.ts'),
];

/** What is not there as it would be built now. */
const UNBUILT = areBuilt() ? [] : BUILDING;

const STEPS: Step[] = [
	tool('Format', 'prettier', '--check', '--log-level', 'warn', '.'),
	tool('Lint', 'eslint', '-c', 'eslint.workspace.mjs', '.'),
	tool('Types', 'tsc', '--noEmit'),
	...BUILDING,
	tsx("n8n's scanner on sources and tarballs", 'scripts/scan.ts', ...FOLDERS),
	tsx('Generated documents', 'scripts/docs.ts', '--check'),
	tool(
		'Unit, lifecycle and package tests',
		'jest',
		'--maxWorkers=2',
		'test/unit',
		'test/lifecycle',
		'test/package',
	),
];

const E2E_STEPS: Step[] = [
	tsx('The pinned n8n', 'scripts/installHost.ts'),
	...UNBUILT,
	// Two files at a time: most of them wait for n8n, which waits before it tries again.
	tool('Tests on a real n8n', 'jest', '--maxWorkers=2', 'test/e2e'),
];

const UI_STEPS: Step[] = [
	tsx('Chromium', 'scripts/checkChromium.ts'),
	tsx('The pinned n8n', 'scripts/installHost.ts'),
	...UNBUILT,
	tsx('No screenshots of an earlier run', 'scripts/screenshots.ts', '--clear'),
	tool('Tests in the editor', 'jest', '--runInBand', 'test/ui'),
	tsx('Screenshots of the documents', 'scripts/screenshots.ts'),
];

const VERSIONS_STEPS: Step[] = [
	...UNBUILT,
	tsx('A smoke on each n8n', 'scripts/testVersions.ts', ...process.argv.slice(3)),
];

const SUITES: Record<string, Step[]> = {
	'--e2e': E2E_STEPS,
	'--ui': UI_STEPS,
	'--versions': VERSIONS_STEPS,
};

/** Runs one step after the other and stops at the first that fails. */
function runSteps(steps: Step[]): void {
	for (const { name, command, parameters } of steps) {
		process.stdout.write(`\n— ${name}\n`);
		const { status } = spawnSync(command, parameters, {
			stdio: 'inherit',
			shell: process.platform === 'win32',
		});
		if (status !== 0) {
			process.stderr.write(`\n${name} failed\n`);
			process.exit(status ?? 1);
		}
		if (name === BUILDING.at(-1)?.name) noteBuilt();
	}
}

runSteps(SUITES[process.argv[2]] ?? STEPS);
