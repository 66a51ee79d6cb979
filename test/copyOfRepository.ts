import { cpSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

const NOT_COPIED = /^(node_modules|\.git|dist|packages|demo-output|coverage|test)$/;

/** Copies the sources into a folder, with the tools of this repository, so a test can change them. */
export function copyRepository(folder: string): void {
	cpSync(ROOT, folder, {
		recursive: true,
		filter: (path) => !NOT_COPIED.test(relative(ROOT, path)),
	});
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
