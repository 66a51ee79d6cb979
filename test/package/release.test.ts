import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SPLIT_PACKAGES } from '../../scripts/splitPackages';
import { copyRepository } from '../copyOfRepository';

jest.setTimeout(120_000);

const AUTHOR = {
	GIT_AUTHOR_NAME: 'A',
	GIT_AUTHOR_EMAIL: 'a@example.com',
	GIT_COMMITTER_NAME: 'A',
	GIT_COMMITTER_EMAIL: 'a@example.com',
};

describe('npm run release', () => {
	const folder = mkdtempSync(join(tmpdir(), 'release-'));
	const env = { ...process.env, ...AUTHOR };
	const git = (...parameters: string[]) =>
		execFileSync('git', parameters, { cwd: folder, env, encoding: 'utf8' }).trim();
	const release = () =>
		spawnSync(process.execPath, ['--import', 'tsx', 'scripts/release.ts'], {
			cwd: folder,
			env,
			encoding: 'utf8',
		});
	const { version } = jest.requireActual<{ version: string }>('../../package.json');

	beforeAll(() => {
		copyRepository(folder);
		git('init', '--quiet', '--initial-branch=main');
		// The folder's is a link here, which the pattern for folders does not cover.
		appendFileSync(join(folder, '.git', 'info', 'exclude'), 'node_modules\n');
		git('add', '.');
		git('commit', '--quiet', '--message', 'All');
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('refuses to tag while package.json has the placeholders of its author and repository', () => {
		const file = join(folder, 'package.json');
		const placeholders = readFileSync(file, 'utf8');
		const withAuthor = placeholders.replace('maintainers@example.com', 'recruiting@northwind.test');
		for (const content of [placeholders, withAuthor]) {
			writeFileSync(file, content);
			expect(release().stderr).toContain('Fill in your own author and repository');
		}
		writeFileSync(
			file,
			withAuthor.replaceAll('github.com/n8n-nodes-ai-interviews/', 'github.com/northwind/'),
		);
		git('commit', '--quiet', '--all', '--message', 'Ours');
	});

	it('refuses to tag what is not committed', () => {
		appendFileSync(join(folder, 'CHANGELOG.md'), '\n');
		expect(release().stderr).toContain('Commit or put aside');
		git('checkout', '--quiet', 'CHANGELOG.md');
	});

	it("tags a commit that holds the vendors' sources, and leaves the branch without them", () => {
		const before = git('rev-parse', 'main');
		const { stderr, status } = release();
		expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
		const tagged = git('ls-tree', '-r', '--name-only', version).split('\n');
		expect(tagged).toContain('packages/n8n-nodes-hireflix/nodes/Hireflix/HireflixTrigger.node.ts');
		expect(tagged.filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))).toHaveLength(
			SPLIT_PACKAGES.length,
		);
		expect(tagged.filter((path) => path.includes('/dist/'))).toEqual([]);
		expect(git('rev-parse', `${version}^{commit}^`)).toBe(before);
		expect(git('rev-parse', 'main')).toBe(before);
		expect(git('status', '--porcelain')).toBe('');
	});

	it('tags a version once', () => {
		expect(release().status).toBe(1);
	});
});
