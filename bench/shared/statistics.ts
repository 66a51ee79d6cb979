/** Several measurements of one thing: the one in the middle, the smallest and the largest. */
export interface Spread {
	median: number;
	low: number;
	high: number;
}

/** @throws RangeError when there is no value */
export function spreadOf(values: readonly number[]): Spread {
	if (values.length === 0) throw new RangeError('No value to take a median of');
	const sorted = [...values].sort((one, other) => one - other);
	return { median: percentile(sorted, 50), low: sorted[0], high: sorted[sorted.length - 1] };
}

/** The value below which so many percent of the values lie, between two of them where need be. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	const position = (percent / 100) * (sorted.length - 1);
	const below = sorted[Math.floor(position)];
	const above = sorted[Math.ceil(position)];
	return below + (above - below) * (position - Math.floor(position));
}

/** How one thing compares with another, round by round: what disturbed a round disturbed both. */
export function ratios(of: readonly number[], to: readonly number[]): Spread {
	return spreadOf(of.map((value, round) => value / to[round]));
}

/**
 * Measures several things in turn, so many times, beginning with another one each round: a machine that grows slower, or a
 * cache that grows warmer, favors none of them.
 *
 * @param contestants each returns its figure for one round
 * @returns the figures of each, by round
 */
export async function inTurns<Name extends string, Figure = number>(
	rounds: number,
	contestants: Record<Name, () => Figure | Promise<Figure>>,
): Promise<Record<Name, Figure[]>> {
	const names = Object.keys(contestants) as Name[];
	const figures = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>;
	for (let round = 0; round < rounds; round++) {
		for (let turn = 0; turn < names.length; turn++) {
			const name = names[(turn + round) % names.length];
			figures[name].push(await contestants[name]());
		}
	}
	return figures;
}
