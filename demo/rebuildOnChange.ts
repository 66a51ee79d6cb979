import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';

import { context } from 'esbuild';

import { endWithParent } from '../host/endWithParent';
import { bundling, copyIconsAndCodex, writeEntries } from '../scripts/buildPackage';

const WATCHED = ['nodes', 'credentials', 'index.ts'];

/** An editor writes a file in several steps, and a branch that is checked out many files. */
const SETTLED_AFTER_MS = 50;

/**
 * Bundles now and whenever a source changes, and brings what came of it to n8n. It does so as an installed package and not
 * through n8n's custom folder: there, node types have other names, with which no workflow could be taken along.
 *
 * @param installed the package's folder in n8n; may not be there yet
 */
export async function rebuildOnChange(
	installed: string,
	say: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
	rmSync('dist', { recursive: true, force: true });
	const bundler = await context(bundling('.'));
	await bundler.rebuild();
	writeEntries('.');
	copyIconsAndCodex('.');

	const rebuild = async (changed: ReadonlySet<string>) => {
		const started = Date.now();
		await bundler.rebuild();
		if ([...changed].some((file) => !file.endsWith('.ts'))) copyIconsAndCodex('.');
		if (existsSync(installed)) cpSync('dist', join(installed, 'dist'), { recursive: true });
		say(`${[...changed].join(', ')}: rebuilt in ${Date.now() - started} ms`);
	};

	let changed = new Set<string>();
	let settling: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const onChange = (file: string) => {
		changed.add(file);
		clearTimeout(settling);
		settling = setTimeout(() => {
			const batch = changed;
			changed = new Set();
			// esbuild has printed what is wrong by then; the next change may put it right.
			running = running.then(async () => await rebuild(batch).catch(() => {}));
		}, SETTLED_AFTER_MS);
	};
	const watchers = WATCHED.map((path) =>
		watch(path, { recursive: true }, (_event, file) =>
			onChange(file === path ? path : join(path, file ?? '')),
		),
	);
	return {
		stop: async () => {
			for (const watcher of watchers) watcher.close();
			clearTimeout(settling);
			await running;
			await bundler.dispose();
		},
	};
}

/** Prints type errors, which do not keep a build from n8n. */
export function checkTypesOnChange(): void {
	const compiler = spawn(
		resolve('node_modules', '.bin', 'tsc'),
		['--noEmit', '--watch', '--preserveWatchOutput', '-p', 'tsconfig.build.json'],
		{ stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' },
	);
	endWithParent(compiler);
	compiler.unref();
}
