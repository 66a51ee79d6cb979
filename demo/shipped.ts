import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowDefinition } from '../host/editor';
import type { N8n } from '../host/n8n';

const FOLDER = join(__dirname, '..', 'workflows');

/** A node of a workflow's file. */
export interface ShippedNode {
	name: string;
	type: string;
	[field: string]: unknown;
}

/** A workflow's file. */
export interface Shipped extends WorkflowDefinition {
	nodes: ShippedNode[];
}

/** The ready-made workflows, by the name of their file. */
export function shippedFiles(): string[] {
	return readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
}

/** A ready-made workflow: `Definition` says how much of it the caller looks at. */
export function readShipped<Definition extends WorkflowDefinition = Shipped>(file: string): Definition {
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Definition;
}

/** Imports them all as they are: without credentials, and inactive. @returns their names */
export async function importShipped({ createWorkflow }: Pick<N8n, 'createWorkflow'>): Promise<string[]> {
	const names: string[] = [];
	for (const file of shippedFiles()) {
		const workflow = readShipped(file);
		await createWorkflow(workflow);
		names.push(workflow.name);
	}
	return names;
}
