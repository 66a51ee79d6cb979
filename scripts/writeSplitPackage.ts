import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SPLIT_FOLDER, SPLIT_PACKAGES, type SplitPackage } from './splitPackages';
import { changelogOf, pageOf, readmeOf } from './splitReadme';

interface Manifest {
	name: string;
	version: string;
	description: string;
	keywords: string[];
	homepage: string;
	repository: { url: string };
	scripts: Record<string, string>;
	n8n: { credentials: string[]; nodes: string[] };
	devDependencies: Record<string, string>;
}

const COPIED = [
	'.npmrc',
	'.prettierrc.js',
	'LICENSE.md',
	'docs/interview-event.md',
	'eslint.config.mjs',
	'gulpfile.js',
	'nodes/shared',
	'tsconfig.build.json',
];

const BUILD_SCRIPTS = ['build.ts', 'buildPackage.ts', 'declarations.ts', 'jsonSchema.ts'];

/** n8n's rules are for what is published. They may be switched off outside of `nodes` and `credentials`. */
const NOT_PUBLISHED = '/* eslint-disable -- builds the package, and is no part of it */\n';

const NPM_SCRIPTS = {
	build: 'node --import tsx scripts/build.ts',
	'build:icons': 'gulp build:icons',
	lint: 'eslint .',
	typecheck: 'tsc --noEmit',
};

const TOOLS = [
	'@n8n/node-cli',
	'@types/node',
	'esbuild',
	'eslint',
	'gulp',
	'n8n-workflow',
	'tsx',
	'typescript',
	'zod4',
];

/** Writes the sources of a vendor's package, to be built in place or anywhere else; returns its folder. */
export function writeSplitPackage(split: SplitPackage): string {
	const { name, className, page } = split;
	const folder = join(SPLIT_FOLDER, name);
	rmSync(folder, { recursive: true, force: true });
	const combined = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
	for (const path of [...COPIED, `nodes/${className}`, `credentials/${className}Api.credentials.ts`]) {
		cpSync(path, join(folder, path), { recursive: true });
	}
	renameInCodex(join(folder, 'nodes', className), combined.name, name);
	const scripts = BUILD_SCRIPTS.map((file) => `scripts/${file}`);
	const texts = {
		...Object.fromEntries(scripts.map((path) => [path, NOT_PUBLISHED + readFileSync(path, 'utf8')])),
		'index.ts': exportsOf(className),
		'package.json': json(manifestOf(split, combined)),
		'tsconfig.json': json(typescriptSettings()),
		'README.md': readmeOf(split, repositoryPage(combined)),
		[`docs/${page}.md`]: pageOf(split, repositoryPage(combined), 'docs'),
		'CHANGELOG.md': changelogOf(combined.name, repositoryPage(combined)),
		'.gitignore': 'node_modules/\ndist/\n*.tgz\n',
	};
	mkdirSync(join(folder, 'scripts'));
	for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
	return folder;
}

/** Codex files name their node by its full type. */
function renameInCodex(folder: string, from: string, to: string): void {
	for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.node.json'))) {
		const path = join(folder, file);
		writeFileSync(path, readFileSync(path, 'utf8').replace(`"${from}.`, `"${to}.`));
	}
}

/** What the package's index exports of this repository's index. */
function exportsOf(className: string): string {
	const wanted = new RegExp(`^\\./(nodes/(${className}|shared)/|credentials/${className}Api\\.)`);
	const statements = readFileSync('index.ts', 'utf8').matchAll(
		/^export (?:type )?\{[^}]*\} from '([^']+)';$/gm,
	);
	return [...statements]
		.filter(([, path]) => wanted.test(path))
		.map(([statement]) => `${statement}\n`)
		.join('');
}

function manifestOf({ name, vendor, className }: SplitPackage, combined: Manifest): Manifest {
	const others = SPLIT_PACKAGES.filter((other) => other.name !== name).map(({ page }) => page);
	const own = (path: string) => path.includes(`/${className}/`) || path.includes(`/${className}Api.`);
	return {
		...combined,
		name,
		description: `n8n nodes for ${vendor}: a trigger with verified, deduplicated and normalized interview events, and the operations of its API`,
		keywords: combined.keywords.filter((word) => !others.includes(word)),
		// `repository` stays: npm refuses a provenance of another repository than the one that the package names.
		homepage: `${repositoryPage(combined)}/tree/${combined.version}/${SPLIT_FOLDER}/${name}#readme`,
		scripts: NPM_SCRIPTS,
		n8n: {
			...combined.n8n,
			credentials: combined.n8n.credentials.filter(own),
			nodes: combined.n8n.nodes.filter(own),
		},
		devDependencies: Object.fromEntries(TOOLS.map((tool) => [tool, combined.devDependencies[tool]])),
	};
}

function typescriptSettings(): object {
	const settings = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
		compilerOptions: object;
		exclude: string[];
	};
	return {
		compilerOptions: { ...settings.compilerOptions, types: ['node'] },
		include: ['index.ts', 'credentials/**/*.ts', 'nodes/**/*.ts', 'nodes/**/*.json', 'scripts/**/*.ts'],
		exclude: settings.exclude,
	};
}

function repositoryPage({ repository }: Manifest): string {
	return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

function json(value: object): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}
