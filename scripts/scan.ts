import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Runs n8n's own scanner, with its own rules, over the sources and over the packed tarball. */
async function scan(): Promise<void> {
	const scanner = (await import('@n8n/scan-community-package/scanner/scanner.mjs' as string)) as Scanner;
	report('source', await scanner.analyzePackage(process.cwd(), scanner.SOURCE_FILE_PATTERNS));

	const folder = mkdtempSync(join(tmpdir(), 'scan-'));
	try {
		const tarball = packTarball(folder);
		spawnSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { stdio: 'inherit' });
		report('tarball', await scanner.analyzePackage(folder, TARBALL_PATTERNS));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function report(what: string, { passed, message, details }: Verdict): void {
	process.stdout.write(passed ? `${what}: passed n8n's scanner\n` : `${what}: ${message}\n${details}\n`);
	if (!passed) process.exitCode = 1;
}

scan().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
