import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Stage } from '../../demo/stage';
import { ACTION, START, type CredentialReference } from '../../demo/workflows';
import { inTurns } from '../shared/statistics';
import type { FileServer } from './fileServer';
import { watchMemory } from './processes';
import { DOWNLOAD, downloadWorkflow } from './workflows';

const run = promisify(execFile);

/** What the rounds gave. */
export interface Downloads {
	/** Megabytes a second, of 1,048,576 bytes, by round. */
	ours: number[];
	/** n8n's own HTTP Request node. */
	core: number[];
	plain: number[];
	/** By how many megabytes n8n was larger at its highest than before the round. */
	growth: number[];
}

/**
 * Downloads one file in turns through Report → Get in n8n, through n8n's own HTTP Request node, and through Node alone into
 * a file beside n8n's.
 *
 * @param node the one that n8n runs on
 */
export async function measureDownloads(
	stage: Stage,
	server: FileServer,
	node: string,
	megabytes: number,
	rounds: number,
): Promise<Downloads> {
	const { interviewflowai } = stage.simulators;
	interviewflowai.state.filesUrl = server.origin;
	const interview = await interviewflowai.invite();
	await interview.complete();
	await interview.report(80);
	const credential = await stage.createCredential('interviewflowai');
	const growth: number[] = [];
	const ours = async () => {
		const memory = watchMemory(stage.n8n.pid());
		try {
			return (megabytes * 1000) / (await download(stage, credential, interview.id));
		} finally {
			growth.push(memory.stop());
		}
	};
	const { n8n } = stage;
	const own = await n8n.createWorkflow(downloadWorkflow(`${server.origin}/file`));
	const core = async () => {
		const executionId = (await n8n.runManually(own, START)) ?? '';
		return (megabytes * 1000) / (await timeOf(stage, executionId, DOWNLOAD));
	};
	const path = join(n8n.userFolder, 'plain-download');
	const environment = { ...process.env, NODE_EXTRA_CA_CERTS: server.authorityFile };
	const plain = async () => {
		const script = join(__dirname, 'plainDownload.mjs');
		const { stdout } = await run(node, [script, `${server.origin}/file`, path], { env: environment });
		rmSync(path);
		return (megabytes * 1000) / Number(stdout);
	};
	// What n8n loads for its first download is no growth.
	await ours();
	await core();
	await plain();
	growth.length = 0;
	return { ...(await inTurns(rounds, { ours, core, plain })), growth };
}

/** @returns milliseconds that the node ran, the reading of the report included */
async function download(stage: Stage, credential: CredentialReference, id: string): Promise<number> {
	const { executionId } = await stage.runAction('interviewflowai', credential, {
		resource: 'report',
		operation: 'get',
		interviewerId: stage.simulators.interviewflowai.credentials.interviewerId,
		interviewId: id,
		options: { files: ['recordings'] },
	});
	return await timeOf(stage, executionId, ACTION);
}

/** @returns milliseconds that a node ran @throws when it, or what is before it, failed */
async function timeOf({ n8n }: Stage, executionId: string, node: string): Promise<number> {
	const { runData, error } = await n8n.execution(executionId);
	const [ran] = runData[node] ?? [];
	const failure = ran?.error ?? error;
	if (failure) throw new Error(`n8n could not download the file: ${failure.message}`);
	return ran?.executionTime ?? NaN;
}
