import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { NodeType } from './editor';
import { environmentWithoutNpm } from './runNpm';

const run = promisify(execFile);

/** What n8n records about a package it has installed. */
interface CommunityPackage {
	name: string;
	version: string;
	authorName?: string;
	authorEmail?: string;
}

interface Manifest {
	name: string;
	version: string;
	author?: string | { name?: string; email?: string };
	dependencies?: Record<string, string>;
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

const NOT_INSTALLED = ['devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

interface Ledger {
	name: 'installed-nodes';
	private: true;
	dependencies: Record<string, string>;
}

/**
 * Puts a packed package where n8n's installer would: unpacked under `.n8n/nodes/node_modules`, stripped of the dependencies
 * n8n does not install, and named in the ledger. To be done before n8n starts, as n8n scans that folder at boot.
 * Source: n8n 2.40.7, `community-packages.service.js: downloadPackage`.
 * @param tarball path of what `npm pack` wrote
 * @param userFolder n8n's `N8N_USER_FOLDER`
 * @throws when the package has run-time dependencies: n8n would install them with npm, this does not
 */
export async function layOutPackage(tarball: string, userFolder: string): Promise<CommunityPackage> {
	const { stdout } = await run('tar', ['-xzOf', tarball, 'package/package.json']);
	const manifest = JSON.parse(stdout) as Manifest;
	for (const field of NOT_INSTALLED) delete manifest[field];
	if (Object.keys(manifest.dependencies ?? {}).length > 0) {
		throw new Error(`${manifest.name} has run-time dependencies, which this layout does not install`);
	}
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const packageFolder = join(nodesFolder, 'node_modules', manifest.name);
	await rm(packageFolder, { recursive: true, force: true });
	await mkdir(packageFolder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);
	await writeFile(join(packageFolder, 'package.json'), JSON.stringify(manifest, null, 2));
	await enterInLedger(join(nodesFolder, 'package.json'), manifest);
	const author = typeof manifest.author === 'object' ? manifest.author : {};
	return {
		name: manifest.name,
		version: manifest.version,
		authorName: author.name,
		authorEmail: author.email,
	};
}

async function enterInLedger(path: string, { name, version }: Manifest): Promise<void> {
	const ledger = await readFile(path, 'utf8').then(
		(text) => JSON.parse(text) as Ledger,
		(): Ledger => ({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	ledger.dependencies[name] = version;
	await writeFile(path, JSON.stringify(ledger, null, 2));
}

/**
 * Writes the rows by which n8n lists a package under Settings > Community nodes. n8n loads the package without them, but
 * does not show it as installed then. To be done after the first boot, which creates the tables; n8n reads them on each look.
 * Source: n8n 2.40.7, `installed-packages.repository.js: persistPackageWithNodes`.
 * @param node a Node with `node:sqlite` (24 or later)
 * @param nodeTypes what n8n has loaded, from which the package's own are picked
 */
export async function recordPackage(
	node: string,
	userFolder: string,
	{ name, version, authorName, authorEmail }: CommunityPackage,
	nodeTypes: readonly NodeType[],
): Promise<void> {
	const latest = new Map<string, { name: string; type: string; latestVersion: number }>();
	for (const nodeType of ownTypes(name, nodeTypes)) {
		const latestVersion = Math.max(
			latest.get(nodeType.name)?.latestVersion ?? 0,
			...[nodeType.version].flat(),
		);
		latest.set(nodeType.name, { name: nodeType.displayName, type: nodeType.name, latestVersion });
	}
	if (latest.size === 0) throw new Error(`n8n has loaded no node of ${name}`);
	const entry = {
		packageName: name,
		installedVersion: version,
		authorName,
		authorEmail,
		nodes: [...latest.values()],
	};
	await run(
		node,
		[
			'--no-warnings',
			join(__dirname, 'recordPackage.mjs'),
			join(userFolder, '.n8n', 'database.sqlite'),
			JSON.stringify(entry),
		],
		{ env: environmentWithoutNpm() },
	);
}

/** n8n adds a `…Tool` twin to each node that an AI agent may use; the twin belongs to no package. */
function ownTypes(packageName: string, nodeTypes: readonly NodeType[]): NodeType[] {
	const own = nodeTypes.filter(({ name }) => name.startsWith(`${packageName}.`));
	const names = new Set(own.map(({ name }) => name));
	return own.filter(({ name }) => !(name.endsWith('Tool') && names.has(name.slice(0, -'Tool'.length))));
}
