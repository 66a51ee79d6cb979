import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { setStage, type Stage } from '../../demo/stage';
import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { VENDORS } from '../../demo/vendors';
import { startClient, type Client } from './client';
import { coreWebhook, forged, gitHubTrigger, handMade, ours, probe, type Contestant } from './contestants';
import { startFileServer, type FileServer } from './fileServer';
import { startGitHub } from './gitHub';
import { packProbe } from './probePackage';

/** One n8n in which all contestants' workflows are active, and who sends to it. */
export interface Hall {
	stage: Stage;
	client: Client;
	files: FileServer;
	core: Contestant;
	probe: Contestant;
	handMade: Contestant;
	gitHub: Contestant;
	ours: Record<Vendor, Contestant>;
	forged: Contestant;
	stop(): Promise<void>;
}

interface HallSettings {
	/** Settings of n8n that are compared. */
	environment: Readonly<Record<string, string>>;
	/** How large the file is that can be downloaded. */
	fileBytes: number;
}

export async function openHall(
	{ environment, fileBytes }: HallSettings,
	report: (line: string) => void,
): Promise<Hall> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
	const files = await startFileServer(folder, fileBytes);
	const gitHub = await startGitHub();
	const settings = {
		...environment,
		// The hand-made workflow has a Code node, which hashes.
		N8N_RUNNERS_MODE: 'internal',
		NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
		// It counts the isolates that n8n takes.
		N8N_METRICS: 'true',
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		NODE_EXTRA_CA_CERTS: files.authorityFile,
	};
	const stage = await setStage(folder, report, settings, [packProbe(folder)]);
	const client = startClient();
	const stop = async () => {
		client.stop();
		await stage.stop();
		await Promise.all([files.stop(), gitHub.stop()]);
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const triggers = {} as Record<Vendor, Contestant>;
		for (const vendor of VENDORS) triggers[vendor] = await ours(stage, vendor);
		return {
			stage,
			client,
			files,
			core: await coreWebhook(stage),
			probe: await probe(stage),
			handMade: await handMade(stage),
			gitHub: await gitHubTrigger(stage, gitHub),
			ours: triggers,
			forged: forged(triggers.hireflix),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
