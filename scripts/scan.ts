import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

import { packTarball } from './pack';

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(folder: string, patterns: string[]): Promise<Verdict>;
}

const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

/** Runs n8n's own scanner, with its own rules, over a package's sources and over its packed tarball. */
async function scan(packageFolder: string): Promise<void> {
	const scanner = (await import('@n8n/scan-community-package/scanner/scanner.mjs' as string)) as Scanner;
	report(
		packageFolder,
		'source',
		await scanner.analyzePackage(resolve(packageFolder), scanner.SOURCE_FILE_PATTERNS),
	);

	const folder = mkdtempSync(join(tmpdir(), 'scan-'));
	try {
		const tarball = packTarball(folder, packageFolder);
		spawnSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { stdio: 'inherit' });
		report(packageFolder, 'tarball', await scanner.analyzePackage(folder, TARBALL_PATTERNS));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function report(packageFolder: string, what: string, { passed, message, details }: Verdict): void {
	const name = packageFolder === '.' ? what : `${basename(packageFolder)}, ${what}`;
	process.stdout.write(passed ? `${name}: passed n8n's scanner\n` : `${name}: ${message}\n${details}\n`);
	if (!passed) process.exitCode = 1;
}

/** Packages that are given, or this repository's own. */
async function scanAll(folders: string[]): Promise<void> {
	for (const folder of folders.length > 0 ? folders : ['.']) await scan(folder);
}

scanAll(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
