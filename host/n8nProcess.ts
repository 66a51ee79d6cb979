import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { endWithParent, isRunning, signalGroupOf } from './endWithParent';
import type { Host } from './install';
import { until } from './until';

export interface N8nProcess {
	/** @param signal asks n8n to end (default: SIGTERM); after 20 s it is killed. Does nothing when it has ended already. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Ends n8n and starts it again with the same settings. */
	restart(): Promise<void>;
	/** Of n8n's own process, 0 before it has one. */
	pid(): number;
}

/** A log file that n8n appends to. */
export interface Log {
	path: string;
	/** What has been written since the log was opened here. */
	read(): string;
}

/** Beside the log: the process id, for the process that goes on with this n8n or ends it. */
export const PID_FILE = 'n8n.pid';

const READY_WITHIN_MS = 180_000;
const STOPS_WITHIN_MS = 20_000;
const LOG_LINES_SHOWN = 30;

/** Settings of the shell or of a test runner that would make this n8n another one (jest's NODE_ENV silences its log). */
const NOT_INHERITED = /^(npm_|n8n_|db_|executions_|queue_|webhook_url$|node_options$|node_env$|node_path$)/i;

export function openLog(path: string): Log {
	const start = existsSync(path) ? statSync(path).size : 0;
	return { path, read: () => (existsSync(path) ? readFileSync(path).subarray(start).toString() : '') };
}

/** One process of n8n. */
export interface Launch {
	host: Host;
	/** What it does: all of n8n, or the main process of a queue; or what a queue has besides. */
	command: 'start' | 'webhook' | 'worker';
	/** Where it answers that it is ready. */
	baseUrl: string;
	/** Added to what is inherited. */
	environment: Readonly<Record<string, string>>;
	log: Log;
	report: (line: string) => void;
}

/**
 * Starts a process of n8n and waits until it is ready.
 * @throws with its last log lines when it ends early or is not ready within 3 minutes
 */
export async function startProcess(launched: Launch): Promise<N8nProcess> {
	return handleOf(launched, await start(launched));
}

/**
 * Takes over a process of n8n that another program has started, with what it was launched with.
 * @returns null when it does not run
 */
export function joinProcess(launched: Launch): N8nProcess | null {
	const file = pidFile(launched.log);
	const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
	return pid > 0 && isRunning(pid) ? handleOf(launched, pid) : null;
}

/** @param first the process id */
function handleOf(launched: Launch, first: number): N8nProcess {
	let pid = first;
	return {
		stop: async (signal = 'SIGTERM') => await end(pid, signal),
		restart: async () => {
			await end(pid, 'SIGTERM');
			pid = await start(launched);
		},
		pid: () => pid,
	};
}

/** @returns the process id */
async function start(launched: Launch): Promise<number> {
	const { command, baseUrl, report } = launched;
	const name = command === 'start' ? 'n8n' : `n8n ${command}`;
	const started = Date.now();
	report(`Starting ${name} (usually 10 to 20 s) …`);
	const child = launch(launched);
	await untilReady(child, launched);
	report(`  ${name} is ready at ${baseUrl} after ${Math.round((Date.now() - started) / 1000)} s`);
	return child.pid ?? 0;
}

const pidFile = (log: Log) => join(dirname(log.path), PID_FILE);

function launch({ host, command, environment, log }: Launch): ChildProcess {
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)),
	);
	const output = openSync(log.path, 'a');
	const child = spawn(host.node, [host.n8n, command], {
		env: { ...inherited, ...environment },
		detached: process.platform !== 'win32',
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	writeFileSync(pidFile(log), String(child.pid ?? 0));
	endWithParent(child);
	// It may outlive the test file that started it, and must not keep that file's worker from ending.
	child.unref();
	return child;
}

async function untilReady(child: ChildProcess, { command, baseUrl, log }: Launch): Promise<void> {
	let spawnFailure = '';
	child.once('error', ({ message }) => (spawnFailure = `: ${message}`));
	// 1.123 says that it is ready before the editor's routes are there.
	const paths = ['/healthz/readiness', ...(command === 'start' ? ['/rest/settings'] : [])];
	const isReady = async () =>
		(await Promise.all(paths.map((path) => isAnswered(baseUrl + path)))).every(Boolean);
	const look = async () =>
		(await isReady()) ? 'ready' : spawnFailure !== '' || hasEnded(child) ? 'ended' : null;
	const seen = await until(look, READY_WITHIN_MS, 250);
	if (seen === 'ready') return;
	await end(child.pid ?? 0, 'SIGKILL');
	const what =
		seen === 'ended'
			? `n8n ended while it was starting${spawnFailure}`
			: `n8n was not ready after ${READY_WITHIN_MS / 1000} s`;
	throw new Error(
		[`${what}. Its log ends:`, ...log.read().trimEnd().split('\n').slice(-LOG_LINES_SHOWN)].join('\n'),
	);
}

async function isAnswered(url: string): Promise<boolean> {
	const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
	await answer?.arrayBuffer().catch(() => undefined);
	return answer?.ok === true;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
	if (pid === 0 || !isRunning(pid)) return;
	signalGroupOf(pid, signal);
	await until(() => !isRunning(pid), STOPS_WITHIN_MS, 50);
	signalGroupOf(pid, 'SIGKILL');
}
