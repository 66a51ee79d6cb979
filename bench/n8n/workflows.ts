import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { START, type CredentialReference } from '../../demo/workflows';
import type { WorkflowDefinition } from '../../host/editor';
import { PROBE_TYPE } from './probePackage';

type Node = Record<string, unknown> & { name: string };

const NO_OP = node('What comes next', 'n8n-nodes-base.noOp', 1, {});

/** n8n's own Webhook node with nothing behind it: what this n8n can take at most. @param path of its URL */
export function webhookWorkflow(path: string): WorkflowDefinition {
	return chain('Webhook', [webhook(path, {}), NO_OP]);
}

/** What a user builds without this package; the same item comes out. @param path of its URL */
export function handMadeWorkflow(
	path: string,
	hmacSecret: CredentialReference,
	signatureHeader: string,
): WorkflowDefinition {
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	const isGenuine = {
		leftValue: '={{ $json.signature }}',
		rightValue: `={{ $json.headers["${signatureHeader}"] }}`,
		operator: { type: 'string', operation: 'equals' },
	};
	return chain('Made by hand', [
		webhook(path, { rawBody: true }),
		{
			...node('HMAC', 'n8n-nodes-base.crypto', 2, {
				...{ action: 'hmac', binaryData: true, binaryPropertyName: 'data', type: 'SHA256' },
				...{ dataPropertyName: 'signature', encoding: 'base64' },
			}),
			credentials: { crypto: hmacSecret },
		},
		node('Is genuine', 'n8n-nodes-base.if', 2.2, {
			conditions: { options, conditions: [isGenuine], combinator: 'and' },
			options: {},
		}),
		node(NORMALIZE, 'n8n-nodes-base.code', 2, {
			jsCode: readFileSync(join(__dirname, 'normalizeByHand.js'), 'utf8'),
		}),
		node('Only new ones', 'n8n-nodes-base.removeDuplicates', 2, {
			operation: 'removeItemsSeenInPreviousExecutions',
			logic: 'removeItemsWithAlreadySeenKeyValues',
			dedupeValue: '={{ $json.event_id }}',
			// When the history is full, this node ends every execution with an error.
			options: { historySize: 100_000 },
		}),
		NO_OP,
	]);
}

/** The node of the hand-made workflow that emits the item. */
export const NORMALIZE = 'Normalize';

/** A trigger of n8n's own that verifies what it receives. */
export function gitHubWorkflow(credential: CredentialReference): WorkflowDefinition {
	const named = (value: string) => ({ __rl: true, mode: 'name', value });
	const trigger = node('GitHub Trigger', 'n8n-nodes-base.githubTrigger', 1, {
		authentication: 'accessToken',
		owner: named('example'),
		repository: named('example'),
		events: ['push'],
		options: {},
	});
	return chain('GitHub', [{ ...trigger, credentials: { githubApi: credential } }, NO_OP]);
}

/** A community trigger that hands on what it receives, and nothing else. */
export function probeWorkflow(): WorkflowDefinition {
	return chain('Probe', [node('Probe', PROBE_TYPE, 1, {}), NO_OP]);
}

/** n8n's own HTTP Request node, which keeps what it fetches as a file. */
export function downloadWorkflow(url: string): WorkflowDefinition {
	const response = { response: { responseFormat: 'file' } };
	return chain('Download', [
		node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
		node(DOWNLOAD, 'n8n-nodes-base.httpRequest', 4.2, { url, options: { response } }),
	]);
}

/** The node that fetches the file. */
export const DOWNLOAD = 'Download';

function webhook(path: string, options: Record<string, unknown>): Node {
	return node('Webhook', 'n8n-nodes-base.webhook', 2, {
		...{ httpMethod: 'POST', path, responseMode: 'onReceived', options },
	});
}

function node(name: string, type: string, typeVersion: number, parameters: Record<string, unknown>): Node {
	return { name, type, typeVersion, parameters, position: [0, 0] };
}

/** Each node leads to the next one. */
function chain(name: string, nodes: Node[]): WorkflowDefinition {
	const placed = nodes.map((one, index) => ({ ...one, position: [index * 200, 0] }));
	const links = nodes
		.slice(1)
		.map(
			(to, index) => [nodes[index].name, { main: [[{ node: to.name, type: 'main', index: 0 }]] }] as const,
		);
	return { name, nodes: placed, connections: Object.fromEntries(links) };
}
