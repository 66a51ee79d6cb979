import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packTarball } from '../../scripts/pack';
import { SPLIT_FOLDER, SPLIT_PACKAGES } from '../../scripts/splitPackages';
import { publish, shown } from '../shared/report';
import { inTurns, spreadOf } from '../shared/statistics';

const ROUNDS = 9;

interface Loading {
	milliseconds: number;
	megabytes: number;
}

/**
 * How long n8n's own loader takes for the packed package in a new process that has everything of n8n's loaded already, beside
 * a package without nodes; and the sizes of what is published.
 */
export async function measureStartUp(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	try {
		const packed = unpack(packTarball(folder), join(folder, 'packed'));
		const empty = join(folder, 'empty', 'package');
		mkdirSync(empty, { recursive: true });
		const manifest = { name: 'n8n-nodes-empty', version: '1.0.0', n8n: { nodes: [], credentials: [] } };
		writeFileSync(join(empty, 'package.json'), JSON.stringify(manifest));
		const { ours, none } = await inTurns(ROUNDS, { ours: () => load(packed), none: () => load(empty) });
		const over = (figure: keyof Loading) =>
			spreadOf(ours.map((loading, round) => loading[figure] - none[round][figure]));
		publish('performance.md', 'start-up', {
			head: ['All nodes and credentials, cold', 'Over an empty package'],
			rows: [
				['Time', shown(over('milliseconds'), 1, ' ms')],
				['Memory', shown(over('megabytes'), 1, ' MB')],
			],
		});
		publish('performance.md', 'sizes', {
			head: ['Package', 'Tarball', 'Bundle'],
			rows: ['.', ...SPLIT_PACKAGES.map(({ name }) => join(SPLIT_FOLDER, name))].map((source) =>
				sizesOf(source, folder),
			),
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function unpack(tarball: string, folder: string): string {
	mkdirSync(folder, { recursive: true });
	const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '-C', folder], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The tarball could not be unpacked: ${stderr}`);
	return join(folder, 'package');
}

function load(folder: string): Loading {
	const script = join(__dirname, 'loadPackage.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, folder], {
		encoding: 'utf8',
		env: { ...process.env, N8N_LOG_LEVEL: 'silent', NODE_PATH: join(process.cwd(), 'node_modules') },
	});
	if (status !== 0) throw new Error(`The package could not be loaded: ${stderr}`);
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Loading;
}

function sizesOf(source: string, folder: string): string[] {
	const tarball = packTarball(folder, source);
	const bundles = readdirSync(join(source, 'dist')).filter((name) => name === 'index.js');
	const kilobytes = (path: string) => `${(statSync(path).size / 1000).toFixed(0)} kB`;
	const name = source === '.' ? 'n8n-nodes-ai-interviews' : source.replace(`${SPLIT_FOLDER}/`, '');
	return [name, kilobytes(tarball), kilobytes(join(source, 'dist', bundles[0]))];
}
