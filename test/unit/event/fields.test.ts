import {
	anything,
	flag,
	group,
	groups,
	happening,
	identifier,
	number,
	record,
	text,
	texts,
	time,
} from '../../../nodes/shared/event/fields';
import { words } from '../words';

describe('a field of another type than documented', () => {
	const fields = {
		text,
		identifier,
		number,
		flag,
		texts,
		group: group({ text }),
		groups: groups({ text }),
		anything,
	};
	const body = record(fields);
	const nothing = {
		text: null,
		identifier: null,
		number: null,
		flag: null,
		texts: [],
		group: null,
		groups: [],
	};

	it('reads as null or as an empty list when it is missing', () => {
		expect(body({})).toMatchObject(nothing);
	});

	it.each([
		['null', null, {}],
		['an empty text', '', {}],
		['a text', ' seven ', { text: 'seven', identifier: 'seven' }],
		['a number as text', ' 7.34 ', { text: '7.34', identifier: '7.34', number: 7.34 }],
		['a boolean as text', ' False ', { text: 'False', identifier: 'False', flag: false }],
		['a number', 7, { number: 7, identifier: '7' }],
		['a number with a fraction, which is no id', 7.5, { number: 7.5 }],
		[
			'the largest whole number that is exact',
			2 ** 53 - 1,
			{ number: 2 ** 53 - 1, identifier: '9007199254740991' },
		],
		['a number that JSON.parse has rounded, which is no id', 2 ** 53, { number: 2 ** 53 }],
		['zero', 0, { number: 0, identifier: '0' }],
		['a boolean', false, { flag: false }],
		['an empty list', [], {}],
		['a list of texts', ['a', ' ', null, 3, ' b '], { texts: ['a', 'b'] }],
		['a list of objects', [{ text: 'a' }, 5, null, ['b'], {}], { groups: [{ text: 'a' }, { text: null }] }],
		['an object', { text: 'a' }, { group: { text: 'a' } }],
		['an object with other fields', { other: 1 }, { group: { text: null } }],
	])('is read as what it is when it is %s', (_, value, found) => {
		const everywhere = Object.fromEntries(Object.keys(fields).map((name) => [name, value]));
		expect(body(everywhere)).toStrictEqual({ ...nothing, ...found, anything: value });
	});

	it.each([[Number.NaN], [Infinity], [-Infinity]])('is no number and no id when it is %p', (value) => {
		expect(body({ number: value, identifier: value })).toMatchObject({
			number: null,
			identifier: null,
		});
	});
});

describe('a number', () => {
	it.each([
		[7.34, 7.34],
		['7.34', 7.34],
		[' 7.34\n', 7.34],
		['0', 0],
		['-1', -1],
		['100', 100],
		['08', 8],
		['0.5', 0.5],
	])('is read from %j', (value, expected) => {
		expect(number(value)).toBe(expected);
	});

	it.each([
		...words('7,34 1.234,5 1,234.5 1e3 0x10 0b1 Infinity NaN 12abc 7. .5 --1 7/10 ٧'),
		...['', ' ', '7 34', '1'.repeat(400), true, null, [7], { value: 7 }],
	])('is not guessed from %j', (value) => {
		expect(number(value)).toBeNull();
	});
});

describe('a boolean', () => {
	it.each([
		[true, true],
		['true', true],
		[' True ', true],
		['TRUE', true],
		[false, false],
		['false', false],
		['False\n', false],
	])('is read from %j', (value, expected) => {
		expect(flag(value)).toBe(expected);
	});

	it.each([1, 0, '1', '0', 'yes', 'no', 'on', 't', '', 'null', null, undefined, [true], {}])(
		'is not guessed from %j',
		(value) => {
			expect(flag(value)).toBeNull();
		},
	);
});

describe('something that happened', () => {
	const at = '2026-03-05T13:00:06.105Z';

	it.each([
		[1772715606105, { happened: true, at }],
		['1772715606105', { happened: true, at }],
		[1772715606.105, { happened: true, at }],
		[at, { happened: true, at }],
		[true, { happened: true, at: null }],
		['True', { happened: true, at: null }],
		[false, { happened: false, at: null }],
		['false', { happened: false, at: null }],
		[null, { happened: false, at: null }],
		[undefined, { happened: false, at: null }],
		[' ', { happened: false, at: null }],
	])('is read from %j', (value, expected) => {
		expect(happening(value)).toEqual(expected);
		expect(time(value)).toBe(expected.at);
	});

	it.each([[0], [1], ['0'], ['1'], ['yes'], ['null'], [-1], [20260305], [[]], [{}]])(
		'is not guessed from %j, which leaves it open',
		(value) => {
			expect(happening(value)).toEqual({ happened: null, at: null });
		},
	);
});
