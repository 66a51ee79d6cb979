import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readShipped, shippedFiles } from '../../demo/shipped';
import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/columnOrder';

type Node = {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown> & {
		content?: string;
		options?: { escapeFormulas?: boolean; cellFormat?: string };
	};
	retryOnFail?: boolean;
	webhookId?: string;
	credentials?: unknown;
};

type WorkflowFile = {
	name: string;
	nodes: Node[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
	pinData: Record<string, Array<{ json: Record<string, string | null> }>>;
};

const FOLDER = join(__dirname, '..', '..', 'workflows');

/**
 * The newest version of each node that n8n 1.123 has: Slack 2.4, Form Trigger 2.3 and HTTP
 * Request 4.3 came late into 1.123, so the shipped workflows stay below. Source: n8n-nodes-base 1.121, dist/types/nodes.json.
 */
const NEWEST_EVERYWHERE: Record<string, number> = {
	aggregate: 1,
	compareDatasets: 2.3,
	emailSend: 2.1,
	filter: 2.3,
	formTrigger: 2.2,
	googleDrive: 3,
	googleSheets: 4.7,
	httpRequest: 4.2,
	hubspot: 2.2,
	if: 2.3,
	merge: 3.2,
	noOp: 1,
	postgres: 2.6,
	removeDuplicates: 2,
	scheduleTrigger: 1.3,
	set: 3.4,
	slack: 2.3,
	splitOut: 1,
	stickyNote: 1,
};

const isOurs = ({ type }: Node) => type.startsWith('n8n-nodes-ai-interviews.');
const isTrigger = ({ type }: Node) => /Trigger$/.test(type);
const isNote = ({ type }: Node) => type === 'n8n-nodes-base.stickyNote';
const isReading = ({ parameters: { operation } }: Node) => operation === 'get' || operation === 'getAll';
const writesToSheet = ({ type, parameters: { operation } }: Node) =>
	type === 'n8n-nodes-base.googleSheets' && operation !== 'read';

/** What a resource locator holds, wherever it is in the parameters. */
function locatedIds(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('__rl' in value) return [(value as unknown as { value: unknown }).value];
	return Object.values(value).flatMap(locatedIds);
}

describe.each(shippedFiles())('the workflow %s', (file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const { name, nodes, connections, pinData } = readShipped<WorkflowFile>(file);
	const names = nodes.map((node) => node.name);

	it('holds no credential, no id of an account, no webhook of somebody else and nobody but invented people', () => {
		expect(nodes.filter(({ credentials, webhookId }) => credentials || webhookId)).toEqual([]);
		const ids = nodes.flatMap(({ parameters }) => locatedIds(parameters));
		expect(ids.filter((id) => id !== '' && id !== 'My Drive')).toEqual([]);
		for (const [, domain] of text.matchAll(/[\w.]+@([\w.]+\w)/g)) expect(domain).toBe('example.com');
	});

	it('connects and pins only nodes that it has, and leaves none unconnected', () => {
		const connected = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
		for (const one of [...Object.keys(connections), ...connected, ...Object.keys(pinData)]) {
			expect(names).toContain(one);
		}
		const alone = nodes.filter((node) => !isNote(node) && !isTrigger(node) && !connected.includes(node.name));
		expect(alone).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});

	it('lists in a note at most three things to change, and names nodes that it has', () => {
		const [note] = nodes.filter(isNote);
		expect(note.name).toBe('What to change');
		const { content = '' } = note.parameters;
		const steps = content.split('\n').filter((line) => /^\d\. /.test(line));
		expect(steps.length).toBeGreaterThan(0);
		expect(steps.length).toBeLessThanOrEqual(3);
		expect(names.filter((one) => content.includes(`**${one}**`)).length).toBeGreaterThan(0);
	});

	it('has no node in a version that the oldest supported n8n lacks', () => {
		const others = nodes.filter((node) => !isOurs(node));
		for (const { type, typeVersion } of others) {
			const newest = NEWEST_EVERYWHERE[type.replace('n8n-nodes-base.', '')];
			expect({ type, isThere: typeVersion <= newest }).toEqual({ type, isThere: true });
		}
	});

	it('remembers across restarts of n8n what a vendor has sent', () => {
		if (!nodes.some((node) => isOurs(node) && isTrigger(node))) return;
		const remembering = nodes.filter(({ type }) => /\.(removeDuplicates|postgres)$/.test(type));
		expect(remembering.length).toBeGreaterThan(0);
	});

	it('needs no code to be read', () => {
		expect(nodes.filter(({ type }) => /\.(code|function|functionItem)$/.test(type))).toEqual([]);
	});

	it('pins an item to its trigger, with the columns of the simplified view where the trigger is a vendor', () => {
		const triggers = nodes.filter(isTrigger);
		expect(triggers.map((trigger) => trigger.name)).toEqual(Object.keys(pinData));
		for (const trigger of triggers) {
			const items = pinData[trigger.name];
			expect(items.length).toBeGreaterThan(0);
			if (!isOurs(trigger)) continue;
			for (const { json } of items) {
				expect(Object.keys(json)).toEqual(SIMPLIFIED_COLUMNS);
			}
		}
	});

	it('lets Google convert nothing: an apostrophe before an ID would keep its row from being found again', () => {
		for (const { parameters } of nodes.filter(writesToSheet))
			expect(parameters.options?.cellFormat).toBe('RAW');
		expect(nodes.filter((node) => isOurs(node) && node.parameters.options?.escapeFormulas)).toEqual([]);
	});

	it('never automatically repeats what reaches a person', () => {
		const writing = nodes.filter((node) => isOurs(node) && !isTrigger(node) && !isReading(node));
		expect(writing.filter(({ retryOnFail }) => retryOnFail)).toEqual([]);
	});

	it('rejects nobody', () => {
		const rejecting = nodes.filter(({ parameters: { operation, isShortlisted } }) =>
			operation === 'archive' ? true : operation === 'shortlist' && isShortlisted !== true,
		);
		expect(rejecting).toEqual([]);
	});

	it('is in the list of the folder, by its name', () => {
		expect(readFileSync(join(FOLDER, 'README.md'), 'utf8')).toContain(`| [${name}](${file}) |`);
	});
});
