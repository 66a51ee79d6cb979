import type { WorkflowDefinition } from '../../host/editor';
import { inTurns } from '../shared/statistics';
import { published, type CountedWorkflow } from './countedWorkflow';
import { freshDeliveries, inRotation, send } from './deliveries';
import type { QueueStage } from './queueStage';

const AT_ONCE = 20;

/** Which trigger, and how many webhook processors take its deliveries. */
export type Contestant = 'core, 1' | 'core, 2' | 'ours, 1' | 'ours, 2';

/**
 * Deliveries answered per second, round by round: the core Webhook node beside ours, with one and with two processors. The
 * executions of a turn have ended before the next turn begins.
 */
export async function deliveryRates(
	stage: QueueStage,
	rounds: number,
	deliveries: number,
): Promise<Record<Contestant, number[]>> {
	const { hireflix } = stage.simulators;
	hireflix.sender.timeoutMs = 120_000;
	const ours = await published(stage, oursToNoOp(stage));
	const core = await publishedCore(stage);
	const rateOf = async (workflow: CountedWorkflow, processors: number) => {
		const bodies = freshDeliveries(deliveries);
		const started = performance.now();
		const answered = await send(hireflix, bodies, inRotation(workflow.urls.slice(0, processors)), AT_ONCE);
		const rate = deliveries / ((performance.now() - started) / 1000);
		if (answered < deliveries) throw new Error(`Only ${answered} of ${deliveries} were answered 200`);
		await workflow.drained();
		return rate;
	};
	const turns = {
		'core, 1': () => rateOf(core, 1),
		'core, 2': () => rateOf(core, 2),
		'ours, 1': () => rateOf(ours, 1),
		'ours, 2': () => rateOf(ours, 2),
	};
	// What is only loaded at the first delivery is no part of any figure.
	await inTurns(1, turns);
	return await inTurns(rounds, turns);
}

const END = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} };

function toNoOp(name: string, trigger: Record<string, unknown>): WorkflowDefinition {
	return {
		name,
		nodes: [{ name: 'Trigger', position: [0, 0], ...trigger }, END],
		connections: { Trigger: { main: [[{ node: END.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

function oursToNoOp({ credentials: { hireflixApi } }: QueueStage): WorkflowDefinition {
	return toNoOp('Ours', {
		type: 'n8n-nodes-ai-interviews.hireflixTrigger',
		typeVersion: 2,
		parameters: { events: ['interview.finish'] },
		credentials: { hireflixApi },
	});
}

const CORE_PATH = 'core';

async function publishedCore(stage: QueueStage): Promise<CountedWorkflow> {
	const definition = toNoOp('Core', {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path: CORE_PATH },
	});
	const workflow = await published(stage, definition);
	return { ...workflow, urls: stage.processors.map(({ baseUrl }) => `${baseUrl}/webhook/${CORE_PATH}`) };
}
