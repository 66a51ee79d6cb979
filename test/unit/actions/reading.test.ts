import type { IDataObject, NodeOperationError } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import {
	choiceList,
	decidingText,
	optionalChoice,
	optionalFlag,
	optionalJson,
	optionalNumber,
	optionalText,
	optionalTime,
	requiredProse,
	requiredText,
	textList,
	wantedCount,
} from '../../../nodes/shared/actions/reading';
import {
	readFields,
	choiceField,
	longTextField,
	numberField,
	switchField,
	textField,
	timeField,
} from '../../../nodes/shared/actions/fields';
import { actionContext, Expression } from './actionContext';

type Read<Value> = (
	context: ReturnType<typeof actionContext>,
	itemIndex: number,
	name: string,
	displayName: string,
) => Value;

/** Reads a field called "The Field", alone and inside a collection. */
function read<Value>(how: Read<Value>, value: unknown, timezone = 'UTC'): Value {
	const alone = actionContext({ parameters: { field: value }, timezone });
	const inside = actionContext({ parameters: { options: { field: value } }, timezone });
	const found = how(inside, 3, 'options.field', 'The Field');
	expect(how(alone, 3, 'field', 'The Field')).toEqual(found);
	return found;
}

/** What the user reads when a value is refused. */
function refusal<Value>(how: Read<Value>, value: unknown): NodeOperationError {
	try {
		read(how, value);
	} catch (error) {
		return error as NodeOperationError;
	}
	throw new Error(`${JSON.stringify(value)} was not refused`);
}

describe('what an expression makes of a column that is not there', () => {
	it.each(['undefined undefined', 'undefined', 'NaN', 'null null', '[object Object]', '[object Map]'])(
		'is no text: %s',
		(value) => {
			for (const how of [optionalText, requiredText, requiredProse]) {
				expect(refusal(how, value).message).toMatch(/^The Field has .* where a value should be$/);
			}
			expect(() => read(textList, [`Dr. ${value}`, value])).toThrow('where a value should be');
		},
	);

	it.each([
		'Null',
		'null',
		'Ada Null',
		'undefined behavior',
		'NaN bread',
		'nullundefined',
		'[object detection]',
	])('may be written by a person: %s', (value) => {
		expect(read(optionalText, value)).toBe(value);
	});

	it('is no part of a name, and may be a part of a longer text', () => {
		const name = (value: string) => () =>
			requiredText(actionContext({ parameters: { name: value } }), 0, 'name', 'First Name');
		for (const value of [
			'Dr. [object Object]',
			'Ada undefined',
			'Dr. undefined',
			'(undefined)',
			'undefined-undefined',
			'Ada NaN',
		])
			expect(name(value)).toThrow('where a value should be');
		expect(name('Undefined Null')()).toBe('Undefined Null');
		expect(read(requiredProse, 'What does [object Object] mean?')).toBe('What does [object Object] mean?');
	});
});

it('a value that has no JSON is refused in words, too', () => {
	const circular: Record<string, unknown> = {};
	circular.self = circular;
	const read1 = (how: Read<unknown>, value: unknown) => {
		const context = actionContext({ parameters: { field: value } });
		return () => how(context, 0, 'field', 'The Field');
	};
	for (const value of [10n, circular]) {
		expect(read1(optionalNumber, value)).toThrow('The Field is not a number');
		expect(read1(optionalFlag, value)).toThrow('The Field is neither true nor false');
		expect(read1(optionalTime, value)).toThrow('The Field is not a valid date');
	}
});

const NOTHING = [undefined, null, '', '  '];

/** A zero-width space, as web pages leave it in what is copied. */
const INVISIBLE = '\u200b';

/** A person that ended up in the wrong field. */
const PERSON = 'Ada Example, ada@example.com';

function expectRefusal<Value>(how: Read<Value>, value: unknown): void {
	const { message, context } = refusal(how, value);
	expect(message).toMatch(/^The Field is /);
	expect(message).not.toContain(PERSON);
	expect(context).toMatchObject({ itemIndex: 3 });
}

