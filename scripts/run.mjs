// Runs a TypeScript file of this repository on a fresh clone: installs the development dependencies first when
// they are missing or were others. Plain JavaScript without dependencies, since nothing is there yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const MINIMUM = [20, 19];

/** Holds the hash of the package.json that was installed. */
const STAMP = 'node_modules/.installed';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
	console.error(`Node ${MINIMUM.join('.')} or later is needed; this is ${process.versions.node}.`);
	process.exit(1);
}

const wanted = createHash('sha256').update(readFileSync('package.json')).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
	console.log('Installing the development dependencies (about a minute, once) …');
	// Not `npm ci`: it refuses a lock without the optional binaries of every platform, which not every registry has.
	const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status } = spawnSync('npm', install, { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status !== 0) process.exit(status ?? 1);
	writeFileSync(STAMP, wanted);
}

const child = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], { stdio: 'inherit' });
// Ctrl-C reaches the child directly; this process waits for it to tidy up.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
