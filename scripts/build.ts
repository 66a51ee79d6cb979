import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';

import { build } from 'esbuild';

import { writeDeclarations } from './declarations';
import { interviewEventJsonSchema } from './jsonSchema';

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** Clean, check the types, bundle, copy icons and codex files: everything that `dist` holds. */
async function buildPackage(): Promise<void> {
	rmSync('dist', { recursive: true, force: true });
	run('tsc', ['--noEmit', '-p', 'tsconfig.build.json']);
	await bundle();
	writeEntries();
	writeDeclarations();
	writeFileSync(
		'dist/interview-event.schema.json',
		`${JSON.stringify(interviewEventJsonSchema(), null, '\t')}\n`,
	);
	run('gulp', ['--silent', 'build:icons']);
}

/**
 * One bundle with everything but n8n-workflow, which the host provides. zod keeps its settings on
 * `globalThis`, which n8n's scanner forbids: here they live in a variable of the bundle.
 */
async function bundle(): Promise<void> {
	await build({
		entryPoints: ['index.ts'],
		outfile: 'dist/index.js',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		keepNames: true,
		external: ['n8n-workflow'],
		mainFields: ['module', 'main'],
		conditions: ['import'],
		define: { globalThis: 'zodScope' },
		banner: { js: 'var zodScope = {};' },
		legalComments: 'none',
		logLevel: 'warning',
	});
}

/** n8n loads one file a class; each takes its class from the bundle, so that shared code is loaded once. */
function writeEntries(): void {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
	for (const file of [...n8n.nodes, ...n8n.credentials]) {
		const className = basename(file).split('.')[0];
		const bundlePath = relative(dirname(file), 'dist/index.js');
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `exports.${className} = require('${bundlePath}').${className};\n`);
	}
}

function run(command: string, parameters: string[]): void {
	const { status } = spawnSync(`node_modules/.bin/${command}`, parameters, { stdio: 'inherit' });
	if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with status ${status}`);
}

buildPackage().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
