import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';

import Table from 'cli-table3';

import type { Spread } from './statistics';

const DOCS = join(__dirname, '..', '..', 'docs');

export interface Figures {
	head: string[];
	rows: string[][];
}

/** Prints figures as a table. */
export function print(name: string, { head, rows }: Figures): void {
	const table = new Table({ head, style: { head: [], border: [] } });
	table.push(...rows);
	process.stdout.write(`\n${name}\n${table.toString()}\n`);
}

/**
 * Prints figures, and puts them between `<!-- figures <name> -->` and `<!-- end -->` of a page.
 *
 * @param page name of a file in `docs`
 * @throws Error when the page has no such place
 */
export function publish(page: string, name: string, figures: Figures): void {
	print(name, figures);
	const { head, rows } = figures;
	const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
	const path = join(DOCS, page);
	const text = readFileSync(path, 'utf8');
	const place = new RegExp(`(<!-- figures ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
	if (!place.test(text)) throw new Error(`docs/${page} has no place for the figures "${name}"`);
	writeFileSync(
		path,
		text.replace(place, (_, begin: string, end: string) => `${begin}\n${lines.join('\n')}\n\n${end}`),
	);
}

/** A figure with the smallest and the largest of its rounds. @param unit with its leading space, if it has one */
export function shown({ median, low, high }: Spread, digits = 2, unit = ''): string {
	return `${median.toFixed(digits)}${unit} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** What the figures were taken on; no name of a machine. @param node the one that ran what was measured */
export function machine(node = process.execPath): string {
	const [{ model }] = cpus();
	const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
	return `${model.trim()}, ${availableParallelism()} cores, Node ${version}`;
}
