import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { build, type BuildOptions } from 'esbuild';

import { writeDeclarations } from './declarations';
import { interviewEventJsonSchema } from './jsonSchema';

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** Clean, check the types and declare them, bundle, copy icons and codex files: everything that a package's `dist` holds. */
export async function buildPackage(folder: string): Promise<void> {
	const dist = join(folder, 'dist');
	rmSync(dist, { recursive: true, force: true });
	writeDeclarations(folder);
	await build(bundling(folder));
	writeEntries(folder);
	writeFileSync(
		join(dist, 'interview-event.schema.json'),
		`${JSON.stringify(interviewEventJsonSchema(), null, '\t')}\n`,
	);
	copyIconsAndCodex(folder);
}

/** One bundle with everything but n8n-workflow, which the host provides. */
export function bundling(folder: string): BuildOptions {
	return {
		absWorkingDir: resolve(folder),
		entryPoints: ['index.ts'],
		outfile: 'dist/index.js',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		legalComments: 'none',
		logLevel: 'warning',
	};
}

export function copyIconsAndCodex(folder: string): void {
	const gulp = resolve('node_modules', '.bin', 'gulp');
	const { status } = spawnSync(gulp, ['--silent', 'build:icons'], { cwd: folder, stdio: 'inherit' });
	if (status !== 0) throw new Error(`gulp build:icons ended with status ${status} in ${folder}`);
}

/** n8n loads one file per class; each takes its class from the bundle, so shared code is loaded once. */
export function writeEntries(folder: string): void {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
	for (const file of [...n8n.nodes, ...n8n.credentials]) {
		const className = basename(file).split('.')[0];
		const bundlePath = relative(dirname(file), 'dist/index.js');
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		writeFileSync(join(folder, file), `exports.${className} = require('${bundlePath}').${className};\n`);
	}
}
