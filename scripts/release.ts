import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SPLIT_FOLDER, SPLIT_PACKAGES } from './splitPackages';
import { writeSplitPackage } from './writeSplitPackage';

interface Manifest {
	version: string;
	author: { email: string };
	repository: { url: string };
}

const PLACEHOLDER_REPOSITORY = 'github.com/n8n-nodes-ai-interviews/';

/**
 * Tags the version of package.json. The tag is on a commit of its own, which holds the sources of the vendors' packages as
 * well: n8n's scanner looks for them in the commit that npm's provenance names, and a branch need not carry them.
 *
 * @throws when package.json still has the placeholders, something is not committed, the changelog says nothing of the version, or the tag exists
 */
function release(): void {
	const { version, author, repository } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
	if (author.email.endsWith('@example.com') || repository.url.includes(PLACEHOLDER_REPOSITORY)) {
		throw new Error('Fill in your own author and repository in package.json: CONTRIBUTING.md, "Release"');
	}
	if (git(['status', '--porcelain']) !== '') throw new Error('Commit or put aside what you have changed');
	if (!readFileSync('CHANGELOG.md', 'utf8').includes(`\n## ${version}\n`)) {
		throw new Error(`CHANGELOG.md has no heading "## ${version}"`);
	}
	SPLIT_PACKAGES.forEach(writeSplitPackage);
	git(['tag', '--annotate', '--message', version, version, commitWithSplitPackages(version)]);
	process.stdout.write(
		`${version} is tagged. Its packages are published once you push it: git push origin ${version}\n`,
	);
}

/** Leaves the branch, the index and the files as they are. */
function commitWithSplitPackages(version: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'release-'));
	const index = { GIT_INDEX_FILE: join(folder, 'index') };
	try {
		git(['read-tree', 'HEAD'], index);
		git(['add', '--force', SPLIT_FOLDER], index);
		const tree = git(['write-tree'], index);
		return git(['commit-tree', tree, '-p', 'HEAD', '-m', `${version}, with one package per vendor`]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function git(parameters: string[], environment: Record<string, string> = {}): string {
	return execFileSync('git', parameters, {
		encoding: 'utf8',
		env: { ...process.env, ...environment },
	}).trim();
}

try {
	release();
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}
