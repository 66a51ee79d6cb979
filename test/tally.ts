/** How often each value occurs, by the value as text. */
export function tally(values: ReadonlyArray<string | number | null>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
	return counts;
}
