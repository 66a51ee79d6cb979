/** How long it takes, in seconds. */
export async function secondsOf(run: () => Promise<unknown>): Promise<number> {
	const started = process.hrtime.bigint();
	await run();
	return Number(process.hrtime.bigint() - started) / 1e9;
}

/** What is held once the rest has been given back, which takes V8 more than one round. */
export async function bytesInUse(): Promise<number> {
	for (let round = 0; round < 3; round++) {
		globalThis.gc?.();
		await new Promise((resolve) => setImmediate(resolve));
	}
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
