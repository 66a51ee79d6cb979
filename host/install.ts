import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

import { isRunning } from './endWithParent';
import { runNpm } from './runNpm';
import { lockOf, PINNED } from './versions';

/** An installed n8n: everything needed to start it. */
export interface Host {
	/** Of n8n, e.g. `2.40.7`. */
	version: string;
	/** The cache folder that holds `node_modules`. */
	folder: string;
	/** A Node 24, for which its native modules were built. */
	node: string;
	/** n8n's own start script. */
	n8n: string;
}

type Report = (line: string) => void;

/** The one that every n8n here runs on: 1.123 takes 20.19 to 24, 2.41 takes 24 and later (`engines` of their packages). */
const NODE_MAJOR = 24;
const MARKER = 'complete.json';

/**
 * Installs an n8n as its lock under `host/versions` says into the user's cache, once; later calls return at once.
 * Safe to be called by several processes at a time: each fills a folder of its own and the first to finish wins.
 * @param report gets lines for a person to read
 * @param wanted a version of which there is a lock, in full or its beginning
 * @throws with npm's last lines when npm fails
 */
export async function installHost(report: Report, wanted: string = PINNED): Promise<Host> {
	const { version, folder: lockFolder } = lockOf(wanted);
	const cache = cacheFolder();
	const runtime = await findNode(cache, report);
	const lock = await readFile(join(lockFolder, 'package-lock.json'));
	const fingerprint = createHash('sha256').update(lock).digest('hex').slice(0, 12);
	// Native modules hold for a whole major version of Node, so the folder need not change with each patch.
	const folder = join(cache, `host-${fingerprint}-node${NODE_MAJOR}`);
	await fillOnce(folder, async (draft) => {
		report(`Installing n8n ${version} into the cache: once, 4 to 10 minutes and 1.6 to 2.7 GB on disk.`);
		await installN8n(lockFolder, draft, runtime, report);
	});
	return { version, folder, node: runtime.node, n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

/** The Node that n8n runs on, fetched into the cache where this one is another. @returns its path */
export async function installNode(report: Report): Promise<string> {
	return (await findNode(cacheFolder(), report)).node;
}

function cacheFolder(): string {
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-ai-interviews');
}

interface Runtime {
	node: string;
	/** Where the C++ headers lie (`include/node`), when they came with the binary. */
	headers?: string;
}

async function findNode(cache: string, report: Report): Promise<Runtime> {
	if (process.versions.node.startsWith(`${NODE_MAJOR}.`)) return { node: process.execPath };

	const packageName = `node-${process.platform}-${process.arch}`;
	const folder = join(cache, `${packageName}-${NODE_MAJOR}`);
	await fillOnce(folder, (draft) =>
		runNpm({
			args: [
				'install',
				`${packageName}@${NODE_MAJOR}`,
				'--ignore-scripts',
				'--no-audit',
				'--no-fund',
				'--loglevel=error',
				'--prefix=.',
			],
			folder: draft,
			doing: `Fetching Node ${NODE_MAJOR}, which n8n needs (running here: ${process.version})`,
			usually: '10 s',
			report,
		}),
	);
	const home = join(folder, 'node_modules', packageName);
	const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	return { node, headers: (await exists(join(home, 'include'))) ? home : undefined };
}

async function installN8n(
	lockFolder: string,
	folder: string,
	{ node, headers }: Runtime,
	report: Report,
): Promise<void> {
	for (const name of ['package.json', 'package-lock.json'])
		await copyFile(join(lockFolder, name), join(folder, name));
	await runNpm({
		args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		folder,
		doing: 'Downloading n8n',
		usually: '2 to 8 minutes',
		report,
	});
	await runNpm({
		args: ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false', '--loglevel=error'],
		folder,
		environment: {
			PATH: [dirname(node), process.env.PATH].join(delimiter),
			...(headers && { npm_config_nodedir: headers }),
		},
		doing: 'Compiling the database driver and the expression engine',
		usually: '75 s',
		report,
	});
}

/** Fills a folder under another name and moves it into place when whole, so nobody ever sees half of it. */
async function fillOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
	if (await isComplete(folder)) return;
	await rm(folder, { recursive: true, force: true });
	await removeAbandonedDrafts(folder);
	const draft = `${folder}.draft-${process.pid}`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	try {
		await fill(draft);
		await writeFile(join(draft, MARKER), JSON.stringify({ completed: new Date().toISOString() }));
		await rename(draft, folder);
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		if (!(await isComplete(folder))) throw error;
	}
}

async function removeAbandonedDrafts(folder: string): Promise<void> {
	const beside = await readdir(dirname(folder)).catch((): string[] => []);
	for (const name of beside.filter((entry) => entry.startsWith(`${basename(folder)}.draft-`))) {
		if (!isRunning(Number(name.split('-').at(-1))))
			await rm(join(dirname(folder), name), { recursive: true, force: true });
	}
}

const isComplete = (folder: string) => exists(join(folder, MARKER));

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}
