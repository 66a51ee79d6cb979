import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { SCREENSHOTS_TAKEN } from '../test/ui/screenshots';

/** Where the documents' screenshots are; the ones of a run that no document uses stay in `demo-output`. */
const FOLDER = join('docs', 'screenshots');

/** The screenshots that the documents show, and those that are in their folder. */
function wanted(): string[] {
	const documents = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))];
	const shown = documents
		.filter((path) => path.endsWith('.md'))
		.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/screenshots\/([\w.-]+\.png)/g)])
		.map(([, name]) => name);
	const kept = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
	return [...new Set([...shown, ...kept])].sort();
}

/** Renews the documents' screenshots from the last run. Fails when the run has not made one of them. */
function renew(): void {
	const missing = wanted().filter((name) => !existsSync(join(SCREENSHOTS_TAKEN, name)));
	if (missing.length > 0) {
		process.stderr.write(`The run has not made ${missing.join(', ')}\n`);
		process.exitCode = 1;
		return;
	}
	mkdirSync(FOLDER, { recursive: true });
	for (const name of wanted()) copyFileSync(join(SCREENSHOTS_TAKEN, name), join(FOLDER, name));
	process.stdout.write(`${wanted().length} renewed in ${FOLDER}; all of them are in ${SCREENSHOTS_TAKEN}\n`);
}

if (process.argv.includes('--clear')) rmSync(SCREENSHOTS_TAKEN, { recursive: true, force: true });
else renew();
