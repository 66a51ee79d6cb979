/** Nobody writes a number with more signs; a longer text is not even looked at. */
const MOST_SIGNS = 40;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * A finite number, or a text that is one in plain decimal digits, such as "7.34"; null for anything else: "7,34", "1e3" and
 * "0x10" are numbers to some and something else to others.
 */
export function asNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string') return null;
	const signs = value.trim();
	return signs.length <= MOST_SIGNS && DECIMAL.test(signs) ? Number(signs) : null;
}

/** Which numbers a field takes. */
export interface Bounds {
	min?: number;
	max?: number;
	isWhole?: boolean;
}

/** The same; null also for a number that is out of bounds. */
export function asNumberWithin(
	value: unknown,
	{ min = -Infinity, max = Infinity, isWhole = false }: Bounds,
): number | null {
	const number = asNumber(value);
	const isFine = number !== null && number >= min && number <= max && (!isWhole || Number.isInteger(number));
	return isFine ? number : null;
}

/** The bounds in words, after "is not": "a whole number of at least 1". */
export function boundsInWords({ min, max, isWhole }: Bounds): string {
	const kind = isWhole ? 'a whole number' : 'a number';
	if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
	if (min !== undefined) return `${kind} of at least ${min}`;
	return max === undefined ? kind : `${kind} of at most ${max}`;
}
