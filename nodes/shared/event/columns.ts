import * as z from 'zod4/mini';

/** What the documentation and the simplified view know about a column besides its type. */
interface ColumnNote {
	/** One sentence for a recruiter; shown in the docs table and in the JSON Schema. */
	description: string;
	/** Whether the column is part of the simplified view, which is the default. */
	simplified: boolean;
}

/** The notes of every column, keyed by the column's schema. */
export const columnNotes = z.registry<ColumnNote>();

/** Declares a column of the simplified view. */
export function main<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
	columnNotes.add(schema, { description, simplified: true });
	return schema;
}

/** Declares a column that only the complete view has. */
export function extra<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
	columnNotes.add(schema, { description, simplified: false });
	return schema;
}
