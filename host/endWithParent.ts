import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();
let watching = false;

/**
 * Makes sure that a child does not outlive this process: not on exit, not on an uncaught error, not on Ctrl-C.
 * Only a SIGKILL of this process leaves the child, as nothing can be run then.
 */
export function endWithParent(child: ChildProcess): void {
	running.add(child);
	child.once('exit', () => running.delete(child));
	if (watching) return;
	watching = true;
	process.once('exit', () => running.forEach((left) => signalGroup(left, 'SIGKILL')));
	for (const [signal, status] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const) {
		process.on(signal, () => {
			// Any other listener ends in its own way; the exit handler above then does the rest.
			if (process.listenerCount(signal) === 1) process.exit(status);
		});
	}
}

/** Sends a signal to a child that was spawned `detached`, and to what it started itself (task runners, compilers). */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	signalGroupOf(child.pid, signal);
}

/** The same by the process id. Does nothing when the process has ended. */
export function signalGroupOf(pid: number, signal: NodeJS.Signals): void {
	for (const target of [-pid, pid]) {
		try {
			process.kill(target, signal);
			return;
		} catch {
			// Windows has no groups, and a process that has ended takes no signal.
		}
	}
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
