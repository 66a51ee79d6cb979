import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endLeft } from './tearDown';

/** Makes the folder in which every n8n of this run keeps its data, so all of them can be ended with it. */
export default function setUp(): void {
	process.env.TEST_N8N_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-tests-'));
	process.once('exit', endLeft);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
