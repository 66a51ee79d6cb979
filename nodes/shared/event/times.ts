/** Epoch milliseconds as `YYYY-MM-DDTHH:mm:ss.sssZ`; null for what no calendar knows. */
export function fromEpochMilliseconds(value: number | null): string | null {
	if (value === null) return null;
	const date = new Date(value);
	const year = date.getUTCFullYear();
	return year >= 0 && year <= 9999 ? date.toISOString() : null;
}

/** Epoch seconds, with fractions, as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function fromEpochSeconds(value: number | null): string | null {
	return value === null ? null : fromEpochMilliseconds(Math.round(value * 1000));
}

/** An ISO 8601 date and time with its zone, as UTC; null without a zone, which would be a guess. */
export function fromIsoTime(value: string | null): string | null {
	if (value === null || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
	// JavaScript reads 30 February as 2 March.
	const day = Number(value.slice(8, 10));
	if (day > 28 && new Date(value.slice(0, 10)).getUTCDate() !== day) return null;
	return fromEpochMilliseconds(Date.parse(value));
}
