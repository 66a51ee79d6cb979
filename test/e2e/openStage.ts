import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { setStage, type Stage } from '../../demo/stage';

const silent = () => {};

/** A stage of its own for one test file; its `stop` leaves nothing behind. @param environment further settings of n8n */
export async function openStage(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	const stage = await setStage(userFolder, silent, environment);
	return {
		...stage,
		stop: async () => {
			await stage.stop();
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}
