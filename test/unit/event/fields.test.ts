import {
	anything,
	flag,
	group,
	groups,
	identifier,
	number,
	record,
	text,
	texts,
} from '../../../nodes/shared/event/fields';

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
		['a text', ' 7 ', { text: '7', identifier: '7' }],
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
