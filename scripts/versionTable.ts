import { isAtLeast } from '../host/versions';

/** What came of the smoke on one n8n, by the name of what was tried; nothing where it is not promised for that version. */
export interface Column {
	version: string;
	cells: ReadonlyMap<string, string>;
}

const NOT_PROMISED = '–';

/** The columns of a Markdown table that `tableOf` wrote; none where there is no table. */
export function readTable(text: string): Column[] {
	const [head, , ...rows] = text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
	return (head ?? []).slice(1).map((version, index) => ({
		version,
		cells: new Map(
			rows.flatMap(([name, ...cells]) =>
				cells[index] === NOT_PROMISED ? [] : [[name, cells[index]] as const],
			),
		),
	}));
}

/** The columns with one replaced or added, the oldest version first. */
export function merged(columns: readonly Column[], column: Column): Column[] {
	const others = columns.filter(({ version }) => version !== column.version);
	return [...others, column].sort((one, other) =>
		one.version === other.version ? 0 : isAtLeast(one.version, other.version) ? 1 : -1,
	);
}

/** A Markdown table with a row for everything that was tried anywhere. */
export function tableOf(columns: readonly Column[]): string {
	const names = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [
		line(['What was tried', ...columns.map(({ version }) => version)]),
		`|${'---|'.repeat(columns.length + 1)}`,
		...names.map((name) => line([name, ...columns.map(({ cells }) => cells.get(name) ?? NOT_PROMISED)])),
		'',
	].join('\n');
}
