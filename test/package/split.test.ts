import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

import { VENDORS } from '../../nodes/shared/event/schema';
import { packTarball } from '../../scripts/pack';
import { SPLIT_FOLDER, SPLIT_PACKAGES } from '../../scripts/splitPackages';

const SIZE_LIMIT = 150_000;

/** All that the texts of the shared item say of other vendors (nodes/shared/event/schema.ts). */
const SHARED_TEXTS = [
	new RegExp(`\\[${VENDORS.map((vendor) => `"${vendor}"`).join(', ')}\\]`, 'g'),
	/The interview \(JobMojito: the result\)/g,
];

/** Where the rules of the installed @n8n/node-cli are older than the scanner's, which contradict them. */
const OUTDATED_RULES = [
	// Since then it lets through what is among devDependencies, and so in the bundle.
	"Import of 'zod4/mini' is not allowed. n8n Cloud does not allow community nodes with dependencies",
	// Since then it is forbidden for triggers.
	'Node class should have usableAsTool property. When in doubt, set it to true',
];

jest.setTimeout(60_000);

describe.each(SPLIT_PACKAGES)('$name', ({ name, vendor, className, page }) => {
	const folder = resolve(SPLIT_FOLDER, name);
	const others = SPLIT_PACKAGES.filter((other) => other.name !== name);
	const otherNames = new RegExp(others.map(({ page: word }) => word).join('|'), 'i');
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const manifest = JSON.parse(read('package.json')) as Manifest;
	const combined = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

	it('has a package.json of its own, with the version and the author of the combined package', () => {
		expect(manifest).toMatchObject({
			name,
			version: combined.version,
			author: combined.author,
			repository: combined.repository,
			peerDependencies: { 'n8n-workflow': '*' },
		});
		expect(manifest.n8n.strict).toBe(true);
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(JSON.stringify(manifest)).not.toMatch(otherNames);
		expect(Object.keys(manifest.devDependencies)).toEqual(
			expect.arrayContaining(['esbuild', 'tsx', 'typescript', 'zod4']),
		);
		expect(Object.values(manifest.devDependencies)).not.toContain(undefined);
	});

	it('loads in the loader of n8n: two nodes with codex and icons, and their credential', async () => {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		const node = className[0].toLowerCase() + className.slice(1);
		expect(Object.keys(loader.nodeTypes).sort()).toEqual([node, `${node}Trigger`]);
		expect(Object.keys(loader.credentialTypes)).toEqual([`${node}Api`]);
		for (const { type } of Object.values(loader.nodeTypes)) {
			const { codex, iconUrl } = type.description as NodeDescription;
			expect(codex?.alias).toContain('interview');
			for (const url of [iconUrl?.light, iconUrl?.dark]) {
				expect(existsSync(join(folder, (url ?? '').replace(/^icons\/[^/]+\//, '')))).toBe(true);
			}
		}
		expect(read(`nodes/${className}/${className}.node.json`)).toContain(`"node": "${name}.${node}"`);
	});

	it('holds nothing of another vendor but the names in the shared item', () => {
		const bundle = SHARED_TEXTS.reduce((text, shared) => text.replace(shared, ''), read('dist/index.js'));
		expect(bundle.split('\n').filter((line) => otherNames.test(line))).toEqual([]);
		const files = readdirSync(folder, { recursive: true }) as string[];
		expect(files.filter((file) => otherNames.test(file))).toEqual([]);
	});

	it('packs into a tarball of less than 150 kB, with README and license', () => {
		const target = mkdtempSync(join(tmpdir(), 'split-'));
		try {
			expect(statSync(packTarball(target, folder)).size).toBeLessThan(SIZE_LIMIT);
		} finally {
			rmSync(target, { recursive: true, force: true });
		}
		expect(manifest.files).toEqual(['dist']);
		expect(existsSync(join(folder, 'dist/interview-event.schema.json'))).toBe(true);
		expect(existsSync(join(folder, 'dist/index.d.ts'))).toBe(true);
		expect(existsSync(join(folder, 'LICENSE.md'))).toBe(true);
	});

	it('has a README about this vendor only, whose links lead somewhere', () => {
		const readme = read('README.md');
		expect(readme).toContain(`enter \`${name}\``);
		const own = readme.replace(/^- The columns are shared with the packages for .*$/m, '');
		expect(own).not.toMatch(otherNames);
		expect(own).not.toMatch(/\b(four|eight|all vendors|every vendor|other vendors)\b/i);
		for (const heading of ['Setup', 'Events', 'Operations', 'What is guaranteed']) {
			expect(readme).toContain(`\n## ${heading}\n`);
		}
		expect(readme).toContain(`What ${vendor} does not offer`);
		for (const file of ['README.md', `docs/${page}.md`, 'docs/interview-event.md']) {
			for (const [, target] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
				expect({ target, exists: existsSync(join(folder, dirname(file), target)) }).toEqual({
					target,
					exists: true,
				});
			}
		}
	});
});

describe("n8n's stock lint configuration", () => {
	let results: LintResult[];

	beforeAll(() => {
		const lookup = ['--flag', 'unstable_config_lookup_from_file'];
		const { stdout } = spawnSync(
			resolve('node_modules', '.bin', 'eslint'),
			[...lookup, '.', '--format', 'json'],
			{
				cwd: SPLIT_FOLDER,
				// eslint-plugin-n8n-nodes-base takes file names for those of its own tests when it sees jest's NODE_ENV.
				env: { ...process.env, NODE_ENV: '' },
				encoding: 'utf8',
				maxBuffer: 64 * 1024 * 1024,
			},
		);
		results = JSON.parse(stdout) as LintResult[];
	});

	it.each(SPLIT_PACKAGES)('passes $name, except for rules that have been withdrawn since', ({ name }) => {
		const own = results.filter(({ filePath }) => filePath.startsWith(resolve(SPLIT_FOLDER, name) + sep));
		expect(own.map(({ filePath }) => filePath)).toContain(resolve(SPLIT_FOLDER, name, 'package.json'));
		const messages = own.flatMap((result) => result.messages.map(({ message }) => message.trim()));
		expect(messages.filter((message) => !OUTDATED_RULES.some((text) => message.startsWith(text)))).toEqual(
			[],
		);
	});
});

interface LintResult {
	filePath: string;
	messages: Array<{ message: string }>;
}

interface Manifest {
	author: object;
	version: string;
	repository: object;
	files: string[];
	keywords: string[];
	devDependencies: Record<string, string>;
	n8n: { strict: boolean };
}

interface NodeDescription {
	codex?: { alias?: string[] };
	iconUrl?: { light: string; dark: string };
}
