import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Packs the built package into a folder, as it would be published, and gives the tarball's path. */
export function packTarball(folder: string): string {
	const { status, stdout, stderr } = spawnSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
		{ encoding: 'utf8', shell: process.platform === 'win32' },
	);
	if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
	// npm 11 answers with a list, npm 12 with an object a package.
	const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>);
	return join(folder, packed.filename);
}
