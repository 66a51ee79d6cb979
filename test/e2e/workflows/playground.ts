import type { Stage } from '../../../demo/stage';
import { until } from '../../../host/until';
import { openOwnStage } from '../../stage/openStage';
import { openServices, type Services } from '../services/openServices';
import { prepareChoices, type Install } from './chosenWorkflow';

/** A name that a spreadsheet would run. */
export const FORMULA = '=IMPORTXML("http://example.com","//a")';

/** A real n8n between simulated vendors and the services that workflows write to. */
export interface Playground {
	stage: Stage;
	services: Services;
	install: Install;
	/** Waits until a workflow was started once more than when this was asked last, and until all of it has ended. */
	settled(workflowId: string): Promise<void>;
	stop(): Promise<void>;
}

const LISTED_WITHIN_MS = 10_000;

export async function openPlayground(): Promise<Playground> {
	const services = await openServices();
	const stage = await openOwnStage(services.environment);
	const known = new Map<string, number>();
	return {
		stage,
		services,
		install: await prepareChoices(stage, services),
		settled: async (workflowId) => {
			// n8n answers a delivery before it lists its execution.
			const found = await until(
				async () => await stage.n8n.executions(workflowId),
				LISTED_WITHIN_MS,
				200,
				({ length }) => length > (known.get(workflowId) ?? 0),
			);
			known.set(workflowId, found.length);
			for (const { id } of found) await stage.n8n.execution(id);
		},
		stop: async () => {
			await stage.stop();
			await services.stop();
		},
	};
}
