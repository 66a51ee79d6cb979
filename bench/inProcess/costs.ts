/** How long it takes, in seconds. */
export async function secondsOf(run: () => Promise<unknown>): Promise<number> {
	const started = process.hrtime.bigint();
	await run();
	return Number(process.hrtime.bigint() - started) / 1e9;
}

/** What is held on the heap once everything else has been collected. */
export function bytesInUse(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}
