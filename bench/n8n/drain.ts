import type { N8n } from '../../host/n8n';
import { until } from '../../host/until';

interface Page {
	results: Array<{ id: string; status: string; stoppedAt: string | null }>;
	count: number;
}

/** How an execution ends that has not succeeded. */
export const FAILED = ['error', 'crashed', 'canceled'];

const LOOK_EVERY_MS = 200;
const LIMIT_MS = 120_000;

/** Executions of a workflow that have succeeded. */
export async function successes(n8n: N8n, workflowId: string): Promise<number> {
	return await executionsOf(n8n, workflowId, ['success']);
}

/** Executions of a workflow with one of these statuses. */
export async function executionsOf(n8n: N8n, workflowId: string, statuses: string[]): Promise<number> {
	return (await page(n8n, workflowId, statuses)).count;
}

/**
 * Waits until so many executions of a workflow have succeeded in all.
 *
 * @returns when the last one ended, in epoch milliseconds
 * @throws when one has failed, or after two minutes
 */
export async function untilDone(n8n: N8n, workflowId: string, wanted: number): Promise<number> {
	const look = async () => {
		const succeeded = await page(n8n, workflowId, ['success']);
		const failed = succeeded.count < wanted && (await executionsOf(n8n, workflowId, FAILED));
		if (failed) throw new Error(`An execution of workflow ${workflowId} failed`);
		return succeeded;
	};
	const isDone = ({ count }: Page) => count >= wanted;
	const { count, results } = await until(look, LIMIT_MS, LOOK_EVERY_MS, isDone);
	if (count < wanted)
		throw new Error(`${count} of ${wanted} executions of workflow ${workflowId} have ended`);
	return Math.max(...results.map(({ stoppedAt }) => Date.parse(stoppedAt ?? '') || 0));
}

/** The newest executions of a workflow with one of these statuses, and how many there are in all. */
async function page(n8n: N8n, workflowId: string, status: string[]): Promise<Page> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
	return await n8n.request<Page>('GET', `/rest/executions?filter=${filter}&limit=20`);
}
