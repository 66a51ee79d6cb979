import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import type { Vendor } from '../../../nodes/shared/event/interviewEvent';
import { COLUMNS } from '../../../nodes/shared/event/columnOrder';
import { VENDORS, interviewEventSchema } from '../../../nodes/shared/event/schema';
import { fixturesOf } from '../../fixtures';
import { fieldsOf, setOwn } from '../hostile';
import { facts, normalizers } from '../normalized';

const ODD_VALUES: unknown[] = [
	null,
	'',
	' ',
	'drifted',
	0,
	-1,
	1e308,
	Infinity,
	2 ** 53,
	'\u0000\ud800',
	true,
	[],
	[null, 'a', 7],
	{},
	{ id: 'x', value: 1 },
];

const jsonValue = fc.jsonValue({ maxDepth: 3 });

const drift = fc.record({
	/** Which field, counted over the body; taken modulo their number. */
	field: fc.nat(),
	change: fc.constantFrom('replace', 'delete', 'add'),
	name: fc.oneof(
		fc.string(),
		fc.constantFrom('__proto__', 'constructor', 'toJSON', 'length', 'id', 'data', 'payload'),
	),
	value: jsonValue,
});

type Drift = typeof drift extends fc.Arbitrary<infer Value> ? Value : never;

function applyDrift(body: unknown, { field, change, name, value }: Drift): void {
	const fields = fieldsOf(body);
	if (fields.length === 0) return;
	const [holder, own] = fields[field % fields.length];
	if (change === 'delete') delete holder[own];
	else if (change === 'add' && Array.isArray(holder)) holder.push(value);
	else setOwn(holder, change === 'add' ? name : own, value);
}

/** What is wrong with how a body is treated; null when it becomes a valid event with the body as raw, or a reason. */
function flawIn(vendor: Vendor, body: unknown): string | null {
	const normalized = normalizers[vendor](body, facts);
	if ('reason' in normalized) return /\S/.test(normalized.reason) ? null : 'the reason is empty';
	const { event } = normalized;
	if (!isDeepStrictEqual(Object.keys(event), COLUMNS)) return 'other columns, or in another order';
	if (event.raw !== body) return 'raw is not the body';
	const parsed = interviewEventSchema.safeParse({ ...event, raw: {} });
	if (!parsed.success) return parsed.error.message;
	return isDeepStrictEqual(parsed.data, { ...event, raw: {} }) ? null : 'validation loses something';
}

/** Instead of `expect`, which takes longer than what it looks at. @throws naming the flaw and the body */
function mustHold(vendor: Vendor, body: unknown): void {
	const flaw = flawIn(vendor, body);
	if (flaw !== null) throw new Error(`${flaw}: ${JSON.stringify(body)}`);
}

describe.each(VENDORS)('a body of %s', (vendor) => {
	const texts = fixturesOf(vendor).map(({ text }) => text);
	const bodies = texts.map((text) => JSON.parse(text) as unknown);

	it('may have any one field changed to any kind of value', () => {
		for (const body of bodies) {
			for (const [holder, name] of fieldsOf(body)) {
				const sent = holder[name];
				for (const value of ODD_VALUES) {
					holder[name] = value;
					mustHold(vendor, body);
				}
				holder[name] = sent;
			}
		}
	});

	it('may have any one field left out', () => {
		for (const text of texts) {
			for (let field = 0; field < fieldsOf(JSON.parse(text)).length; field++) {
				const copy: unknown = JSON.parse(text);
				applyDrift(copy, { field, change: 'delete', name: '', value: null });
				mustHold(vendor, copy);
			}
		}
	});

	it('may drift in many fields at once, lose fields and gain unknown ones', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.array(drift, { minLength: 1, maxLength: 6 }),
				(text, drifts) => {
					const body: unknown = JSON.parse(text);
					for (const change of drifts) applyDrift(body, change);
					const sent = JSON.stringify(body);
					mustHold(vendor, body);
					if (JSON.stringify(body) !== sent) throw new Error('the body was changed');
				},
			),
			{ seed: 1, numRuns: 10_000 },
		);
	});

	it('may be any JSON value at all', () => {
		fc.assert(
			fc.property(jsonValue, (value) => mustHold(vendor, value)),
			{ seed: 2, numRuns: 1500 },
		);
	});

	it.each([[undefined], [null], [''], ['text'], [7], [true], [[]], [[{ id: 'x' }]], [{}]])(
		'becomes a reason when it is %j',
		(body) => {
			expect(normalizers[vendor](body, facts)).toEqual({
				reason: expect.stringMatching(/^The body /) as string,
			});
		},
	);
});
