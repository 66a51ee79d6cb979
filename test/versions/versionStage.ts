import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { setStage } from '../../demo/stage';
import { openReceivingStage, type ReceivingStage } from '../e2e/receivingStage';
import { openServices, type Services } from '../e2e/services/openServices';
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
	const stop = async () => {
		await stage.stop();
		await services.stop();
		rmSync(userFolder, { recursive: true, force: true });
	};
	try {
		const install = await prepareChoices(stage, services);
		return { ...(await openReceivingStage(stage)), services, install, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
