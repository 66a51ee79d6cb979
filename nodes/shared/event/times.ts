/** Epoch milliseconds as `YYYY-MM-DDTHH:mm:ss.sssZ`; null for what no calendar knows. */
export function fromEpochMilliseconds(value: number | null): string | null {
	if (value === null) return null;
	const date = new Date(value);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Epoch seconds, with fractions, as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function fromEpochSeconds(value: number | null): string | null {
	return value === null ? null : fromEpochMilliseconds(Math.round(value * 1000));
}

/** An ISO 8601 date and time with its zone, as UTC; null without a zone, which would be a guess. */
export function fromIsoTime(value: string | null): string | null {
	if (value === null || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
	return fromEpochMilliseconds(Date.parse(value));
}
