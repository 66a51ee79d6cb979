import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/interviewEvent';

interface WorkflowFile {
	nodes: Array<{ name: string; type: string; webhookId?: string; credentials?: unknown }>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
	pinData: Record<string, Array<{ json: Record<string, unknown> }>>;
}

const FOLDER = join(__dirname, '..', '..', 'workflows');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe.each(files)('the workflow %s', (file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const { nodes, connections, pinData } = JSON.parse(text) as WorkflowFile;
	const names = nodes.map(({ name }) => name);

	it('holds no credential, no webhook of somebody else and nobody but invented people', () => {
		expect(nodes.filter(({ credentials, webhookId }) => credentials || webhookId)).toEqual([]);
		for (const [, domain] of text.matchAll(/[\w.]+@([\w.]+\w)/g)) expect(domain).toBe('example.com');
	});

	it('connects and pins only nodes that it has', () => {
		const connected = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
		for (const name of [...Object.keys(connections), ...connected, ...Object.keys(pinData)]) {
			expect(names).toContain(name);
		}
	});

	it('tells what to change in a note', () => {
		expect(nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote')?.name).toBe('What to change');
	});

	it('pins an item with the columns of the simplified view', () => {
		const items = Object.values(pinData).flat();
		expect(items.length).toBeGreaterThan(0);
		for (const { json } of items) expect(Object.keys(json)).toEqual(SIMPLIFIED_COLUMNS);
	});
});
