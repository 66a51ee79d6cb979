import { isTooDeep } from '../../../nodes/shared/receiver/depth';

const parsed = (opening: string, levels: number, closing: string, core = '') =>
	JSON.parse(opening.repeat(levels) + core + closing.repeat(levels)) as unknown;
const lists = (levels: number) => parsed('[', levels, ']');
const objects = (levels: number) => parsed('{"a":', levels, '}', '1');

describe('a body', () => {
	it.each([
		['lists', lists],
		['objects', objects],
		['lists beside others', (levels: number) => parsed('[0,"[[",', levels, ',"]"]', 'null')],
	])('of %s may have 500 levels and no more', (_, nested) => {
		expect(isTooDeep(nested(500))).toBe(false);
		expect(isTooDeep(nested(501))).toBe(true);
	});

	it('may have a million levels without harm', () => {
		expect(isTooDeep(lists(1_000_000))).toBe(true);
		expect(isTooDeep(objects(1_000_000))).toBe(true);
	});

	it('is found too deep wherever the depth is', () => {
		expect(isTooDeep({ data: { list: [1, { last: lists(500) }] } })).toBe(true);
		expect(isTooDeep(JSON.parse(`{"__proto__":${JSON.stringify(lists(600))}}`))).toBe(true);
	});

	it('may be as wide as it likes', () => {
		expect(isTooDeep(Array.from({ length: 200_000 }, () => ({ a: [] })))).toBe(false);
		expect(isTooDeep(Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [key, {}])))).toBe(false);
	});

	it.each([[undefined], [null], [true], [7], ['['.repeat(1000)], [['['.repeat(1000)]]])(
		'without levels is not deep: %#',
		(body) => {
			expect(isTooDeep(body)).toBe(false);
		},
	);
});
