import type { N8n } from '../../host/n8n';

interface Page {
	results: Array<{ id: string; status: string; stoppedAt: string | null }>;
	count: number;
}

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
	const deadline = Date.now() + LIMIT_MS;
	for (;;) {
		const { count, results } = await page(n8n, workflowId, ['success']);
		if (count >= wanted) return Math.max(...results.map(({ stoppedAt }) => Date.parse(stoppedAt ?? '') || 0));
		const failed = await page(n8n, workflowId, ['error', 'crashed', 'canceled']);
		if (failed.count > 0) throw new Error(`An execution of workflow ${workflowId} failed`);
		if (Date.now() > deadline)
			throw new Error(`${count} of ${wanted} executions of workflow ${workflowId} have ended`);
		await new Promise((resume) => setTimeout(resume, LOOK_EVERY_MS));
	}
}

/** The newest executions of a workflow with one of these statuses, and how many there are in all. */
async function page(n8n: N8n, workflowId: string, status: string[]): Promise<Page> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
	return await n8n.request<Page>('GET', `/rest/executions?filter=${filter}&limit=20`);
}
