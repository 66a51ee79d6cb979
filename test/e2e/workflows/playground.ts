import type { Stage } from '../../../demo/stage';
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
	/** Waits until everything that a workflow was started for has ended. */
	settled(workflowId: string): Promise<void>;
	stop(): Promise<void>;
}

export async function openPlayground(): Promise<Playground> {
	const services = await openServices();
	const stage = await openOwnStage(services.environment);
	return {
		stage,
		services,
		install: await prepareChoices(stage, services),
		settled: async (workflowId) => {
			for (const { id } of await stage.n8n.executions(workflowId)) await stage.n8n.execution(id);
		},
		stop: async () => {
			await stage.stop();
			await services.stop();
		},
	};
}
