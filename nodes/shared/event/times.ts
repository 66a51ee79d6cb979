import { asNumber } from './numbers';
import { presentText } from './text';

/** Epoch milliseconds. What lies before or after is an id, a duration or a day of a spreadsheet, and no time of an interview. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1) - 1;

/**
 * A time in whatever form it is written, as `YYYY-MM-DDTHH:mm:ss.sssZ`: epoch seconds or milliseconds, as a number or as
 * decimal text, or ISO 8601 with a zone. Vendors document one form and may change to another. Null for anything else, and
 * for a time before 2000 or from 2100 on.
 */
export function asTime(value: unknown): string | null {
	const epoch = asNumber(value);
	return epoch === null ? fromIsoTime(presentText(value)) : fromEpoch(epoch);
}

/**
 * Epoch seconds, with fractions, or epoch milliseconds: from 2000 to 2099 no number is both.
 */
export function fromEpoch(value: number | null): string | null {
	if (value === null) return null;
	return written(value) ?? written(Math.round(value * 1000));
}

function written(milliseconds: number): string | null {
	const isTime = milliseconds >= EARLIEST && milliseconds <= LATEST;
	return isTime ? new Date(milliseconds).toISOString() : null;
}

const ISO_TIME =
	/^(\d{4}-\d\d-(\d\d))(T\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]))(:?[0-5]\d)?$/;

/** An ISO 8601 date and time with its zone, as UTC; null without a zone, which would be a guess. */
export function fromIsoTime(value: string | null): string | null {
	const match = value === null ? null : ISO_TIME.exec(value);
	if (match === null) return null;
	const [, date, day, hours, seconds = ':00', zone, zoneMinutes = zone === 'Z' ? '' : ':00'] = match;
	// JavaScript reads 30 February as 2 March.
	if (new Date(date).getUTCDate() !== Number(day)) return null;
	return written(Date.parse(date + hours + seconds.replace(',', '.') + zone + zoneMinutes));
}
