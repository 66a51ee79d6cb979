import fc from 'fast-check';

import { asLines, asSummary, folded, presentText } from '../../../nodes/shared/event/text';

describe('presentText', () => {
	it.each([
		['  Inés Carmona \n', 'Inés Carmona'],
		['0', '0'],
		['null', 'null'],
		['two  spaces inside', 'two  spaces inside'],
	])('trims %j and leaves the rest as sent', (value, text) => {
		expect(presentText(value)).toBe(text);
	});

	it.each([[''], [' \t\n'], [null], [undefined], [0], [7], [true], [['text']], [{ text: 'text' }]])(
		'returns null for %j',
		(value) => {
			expect(presentText(value)).toBeNull();
		},
	);
});

it('a name is compared without case, whether its accents are sent as one character or as two', () => {
	expect(folded(' JOSE\u0301 ')).toBe(folded('jos\u00e9'));
	expect([null, 7, ' '].map(folded)).toEqual(['', '', '']);
});

describe('asLines', () => {
	it('puts one point on each line', () => {
		expect(asLines(['Clear answers', 'On time'])).toBe('Clear answers\nOn time');
	});

	it.each([['first\nsecond'], ['first\r\nsecond'], ['first  \n\n  second']])(
		'keeps a point on its line: %j',
		(point) => {
			expect(asLines([point, 'third'])).toBe('first second\nthird');
		},
	);

	it.each([[[]], [['']], [['  ', '\n']]])('returns null when there is no point: %j', (points) => {
		expect(asLines(points)).toBeNull();
	});
});

describe('asSummary', () => {
	it('leaves null as null', () => {
		expect(asSummary(null)).toBeNull();
	});

	it.each([[1], [1999], [2000]])('leaves a text of %d characters as it is', (length) => {
		const text = 'a b'.padEnd(length, 'c').slice(0, length);
		expect(asSummary(text)).toBe(text);
	});

	it('cuts a longer text between words and ends it with an ellipsis', () => {
		// Word boundaries at every tenth character: the last one that leaves room for the ellipsis is at 1,989.
		const text = 'nine_char '.repeat(250).trim();
		expect(asSummary(text)).toBe(`${'nine_char '.repeat(199).trim()}…`);
	});

	it('cuts a text without spaces at 2,000 characters', () => {
		expect(asSummary('x'.repeat(3000))).toBe(`${'x'.repeat(1999)}…`);
	});

	it('never cuts inside a surrogate pair', () => {
		// The pair would lie at 1,998 and 1,999, half of it beyond the cut.
		expect(asSummary(`${'x'.repeat(1998)}🎤${'y'.repeat(50)}`)).toBe(`${'x'.repeat(1998)}…`);
		expect(asSummary('🎤'.repeat(1500))).toBe(`${'🎤'.repeat(999)}…`);
	});

	it('leaves no white space before the ellipsis', () => {
		expect(asSummary(`${'x'.repeat(1900)}  \n  ${'y'.repeat(500)}`)).toBe(`${'x'.repeat(1900)}…`);
	});

	it('holds for any text: at most 2,000 characters, a beginning of the text, whole characters', () => {
		const long = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 60, maxLength: 160 });
		fc.assert(
			fc.property(long, (words) => {
				const text = `start ${words.join(' ')}`.trim();
				const summary = asSummary(text) ?? '';
				if (text.length <= 2000) return summary === text;
				const kept = summary.slice(0, -1);
				return (
					summary.length <= 2000 && summary.endsWith('…') && text.startsWith(kept) && summary.isWellFormed()
				);
			}),
			{ seed: 2000, numRuns: 1000 },
		);
	});
});

it('does not cut a text in a script without spaces to its first word', () => {
	expect(asSummary(`総評: ${'候補者は明確に回答した。'.repeat(300)}`)?.length).toBeGreaterThan(1900);
});
