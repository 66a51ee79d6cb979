import { heldIn, shownIn, typedIn, type Cell } from '../../sheetCell';
import type { Answer, Call, Service } from './proxy';

/** A value as JSON carries it. Null leaves a cell as it is. */
type Value = string | number | boolean | null;

type Read = (cell: Cell) => string | number | boolean;

const A1 = /^([A-Z]+)?(\d+)?(?::([A-Z]+)?(\d+)?)?$/;

/** Beyond, Google refuses the whole call. */
const CELL_LIMIT = 50_000;

/** `ValueRenderOption`. FORMULA differs from UNFORMATTED_VALUE only for formulas, which no cell keeps here. */
const READ_AS: Record<string, Read> = {
	FORMATTED_VALUE: shownIn,
	UNFORMATTED_VALUE: heldIn,
	FORMULA: heldIn,
};

/** `error.status` of an answer, and its HTTP status. */
type Refusal = 'INVALID_ARGUMENT' | 'RESOURCE_EXHAUSTED';

class Refused extends Error {}

/**
 * One document of Google Sheets with one sheet: values are read, written and appended, as they are sent (RAW) or as if a
 * person typed them in (USER_ENTERED).
 *
 * Source: the reference of `spreadsheets.values` with ValueInputOption and ValueRenderOption.
 */
export class GoogleSheets {
	readonly documentId = 'stand-in-document';
	readonly sheetName = 'Interviews';
	/** Rows of cells, the column names first. */
	grid: Cell[][] = [['interview_id']];
	/** Reads, and writes, that are answered in each minute of the clock: Google allows 60 a person and 300 a project. Source: its usage limits. */
	perMinute = Infinity;
	/** Reads and writes that came. */
	calls = 0;
	private quota = { minute: 0, Read: 0, Write: 0 };
	/** What Google would have run instead of shown. */
	readonly formulas: string[] = [];

	readonly service: Service = (call) => {
		if (call.headers.authorization !== 'Bearer google-stand-in') return { status: 401, json: {} };
		const root = `/v4/spreadsheets/${this.documentId}`;
		if (!call.path.startsWith(root)) return undefined;
		const kind = call.method === 'GET' ? 'Read' : 'Write';
		if (this.isOverQuota(kind)) {
			const message = `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user'`;
			return refusal(429, message, 'RESOURCE_EXHAUSTED');
		}
		try {
			return this.answer(call, call.path.slice(root.length));
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			const { message } = error;
			return refusal(400, message, 'INVALID_ARGUMENT');
		}
	};

	private isOverQuota(kind: 'Read' | 'Write'): boolean {
		this.calls++;
		const minute = Math.floor(Date.now() / 60_000);
		if (this.quota.minute !== minute) this.quota = { minute, Read: 0, Write: 0 };
		return ++this.quota[kind] > this.perMinute;
	}

	/** The rows by column name, each cell as the value that it holds; an empty cell is "". */
	rows(): Array<Record<string, Cell>> {
		const [names, ...rows] = this.grid;
		return rows.map((row) =>
			Object.fromEntries(names.map((name, index) => [shownIn(name), row[index] ?? ''])),
		);
	}

	private answer({ method, query, body }: Call, rest: string): Answer | undefined {
		const sent = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
		if (method === 'GET' && rest === '') {
			return { json: { sheets: [{ properties: { sheetId: 0, title: this.sheetName } }] } };
		}
		// A sheet here has as many rows and columns as are written.
		if (method === 'POST' && rest === ':batchUpdate') {
			const requests = sent.requests as object[];
			return requests.every((request) => 'appendDimension' in request) ? { json: {} } : undefined;
		}
		if (method === 'POST' && rest === '/values:batchUpdate') {
			const data = sent.data as Array<{ range: string; values: Value[][] }>;
			this.write(data, sent.valueInputOption);
			return { json: {} };
		}
		const [, range, action] = /^\/values\/(.+?)(:append)?$/.exec(rest) ?? [];
		if (range === undefined) return undefined;
		if (method === 'GET') return { json: this.read(query.get('valueRenderOption') ?? 'FORMATTED_VALUE') };
		const values = sent.values as Value[][];
		const input = query.get('valueInputOption');
		if (method === 'PUT') this.write([{ range, values }], input);
		else if (method === 'POST' && action) this.write([{ range: `A${this.grid.length + 1}`, values }], input);
		else return undefined;
		return { json: {} };
	}

	/** Empty cells at the end of a row are not sent, and no `values` where there is none. */
	private read(option: string): { values?: Array<Array<string | number | boolean>> } {
		if (!(option in READ_AS)) throw new Refused(`Invalid value at 'value_render_option': ${option}`);
		const values = this.grid.map((row) => {
			const cells = row.map(READ_AS[option]);
			return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
		});
		return values.length > 0 ? { values } : {};
	}

	/** All or nothing, as with Google. */
	private write(data: Array<{ range: string; values: Value[][] }>, input: unknown): void {
		if (input !== 'RAW' && input !== 'USER_ENTERED') {
			throw new Refused("'valueInputOption' is required but not specified");
		}
		for (const value of data.flatMap(({ values }) => values.flat())) {
			if (typeof value !== 'string' || value.length <= CELL_LIMIT) continue;
			throw new Refused('Your input contains more than the maximum of 50000 characters in a single cell.');
		}
		for (const { range, values } of data) this.fill(range, values, input);
	}

	private fill(range: string, values: Value[][], input: 'RAW' | 'USER_ENTERED'): void {
		const [, letters = 'A', line = '1'] = A1.exec(range.replace(/^.*!/, '')) ?? [];
		const left = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
		values.forEach((cells, down) => {
			const row = (this.grid[Number(line) - 1 + down] ??= []);
			cells.forEach((value, right) => {
				if (value !== null) row[left + right] = this.cellOf(value, input);
			});
			for (let column = 0; column < row.length; column++) row[column] ??= '';
		});
	}

	private cellOf(value: string | number | boolean, input: 'RAW' | 'USER_ENTERED'): Cell {
		if (typeof value !== 'string' || input === 'RAW') return value;
		const typed = typedIn(value);
		if ('cell' in typed) return typed.cell;
		if ('error' in typed) return typed.error;
		this.formulas.push(typed.formula);
		return '#ERROR!';
	}
}

function refusal(code: 400 | 429, message: string, status: Refusal): Answer {
	return { status: code, json: { error: { code, message, status } } };
}
