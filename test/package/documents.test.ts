import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type {
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
	TriggerPanelDefinition,
} from 'n8n-workflow';

import { PINNED } from '../../host/versions';
import * as nodes from '../../index';
import { SIMPLIFIED_COLUMNS } from '../../nodes/shared/event/columnOrder';
import type { InterviewEvent } from '../../nodes/shared/event/interviewEvent';
import { UNRECOGNIZED } from '../../nodes/shared/trigger/settings';
import { SPLIT_PACKAGES } from '../../scripts/splitPackages';
import { codeBlocks, proseOf, slugsOf, tableBelow } from './markdown';

const PAGES = [
	...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
	...[
		'deploy/README.md',
		'fixtures/README.md',
		'host/README.md',
		'simulators/README.md',
		'workflows/README.md',
	],
	...readdirSync('docs')
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
	...['bug_report.yml', 'vendor_change.yml', 'config.yml'].map((name) => `.github/ISSUE_TEMPLATE/${name}`),
	'.github/pull_request_template.md',
];

/** Other pages name the n8n on which something was seen or measured. */
const PAGES_OF_THE_PINNED = ['README.md', 'deploy/README.md', 'docs/performance.md', 'docs/reliability.md'];

const TESTS = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((name) => `test/${name}`);

const VENDOR_PAGES = SPLIT_PACKAGES.map(({ page, className }) => ({
	page: `docs/${page}.md`,
	action: className as 'Hireflix',
}));

/** Names and messages of n8n 2.40 that the page about trouble uses. */
const WORDS_OF_N8N = [
	...[
		'Publish',
		'Unpublish',
		'Webhook URLs',
		'Test URL',
		'Production URL',
		'Listen for test event',
		'Execute step',
		'Predefined Credential Type',
		'Execute workflow',
		'set mock data',
		'Save',
	],
	...[
		'Executions',
		'Status',
		'Error',
		'Retry',
		'Retry execution',
		'Settings',
		'Save successful production executions',
	],
	...['Settings → Community nodes', 'Install this node to use it'],
	...['Missing or invalid required parameters: events', 'ERR_INVALID_URL', 'ENOTFOUND'],
	'Error fetching options …',
	...['Append or Update', 'Upsert', 'static data'],
	...['Remove Duplicates', 'Remove Items Processed in Previous Executions', 'History Size'],
	'Clear Deduplication History',
	'Database is not ready!',
	'The number of items to be processed exceeds the maximum history size.',
];

const text = (page: string) => readFileSync(page, 'utf8');

describe.each(PAGES)('%s', (page) => {
	const links = [...proseOf(text(page)).matchAll(/\]\(([^)\s]+)\)|href="([^"]+)"|^\s*url: (\S+)$/gm)].map(
		([, inline, attribute, entry]) => inline ?? attribute ?? entry,
	);

	it('links to files and headings that are there, and otherwise to https addresses', () => {
		expect(links.map((link) => flawOf(page, link)).filter((flaw) => flaw !== null)).toEqual([]);
		expect(proseOf(text(page)).match(/http:\/\/\S*/g)).toBeNull();
	});

	it('has no path of one machine', () => {
		expect(
			text(page).match(/(?<![\w.~/])\/(home|root|tmp|Users|work|var)\/\S*|file:\/\/\S*|[A-Z]:\\\S*/g),
		).toBeNull();
	});

	it('names only tests that are there', () => {
		const named = [...proseOf(text(page)).matchAll(/`([^`\n]+)`/g)]
			.flatMap(([, code]) => code.split(/[\s,]+/))
			.filter((word) => word.startsWith('test/'));
		expect(named.filter((path) => !TESTS.some((file) => patternOf(path).test(file)))).toEqual([]);
	});

	it('shows only commands that package.json has', () => {
		const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
		const named = [...text(page).matchAll(/\bnpm (?:run ([\w:]+)|(test|start)\b)/g)].map(
			([, script, own]) => script ?? own,
		);
		expect(named.filter((script) => !(script in scripts))).toEqual([]);
	});
});

/** What a path may stand for: jest takes the beginning of one, and a page may leave out a name. */
const patternOf = (path: string) =>
	new RegExp(`^${path.replaceAll('.', '\\.').replace(/\*|<\w+>/g, '[^/]+')}`);

it.each(PAGES_OF_THE_PINNED)('%s names the pinned n8n', (page) => {
	const named = [...text(page).matchAll(/\bn8n (\d+\.\d+\.\d+)/g)].map(([, version]) => version);
	expect([...new Set(named)]).toEqual([PINNED]);
});

/** What is wrong with a link; null when nothing is. Nothing is fetched. */
function flawOf(page: string, link: string): string | null {
	if (/^[a-z]+:/i.test(link))
		return link.startsWith('https://') && URL.canParse(link) ? null : `${link} is not https`;
	if (link.startsWith('/')) return `${link} is absolute`;
	const [path, anchor] = link.split('#', 2);
	const file = path === '' ? page : join(dirname(page), path);
	if (!existsSync(file)) return `${link}: there is no ${file}`;
	if (anchor === undefined) return null;
	if (statSync(file).isFile() && slugsOf(text(file)).includes(anchor)) return null;
	return `${link}: ${file} has no heading #${anchor}`;
}

describe.each(VENDOR_PAGES)('$page', ({ page, action }) => {
	const { properties: trigger, triggerPanel } = new (nodes[`${action}Trigger`] as new () => INodeType)()
		.description as INodeTypeDescription & { triggerPanel: TriggerPanelDefinition };
	const operations = new (nodes[action] as new () => INodeType)().description.properties;

	it('lists the resources and operations that the node offers', () => {
		const offered = optionsOf(operations, 'resource').flatMap(({ name, value }) =>
			optionsOf(
				operations.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value)),
				'operation',
			).map((operation) => [name, operation.name]),
		);
		const listed = tableBelow(text(page), 'Operations').map(([resource, operation]) => [resource, operation]);
		expect(listed.sort()).toEqual(offered.sort());
	});

	it('lists the events that the trigger offers', () => {
		const offered = optionsOf(trigger, 'events').map(({ name }) => name);
		expect(
			tableBelow(text(page), 'Events')
				.map(([event]) => event)
				.sort(),
		).toEqual(offered.sort());
	});

	it('has an item to paste for each event, in the columns of the simplified view', () => {
		const names = optionsOf(trigger, 'events').filter(({ value }) => value !== UNRECOGNIZED);
		const [, section] = text(page).split('## Build without an interview');
		const [samples] = section.split('\n## ');
		expect([...samples.matchAll(/<summary>(.*)<\/summary>/g)].map(([, name]) => name)).toEqual(
			names.map(({ name }) => name),
		);
		const items = codeBlocks(samples).map(({ text: block }) => JSON.parse(block) as InterviewEvent[]);
		expect(items).toHaveLength(names.length);
		for (const [item] of items) {
			expect(Object.keys(item)).toEqual(SIMPLIFIED_COLUMNS);
			expect(String(item.candidate_email)).toMatch(/@example\.com$|^null$/);
		}
	});

	it('is where the panel of the trigger leads for a sample item', () => {
		const { repository } = JSON.parse(text('package.json')) as { repository: { url: string } };
		const [, href] = /href="([^"]+)"/.exec(String(triggerPanel.activationHint)) ?? [];
		const home = repository.url.replace(/^git\+|\.git$/g, '');
		expect(href).toBe(`${home}/blob/HEAD/${page}#build-without-an-interview`);
		expect(slugsOf(text(page))).toContain('build-without-an-interview');
	});

	it('mentions every option and filter of the trigger by the name it has', () => {
		const own = trigger.filter(({ type }) => type !== 'notice').map(({ displayName }) => displayName);
		expect(own.filter((name) => !COMMON.includes(name) && !text(page).includes(name))).toEqual([]);
	});

	it('has the sections of every vendor', () => {
		const headings = [...text(page).matchAll(/^## (.*)$/gm)].map(([, heading]) =>
			heading.replace(/What .* does/, 'What … does'),
		);
		expect(headings).toEqual([
			'Setup',
			'Events',
			'Build without an interview',
			'Example: from delivery to item',
			'Operations',
			'Limits',
			'What … does not offer or document',
		]);
	});

	it('writes in bold and italics what the nodes and the credential say', () => {
		const credential = new (nodes[`${action}Api`] as new () => { properties: INodeProperties[] })();
		const said = wordsOf([trigger, operations, credential.properties, WORDS_OF_N8N]);
		expect(emphasizedIn(text(page)).filter((name) => !isSaid(said, name))).toEqual([]);
	});
});

