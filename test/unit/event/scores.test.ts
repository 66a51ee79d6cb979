import { scaleFromSetting, scoreColumns } from '../../../nodes/shared/event/scores';

const stars = { min: 0.5, max: 5, source: 'documented' } as const;
const points = { min: 0, max: 100, source: 'documented' } as const;
const unknown = { max: null, source: 'unknown' } as const;

describe('scoreColumns', () => {
	it.each([
		[4, stars, 80],
		[4.5, stars, 90],
		[0.5, stars, 10],
		[5, stars, 100],
		[3.33, stars, 66.6],
		[78, points, 78],
		[0, points, 0],
		[100, points, 100],
		[7.34, { min: 0, max: 10, source: 'setting' } as const, 73.4],
		[1, { min: 0, max: 3, source: 'setting' } as const, 33.3],
		[2, { min: 0, max: 3, source: 'setting' } as const, 66.7],
	])('returns %d on %j as %d percent', (raw, scale, percent) => {
		expect(scoreColumns(raw, scale)).toStrictEqual({
			score_raw: raw,
			score_max: scale.max,
			score_percent: percent,
			score_scale_source: scale.source,
		});
	});

	it.each([
		[5.5, stars],
		[-1, stars],
		[100.1, points],
	])('keeps %d, which lies outside %j, without a percentage', (raw, scale) => {
		expect(scoreColumns(raw, scale)).toMatchObject({
			score_raw: raw,
			score_max: scale.max,
			score_percent: null,
		});
	});

	it('invents no scale', () => {
		expect(scoreColumns(7.34, unknown)).toStrictEqual({
			score_raw: 7.34,
			score_max: null,
			score_percent: null,
			score_scale_source: 'unknown',
		});
	});

	it.each([[stars], [unknown]])('is null in all four columns without a score, on %j', (scale) => {
		expect(scoreColumns(null, scale)).toStrictEqual({
			score_raw: null,
			score_max: null,
			score_percent: null,
			score_scale_source: null,
		});
	});
});

describe('scaleFromSetting', () => {
	it('takes what the user set', () => {
		expect(scaleFromSetting(10)).toEqual({ min: 0, max: 10, source: 'setting' });
	});

	it.each([[null], [undefined], [0], [-5], [Number.NaN], [Infinity]])('knows no scale for %p', (setting) => {
		expect(scaleFromSetting(setting)).toEqual({ max: null, source: 'unknown' });
	});
});
