import type { Member } from '../../host/queue';
import type { CountedWorkflow } from './countedWorkflow';
import { freshDeliveries, inRotation, send } from './deliveries';
import type { QueueStage } from './queueStage';

/** What a run came to in which a worker and a webhook processor were killed. */
export interface KilledRun {
	sent: number;
	/** Deliveries that were answered 200 in the end. */
	answered: number;
	/** Deliveries that were answered 200 only when they were sent again. */
	sentAgain: number;
	/** Executions that n8n marked as failed because their process was gone. */
	failed: number;
	/** Executions that stay queued or running forever, as their worker died before it had noted them. */
	stuck: number;
	/** Events that no execution brought to its end, once each of those was retried. */
	lost: number;
	/** Events that were brought to the end twice. */
	twice: number;
}

const AT_ONCE = 10;

/**
 * Sends deliveries to all processors in turn, kills a worker after a third of them and a processor after two thirds, both
 * with SIGKILL, and starts them again. Then it does what a person does: Stop what is stuck, and retry it and what failed.
 *
 * @param personComesAfterMs how long after the last delivery that is
 */
export async function killInMidRun(
	stage: QueueStage,
	workflow: CountedWorkflow,
	count: number,
	personComesAfterMs: number,
): Promise<KilledRun> {
	const { n8n, simulators, processors, workers } = stage;
	const { sender } = simulators.hireflix;
	// As Standard Webhooks advises: exponentially longer pauses, and only a 2xx counts.
	Object.assign(sender, { retries: 12, backoffMs: 50, timeoutMs: 60_000 });
	const before = sender.outcomes.length;
	const killAfter = async (member: Member, share: number) => {
		while (sender.outcomes.length - before < count * share)
			await new Promise((resume) => setTimeout(resume, 5));
		process.kill(member.pid(), 'SIGKILL');
		await member.restart();
	};
	const [answered] = await Promise.all([
		send(simulators.hireflix, freshDeliveries(count), inRotation(workflow.urls), AT_ONCE),
		killAfter(workers[0], 1 / 3),
		killAfter(processors[0], 2 / 3),
	]);
	const sentAgain = sender.outcomes.slice(before).filter(({ attempts }) => attempts > 1).length;

	await new Promise((resume) => setTimeout(resume, personComesAfterMs));
	// What the processor had stored and not yet queued is marked when the main process starts, or at an interval.
	await n8n.restart();
	await workflow.rested();
	const left = await n8n.query<{ id: string; status: string }>(
		`SELECT id::text, status FROM execution_entity WHERE "workflowId" = '${workflow.id}' AND status <> 'success'`,
	);
	const stuck = left.filter(({ status }) => status === 'new' || status === 'running');
	const failed = left.filter(({ status }) => status === 'crashed' || status === 'error');
	for (const { id } of stuck) await n8n.request('POST', `/rest/executions/${id}/stop`, {});
	// One whose item n8n has thrown away cannot be retried; what that loses is counted below.
	for (const { id } of [...stuck, ...failed]) await n8n.retry(id).catch(() => {});
	await workflow.rested();
	const { rows, events } = await workflow.effects();
	return {
		...{ sent: count, answered, sentAgain },
		...{ failed: failed.length, stuck: stuck.length },
		...{ lost: count - events, twice: rows - events },
	};
}
