import { execFile } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { codeBlocks } from './markdown';

const SOURCES = [
	// What a test uses; the other benchmarks know the four vendors.
	'bench/queue',
	'bench/shared/statistics.ts',
	'credentials',
	'demo',
	'fixtures',
	'host',
	'nodes',
	'scripts',
	'simulators',
	'test',
	'gulpfile.js',
	'index.ts',
	'jest.config.js',
	'package.json',
	'tsconfig.json',
	'tsconfig.build.json',
	'.prettierrc.js',
	'.prettierignore',
	'eslint.config.mjs',
	'eslint.workspace.mjs',
	'LICENSE.md',
	'README.md',
];

const MINUTES = 60_000;

interface Outcome {
	status: number;
	output: string;
}

interface JestReport {
	testResults: Array<{
		assertionResults: Array<{ fullName: string; status: string; failureMessages: string[] }>;
	}>;
}

/** The page is carried out to the letter on a copy of the sources. */
describe('the page about adding a vendor', () => {
	const folder = mkdtempSync(join(tmpdir(), 'fifth-vendor-'));
	const blocks = codeBlocks(readFileSync('docs/adding-a-vendor.md', 'utf8'));
	const written = blocks.filter(({ language }) => language !== 'diff').map(({ file }) => file);
	let types: Outcome;
	let build: Outcome;

	beforeAll(async () => {
		for (const source of SOURCES) cpSync(source, join(folder, source), { recursive: true });
		symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
		for (const { language, file, text } of blocks) {
			if (language === 'diff') change(join(folder, file), text);
			else write(join(folder, file), text);
		}
		[types, build] = await Promise.all([
			run('node_modules/.bin/tsc', '--noEmit'),
			run(process.execPath, '--import', 'tsx', 'scripts/build.ts'),
		]);
	}, 10 * MINUTES);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('gives code whose types agree with everything else', () => {
		expect(types).toEqual({ status: 0, output: '' });
	});

	it('gives a package that builds, with both nodes, the credential and the icons', () => {
		expect(build).toEqual({ status: 0, output: '' });
		const files = [
			'credentials/RibbonApi.credentials.js',
			'nodes/Ribbon/Ribbon.node.js',
			'nodes/Ribbon/ribbon.svg',
		];
		for (const file of files) expect(existsSync(join(folder, 'dist', file))).toBe(true);
	});

	it(
		'gives code as the formatter and the linter want it',
		async () => {
			const formatted = await run(
				'node_modules/.bin/prettier',
				'--check',
				'--ignore-unknown',
				'--log-level',
				'warn',
				...written,
			);
			expect(formatted).toEqual({ status: 0, output: '' });
			const code = written.filter((file) => file.endsWith('.ts'));
			expect(await run('node_modules/.bin/eslint', '-c', 'eslint.workspace.mjs', ...code)).toEqual({
				status: 0,
				output: '',
			});
		},
		5 * MINUTES,
	);

	it(
		"gives a package that passes n8n's scanner",
		async () => {
			const { status, output } = await run(process.execPath, '--import', 'tsx', 'scripts/scan.ts');
			expect({ status, output: output.trim().split('\n') }).toEqual({
				status: 0,
				output: ["source: passed n8n's scanner", "tarball: passed n8n's scanner"],
			});
		},
		5 * MINUTES,
	);

	it(
		'gives a vendor that passes the tests of every vendor, of the package and its own',
		async () => {
			const report = join(folder, 'report.json');
			await run(
				'node_modules/.bin/jest',
				...['--json', '--outputFile', report, '--testTimeout', String(2 * MINUTES)],
				...['--testNamePattern', 'ribbon|Ribbon|the packed package|the columns of the item'],
				...['test/unit', 'test/lifecycle/ribbon', 'test/package/tarball'],
			);
			const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
			const results = testResults.flatMap(({ assertionResults }) => assertionResults);
			expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
			const passed = results.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
			expect(passed).toEqual(expect.arrayContaining(PROVED));
		},
		10 * MINUTES,
	);

	/** Runs one of the tools in the copy. */
	async function run(command: string, ...parameters: string[]): Promise<Outcome> {
		return await new Promise((done) => {
			// n8n's linter takes a test environment for its own tests.
			const settings = { cwd: folder, maxBuffer: 1e8, env: { ...process.env, NODE_ENV: undefined } };
			execFile(command, parameters, settings, (error, stdout, stderr) => {
				done({ status: error === null ? 0 : 1, output: stdout + stderr });
			});
		});
	}
});

/** What the page must not cease to show. */
const PROVED = [
	'every documented delivery of ribbon, interview_processed, becomes its item in every column',
	'ribbon refuses each of 10000 forged deliveries',
	'the packed package loads in the loader of n8n, each node with its codex and both icons',
	'Ribbon Trigger accepts the example that Ribbon has published',
	'Ribbon Trigger refuses a changed body, another signature and none',
	'Ribbon Trigger gives an item with every column, as the schema wants it',
	'Ribbon Trigger drops a duplicate, but not a status that comes back',
	'Ribbon Trigger sends an event that it does not know to the second output',
	'Ribbon Trigger cannot be activated without a secret, and says what to fill in',
	'Ribbon: Report → Get gives the columns of the item and the transcript',
];

function write(file: string, text: string): void {
	if (existsSync(file))
		throw new Error(`${file} is there already: the page has to change it, not to write it`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

/** Applies a change as `diff` writes it; what it replaces must be there exactly once. */
function change(file: string, diff: string): void {
	const lines = diff.trimEnd().split('\n');
	const side = (sign: string) =>
		lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')).map((line) => `${line.slice(1)}\n`);
	const parts = readFileSync(file, 'utf8').split(side('-').join(''));
	if (parts.length !== 2)
		throw new Error(`${file} does not hold exactly once what the page changes:\n${diff}`);
	writeFileSync(file, parts.join(side('+').join('')));
}
