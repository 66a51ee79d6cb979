import type { Rest } from './rest';
import { until } from './until';

export interface ExecutionSummary {
	id: string;
	/** `new`, `running`, `waiting`, `success`, `error`, `crashed` or `canceled`. */
	status: string;
	/** `webhook` for a production delivery, `manual` for a test run, … */
	mode: string;
	/** ISO 8601; null while it waits for its turn. */
	startedAt: string | null;
}

export type ItemJson = Record<string, unknown>;

/** One run of one node. */
interface NodeRun {
	executionStatus?: string;
	executionTime?: number;
	error?: { message: string; description?: string | null };
	/** Items per output; null where an output emitted nothing. */
	data?: { main?: Array<Array<{ json: ItemJson }> | null> };
}

export interface Execution extends ExecutionSummary {
	workflowId: string;
	stoppedAt?: string | null;
	/** What ended the execution, when it failed. */
	error?: { message: string; description?: string | null };
	/** Runs by node name. */
	runData: Record<string, NodeRun[]>;
}

interface StoredExecution extends ExecutionSummary {
	workflowId: string;
	stoppedAt?: string | null;
	data: string;
}

interface RunExecutionData {
	resultData?: { runData?: Record<string, NodeRun[]>; error?: Execution['error'] };
}

const PAGE = 100;
const REREAD_AFTER_MS = 200;
const SETTLES_WITHIN_MS = 30_000;
const UNSETTLED = new Set(['new', 'running']);

export interface Executions {
	/**
	 * All executions of a workflow, newest first. n8n's list lacks the newest for a moment after its delivery was
	 * answered (seen in 2 of 40 reads): it is read until two reads agree.
	 */
	executions(workflowId: string): Promise<ExecutionSummary[]>;
	/** One execution with its run data, once it has ended or waits. @throws when it still runs after 30 s */
	execution(id: string): Promise<Execution>;
	/** The Retry button of an execution that failed or crashed. @returns the id of the new execution */
	retry(executionId: string): Promise<string>;
	/** What a node emitted, by output index; empty when the node did not run. Several runs of it are joined. */
	outputItems(executionId: string, nodeName: string): Promise<ItemJson[][]>;
}

/** A page of n8n's list of executions. */
interface ExecutionPage {
	results: ExecutionSummary[];
	/** What to add to the query for the next page; null after the last. */
	next: string | null;
}

/** In what one n8n differs from another for its list of executions. */
export interface ExecutionDifferences {
	/** @param next of the page before */
	executionPage(query: string, next: string | null): Promise<ExecutionPage>;
}

export function readExecutions({ request }: Rest, { executionPage }: ExecutionDifferences): Executions {
	const listed = async (workflowId: string): Promise<ExecutionSummary[]> => {
		const found = new Map<string, ExecutionSummary>();
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		for (let next: string | null = null, isNew = true; isNew;) {
			const before = found.size;
			const page = await executionPage(`filter=${filter}&limit=${PAGE}`, next);
			for (const { id, status, mode, startedAt } of page.results)
				found.set(id, { id, status, mode, startedAt });
			next = page.next;
			isNew = next !== null && found.size > before;
		}
		return [...found.values()].sort((one, other) => Number(other.id) - Number(one.id));
	};

	const executions = async (workflowId: string): Promise<ExecutionSummary[]> => {
		for (let before = -1; ;) {
			const found = await listed(workflowId);
			if (found.length === before) return found;
			before = found.length;
			await new Promise((resolve) => setTimeout(resolve, REREAD_AFTER_MS));
		}
	};

	const execution = async (id: string): Promise<Execution> => {
		const read = async () => await request<StoredExecution>('GET', `/rest/executions/${id}`);
		const isSettled = ({ status }: StoredExecution) => !UNSETTLED.has(status);
		const stored = await until(read, SETTLES_WITHIN_MS, 100, isSettled);
		if (isSettled(stored)) return decode(stored);
		throw new Error(`Execution ${id} is still "${stored.status}" after ${SETTLES_WITHIN_MS / 1000} s`);
	};

	const outputItems = async (executionId: string, nodeName: string): Promise<ItemJson[][]> =>
		outputsOf(await execution(executionId), nodeName);

	const retry = async (executionId: string): Promise<string> => {
		const answer = await request<{ id: string }>('POST', `/rest/executions/${executionId}/retry`, {});
		return answer.id;
	};

	return { executions, execution, outputItems, retry };
}

/** What a node emitted in an execution, by output index; empty when the node did not run. Several runs of it are joined. */
export function outputsOf({ runData }: Execution, nodeName: string): ItemJson[][] {
	const outputs: ItemJson[][] = [];
	for (const run of runData[nodeName] ?? []) {
		run.data?.main?.forEach((items, index) => {
			outputs[index] = [...(outputs[index] ?? []), ...(items ?? []).map(({ json }) => json)];
		});
	}
	return outputs;
}

function decode({ id, status, mode, startedAt, stoppedAt, workflowId, data }: StoredExecution): Execution {
	const { resultData } = unflatten(data) as RunExecutionData;
	return {
		id,
		status,
		mode,
		startedAt,
		stoppedAt,
		workflowId,
		error: resultData?.error,
		runData: resultData?.runData ?? {},
	};
}

/**
 * Reads the `flatted` format n8n stores run data in: a JSON array whose first entry is the value, and in which every string
 * inside an object or array is the index of the entry that stands there.
 */
function unflatten(text: string): unknown {
	const entries = JSON.parse(text) as unknown[];
	const revived = new Map<number, unknown>();
	const revive = (index: number): unknown => {
		const entry = entries[index];
		if (typeof entry !== 'object' || entry === null) return entry;
		if (revived.has(index)) return revived.get(index);
		const target: unknown[] | Record<string, unknown> = Array.isArray(entry) ? [] : {};
		revived.set(index, target);
		for (const [key, value] of Object.entries(entry)) {
			Reflect.set(target, key, typeof value === 'string' ? revive(Number(value)) : value);
		}
		return target;
	};
	return revive(0);
}
