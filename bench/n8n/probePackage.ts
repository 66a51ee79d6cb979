import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packTarball } from '../../scripts/pack';

const NAME = 'n8n-nodes-probe';

/** Its full name, as n8n knows it. */
export const PROBE_TYPE = `${NAME}.probeTrigger`;

const MANIFEST = {
	name: NAME,
	version: '1.0.0',
	files: ['dist'],
	n8n: { n8nNodesApiVersion: 1, nodes: ['dist/ProbeTrigger.node.js'], credentials: [] },
};

const SOURCE = `
exports.ProbeTrigger = class {
	description = {
		displayName: 'Probe Trigger',
		name: 'probeTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Hands on what it receives',
		defaults: { name: 'Probe' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'probe' },
		],
		properties: [],
	};

	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook() {
		return { workflowData: [[{ json: this.getBodyData() }]] };
	}
};
`;

/**
 * Packs a community trigger that does nothing but hand on the body: what n8n makes every community trigger pay.
 *
 * @param folder an absolute path, where the tarball goes
 * @returns the tarball's path
 */
export function packProbe(folder: string): string {
	const packageFolder = join(folder, 'probe');
	mkdirSync(join(packageFolder, 'dist'), { recursive: true });
	writeFileSync(join(packageFolder, 'package.json'), JSON.stringify(MANIFEST));
	writeFileSync(join(packageFolder, 'dist', 'ProbeTrigger.node.js'), SOURCE);
	return packTarball(folder, packageFolder);
}
