import { identifier, text } from '../event/fields';

/** An entry of a list to choose from. */
export interface Entry {
	name: string;
	value: string;
}

/** A row as an entry, by the first of its names that says something, else by its ID. None for a row without an ID. */
export function asEntry(id: unknown, ...names: unknown[]): Entry[] {
	const value = identifier(id);
	if (value === null) return [];
	return [{ value, name: names.map(text).find((name) => name !== null) ?? value }];
}

export const byName = (entries: Entry[]): Entry[] =>
	entries.sort((one, other) => one.name.localeCompare(other.name));

/** The entries whose name contains what was typed. */
export function matching(entries: Entry[], typed = ''): { results: Entry[] } {
	const wanted = typed.trim().toLowerCase();
	return { results: entries.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
