/** In which order held deliveries leave; as a list of their places from 0, exactly so. */
export type Order = 'in order' | 'reverse' | 'shuffle' | readonly number[];

/** A new array; the same seed shuffles the same way. */
export function arrange<T>(items: readonly T[], order: Order, seed: number): T[] {
	if (typeof order !== 'string') return order.map((place) => items[place]);
	if (order === 'in order') return [...items];
	if (order === 'reverse') return [...items].reverse();
	const shuffled = [...items];
	const random = sequence(seed);
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
	}
	return shuffled;
}

/** Mulberry32: numbers from 0 to below 1, the same for the same seed. */
function sequence(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
