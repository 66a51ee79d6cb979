const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { dest, series, src } = require('gulp');

/** Copies what the bundler leaves out: icons, and the codex files that the node creator searches. */
function copyIconsAndCodex() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(dest('dist'));
}

/** Fails when a description names an icon that is not there, which n8n would only show as a broken image. */
async function checkIcons() {
	for (const file of [...sources('nodes', '.node.ts'), ...sources('credentials', '.credentials.ts')]) {
		for (const [, icon] of readFileSync(file, 'utf8').matchAll(/'file:([^']+)'/g)) {
			const copied = join('dist', dirname(file), icon);
			if (!existsSync(copied))
				throw new Error(`${file} names the icon ${icon}, but ${copied} does not exist`);
		}
	}
}

function sources(folder, ending) {
	return readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith(ending))
		.map((name) => join(folder, name));
}

exports['build:icons'] = series(copyIconsAndCodex, checkIcons);
