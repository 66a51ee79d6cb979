/** A process of its own that sends what its parent hands it: what it costs to send must not delay who waits for answers. */
import { Agent, request as open } from 'node:http';

import autocannon from 'autocannon';

import type { Answers, Load } from './load';

const TIMEOUT_MS = 60_000;

/** Writes down each answer, and how long it took since the first request. */
class Journal {
	private readonly startedAt = Date.now();
	private readonly start = performance.now();
	private elapsedMs = 0;
	private readonly latenciesMs: number[] = [];
	private readonly statuses: Answers['statuses'] = {};

	add(status: number, latencyMs: number): void {
		this.elapsedMs = performance.now() - this.start;
		this.latenciesMs.push(latencyMs);
		this.statuses[status] = (this.statuses[status] ?? 0) + 1;
	}

	answers(): Answers {
		const { startedAt, elapsedMs, latenciesMs, statuses } = this;
		return { startedAt, elapsedMs, latenciesMs, statuses };
	}
}

async function sendAtOnce({ url, requests }: Load, connections: number): Promise<Answers> {
	const waiting = [...requests].reverse();
	const journal = new Journal();
	await new Promise<void>((resolve, reject) => {
		const options: autocannon.Options = {
			url,
			connections: Math.min(connections, requests.length),
			amount: requests.length,
			timeout: TIMEOUT_MS / 1000,
			requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...waiting.pop() }) }],
		};
		const run = autocannon(options, (error) => (error ? reject(error as Error) : resolve()));
		run.on('response', (_client, status, _bytes, latencyMs) => journal.add(status, latencyMs));
		run.on('reqError', () => journal.add(0, TIMEOUT_MS));
	});
	return journal.answers();
}

/** Autocannon sends what a rate allows at the beginning of each second; here every request has its own moment. */
async function sendEvenly({ url, requests }: Load, perSecond: number, phase: number): Promise<Answers> {
	const agent = new Agent({ keepAlive: true });
	const interval = 1000 / perSecond;
	const untilNext = interval - (Date.now() % interval);
	const begin = performance.now() + untilNext + phase * interval;
	const journal = new Journal();
	await Promise.all(
		requests.map(async ({ headers, body }, index) => {
			const wait = begin + index * interval - performance.now();
			await new Promise((resume) => setTimeout(resume, wait));
			const sent = performance.now();
			const status = await new Promise<number>((resolve) => {
				const request = open(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (response) => {
					response.resume().once('end', () => resolve(response.statusCode ?? 0));
				});
				request.once('timeout', () => request.destroy()).once('error', () => resolve(0));
				request.end(body);
			});
			journal.add(status, performance.now() - sent);
		}),
	);
	agent.destroy();
	return journal.answers();
}

process.on('message', (load: Load) => {
	const { pace } = load;
	const sent =
		'connections' in pace ? sendAtOnce(load, pace.connections) : sendEvenly(load, pace.perSecond, pace.phase);
	void sent.then((answers) => process.send?.(answers));
});
