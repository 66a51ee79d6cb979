import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stageOf, type Stage } from '../../demo/stage';
import { startSimulators } from '../../demo/vendors';
import { nodeType, type CredentialReference } from '../../demo/workflows';
import type { Database } from '../../host/database';
import { installHost } from '../../host/install';
import { startQueue, type Member, type Queue } from '../../host/queue';
import { POSTGRES_USER } from '../../host/services';
import { packTarball } from '../../scripts/pack';

/** A queue of real n8n processes with the built package, and the simulated vendors. */
export interface QueueStage extends Stage, Omit<Queue, 'main' | 'stop'> {
	/** Where workflows keep what is theirs, apart from n8n's own database. */
	interviews: Database;
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
	const { main: n8n, processors, workers, services } = queue;
	const simulators = await startSimulators();
	const stage = stageOf(n8n, simulators);
	const interviews = await services.createDatabase('interviews');
	const postgres = {
		host: '127.0.0.1',
		port: services.postgresPort,
		database: 'interviews',
		user: POSTGRES_USER,
	};
	return {
		...stage,
		...{ processors, workers, services, interviews },
		credentials: {
			hireflixApi: await stage.createCredential('hireflix'),
			postgres: {
				id: await n8n.createCredential('PostgreSQL', 'postgres', {
					...postgres,
					password: '',
					ssl: 'disable',
				}),
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

/** Whether a node is the trigger of the vendor whose deliveries are sent here. */
export const isTrigger = ({ type }: { type: string }) => type === nodeType('hireflixTrigger');
