import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The n8n that the demo, the tests and the benchmarks run unless another is asked for. */
export const PINNED = '2.41.1';

/** A folder for each version that can be installed, named like it, with `package.json` and `package-lock.json`. */
const FOLDER = join(__dirname, 'versions');

/** Every n8n that can be installed here, the oldest first: the oldest is the oldest that this package supports. */
export const VERSIONS: readonly string[] = readdirSync(FOLDER).sort(compareVersions);

/**
 * The folder with a version's lock.
 * @param version in full, or its beginning such as `1.123`: then the newest of them
 * @throws when there is none
 */
export function lockOf(version: string): { version: string; folder: string } {
	const found = VERSIONS.filter((one) => one === version || one.startsWith(`${version}.`)).at(-1);
	if (found === undefined)
		throw new Error(`There is no lock for n8n ${version}; there are ${VERSIONS.join(', ')}`);
	const folder = join(FOLDER, found);
	for (const file of ['package.json', 'package-lock.json'])
		if (!existsSync(join(folder, file))) throw new Error(`${join(folder, file)} is missing`);
	return { version: found, folder };
}

/** Whether a version is the other or a later one. Both are of the form `2.40.7` or a beginning of it. */
export function isAtLeast(version: string, other: string): boolean {
	return compareVersions(version, other) >= 0;
}

function compareVersions(one: string, other: string): number {
	const [numbers, others] = [one, other].map((version) => version.split('.').map(Number));
	const at = numbers.findIndex((number, index) => number !== (others[index] ?? 0));
	return at === -1 ? 0 : numbers[at] - (others[at] ?? 0);
}
