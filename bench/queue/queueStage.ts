import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stageOf, type Stage } from '../../demo/stage';
import { startSimulators } from '../../demo/vendors';
import type { CredentialReference } from '../../demo/workflows';
import type { PostgresDatabase } from '../../host/services';
import { installHost } from '../../host/install';
import { startQueue, type Member, type Queue } from '../../host/queue';
import { packTarball } from '../../scripts/pack';

/** A queue of real n8n processes with the built package, and the simulated vendors. */
export interface QueueStage extends Stage, Omit<Queue, 'main' | 'stop'> {
	/** Where workflows keep what is theirs, apart from n8n's own database. */
	interviews: PostgresDatabase;
	/** For the nodes of a workflow, by the type of the credential. */
	credentials: Record<string, CredentialReference>;
	/** Where a workflow's trigger listens at a processor. */
	urlAt(processor: Member, workflowId: string): Promise<string>;
}

/** @param environment further settings of every process of n8n */
export async function openQueueStage(
	say: (line: string) => void,
	environment: Readonly<Record<string, string>> = {},
): Promise<QueueStage> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-queue-'));
	const host = await installHost(say);
	const packages = [packTarball(folder)];
	const queue = await startQueue({
		...{ host, folder, packages, environment },
		...{ processors: 2, workers: 2, report: say },
	});
	const { main: n8n, processors, workers, postgres } = queue;
	const simulators = await startSimulators();
	const stage = stageOf(n8n, simulators);
	const interviews = await postgres.createDatabase('interviews');
	return {
		...stage,
		...{ processors, workers, postgres, interviews },
		credentials: {
			hireflixApi: await stage.createCredential('hireflix'),
			postgres: {
				id: await n8n.createCredential('PostgreSQL', 'postgres', interviews.credential),
				name: 'PostgreSQL',
			},
		},
		urlAt: async ({ baseUrl }, workflowId) =>
			baseUrl + new URL(await stage.productionUrl(workflowId)).pathname,
		stop: async () => {
			await queue.stop();
			await stage.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
