import { readShipped, type ShippedNode } from '../../demo/shipped';
import type { WorkflowDefinition } from '../../host/editor';
import { until } from '../../host/until';
import type { QueueStage } from './queueStage';

/** A published workflow whose executions, and what they did in the end, are counted. */
export interface CountedWorkflow {
	id: string;
	/** Its trigger at each processor. */
	urls: string[];
	/** How many executions have this status, by status. */
	statuses(): Promise<Record<string, number>>;
	/** Waits until nothing is queued or runs. @throws after 5 minutes */
	drained(): Promise<void>;
	/** Waits until nothing is queued or runs, or nothing has changed for 20 s. */
	rested(): Promise<void>;
	/** What the node in the place of "What happens once" wrote: rows, and different events among them. */
	effects(): Promise<{ rows: number; events: number }>;
}

const DRAINS_WITHIN_MS = 300_000;
const RESTS_AFTER_MS = 20_000;

/** The node of the shipped workflows whose place is taken by one that writes a row each time it runs. */
const EFFECT = 'What happens once';

/**
 * Publishes a shipped workflow.
 *
 * @param others nodes that take the place of the shipped ones of their name
 */
export async function publishCounted(
	stage: QueueStage,
	file: string,
	others: readonly ShippedNode[] = [],
): Promise<CountedWorkflow> {
	const { name, nodes, connections, settings } = readShipped(file);
	const chosen = nodes.map((node) => {
		const replaced =
			node.name === EFFECT ? effectNode(node) : others.find((other) => other.name === node.name);
		const type = (replaced ?? node).type.split('.')[1];
		const credential = CREDENTIAL_OF[type];
		return {
			...(replaced ?? node),
			...(credential && { credentials: { [credential]: stage.credentials[credential] } }),
		};
	});
	await stage.interviews.query('CREATE TABLE IF NOT EXISTS effects (workflow text, event_id text)');
	return await published(stage, { name, nodes: chosen, connections, settings });
}

const CREDENTIAL_OF: Record<string, string | undefined> = {
	hireflixTrigger: 'hireflixApi',
	postgres: 'postgres',
};

function effectNode(node: ShippedNode): ShippedNode {
	return {
		...node,
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.6,
		parameters: {
			resource: 'database',
			operation: 'executeQuery',
			query: 'INSERT INTO effects (workflow, event_id) VALUES ($1, $2)',
			options: { queryReplacement: '={{ [$workflow.id, $json.event_id] }}' },
		},
	};
}

/** Publishes a workflow of one trigger. */
export async function published(stage: QueueStage, definition: WorkflowDefinition): Promise<CountedWorkflow> {
	const { n8n, processors, interviews } = stage;
	const id = await n8n.createWorkflow(definition);
	await n8n.activate(id);
	const urls: string[] = [];
	for (const processor of processors) urls.push(await stage.urlAt(processor, id));

	const statuses = async () => {
		const rows = await n8n.query<{ status: string; count: number }>(
			`SELECT status, count(*)::int FROM execution_entity WHERE "workflowId" = '${id}' GROUP BY status`,
		);
		return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
	};
	return {
		id,
		urls,
		statuses,
		drained: async () => {
			const isIdle = (now: Record<string, number>) => !now.new && !now.running;
			const { new: queued = 0, running = 0 } = await until(statuses, DRAINS_WITHIN_MS, 250, isIdle);
			if (queued + running > 0) throw new Error(`${queued} executions are queued and ${running} still run`);
		},
		rested: async () => {
			let last = '';
			for (let since = Date.now(); Date.now() - since < RESTS_AFTER_MS;) {
				const now = await statuses();
				if (!now.new && !now.running) return;
				if (JSON.stringify(now) !== last) since = Date.now();
				last = JSON.stringify(now);
				await new Promise((resume) => setTimeout(resume, 250));
			}
		},
		effects: async () => {
			const [row] = await interviews.query<{ rows: number; events: number }>(
				`SELECT count(*)::int AS rows, count(DISTINCT event_id)::int AS events FROM effects WHERE workflow = '${id}'`,
			);
			return row;
		},
	};
}
