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
