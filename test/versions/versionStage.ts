import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { activateAll, setStage } from '../../demo/stage';
import { VENDORS } from '../../demo/vendors';
import type { Vendor } from '../../simulators/shared/simulator';
import type { ReceivingStage } from '../e2e/receivingStage';
import { openServices, type Services } from '../e2e/services/openServices';
import { FIXTURE_POSTING, targetOf } from '../e2e/targetOf';
import { prepareChoices, type Install } from '../e2e/workflows/chosenWorkflow';

const silent = () => {};

/** One n8n with a workflow for each vendor that receives every event, and the services that shipped workflows write to. */
export interface VersionStage extends ReceivingStage {
	services: Services;
	/** Imports a shipped workflow with a user's choices made. */
	install: Install;
}

/** @param version of n8n, in full */
export async function openVersionStage(version: string): Promise<VersionStage> {
	const services = await openServices(version);
	const userFolder = mkdtempSync(join(process.env.TEST_N8N_FOLDER ?? tmpdir(), `n8n-${version}-`));
	const stage = await setStage(userFolder, silent, services.environment, [], version);
	stage.simulators.heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
	for (const vendor of VENDORS) stage.simulators[vendor].sender.timeoutMs = 60_000;
	const workflows: Record<Vendor, string> = await activateAll(stage, silent);
	return {
		...stage,
		services,
		install: await prepareChoices(stage, services),
		workflows,
		targetOf: (vendor, fixture) => targetOf(stage, vendor, fixture),
		executionCount: async (vendor) => (await stage.n8n.executions(workflows[vendor])).length,
		stop: async () => {
			await stage.stop();
			await services.stop();
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}
