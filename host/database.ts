import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { environmentWithoutNpm } from './runNpm';

const run = promisify(execFile);

const ANSWER_LIMIT = 256 * 1024 * 1024;

/** n8n's SQLite database, beside n8n itself: what it stored, and ways of making it refuse to. */
export interface Database {
	/** Runs one SQL statement. @returns its rows */
	query<Row = Record<string, unknown>>(statement: string): Promise<Row[]>;
}

/** @param node a Node with `node:sqlite` (24 or later) */
export function openDatabase(node: string, userFolder: string): Database {
	const path = join(userFolder, '.n8n', 'database.sqlite');
	return {
		query: async <Row>(statement: string) => {
			const script = join(__dirname, 'query.mjs');
			const { stdout } = await run(node, ['--no-warnings', script, path, statement], {
				env: environmentWithoutNpm(),
				maxBuffer: ANSWER_LIMIT,
			});
			return JSON.parse(stdout) as Row[];
		},
	};
}
