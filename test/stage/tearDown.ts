import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { signalGroupOf } from '../../host/endWithParent';
import { PID_FILE } from '../../host/n8nProcess';

/** Ends every n8n of this run that still runs, and removes what they kept. */
export function endLeft(): void {
	const folder = process.env.TEST_N8N_FOLDER;
	if (folder === undefined || !existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const file = join(folder, name, PID_FILE);
		if (existsSync(file)) signalGroupOf(Number(readFileSync(file, 'utf8')), 'SIGKILL');
	}
	rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

export default endLeft;