describe('a text', () => {
	it.each<[unknown, string]>([
		[' i1 ', 'i1'],
		[17, '17'],
		[0, '0'],
		[34600555014, '34600555014'],
		[1.5, '1.5'],
		[true, 'true'],
		["'00123", '00123'],
		["'Abd al-Rahman", "'Abd al-Rahman"],
		['\u200bi1\ufeff\u200e', 'i1'],
		[{ __rl: true, mode: 'list', value: 'p1' }, 'p1'],
		[{ __rl: true, mode: 'id', value: 69 }, '69'],
	])('is taken from %j', (value, expected) => {
		expect(read(optionalText, value)).toBe(expected);
		expect(read(requiredText, value)).toBe(expected);
	});

	it.each(NOTHING)('is empty for %j, which is an error where it is required', (value) => {
		expect(read(optionalText, value)).toBe('');
		expect(refusal(requiredText, value)).toMatchObject({
			message: 'The Field is empty',
			description: 'Fill in The Field, or drag the column that holds it into the field.',
		});
	});

	it('that says nothing visible is empty', () => {
		expect(read(optionalText, INVISIBLE)).toBe('');
		expect(refusal(requiredText, ` ${INVISIBLE} `).message).toBe('The Field is empty');
	});

	it.each(["'24/7 is fine'", "'-- see below"])(
		'that somebody wrote keeps its quotation mark: %s',
		(written) => {
			expect(read(requiredProse, written)).toBe(written);
			const known = [longTextField({ displayName: 'Message', name: 'message' })];
			const context = actionContext({ parameters: { options: { message: written } } });
			expect(readFields(context, 0, { collection: 'options', known })).toEqual({ message: written });
		},
	);

	it.each([[['i1']], [{ id: 'i1' }], [NaN], [Infinity], [2 ** 60], [new Date()]])(
		'is refused as %j',
		(value) => expectRefusal(optionalText, value),
	);
});

describe('a number', () => {
	const score: Read<number | undefined> = (...place) => optionalNumber(...place, { min: 0.5, max: 5 });

	it.each<[unknown, number | undefined]>([
		[4, 4],
		['4', 4],
		[' 4.5 ', 4.5],
		...NOTHING.map((value): [unknown, undefined] => [value, undefined]),
	])('is read from %j', (value, expected) => {
		expect(read(score, value)).toBe(expected);
	});

	it.each([
		...['four', '4,5', '1e1', '0x4', '4 of 5', '+2', '.5', '9', PERSON],
		...[0, 5.5, -1, NaN, Infinity, true, [4], {}],
	])('is refused as %j', (value) => expectRefusal(score, value));

	it('says what it is not, and shows what it is where the log does not see it', () => {
		expect(refusal(score, 'four')).toMatchObject({
			message: 'The Field is not a number from 0.5 to 5',
			description: expect.stringContaining('It is: four.') as string,
		});
	});
});

describe('how many rows are wanted', () => {
	const count = (parameters: IDataObject) => wantedCount(actionContext({ parameters }), 0);

	it.each<[IDataObject, number]>([
		[{ returnAll: true, limit: 5 }, Infinity],
		[{ returnAll: 'true', limit: 5 }, Infinity],
		[{ returnAll: false, limit: 5 }, 5],
		[{ returnAll: 'false', limit: '7' }, 7],
		[{}, 50],
	])('%j is %d', (parameters, expected) => {
		expect(count(parameters)).toBe(expected);
	});

	it.each([undefined, null, '', 0, -1, 'three', 1.5, NaN, Infinity, '0', true, [5]])(
		'is refused with the name of the field when Limit is %j',
		(limit) => {
			expect(() => count({ limit } as IDataObject)).toThrow(/^Limit is /);
		},
	);
});

describe('a switch', () => {
	it.each<[unknown, boolean | undefined]>([
		[true, true],
		[false, false],
		['true', true],
		[' FALSE ', false],
		...NOTHING.map((value): [unknown, undefined] => [value, undefined]),
	])('is read from %j', (value, expected) => {
		expect(read(optionalFlag, value)).toBe(expected);
	});

	it.each([1, 0, 'yes', 'no', [], {}, PERSON])('is refused as %j', (value) =>
		expectRefusal(optionalFlag, value),
	);
});

