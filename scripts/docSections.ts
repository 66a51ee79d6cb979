import { readdirSync, readFileSync } from 'node:fs';

import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

import type { Resource } from '../nodes/shared/actions/operation';
import { columnNotes } from '../nodes/shared/event/columns';
import { SIMPLIFIED_COLUMNS } from '../nodes/shared/event/columnOrder';
import { simplifyEvent, type InterviewEvent } from '../nodes/shared/event/interviewEvent';
import { interviewEventSchema } from '../nodes/shared/event/schema';
import { fromEpoch } from '../nodes/shared/event/times';
import { UNRECOGNIZED } from '../nodes/shared/trigger/settings';
import type { VendorReceiver } from '../nodes/shared/receiver/vendorReceiver';

const SECTION = /(<!-- (operations|example|samples) (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

const BEGINNING = /^<!-- (operations|example|samples) \S+ -->$/gm;

const SECTIONS: Record<string, (argument: string) => Promise<string>> = { operations, example, samples };

/**
 * The page with what stands between its markers written anew.
 *
 * @throws Error when a marker has no end
 */
export async function withSections(page: string): Promise<string> {
	if ([...page.matchAll(BEGINNING)].length !== [...page.matchAll(SECTION)].length) {
		throw new Error('A section begins and does not end: <!-- end --> is missing');
	}
	const made = await Promise.all(
		[...page.matchAll(SECTION)].map(async ([, , kind, argument]) => await SECTIONS[kind](argument)),
	);
	return page.replace(SECTION, (...[, begin, , , end]: string[]) => `${begin}\n${made.shift()}\n${end}`);
}

/** What an action node offers. @param folder the vendor's, below `nodes` */
async function operations(folder: string): Promise<string> {
	const module = (await import(`../nodes/${folder}/resources`)) as Record<string, unknown>;
	const resources = Object.values(module).find(Array.isArray) as Resource[];
	const rows = resources.flatMap((resource) =>
		resource.operations.map(({ name, description }) => `| ${resource.name} | ${name} | ${description} |`),
	);
	return ['| Resource | Operation | What it does |', '|---|---|---|', ...rows, ''].join('\n');
}

/** When the sample items were received. */
const RECEIVED_AT = '2026-04-01T08:00:00.000Z';

/** For each event under "Trigger On", an item to paste under "set mock data". @param folder the vendor's, below `nodes` */
async function samples(folder: string): Promise<string> {
	const receivers = (await import(`../nodes/${folder}/receiver`)) as Record<string, VendorReceiver>;
	const nodes = (await import(`../nodes/${folder}/${folder}Trigger.node.ts`)) as Record<
		string,
		new () => INodeType
	>;
	const [receiver] = Object.values(receivers);
	const { properties } = new nodes[`${folder}Trigger`]().description;
	const { options } = properties.find(({ name }) => name === 'events') as INodeProperties;
	const events = (options as INodePropertyOptions[]).filter(({ value }) => value !== UNRECOGNIZED);
	const blocks = events.map(({ name, value }) =>
		[
			`<details><summary>${name}</summary>`,
			'```json\n' + JSON.stringify([sampleOf(receiver, String(value))], null, 2) + '\n```',
			'</details>',
		].join('\n\n'),
	);
	return [
		'Open the trigger, click **set mock data** on the right, put one of these items in place of what is there, and click **Save**. The item is now pinned:',
		'**Execute workflow** uses it as often as you like, and a published workflow never does. To try a real event, unpin it.',
		'',
		blocks.join('\n\n'),
		'',
	].join('\n');
}

/** The item, in the simplified view, of the fixture that says most about an event. */
function sampleOf(receiver: VendorReceiver, event: string): Partial<InterviewEvent> {
	const folder = `fixtures/${receiver.vendor}/items`;
	const [fullest] = readdirSync(folder)
		.filter((file) => file.startsWith(`${event}.`))
		.sort()
		.map((file) => ({ ...(readJson(`${folder}/${file}`) as InterviewEvent), received_at: RECEIVED_AT }))
		.filter((item) => receiver.subscription(item) === event)
		.map((item) => simplifyEvent(item))
		.sort((one, other) => knownIn(other) - knownIn(one));
	if (fullest === undefined) throw new Error(`No fixture of ${receiver.vendor} is about ${event}`);
	return fullest;
}

function knownIn(item: Partial<InterviewEvent>): number {
	return Object.values(item).filter((value) => value !== null).length;
}

/** Columns whose value may stand in a body by chance. */
const CALCULATED: Array<keyof InterviewEvent> = ['vendor', 'score_percent', 'score_max', 'event_id'];

/** A delivery and the item that it becomes. @param name a fixture, as `<vendor>/<name>` */
async function example(name: string): Promise<string> {
	const [vendor, delivery] = name.split('/');
	const body = readJson(`fixtures/${name}.json`);
	const item = readJson(`fixtures/${vendor}/items/${delivery}.json`) as InterviewEvent;
	const known = SIMPLIFIED_COLUMNS.filter((column) => (item[column] ?? null) !== null);
	const empty = SIMPLIFIED_COLUMNS.filter((column) => item[column] === null);
	const sources = new Map(
		known.map((column) => [column, CALCULATED.includes(column) ? null : sourceOf(body, item[column])]),
	);
	const used = [...sources.values()].filter((path) => path !== null);
	const rows = known.map((column) => {
		const source = sources.get(column);
		const note = source ? `\`${source}\`` : columnNotes.get(interviewEventSchema.shape[column])?.description;
		return `| \`${column}\` | ${cell(item[column])} | ${note} |`;
	});
	return [
		`In ([the whole body](../fixtures/${name}.json); … stands for what is left out here):`,
		'',
		'```json',
		JSON.stringify(excerpt(body, used, '', JSON.stringify(body).length > LARGE), null, 2),
		'```',
		'',
		'Out, in the simplified view:',
		'',
		'| Column | Value | Where it is from |',
		'|---|---|---|',
		...rows,
		'',
		`Besides them \`received_at\`, the time of receipt. Empty here: ${empty.map((column) => `\`${column}\``).join(', ')}.`,
		'',
	].join('\n');
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

function cell(value: unknown): string {
	const text = String(shortened(value)).replace(/\|/g, '\\|');
	return text.replace(/\n/g, '<br>');
}

const SHOWN_CHARACTERS = 100;

function shortened(value: unknown): unknown {
	const isLong = typeof value === 'string' && value.length > SHOWN_CHARACTERS;
	return isLong ? `${value.slice(0, SHOWN_CHARACTERS).trimEnd()}…` : value;
}

/** Where in a body the value of a column is written: the same text, number, time, or list of lines. */
function sourceOf(body: unknown, value: unknown, path = ''): string | null {
	if (isWritten(body, value)) return path;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
	for (const [name, inner] of Object.entries(body)) {
		const found = sourceOf(inner, value, path === '' ? name : `${path}.${name}`);
		if (found !== null) return found;
	}
	return null;
}

function isWritten(written: unknown, value: unknown): boolean {
	if (typeof written === 'number') {
		return written === value || fromEpoch(written) === value;
	}
	const text = Array.isArray(written) ? written.join('\n') : written;
	return typeof text === 'string' && typeof value === 'string' && text.toLowerCase() === value.toLowerCase();
}

/** Characters of a body above which only those fields are shown that a column is taken from. */
const LARGE = 5000;

/** A body with long texts cut and one entry a list; of a large one, only what columns are taken from. */
function excerpt(value: unknown, used: string[], path: string, isLarge: boolean): unknown {
	if (typeof value !== 'object' || value === null) return shortened(value);
	if (Array.isArray(value)) {
		const [first, ...rest] = value;
		const shown = value.length === 0 ? [] : [excerpt(first, used, path, isLarge)];
		return rest.length === 0 ? shown : [...shown, `… ${rest.length} more`];
	}
	const isShown = (inner: string) =>
		!isLarge || used.some((source) => source === inner || source.startsWith(`${inner}.`));
	const entries = Object.entries(value).map(([name, inner]) => ({
		name,
		inner,
		at: path === '' ? name : `${path}.${name}`,
	}));
	const shown = entries.filter(({ at }) => isShown(at));
	const left = entries.length - shown.length;
	return Object.fromEntries([
		...shown.map(({ name, inner, at }) => [name, excerpt(inner, used, at, isLarge)]),
		...(left > 0 ? [['…', `${left} more`]] : []),
	]);
}
