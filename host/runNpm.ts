import { spawn } from 'node:child_process';

import { endWithParent } from './endWithParent';

/**
 * Settings of a parent npm that must reach ours: where packages come from and how to get there. Everything else that
 * `npm start` exports (`npm_config_ignore_scripts`, `npm_config_omit`, `npm_lifecycle_event`, …) would change what is installed.
 */
const KEPT_NPM_SETTINGS =
	/^npm_config_(registry|cache|userconfig|globalconfig|proxy|https?_proxy|no_?proxy|ca|cafile|strict_ssl|@|\/\/)/i;

const PROGRESS_EVERY_SECONDS = 15;
const LINES_SHOWN_ON_FAILURE = 40;

interface NpmRun {
	args: readonly string[];
	folder: string;
	/** Added last, so it wins over what is inherited. */
	environment?: Readonly<Record<string, string>>;
	/** What a person reads, e.g. "Compiling sqlite3". */
	doing: string;
	/** How long it takes on an ordinary machine, in words. */
	usually: string;
	report: (line: string) => void;
}

/** `process.env` without what npm adds to the scripts it runs. @param kept names of npm variables to let through */
export function environmentWithoutNpm(kept?: RegExp): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept?.test(name)),
	);
}

/**
 * Runs npm silently but for a line every 15 s.
 * @throws with the last 40 lines npm wrote when it does not end with 0
 */
export async function runNpm({ args, folder, environment, doing, usually, report }: NpmRun): Promise<void> {
	report(`${doing} (usually ${usually}) …`);
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const child = spawn('npm', args, {
		cwd: folder,
		env: { ...environmentWithoutNpm(KEPT_NPM_SETTINGS), ...environment },
		shell: process.platform === 'win32',
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	endWithParent(child);

	let output = '';
	const keep = (chunk: Buffer) => (output += chunk.toString());
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);

	const ticking = setInterval(
		() => report(`  ${doing}: ${seconds()} s so far`),
		PROGRESS_EVERY_SECONDS * 1000,
	);
	try {
		const ending = await new Promise<string>((resolve, reject) => {
			child.once('error', (cause) =>
				reject(new Error(`npm could not be started: ${cause.message}`, { cause })),
			);
			child.once('close', (code, signal) => resolve(signal ?? String(code)));
		});
		if (ending !== '0') throw new Error(failure(args, folder, ending, output));
	} finally {
		clearInterval(ticking);
	}
	report(`  ${doing}: done in ${seconds()} s`);
}

function failure(args: readonly string[], folder: string, ending: string, output: string): string {
	const lines = output.trimEnd().split('\n').slice(-LINES_SHOWN_ON_FAILURE);
	return [`npm ${args.join(' ')} ended with ${ending} in ${folder}. It wrote:`, ...lines].join('\n');
}
