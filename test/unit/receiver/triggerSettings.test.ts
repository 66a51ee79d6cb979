import { textList } from '../../../nodes/shared/receiver/triggerSettings';

describe('a list parameter', () => {
	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		[
			[7, 'b'],
			['7', 'b'],
		],
		['a, b,,c ', ['a', 'b', 'c']],
		[[' a ', ''], ['a']],
		['', []],
		[[], []],
		[null, []],
		[undefined, []],
		[7, ['7']],
	])('%j is read as %j', (value, texts) => {
		expect(textList(value)).toEqual(texts);
	});
});
