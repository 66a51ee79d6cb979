import type { N8n } from '../../host/n8n';
import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import type { Client } from './client';
import { newDeliveries, type Contestant } from './contestants';
import { successes, untilDone } from './drain';
import { isolatesTaken } from './isolates';
import type { Answers, Load } from './load';
import { processorMs } from './processes';

/** What one round of one contestant gave. */
export interface Round {
	/** Deliveries answered a second. */
	answered: number;
	/** Deliveries a second until the last execution had ended; of refused ones, until the last answer. */
	done: number;
	latenciesMs: number[];
	/** Processor time that n8n used for a delivery, in milliseconds, its execution included. */
	processorMs: number;
	/** V8 isolates that n8n took for a delivery. */
	isolates: number;
}

/** What is sent in a round. */
export interface Shipment {
	vendor: Vendor;
	bytes: number;
	count: number;
	pace: Load['pace'];
}

/**
 * Sends new deliveries and waits until n8n has nothing left to do.
 *
 * @throws when an answer is not what it must be, or an execution fails: then the figure would be of something else
 */
export async function round(
	n8n: N8n,
	client: Client,
	contestant: Contestant,
	{ vendor, bytes, count, pace }: Shipment,
): Promise<Round> {
	const { workflowId, url, status } = contestant;
	const before = await successes(n8n, workflowId);
	const requests = newDeliveries(contestant, vendor, bytes, count);
	const taken = await isolatesTaken(n8n);
	const idle = processorMs(n8n.pid());
	const answers = await client.send({ url, requests, pace });
	if (answers.statuses[status] !== count) {
		throw new Error(`${count} deliveries to ${url} were answered ${JSON.stringify(answers.statuses)}`);
	}
	const executions = status === 200 ? count : 0;
	const doneAt = await untilDone(n8n, workflowId, before + executions);
	const answered = perSecond(count, answers.elapsedMs);
	const used = processorMs(n8n.pid()) - idle;
	return {
		answered,
		done: executions === 0 ? answered : perSecond(count, doneAt - answers.startedAt),
		latenciesMs: answers.latenciesMs,
		processorMs: used / count,
		isolates: ((await isolatesTaken(n8n)) - taken) / count,
	};
}

function perSecond(count: number, milliseconds: Answers['elapsedMs']): number {
	return (count * 1000) / milliseconds;
}
