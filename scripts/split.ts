import { buildPackage } from './buildPackage';
import { SPLIT_PACKAGES, writeSplitPackage } from './splitPackages';

/** Writes and builds a package of each vendor, ready for `npm publish`. @param names of packages; all where there are none */
async function split(names: string[]): Promise<void> {
	for (const one of SPLIT_PACKAGES.filter(({ name }) => names.length === 0 || names.includes(name))) {
		const folder = writeSplitPackage(one);
		await buildPackage(folder);
		process.stdout.write(`${folder} is written and built\n`);
	}
}

split(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
