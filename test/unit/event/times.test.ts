import { fromEpochMilliseconds, fromEpochSeconds, fromIsoTime } from '../../../nodes/shared/event/times';

describe('fromEpochMilliseconds', () => {
	it.each([
		[1772442867565, '2026-03-02T09:14:27.565Z'],
		[0, '1970-01-01T00:00:00.000Z'],
		[-1, '1969-12-31T23:59:59.999Z'],
		[1772442867565.9, '2026-03-02T09:14:27.565Z'],
	])('writes %d as UTC', (value, time) => {
		expect(fromEpochMilliseconds(value)).toBe(time);
	});

	it.each([[null], [8.64e15 + 1], [-8.64e15 - 1], [Number.MAX_VALUE], [Infinity], [-Infinity], [Number.NaN]])(
		'gives null for %p',
		(value) => {
			expect(fromEpochMilliseconds(value)).toBeNull();
		},
	);
});

describe('fromEpochSeconds', () => {
	it.each([
		[1773138104, '2026-03-10T10:21:44.000Z'],
		[1773138104.902117, '2026-03-10T10:21:44.902Z'],
		[1773138104.902629, '2026-03-10T10:21:44.903Z'],
		[0.0004, '1970-01-01T00:00:00.000Z'],
	])('writes %d, with its fraction, as UTC', (value, time) => {
		expect(fromEpochSeconds(value)).toBe(time);
	});

	it.each([[null], [1e300], [Number.MAX_VALUE], [Infinity], [Number.NaN], [1772442867565000]])(
		'gives null for %p',
		(value) => {
			expect(fromEpochSeconds(value)).toBeNull();
		},
	);
});

describe('fromIsoTime', () => {
	it.each([
		['2026-03-09T13:27:55.871Z', '2026-03-09T13:27:55.871Z'],
		['2026-03-09T13:27:55Z', '2026-03-09T13:27:55.000Z'],
		['2026-03-09T13:27Z', '2026-03-09T13:27:00.000Z'],
		['2026-03-09T13:27:55.871+01:00', '2026-03-09T12:27:55.871Z'],
		['2026-03-09T13:27:55.871+0100', '2026-03-09T12:27:55.871Z'],
		['2026-03-09T23:30:00-05:30', '2026-03-10T05:00:00.000Z'],
		['2026-03-09T13:27:55.871123Z', '2026-03-09T13:27:55.871Z'],
	])('writes %s as UTC', (value, time) => {
		expect(fromIsoTime(value)).toBe(time);
	});

	it.each([
		['2026-03-09T13:27:55.871'],
		['2026-03-09T13:27:55'],
		['2026-03-09'],
		['2026-03-09T'],
		['2026-03-09 13:27:55Z'],
		['2026-03-09T25:00:00Z'],
		['2026-13-09T10:00:00Z'],
		['2026-03-32T10:00:00Z'],
		['09.03.2026'],
		['yesterday'],
		['1773138104'],
		[''],
		[null],
	])('does not guess: %p has no zone or is no time, and gives null', (value) => {
		expect(fromIsoTime(value)).toBeNull();
	});
});

it.each([[8.64e15], [1772442867565000], [-62198755200001]])(
	'gives null for %d, whose year has not four digits',
	(value) => {
		expect(fromEpochMilliseconds(value)).toBeNull();
	},
);

it('gives null for 30 February', () => {
	expect(fromIsoTime('2026-02-30T10:00:00Z')).toBeNull();
});
