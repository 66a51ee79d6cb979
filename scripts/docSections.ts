import { readFileSync } from 'node:fs';

import type { Resource } from '../nodes/shared/actions/operation';
import { columnNotes } from '../nodes/shared/event/columns';
import { SIMPLIFIED_COLUMNS } from '../nodes/shared/event/columnOrder';
import type { InterviewEvent } from '../nodes/shared/event/interviewEvent';
import { interviewEventSchema } from '../nodes/shared/event/schema';
import { fromEpoch } from '../nodes/shared/event/times';

const SECTION = /(<!-- (operations|example) (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

const BEGINNING = /^<!-- (operations|example) \S+ -->$/gm;

const SECTIONS: Record<string, (argument: string) => Promise<string>> = { operations, example };

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
