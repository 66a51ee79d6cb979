import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type * as z from 'zod4/mini';

import { columnNotes } from '../nodes/shared/event/columns';
import { COLUMNS } from '../nodes/shared/event/interviewEvent';
import { interviewEventSchema } from '../nodes/shared/event/schema';
import { interviewEventJsonSchema } from './jsonSchema';

const PAGE = 'docs/interview-event.md';

/** The page about the item, made from the schema. */
export function interviewEventPage(): string {
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
	const [type] = [known.type].flat();
	const optional = anyOf || Array.isArray(own.type) ? ', or empty' : '';
	if (known.enum) return `${known.enum.map((value) => `\`${String(value)}\``).join(' ')}${optional}`;
	if (known.const) return `\`${String(known.const)}\``;
	if (known.pattern?.includes('T')) return `time${optional}`;
	return `${type === 'string' ? 'text' : type}${optional}`;
}

function writePage(): void {
	const page = interviewEventPage();
	const current = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
	if (!process.argv.includes('--check')) {
		mkdirSync(dirname(PAGE), { recursive: true });
		writeFileSync(PAGE, page);
	} else if (current !== page) {
		process.stderr.write(`${PAGE} is not what the schema says: run npm run docs\n`);
		process.exitCode = 1;
	} else {
		process.stdout.write(`${PAGE} agrees with the schema\n`);
	}
}

writePage();
