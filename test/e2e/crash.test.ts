import { setTimeout as wait } from 'node:timers/promises';

import type { Stage } from '../../demo/stage';
import type { ExecutionSummary } from '../../host/executions';
import { openOwnStage, PRODUCTION } from '../stage/openStage';
import { createTable, shippedWorkflow, type Table } from './shippedWorkflow';

const DELIVERIES = 500;
const AT_ONCE = 10;
const KILLED_AFTER = 200;

const ENDED_WITHIN_MS = 20_000;

const TRIGGER = 'Hireflix Trigger';
const ROW_STEP = 'One row per interview';

jest.setTimeout(600_000);

describe('n8n killed in the middle of deliveries', () => {
	let stage: Stage;
	let table: Table;
	let workflow: string;
	const sent = new Map<string, string>();

	beforeAll(async () => {
		stage = await openOwnStage(PRODUCTION);
		table = await createTable(stage);
		const credential = await stage.createCredential('hireflix');
		const shipped = shippedWorkflow('one-row-per-interview.json', { hireflixApi: credential });
		const nodes = shipped.nodes.map((node) => (node.name === ROW_STEP ? table.upsertNode(ROW_STEP) : node));
		workflow = await stage.n8n.createWorkflow({ ...shipped, nodes });
		await stage.activate('hireflix', workflow);
	});

	afterAll(async () => await stage?.stop());

	/** The executions of the workflow, once none of them runs: n8n answers a delivery when it is stored, and runs it then. */
	async function ended(): Promise<ExecutionSummary[]> {
		for (const deadline = Date.now() + ENDED_WITHIN_MS; ; await wait(200)) {
			const executions = await stage.n8n.executions(workflow);
			const open = executions.filter(({ status }) => status === 'new' || status === 'running');
			if (open.length === 0) return executions;
			if (Date.now() < deadline) continue;
			// n8n was killed before it had noted that they began, and does not take them for crashed: a person stops them.
			for (const { id } of open) await stage.n8n.request('POST', `/rest/executions/${id}/stop`, {});
		}
	}

	/** Interview ids of what the trigger emitted, in every execution that ran to its end. */
	async function emittedIds(): Promise<unknown[]> {
		const finished = (await ended()).filter(({ status }) => status === 'success');
		const ids: unknown[] = [];
		for (const { id } of finished) {
			const [items = []] = await stage.n8n.outputItems(id, TRIGGER);
			ids.push(...items.map(({ interview_id }) => interview_id));
		}
		return ids;
	}

	async function killOnce(isDue: () => boolean): Promise<void> {
		while (!isDue()) await wait(5);
		process.kill(stage.n8n.pid(), 'SIGKILL');
		await stage.n8n.restart();
	}

	it('answers every delivery 200 in the end, as the vendor goes on sending what was not', async () => {
		const { sender } = stage.simulators.hireflix;
		// As Standard Webhooks advises: exponentially longer pauses, and only a 2xx counts.
		sender.retries = 12;
		sender.backoffMs = 50;
		let next = 0;
		const inviteAll = async () => {
			while (next < DELIVERIES) {
				const candidate = { name: `Candidate ${next++}`, email: `candidate${next}@example.com` };
				const { id, invited } = await stage.simulators.hireflix.invite(candidate);
				sent.set(id, String(invited[0].status));
			}
		};
		await Promise.all([
			killOnce(() => sender.outcomes.length >= KILLED_AFTER),
			...Array.from({ length: AT_ONCE }, inviteAll),
		]);
		expect(sent.size).toBe(DELIVERIES);
		expect([...sent.values()].filter((status) => status !== '200')).toEqual([]);
		expect(sender.outcomes.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(0);
	});

	it('has kept the deliveries that n8n had stored and not yet run, and runs them when they are retried', async () => {
		const left = (await ended()).filter(({ status }) => status === 'crashed' || status === 'canceled');
		for (const { id } of left) await stage.n8n.retry(id);
		const items = await emittedIds();
		const stopped = left.filter(({ status }) => status === 'canceled');
		// One that was stopped may have written its row before n8n was killed, without a word of it.
		const missing = [...sent.keys()].filter((id) => !items.includes(id));
		expect(missing.length).toBeLessThanOrEqual(stopped.length);
		expect(items.filter((id) => !sent.has(String(id)))).toEqual([]);
	});

	it('ends with exactly one row per interview', async () => {
		const rows = await table.rows();
		expect(rows.map(({ interview_id }) => interview_id).sort()).toEqual([...sent.keys()].sort());
	});
});
