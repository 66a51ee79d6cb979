/**
 * The entry of a table for a vendor's word; undefined when there is none. A plain index would also find
 * what every object inherits, for a word such as `constructor`.
 */
export function entryOf<Value>(table: Record<string, Value>, word: string | null): Value | undefined {
	return word !== null && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** The same for a word in whatever case it is written; the table's own words are in lower case. */
export function entryOfWord<Value>(table: Record<string, Value>, word: string | null): Value | undefined {
	return entryOf(table, word?.toLowerCase() ?? null);
}
