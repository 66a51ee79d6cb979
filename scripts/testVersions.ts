import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installHost } from '../host/install';
import { lockOf, PINNED, VERSIONS } from '../host/versions';
import { merged, readTable, tableOf, type Column } from './versionTable';

const PAGE = 'docs/n8n-versions.md';
const TABLE = /(<!-- results -->\n)([\s\S]*?)(<!-- end -->)/;

/** The oldest supported, an early 2.x, the pinned one, and the newest that installs. */
const DEFAULT = [...new Set([VERSIONS[0], lockOf('2.1').version, PINNED, VERSIONS[VERSIONS.length - 1]])];

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What jest writes with `--json`, as far as it is read here. */
interface JestResults {
	testResults: Array<{
		message: string;
		assertionResults: Array<{ ancestorTitles: string[]; status: string }>;
	}>;
}

/**
 * Runs the smoke of test/versions on each n8n named, or on the default ones, one after the other, and writes what came of
 * it into docs/n8n-versions.md; columns of versions that were not run stay as they are.
 */
async function testVersions(wanted: string[]): Promise<void> {
	const versions = (wanted.length > 0 ? wanted : DEFAULT).map((version) => lockOf(version).version);
	for (const version of versions) {
		say(`\n— n8n ${version}`);
		await installHost(say, version);
		const started = Date.now();
		const column = runSmoke(version);
		say(`n8n ${version}: ${Math.round((Date.now() - started) / 1000)} s`);
		writeColumn(column);
	}
}

function runSmoke(version: string): Column {
	const folder = mkdtempSync(join(tmpdir(), 'versions-'));
	const output = join(folder, 'results.json');
	const { status } = spawnSync(
		'node_modules/.bin/jest',
		['--runInBand', 'test/versions', '--json', `--outputFile=${output}`],
		{
			env: { ...process.env, N8N_VERSION: version },
			stdio: ['ignore', 'ignore', 'inherit'],
			shell: process.platform === 'win32',
		},
	);
	const results = existsSync(output) ? readFileSync(output, 'utf8') : '{"testResults":[]}';
	rmSync(folder, { recursive: true });
	if (status !== 0) process.exitCode = 1;
	return columnOf(version, JSON.parse(results) as JestResults);
}

/** A row is a `describe` below the one that names the version. */
function columnOf(version: string, { testResults }: JestResults): Column {
	const cells = new Map<string, string>();
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	for (const [, row] of tests.map(({ ancestorTitles }) => ancestorTitles)) {
		const statuses = tests
			.filter(({ ancestorTitles }) => ancestorTitles[1] === row)
			.map(({ status }) => status);
		const passed = statuses.filter((status) => status === 'passed').length;
		if (statuses.every((status) => status === 'pending')) continue;
		cells.set(
			row,
			passed === statuses.length ? 'yes' : `**${statuses.length - passed} of ${statuses.length} failed**`,
		);
	}
	if (cells.size === 0) throw new Error(`n8n ${version}: nothing was tried`);
	return { version, cells };
}

function writeColumn(column: Column): void {
	const page = readFileSync(PAGE, 'utf8');
	const found = TABLE.exec(page);
	if (!found) throw new Error(`${PAGE} has no place for the results`);
	const table = tableOf(merged(readTable(found[2]), column));
	writeFileSync(
		PAGE,
		page.replace(TABLE, (_, begin: string, __, end: string) => `${begin}\n${table}\n${end}`),
	);
}

testVersions(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
