import { createHmac } from 'node:crypto';

import type { Stage } from '../../demo/stage';
import type { WorkflowDefinition } from '../../host/editor';
import type { Vendor } from '../../nodes/shared/event/interviewEvent';
import { FIXTURE_POSTING, targetOf } from '../../test/e2e/targetOf';
import { PROVERS } from '../../test/unit/receiver/provers';
import { bodyOf, fixtureToGrow } from '../shared/bodies';
import type { GitHub } from './gitHub';
import type { Request } from './load';
import { gitHubWorkflow, handMadeWorkflow, probeWorkflow, webhookWorkflow } from './workflows';

/** A workflow that is sent deliveries. */
export interface Contestant {
	workflowId: string;
	url: string;
	/** What is sent along with a body. */
	headersOf(body: Buffer): Record<string, string>;
	/** What it answers. */
	status: 200 | 401;
}

/** What proves a delivery; nothing where the URL does. */
function proofOf({ simulators }: Stage, vendor: Vendor, body: Buffer): Record<string, string> {
	const prover = PROVERS[vendor];
	if (prover.carrier === 'query') return {};
	const { webhookSecret } = simulators[vendor].credentials as { webhookSecret: string };
	return { [prover.field]: prover.proofOf(body, webhookSecret) };
}

let made = 0;

/** Deliveries that have never been sent before, each of an interview of its own. */
export function newDeliveries(
	{ headersOf }: Contestant,
	vendor: Vendor,
	bytes: number,
	count: number,
): Request[] {
	return Array.from({ length: count }, () => {
		const body = bodyOf(vendor, bytes, made++);
		return { headers: { 'content-type': 'application/json', ...headersOf(body) }, body };
	});
}

/** Our trigger as a user leaves it, with simplified items. */
export async function ours(stage: Stage, vendor: Vendor): Promise<Contestant> {
	const { simulators } = stage;
	const isHeyMilo = vendor === 'heymilo';
	if (isHeyMilo) simulators.heymilo.state.addPosting('Posting of the fixtures').id = FIXTURE_POSTING;
	const workflowId = await stage.createWorkflow(vendor, await stage.createCredential(vendor), {
		simplify: true,
		...(isHeyMilo && { postings: [FIXTURE_POSTING] }),
	});
	await stage.activate(vendor, workflowId);
	return {
		workflowId,
		url: targetOf(stage, vendor, fixtureToGrow(vendor)),
		headersOf: (body) => proofOf(stage, vendor, body),
		status: 200,
	};
}

/** The same workflow, sent what somebody without the secret could send. */
export function forged(contestant: Contestant): Contestant {
	const { field, proofOf: proof } = PROVERS.hireflix;
	const headersOf = (body: Buffer) => ({ [field]: proof(body, 'not the secret') });
	return { ...contestant, headersOf, status: 401 };
}

/** The signature of Hireflix for a body. */
export function signedByHireflix(stage: Stage): Contestant['headersOf'] {
	return (body) => proofOf(stage, 'hireflix', body);
}

/** n8n's Webhook node. */
export async function coreWebhook(stage: Stage): Promise<Contestant> {
	return await activated(stage, webhookWorkflow('bench-core'), 'bench-core');
}

export async function handMade(stage: Stage): Promise<Contestant> {
	const name = 'Webhook secret';
	const { webhookSecret: hmacSecret } = stage.simulators.hireflix.credentials;
	const id = await stage.n8n.createCredential(name, 'crypto', { hmacSecret });
	const workflow = handMadeWorkflow('bench-by-hand', { id, name }, PROVERS.hireflix.field);
	return await activated(stage, workflow, 'bench-by-hand');
}

export async function probe(stage: Stage): Promise<Contestant> {
	return await activated(stage, probeWorkflow());
}

export async function gitHubTrigger(stage: Stage, gitHub: GitHub): Promise<Contestant> {
	const name = 'GitHub';
	const account = { server: gitHub.baseUrl, user: 'example', accessToken: 'none' };
	const id = await stage.n8n.createCredential(name, 'githubApi', account);
	const contestant = await activated(stage, gitHubWorkflow({ id, name }));
	const signature = (body: Buffer) => createHmac('sha256', gitHub.secret()).update(body).digest('hex');
	return { ...contestant, headersOf: (body) => ({ 'x-hub-signature-256': `sha256=${signature(body)}` }) };
}

/** Sent what Hireflix sends. @param path of the URL; default: that of the trigger's type */
async function activated(stage: Stage, workflow: WorkflowDefinition, path?: string): Promise<Contestant> {
	const { n8n, productionUrl } = stage;
	const workflowId = await n8n.createWorkflow(workflow);
	await n8n.activate(workflowId);
	const url = path ? `${n8n.baseUrl}/webhook/${path}` : await productionUrl(workflowId);
	return { workflowId, url, headersOf: signedByHireflix(stage), status: 200 };
}
