import type { IExecuteFunctions, INodeExecutionData, ISupplyDataFunctions } from 'n8n-workflow';

import { sha256 } from '../event/identity';

/**
 * What has become of a write. n8n's Retry On Fail runs a node again with all its items (also when the first output item
 * has a column `error`): what was sent must not be sent again, so its outcome is given instead.
 */
export type Outcome = { items: INodeExecutionData[] } | { error: Error };

/** The outcomes of one run of a node in one execution, by input item. */
export interface Outcomes {
	get(key: string): Outcome | undefined;
	set(key: string, outcome: Outcome): void;
	/** The node has done what it was asked for, and is not tried again. */
	end(): void;
}

/** n8n tries up to five times, at most 5 s after a try has ended; each try that sends something renews the time. */
const KEPT_MS = 10 * 60_000;

const MOST_RUNS = 1_000;

interface Run {
	outcomes: Map<string, Outcome>;
	expiresAt: number;
}

/** By execution, node and run; in the order of their last use. */
const runs = new Map<string, Run>();

const NOTHING_KEPT: Outcomes = { get: () => undefined, set: () => {}, end: () => {} };

/** What this run of the node has done before; nothing is kept for a node without Retry On Fail. */
export function outcomesOf(context: IExecuteFunctions): Outcomes {
	const { id, retryOnFail } = context.getNode();
	const executionId = context.getExecutionId();
	const isForAgent = isTool(context);
	// Behind an MCP Server Trigger, tools run before the execution has an ID.
	if (retryOnFail !== true || !(executionId || isForAgent)) return NOTHING_KEPT;
	const run = isForAgent ? callOf(context) : runOf(context);
	const key = JSON.stringify([executionId ?? context.getWorkflow().id, id, run]);
	forgetOld();
	return {
		get: (item) => runs.get(key)?.outcomes.get(item),
		set: (item, outcome) => {
			const run = runs.get(key) ?? { outcomes: new Map<string, Outcome>(), expiresAt: 0 };
			const before = run.outcomes.get(item);
			// Of two equal calls of an agent at the same time, one may be unclear.
			run.outcomes.set(item, isForAgent && before && 'error' in before ? before : outcome);
			run.expiresAt = Date.now() + KEPT_MS;
			runs.delete(key);
			runs.set(key, run);
		},
		end: () => {
			const outcomes = [...(runs.get(key)?.outcomes.values() ?? [])];
			if (isForAgent && outcomes.every((outcome) => 'items' in outcome)) runs.delete(key);
		},
	};
}

const runOf = (context: IExecuteFunctions): unknown => context.getWorkflowDataProxy(0).$runIndex;

/** What an expression has another value for at each try. */
const PASSING = /\$now|\$today|\bDate\b|\bDateTime\b|random|\$runIndex/;

const CODE = /\{\{(.*?)\}\}/gs;

/** What an agent is to give, with its description. */
const FROM_AGENT = /\$fromAI\((?:[^()'"`]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)*\)/gi;

/** Whether an expression returns something else at each try; the description of an argument may speak of a date. */
function isPassing(written: string): boolean {
	const code = [...(written.startsWith('=') ? written.matchAll(CODE) : [])].map(([, own]) => own).join('\n');
	return PASSING.test(code.replace(FROM_AGENT, ''));
}

/**
 * What an AI agent calls the node with: n8n counts each try of a tool as another run, and begins to count anew for calls at
 * the same time. Its tries end with the first that succeeds: what is asked for again after that is done again, what may have
 * been done is not.
 */
function callOf(context: IExecuteFunctions): string {
	const { parameters } = context.getNode();
	// What the agent gave, without the ID of its call.
	const given = { ...context.getInputData()[0]?.json, toolCallId: undefined };
	const lasting = (written: unknown, value: unknown): unknown => {
		if (typeof written === 'string') return isPassing(written) ? [written, given] : value;
		if (typeof written !== 'object' || written === null) return value;
		const own = (value ?? {}) as Record<string, unknown>;
		return Object.entries(written).map(([name, one]) => [name, lasting(one, own[name])]);
	};
	const called = Object.entries(parameters).map(([name, written]) => [
		name,
		lasting(written, context.getNodeParameter(name, 0, null)),
	]);
	return sha256(JSON.stringify(called));
}

/** n8n 1.123 and 2.1 do not say it: there, only a tool's context counts its runs. */
function isTool(context: IExecuteFunctions): boolean {
	const { isToolExecution, getNextRunIndex } = context as Partial<ISupplyDataFunctions>;
	return isToolExecution?.call(context) ?? getNextRunIndex !== undefined;
}

function forgetOld(): void {
	for (const [key, { expiresAt }] of runs) {
		if (expiresAt > Date.now() && runs.size < MOST_RUNS) return;
		runs.delete(key);
	}
}
