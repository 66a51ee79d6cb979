import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { N8n } from '../../../host/n8n';
import type { Needle } from './needles';

/** Something that n8n has printed or kept. */
export interface Trace {
	/** `log`, `<table>.<column>` or `file <path>`. */
	place: string;
	content: string;
}

/** What opens the editor; it is no vendor's, and n8n does not write it. */
const OUR_OWN_FILES = ['login.json'];

/** All that n8n has printed and kept: its log, every column of its database and every file of its user folder. */
export async function tracesOf(n8n: N8n): Promise<Trace[]> {
	return [{ place: 'log', content: n8n.log() }, ...(await columnsOf(n8n)), ...filesOf(n8n.userFolder)];
}

/** The names of the needles that are in the traces, with the places. */
export function findIn(traces: readonly Trace[], needles: readonly Needle[]): string[] {
	const found = traces.flatMap(({ place, content }) =>
		needles.filter(({ text }) => content.includes(text)).map(({ name }) => `${name} in ${place}`),
	);
	return [...new Set(found)].sort();
}

/** SQLite joins no more than 500 SELECTs. */
const SELECTS_AT_ONCE = 400;

async function columnsOf({ query }: N8n): Promise<Trace[]> {
	const columns = await query<{ table: string; column: string }>(
		`SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'`,
	);
	const selects = columns.map(
		({ table, column }) =>
			`SELECT '${table}.${column}' AS place, group_concat(CAST("${column}" AS TEXT), char(10)) AS content FROM "${table}"`,
	);
	const traces: Array<{ place: string; content: string | null }> = [];
	for (let start = 0; start < selects.length; start += SELECTS_AT_ONCE) {
		traces.push(...(await query<Trace>(selects.slice(start, start + SELECTS_AT_ONCE).join(' UNION ALL '))));
	}
	return traces.map(({ place, content }) => ({ place, content: content ?? '' }));
}

function filesOf(folder: string): Trace[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !OUR_OWN_FILES.includes(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({
			place: `file ${relative(folder, path)}`,
			content: readFileSync(path).toString('latin1'),
		}));
}

/** The log without what n8n's core adds at debug level for every failed execution: the whole error, with the node's parameters. */
export function withoutDumps(log: string): string {
	const isDump = (line: string) => /debug.*Workflow execution finished with error/.test(line);
	return log
		.split('\n')
		.filter((line) => !isDump(line))
		.join('\n');
}
