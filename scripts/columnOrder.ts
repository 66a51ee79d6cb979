import { columnNotes } from '../nodes/shared/event/columns';
import { interviewEventSchema } from '../nodes/shared/event/schema';

/** The source file that holds the order of the columns, which is all of the schema that the published package runs. */
export function columnOrderSource(): string {
	const { shape } = interviewEventSchema;
	const columns = Object.keys(shape) as Array<keyof typeof shape>;
	const simplified = columns.filter((column) => columnNotes.get(shape[column])?.simplified === true);
	return [
		'// Made from schema.ts by `npm run docs`; do not edit.',
		'',
		'/** Every column, in the order of the item. */',
		`export const COLUMNS = ${listOf(columns)} as const;`,
		'',
		'/** The columns of the simplified view, in the order of the item. */',
		`export const SIMPLIFIED_COLUMNS = ${listOf(simplified)} as const;`,
		'',
	].join('\n');
}

const listOf = (columns: string[]): string => `[\n${columns.map((column) => `\t'${column}',\n`).join('')}]`;
