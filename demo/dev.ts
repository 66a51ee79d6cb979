import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keepOpen } from './keepOpen';
import { checkTypesOnChange, rebuildOnChange } from './rebuildOnChange';
import { activateAll, setStage } from './stage';
import { nodeType } from './workflows';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** A real n8n with the simulated vendors, in which a change of the sources is a moment later. */
async function dev(): Promise<void> {
	// n8n finds the loaded modules to reload by the package's real path.
	const userFolder = realpathSync(mkdtempSync(join(tmpdir(), 'n8n-ai-interviews-dev-')));
	const [packageName] = nodeType('').split('.');
	const installed = join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const rebuilding = await rebuildOnChange(installed, say);
	try {
		// It reloads only outside of production (n8n 2.40.7, server.js: start).
		const stage = await setStage(userFolder, say, { N8N_DEV_RELOAD: 'true', NODE_ENV: 'development' });
		try {
			await activateAll(stage, say, true);
			checkTypesOnChange();
			await keepOpen(stage, say);
		} finally {
			await stage.stop();
		}
	} finally {
		await rebuilding.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

dev().catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
