import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Packs a built package as it would be published, and returns the tarball's path.
 *
 * @param folder an absolute path, where the tarball goes
 * @param packageFolder default: this repository's own package
 */
export function packTarball(folder: string, packageFolder = '.'): string {
	const { status, stdout, stderr } = spawnSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
		{ cwd: packageFolder, encoding: 'utf8', shell: process.platform === 'win32' },
	);
	if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
	// npm 11 answers with a list, npm 12 with one object per package.
	const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>);
	return join(folder, packed.filename);
}
