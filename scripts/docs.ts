import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

import type * as z from 'zod4/mini';

import { columnNotes } from '../nodes/shared/event/columns';
import { COLUMNS } from '../nodes/shared/event/columnOrder';
import { interviewEventSchema } from '../nodes/shared/event/schema';
import { columnOrderSource } from './columnOrder';
import { withSections } from './docSections';
import { interviewEventJsonSchema } from './jsonSchema';

const PAGE = 'docs/interview-event.md';
const COLUMN_ORDER = 'nodes/shared/event/columnOrder.ts';

/** The page about the item, made from the schema. */
function interviewEventPage(): string {
	const rows = COLUMNS.map((column, index) => {
		const note = columnNotes.get(interviewEventSchema.shape[column]);
		return `| ${index + 1} | ${note?.simplified ? '★' : ''} | \`${column}\` | ${typeOf(column)} | ${note?.description} |`;
	});
	return [
		'# The item: `InterviewEvent` 1.0',
		'',
		'<!-- Made from nodes/shared/event/schema.ts by `npm run docs`; do not edit. -->',
		'',
		'Every delivery of every vendor becomes one item with these columns. All are always there, in this order; what is not',
		'known is empty (`null`). Times are UTC. The simplified view, which is the default, has the columns marked ★.',
		'',
		'| # | ★ | Column | Type | Meaning |',
		'|---|---|---|---|---|',
		...rows,
		'',
		'The same as JSON Schema is in the package: `dist/interview-event.schema.json`.',
		'',
	].join('\n');
}

/** A column's type in a recruiter's words, read from the JSON Schema. */
function typeOf(column: string): string {
	const { properties } = interviewEventJsonSchema() as {
		properties: Record<string, z.core.JSONSchema.JSONSchema>;
	};
	const { anyOf, ...own } = properties[column];
	const known = (anyOf?.[0] as z.core.JSONSchema.JSONSchema | undefined) ?? own;
	const optional = anyOf || Array.isArray(own.type) ? ', or empty' : '';
	if (known.enum) return `${known.enum.map((value) => `\`${String(value)}\``).join(' ')}${optional}`;
	if (known.const) return `\`${String(known.const)}\``;
	if (known.pattern?.includes('T')) return `time${optional}`;
	const types = ((known.anyOf ?? [known]) as z.core.JSONSchema.JSONSchema[]).map(
		({ type }) => [type].flat()[0],
	);
	return `${types.map((type) => (type === 'string' ? 'text' : type)).join(' or ')}${optional}`;
}

/** Every page that is made, or has parts that are: its path and its text. */
async function pages(): Promise<Array<[path: string, text: string]>> {
	const written = readdirSync('docs')
		.map((name) => `docs/${name}`)
		.filter((path) => path.endsWith('.md') && path !== PAGE);
	const filled = written.map(async (path): Promise<[string, string]> => [
		path,
		await withSections(readFileSync(path, 'utf8')),
	]);
	return [[COLUMN_ORDER, columnOrderSource()], [PAGE, interviewEventPage()], ...(await Promise.all(filled))];
}

async function writePages(): Promise<void> {
	for (const [path, text] of await pages()) {
		const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
		if (isCurrent) continue;
		if (process.argv.includes('--check')) {
			process.stderr.write(`${path} is not what the code says: run npm run docs\n`);
			process.exitCode = 1;
		} else {
			writeFileSync(path, text);
			process.stdout.write(`${path} written\n`);
		}
	}
	if (process.exitCode === undefined) process.stdout.write('The documents agree with the code\n');
}

void writePages();
