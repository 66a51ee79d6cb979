import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { SPLIT_FOLDER, SPLIT_PACKAGES } from './splitPackages';

/** Goes with the tools that have built. */
const NOTE = 'node_modules/.cache/n8n-nodes-ai-interviews/built';

const NO_SOURCES = ['.git', 'coverage', 'demo-output', 'dist', 'node_modules', SPLIT_FOLDER];

const SOURCE = /\.(js|json|md|mjs|svg|ts)$/;

/** The declarations too: `npm run dev` writes none. */
const BUNDLES = ['.', ...SPLIT_PACKAGES.map(({ name }) => join(SPLIT_FOLDER, name))].flatMap((folder) =>
	['index.js', 'index.d.ts'].map((file) => join(folder, 'dist', file)),
);

/** Whether the package, and that of each vendor, were built from what this repository has now, and are as they were then. */
export function areBuilt(): boolean {
	return (
		BUNDLES.every((file) => existsSync(file)) && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === state()
	);
}

/** Builds what is not built from what this repository has now. @throws when that fails */
export function ensureBuilt(scripts: readonly string[] = ['scripts/build.ts']): void {
	if (areBuilt()) return;
	process.stdout.write('Building the package\n');
	for (const script of scripts) {
		const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
		if (status !== 0) throw new Error(`${script} ended with status ${status}`);
	}
}

/** For a build that has just ended. */
export function noteBuilt(): void {
	mkdirSync(dirname(NOTE), { recursive: true });
	writeFileSync(NOTE, state());
}

function state(): string {
	const hash = createHash('sha256');
	for (const file of [...sourcesIn('.'), ...BUNDLES]) hash.update(`${file}\n`).update(readFileSync(file));
	return hash.digest('hex');
}

function sourcesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (NO_SOURCES.includes(entry.name)) return [];
		if (entry.isDirectory()) return sourcesIn(path);
		return SOURCE.test(entry.name) ? [path] : [];
	});
}
