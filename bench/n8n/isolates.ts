import type { N8n } from '../../host/n8n';

/** Of n8n's metrics; it is not there while an engine runs that has no isolates. */
const COUNTER = /^n8n_expression_pool_acquired\w*(?:\{.*\})? (\d+)$/m;

/** How many V8 isolates n8n has taken for expressions since it started. Needs `N8N_METRICS`. */
export async function isolatesTaken({ baseUrl }: N8n): Promise<number> {
	const answer = await fetch(`${baseUrl}/metrics`);
	if (!answer.ok) throw new Error(`n8n returns no metrics (status ${answer.status})`);
	return Number(COUNTER.exec(await answer.text())?.[1] ?? 0);
}
