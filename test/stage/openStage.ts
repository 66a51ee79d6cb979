import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { setStage, stageOf, type Stage } from '../../demo/stage';
import { startSimulators, stopSimulators } from '../../demo/vendors';
import { installHost } from '../../host/install';
import { joinN8n, type N8n } from '../../host/n8n';

/** As its Docker image and `deploy/` set it. */
export const PRODUCTION = { NODE_ENV: 'production', N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** How n8n is set while it is tried: one n8n for each, which the files of a worker of jest use one after the other. */
const SETTINGS = {
	/** As it comes. */
	default: {},
	production: PRODUCTION,
	/** With everything logged that it can log. */
	debug: { ...PRODUCTION, N8N_LOG_LEVEL: 'debug' },
} satisfies Record<string, Record<string, string>>;

const silent = () => {};

/**
 * Simulators for one test file, and the n8n of a setting. Its `stop` unpublishes the file's workflows, and leaves n8n to
 * the files that follow; tearDown.ts ends it. Executions, credentials and files of others may be there.
 */
export async function openStage(setting: keyof typeof SETTINGS = 'default'): Promise<Stage> {
	const name = `${setting}-${process.env.JEST_WORKER_ID ?? '1'}`;
	const userFolder = join(process.env.TEST_N8N_FOLDER ?? '', name);
	const running = await joinN8n(await installHost(silent), userFolder);
	const stage = running
		? stageOf(running, await startSimulators())
		: await setStage(userFolder, silent, SETTINGS[setting]);
	const { n8n, simulators } = stage;
	return {
		...stage,
		stop: async () => {
			await unpublishAll(n8n);
			await stopSimulators(simulators);
		},
	};
}

/** An n8n that no other file uses; its `stop` leaves nothing behind. @param environment further settings of n8n */
export async function openOwnStage(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
	const userFolder = mkdtempSync(join(process.env.TEST_N8N_FOLDER ?? tmpdir(), 'own-'));
	const stage = await setStage(userFolder, silent, environment);
	return {
		...stage,
		stop: async () => {
			await stage.stop();
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}

/** What is registered at a simulator goes with it; nothing is sent to one that is no more. */
async function unpublishAll(n8n: N8n): Promise<void> {
	const active = encodeURIComponent('{"active":true}');
	const { data } = await n8n.request<{ data: Array<{ id: string }> }>(
		'GET',
		`/rest/workflows?filter=${active}`,
	);
	for (const { id } of data) await n8n.deactivate(id);
}