describe('a time', () => {
	const iso = (value: unknown, timezone?: string) => {
		const time = read(optionalTime, value, timezone);
		return time === undefined ? undefined : new Date(time).toISOString();
	};

	it.each([
		['UTC', '2026-11-26T02:20:34.000Z'],
		['Asia/Tokyo', '2026-11-25T17:20:34.000Z'],
		['America/Los_Angeles', '2026-11-26T10:20:34.000Z'],
	])('picked in a workflow in %s is in that zone', (timezone, expected) => {
		expect(iso('2026-11-26T02:20:34', timezone)).toBe(expected);
		expect(iso('2026-11-26 02:20:34', timezone)).toBe(expected);
	});

	it.each([
		['2026-03-08T01:30:00', '2026-03-08T09:30:00.000Z'],
		['2026-03-08T03:30:00', '2026-03-08T10:30:00.000Z'],
		['2026-11-01T00:30:00', '2026-11-01T07:30:00.000Z'],
		['2026-11-01T02:30:00', '2026-11-01T10:30:00.000Z'],
	])('picked beside a change of daylight saving time has the offset of its hour: %s', (picked, expected) => {
		expect(iso(picked, 'America/Los_Angeles')).toBe(expected);
	});

	it.each([
		['America/Los_Angeles', '2026-11-01T01:30:00', '2026-11-01T08:30:00.000Z'],
		['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
	])('picked in the hour that comes twice in %s is in the first one all year', (zone, picked, first) => {
		for (const today of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']) {
			jest.useFakeTimers({ now: new Date(today) });
			expect(iso(picked, zone)).toBe(first);
		}
		jest.useRealTimers();
	});

	it.each<[string, unknown, string]>([
		['a day, from its start', '2026-11-26', '2026-11-25T15:00:00.000Z'],
		['minutes', '2026-11-26T02:20', '2026-11-25T17:20:00.000Z'],
		['text in UTC', '2026-11-26T02:20:34Z', '2026-11-26T02:20:34.000Z'],
		['text with an offset', '2026-11-26T02:20:34.5+05:30', '2026-11-25T20:50:34.500Z'],
		['text as Luxon prints it', '2026-11-26T02:20:34.000-08:00', '2026-11-26T10:20:34.000Z'],
		['a Date', new Date('2026-11-26T02:20:34Z'), '2026-11-26T02:20:34.000Z'],
		['a DateTime', tryToParseDateTime('2026-11-26T02:20:34', 'Europe/Oslo'), '2026-11-26T01:20:34.000Z'],
		['epoch seconds', 1772642468, '2026-03-04T16:41:08.000Z'],
		['epoch milliseconds', 1772642468123, '2026-03-04T16:41:08.123Z'],
		['epoch seconds as text', '1772642468', '2026-03-04T16:41:08.000Z'],
	])('in a workflow in Tokyo is read from %s', (_, value, expected) => {
		expect(iso(value, 'Asia/Tokyo')).toBe(expected);
	});

	it.each(NOTHING)('is missing for %j', (value) => {
		expect(iso(value)).toBeUndefined();
	});

	it.each([
		...[
			'31.02.',
			'31.02.2026',
			'2026-03-08T10:00:00+99:00',
			'2026-03-08 10:00 -15:00',
			'2026-02-30',
			'2026-13-01',
		],
		...['2026-11-26T25:00:00', 'yesterday', '03/04/2026', '12', 12, 45987, 0, -1, NaN, true, [], {}],
		...[new Date(NaN), PERSON],
	])('is refused as %j', (value) => expectRefusal(optionalTime, value));
});

describe('a list of texts', () => {
	it.each<[unknown, string[]]>([
		['a, b ,,c', ['a', 'b', 'c']],
		['["Why us, and why now?","What can you do?"]', ['Why us, and why now?', 'What can you do?']],
		[' [] ', []],
		['[101, 102]', ['101', '102']],
		['[Senior] driver, cook', ['[Senior] driver', 'cook']],
		[
			['a', 7, ' b '],
			['a', '7', 'b'],
		],
		[7, ['7']],
		...NOTHING.map((value): [unknown, string[]] => [value, []]),
	])('is read from %j', (value, expected) => {
		expect(read(textList, value)).toEqual(expected);
	});

	it.each([[[{}]], [[['a']]], [{}], ['[{}]'], ['[React, Node.js]'], ["['a', 'b']"], ['["a", "b"' + ']x]']])(
		'is refused as %j',
		(value) => expectRefusal(textList, value),
	);
});

describe('JSON', () => {
	const object: Read<IDataObject | undefined> = (...place) => optionalJson(...place, 'object');
	const list: Read<unknown[] | undefined> = (...place) => optionalJson<unknown[]>(...place, 'list');

	it.each([new Date(), tryToParseDateTime('2026-11-26T02:20:34', 'Europe/Oslo')])(
		'is not a time: %s',
		(time) => {
			expect(refusal(object, time).message).toBe('The Field is not a JSON object');
		},
	);

	it('is read from text, and taken as it is from an expression', () => {
		expect(read(object, ' { "a": 1 } ')).toEqual({ a: 1 });
		expect(read(object, { a: 1 })).toEqual({ a: 1 });
		expect(read(list, '[1]')).toEqual([1]);
		expect(read(list, [1])).toEqual([1]);
		for (const value of NOTHING) expect(read(object, value)).toBeUndefined();
	});

	it.each(['[1]', [1], '{ a: 1 }', '{"a":1,}', '7', 7, 'null', true, new Date(), PERSON])(
		'is refused as an object: %j',
		(value) => expectRefusal(object, value),
	);

	it.each(['{}', {}, 'x', 7])('is refused as a list: %j', (value) => expectRefusal(list, value));
});

describe('a text that Escape Formulas has marked', () => {
	it.each<[string, Read<unknown>, unknown, unknown]>([
		['number', optionalNumber, "'4.5", 4.5],
		['switch', optionalFlag, "'TRUE", true],
		['time', optionalTime, "'2026-03-01T08:00:00+00:00", Date.UTC(2026, 2, 1, 8)],
		['list', textList, "'00123, 00124", ['00123', '00124']],
		['JSON list', (...place) => optionalJson(...place, 'list'), "'[1]", [1]],
	])('is read as a %s', (_, reader, value, expected) => {
		expect(read(reader, value)).toEqual(expected);
	});
});

describe('a choice', () => {
	const words = ['return', 'stop'];
	const one: Read<string> = (...place) => optionalChoice(...place, words);
	const several: Read<string[]> = (...place) => choiceList(...place, words);

	it('is one of its words in any case, or nothing', () => {
		expect(read(one, ' Stop ')).toBe('stop');
		for (const value of NOTHING) expect(read(one, value)).toBe('');
		expect(read(several, 'stop, STOP, return')).toEqual(['stop', 'return']);
	});

	it.each(['fail', 1, true])('is not %j', (value) => {
		expectRefusal(one, value);
		expectRefusal(several, value);
	});
});

describe('an expression that returns nothing, where something is decided', () => {
	const WORDS = ['one', 'two'];
	const decisions: Array<[string, string, Read<unknown>]> = [
		['a filter by text', 'filters.field', optionalText],
		['a filter by number', 'filters.field', optionalNumber],
		['a filter by time', 'filters.field', optionalTime],
		['a filter by list', 'filters.field', textList],
		['a filter by words', 'filters.field', (...field) => choiceList(...field, WORDS)],
		['a switch', 'options.field', optionalFlag],
		['a choice', 'field', (...field) => optionalChoice(...field, WORDS)],
		['a text that narrows down', 'field', decidingText],
	];
	const withField = (name: string, value: unknown) =>
		actionContext({
			parameters: name.split('.').reduceRight((inner, step) => ({ [step]: inner }), value) as IDataObject,
		});

	it.each(decisions)('is refused for %s', (_, name, how) => {
		for (const nothing of [undefined, null, '', ' ', []]) {
			const context = withField(name, new Expression(nothing));
			expect(() => how(context, 0, name, 'The Field')).toThrow('The Field is empty');
		}
	});

	it.each(decisions)('is not refused for %s that was left empty, or was not added', (_, name, how) => {
		for (const context of [withField(name, ''), actionContext({})]) {
			expect([undefined, '', []]).toContainEqual(how(context, 0, name, 'The Field'));
		}
	});

	it('is refused inside a locator', () => {
		const context = actionContext({
			parameters: { field: { __rl: true, mode: 'id', value: new Expression(null) } },
		});
		expect(() => decidingText(context, 0, 'field', 'The Field')).toThrow('The Field is empty');
	});

	it('is refused among fields of the vendor for a filter, a change, a switch, a choice, and what the caller names', () => {
		const known = [
			switchField({ displayName: 'Switch', name: 'switch', description: 'Whether it is on' }),
			choiceField({ displayName: 'Choice', name: 'choice' }, { one: 'One' }),
			numberField({ displayName: 'Delay', name: 'delay' }, 1),
			textField({ displayName: 'Text', name: 'text' }),
		];
		const reading = (collection: 'options' | 'filters' | 'updateFields', name: string) => () => {
			const context = actionContext({ parameters: { [collection]: { [name]: new Expression(null) } } });
			return readFields(context, 0, { collection, known, deciding: ['delay'] });
		};
		expect(reading('options', 'switch')).toThrow('Switch is empty');
		expect(reading('options', 'choice')).toThrow('Choice is empty');
		expect(reading('options', 'delay')).toThrow('Delay is empty');
		expect(reading('filters', 'text')).toThrow('Text is empty');
		expect(reading('updateFields', 'text')).toThrow('Text is empty');
		// A phone that a row does not have is no decision.
		expect(reading('options', 'text')()).toEqual({});
	});

	it('clears no field of the vendor: only one that was left empty does', () => {
		const known = [
			choiceField({ displayName: 'Choice', name: 'choice' }, { one: 'One' }),
			timeField({ displayName: 'Time', name: 'time' }),
			textField({ displayName: 'List', name: 'list' }),
			textField({ displayName: 'Text', name: 'text' }),
		];
		const reading = (name: string, value: unknown) => {
			const context = actionContext({ parameters: { updateFields: { [name]: value } } });
			return readFields(context, 0, {
				collection: 'updateFields',
				known,
				lists: ['list'],
				clearsEmpty: true,
			});
		};
		for (const { name, displayName } of known) {
			for (const nothing of [undefined, null, '']) {
				expect(() => reading(name, new Expression(nothing))).toThrow(`${displayName} is empty`);
			}
			expect(reading(name, '')).toEqual({ [name]: null });
		}
	});
});
