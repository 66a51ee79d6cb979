import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Stage } from '../../demo/stage';
import { VENDOR_SETUPS } from '../../demo/vendors';
import { nodeType, type CredentialReference } from '../../demo/workflows';
import type { Vendor } from '../../simulators/shared/simulator';

/** Pixels on the canvas. */
const NODES_APART = 300;

export interface Node {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
}

/** An item in the columns of the simplified view, from the workflow of the folder `workflows`. */
export const SAMPLE_ITEM = sampleItem();

/** The name that n8n assigns to a vendor's trigger. */
export const triggerName = (vendor: Vendor) => `${VENDOR_SETUPS[vendor].displayName} Trigger`;

/** A vendor's trigger with its defaults, as the node creator adds it. */
export function trigger(
	vendor: Vendor,
	credential: CredentialReference,
	parameters: Record<string, unknown> = {},
): Node {
	const { node, credential: type } = VENDOR_SETUPS[vendor];
	return {
		name: triggerName(vendor),
		type: nodeType(node),
		typeVersion: 2,
		parameters,
		credentials: { [type]: credential },
	};
}

/** A vendor's action node with its defaults, which are Report → Get. */
export function action(vendor: Vendor, credential: CredentialReference): Node {
	const { action: node, credential: type, displayName } = VENDOR_SETUPS[vendor];
	return {
		name: displayName,
		type: nodeType(node),
		typeVersion: 1,
		parameters: {},
		credentials: { [type]: credential },
	};
}

/** A Google Sheets node that knows the columns of its sheet, as n8n remembers them once they were read. */
export function googleSheet(columns: string[]): Node {
	const schema = columns.map((name) => ({
		id: name,
		displayName: name,
		required: false,
		defaultMatch: false,
		display: true,
		type: 'string',
		canBeUsedToMatch: true,
		removed: false,
	}));
	return {
		name: 'Google Sheets',
		type: 'n8n-nodes-base.googleSheets',
		typeVersion: 4.7,
		parameters: {
			operation: 'append',
			documentId: { __rl: true, mode: 'id', value: '1x0sY3cNn7vQd2eLr8uJt5bWk9aMf4hGz6pTiXoRqEyU' },
			sheetName: { __rl: true, mode: 'name', value: 'Interviews' },
			columns: {
				mappingMode: 'defineBelow',
				value: {},
				matchingColumns: [],
				schema,
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
			options: {},
		},
	};
}

/** Creates a workflow of nodes that follow one another from left to right; `pinned` is what the first one then emits in test runs. */
export async function chain(
	{ n8n }: Stage,
	nodes: Node[],
	pinned?: Record<string, unknown>,
): Promise<string> {
	const links = nodes
		.slice(1)
		.map(({ name }, index) => [nodes[index].name, { main: [[{ node: name, type: 'main', index: 0 }]] }]);
	const definition = {
		name: nodes.map(({ name }) => name).join(' to '),
		nodes: nodes.map((node, index) => ({ ...node, position: [index * NODES_APART, 0] })),
		connections: Object.fromEntries(links) as Record<string, unknown>,
		...(pinned && { pinData: { [nodes[0].name]: [{ json: pinned }] } }),
	};
	return await n8n.createWorkflow(definition);
}

function sampleItem(): Record<string, unknown> {
	const file = join(__dirname, '..', '..', 'workflows', 'one-row-per-interview.json');
	const { pinData } = JSON.parse(readFileSync(file, 'utf8')) as {
		pinData: Record<string, Array<{ json: Record<string, unknown> }>>;
	};
	return Object.values(pinData)[0][0].json;
}
