import { buildPackage } from './buildPackage';
import { SPLIT_PACKAGES } from './splitPackages';
import { writeSplitPackage } from './writeSplitPackage';

/** Writes and builds a package of each vendor, ready for `npm publish`. */
async function split(): Promise<void> {
	for (const one of SPLIT_PACKAGES) {
		const folder = writeSplitPackage(one);
		await buildPackage(folder);
		process.stdout.write(`${folder} is written and built\n`);
	}
}

split().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
