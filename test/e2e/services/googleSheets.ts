import type { Answer, Call, Service } from './proxy';

type Cell = string | number | boolean;

const A1 = /^([A-Z]+)?(\d+)?(?::([A-Z]+)?(\d+)?)?$/;

/** One document of Google Sheets with one sheet: values are read, written, appended, and typed in as a person would. */
export class GoogleSheets {
	readonly documentId = 'stand-in-document';
	readonly sheetName = 'Interviews';
	/** Rows of cells, the column names first. */
	grid: Cell[][] = [['interview_id']];
	/** What Google would have run instead of shown. */
	readonly formulas: Cell[] = [];

	readonly service: Service = (call) => {
		if (call.headers.authorization !== 'Bearer google-stand-in') return { status: 401, json: {} };
		const root = `/v4/spreadsheets/${this.documentId}`;
		if (!call.path.startsWith(root)) return undefined;
		return this.answer(call, call.path.slice(root.length));
	};

	/** The rows by column name; an empty cell is "". */
	rows(): Array<Record<string, Cell>> {
		const [names, ...rows] = this.grid;
		return rows.map((row) =>
			Object.fromEntries(names.map((name, index) => [String(name), row[index] ?? ''])),
		);
	}

	private answer({ method, body }: Call, rest: string): Answer | undefined {
		const sent = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
		if (method === 'GET' && rest === '') {
			return { json: { sheets: [{ properties: { sheetId: 0, title: this.sheetName } }] } };
		}
		if (method === 'POST' && rest === '/values:batchUpdate') {
			for (const { range, values } of sent.data as Array<{ range: string; values: Cell[][] }>) {
				this.write(range, values);
			}
			return { json: {} };
		}
		const [, range, action] = /^\/values\/(.+?)(:append)?$/.exec(rest) ?? [];
		if (range === undefined) return undefined;
		if (method === 'GET') return { json: { values: this.grid } };
		const values = sent.values as Cell[][];
		if (method === 'PUT') this.write(range, values);
		else if (method === 'POST' && action) this.write(`A${this.grid.length + 1}`, values);
		else return undefined;
		return { json: {} };
	}

	private write(range: string, values: Cell[][]): void {
		const [, letters = 'A', line = '1'] = A1.exec(range.replace(/^.*!/, '')) ?? [];
		const left = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
		values.forEach((cells, down) => {
			const row = (this.grid[Number(line) - 1 + down] ??= []);
			cells.forEach((cell, right) => {
				// Null leaves a cell as it is.
				if (cell !== null) row[left + right] = this.typed(cell);
			});
			for (let column = 0; column < row.length; column++) row[column] ??= '';
		});
	}

	/** As with USER_ENTERED: an apostrophe says "this is text" and is not shown, an equals sign starts a formula. */
	private typed(cell: Cell): Cell {
		if (typeof cell !== 'string') return cell;
		if (cell.startsWith("'")) return cell.slice(1);
		if (/^[=+]/.test(cell)) this.formulas.push(cell);
		return cell;
	}
}
