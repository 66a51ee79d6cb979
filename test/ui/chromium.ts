import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine. @throws telling a developer what to install */
export function chromiumPath(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const found = [
		process.env.CHROMIUM ?? '',
		...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
	].find((path) => path !== '' && existsSync(path));
	if (found) return found;
	throw new Error(
		'The tests in the editor need Chromium or Chrome. Install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM to the path of one.',
	);
}
