import { randomUUID } from 'node:crypto';

import { readShipped, type ShippedNode } from '../../../demo/shipped';
import type { Playground } from './playground';

const FILE = 'recover-crashed-executions.json';

/** Long enough to kill n8n while an execution runs; shorter than the 65 s from which a Wait node puts the execution aside. */
const RUNS_FOR_SECONDS = 15;

/** What becomes of executions that crashed. @param at where the workflow runs, once that is there */
export function testRecovering(at: () => Playground): void {
	describe(FILE, () => {
		it('retries each crash of the workflows that are entered, once, and lists the others', async () => {
			const { stage, services, install } = at();
			const [entered, other] = [await slowWorkflow(), await slowWorkflow()];
			for (const { path } of [entered, other]) await call(path);
			for (const { id } of [entered, other]) await until(id, 'running');
			process.kill(stage.n8n.pid(), 'SIGKILL');
			await stage.n8n.restart();
			const crashed = [await until(entered.id, 'crashed'), await until(other.id, 'crashed')];

			const workflow = await install(FILE, { 'This n8n': retrying(stage.n8n.baseUrl, `x1, ${entered.id}`) });
			await workflow.run();

			const link = (id: string, execution: string) =>
				`• ${stage.n8n.baseUrl}/workflow/${id}/executions/${execution}`;
			expect(services.slack.newTexts()).toEqual([
				[
					'Crashed executions:',
					`${link(entered.id, crashed[0])}: retried, and succeeded`,
					`${link(other.id, crashed[1])}: not retried, because its workflow is not entered in This n8n`,
				].join('\n'),
			]);
			const executions = await stage.n8n.executions(entered.id);
			expect(executions.map(({ mode, status }) => [mode, status])).toEqual([
				['retry', 'success'],
				['webhook', 'crashed'],
			]);

			await workflow.run();

			expect(services.slack.newTexts()).toEqual([]);
			await expect(stage.n8n.executions(entered.id)).resolves.toHaveLength(2);
			await expect(stage.n8n.executions(other.id)).resolves.toHaveLength(1);
			for (const { id } of [entered, other]) await stage.n8n.deactivate(id);
		});
	});

	/** A published workflow that a webhook starts and that runs for a while. */
	async function slowWorkflow(): Promise<{ id: string; path: string }> {
		const { n8n } = at().stage;
		const path = randomUUID();
		const id = await n8n.createWorkflow({
			name: 'Slow',
			nodes: [
				{
					name: 'Webhook',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					position: [0, 0],
					webhookId: path,
					parameters: { path, httpMethod: 'POST', options: {} },
				},
				{
					name: 'Wait',
					type: 'n8n-nodes-base.wait',
					typeVersion: 1.1,
					position: [200, 0],
					parameters: { amount: RUNS_FOR_SECONDS },
				},
			],
			connections: { Webhook: { main: [[{ node: 'Wait', type: 'main', index: 0 }]] } },
		});
		await n8n.activate(id);
		return { id, path };
	}

	async function call(path: string): Promise<void> {
		const { status } = await fetch(`${at().stage.n8n.baseUrl}/webhook/${path}`, { method: 'POST' });
		expect(status).toBe(200);
	}

	/** @returns the id of the workflow's only execution, once it has the status */
	async function until(workflowId: string, wanted: string): Promise<string> {
		for (;;) {
			const [execution] = await at().stage.n8n.executions(workflowId);
			if (execution?.status === wanted) return execution.id;
			await new Promise((resume) => setTimeout(resume, 100));
		}
	}
}

/** The parameters of the node in which a user enters the address and the workflows. */
function retrying(address: string, workflows: string): Record<string, unknown> {
	const { parameters } = readShipped(FILE).nodes.find(({ name }) => name === 'This n8n') as ShippedNode & {
		parameters: { assignments: { assignments: Array<{ name: string; value: string }> } };
	};
	const values: Record<string, string> = { address, workflows_to_retry: workflows };
	const assignments = parameters.assignments.assignments.map((one) => ({ ...one, value: values[one.name] }));
	return { ...parameters, assignments: { assignments } };
}
