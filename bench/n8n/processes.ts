import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux's clock, in which it counts the time of processes. */
const TICKS_PER_SECOND = 100;

const SAMPLE_EVERY_MS = 50;

/** Milliseconds of processor time that a process and what it started have used, according to Linux. @param pid a group's leader */
export function processorMs(pid: number): number {
	const ticks = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => timesOf(name))
		.filter(({ group }) => group === pid)
		.reduce((sum, { ticks }) => sum + ticks, 0);
	return (ticks * 1000) / TICKS_PER_SECOND;
}

/** `stop` returns how many megabytes a process grew at its peak. */
export function watchMemory(pid: number): { stop(): number } {
	const before = residentMegabytes(pid);
	let highest = before;
	const watch = setInterval(() => (highest = Math.max(highest, residentMegabytes(pid))), SAMPLE_EVERY_MS);
	return {
		stop: () => {
			clearInterval(watch);
			return highest - before;
		},
	};
}

/** Megabytes that a process holds now, according to Linux. */
function residentMegabytes(pid: number): number {
	const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}

/** See proc(5): the name before the state may hold spaces and brackets. */
function timesOf(pid: string): { group: number; ticks: number } {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		return { group: Number(fields[2]), ticks: Number(fields[11]) + Number(fields[12]) };
	} catch {
		// It has ended since.
		return { group: 0, ticks: 0 };
	}
}