describe('docs/troubleshooting.md', () => {
	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		(readdirSync(folder, { recursive: true }) as string[])
			.filter((name) => name.endsWith('.ts'))
			.map((name) => readFileSync(join(folder, name), 'utf8')),
	);
	const forms = readdirSync('.github/ISSUE_TEMPLATE')
		.map((name) => text(`.github/ISSUE_TEMPLATE/${name}`))
		.join('\n');
	const descriptions = Object.entries(nodes)
		.filter(([name]) => /^[A-Z]/.test(name))
		.map(([, Class]) => new (Class as new () => object)());
	const said = `${sources.join('\n')}\n${wordsOf(descriptions)}\n${WORDS_OF_N8N.join('\n')}\n${forms}`;

	it('quotes messages and names as nodes, credentials and n8n write them', () => {
		expect(emphasizedIn(text('docs/troubleshooting.md')).filter((name) => !isSaid(said, name))).toEqual([]);
	});

	it('lists each of its entries', () => {
		const entries = [...text('docs/troubleshooting.md').matchAll(/^## (.*)$/gm)].map(
			([, heading]) => heading,
		);
		const listed = [...text('docs/troubleshooting.md').matchAll(/^- \[(.*?)\]\(#/gm)].map(([, name]) => name);
		expect(listed).toEqual(entries);
	});
});

/** Parameters that all triggers have and docs/interview-event.md or the README explains. */
const COMMON = ['Trigger On', 'Simplify', 'Options'];

/** What stands in bold or italics. */
function emphasizedIn(markdown: string): string[] {
	return [...proseOf(markdown).matchAll(/\*\*([^*]+)\*\*|\*((?:[^*\n]|\n(?!\n))+)\*/g)].map(
		([, bold, italic]) => (bold ?? italic).replace(/\s+/g, ' '),
	);
}

/** Whether the words are there as they stand, or each part of `a → b`, `a: b` or `a … b`. */
function isSaid(said: string, name: string): boolean {
	return said.includes(name) || name.split(/ → |: |…/).every((part) => said.includes(part.trim()));
}

/** Every text that a user can see in these descriptions. */
function wordsOf(value: unknown): string {
	if (typeof value === 'string') return value.replace(/<\/?\w[^>]*>/g, '');
	if (typeof value !== 'object' || value === null) return '';
	return Object.values(value).map(wordsOf).join('\n');
}

function optionsOf(properties: INodeProperties[], name: string): INodePropertyOptions[] {
	return properties
		.filter((property) => property.name === name)
		.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[]);
}
