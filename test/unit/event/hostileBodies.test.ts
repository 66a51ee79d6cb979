import fc from 'fast-check';

import { simplifyEvent, type Vendor } from '../../../nodes/shared/event/interviewEvent';
import { VENDORS } from '../../../nodes/shared/event/schema';
import { fixture, fixturesOf } from '../../fixtures';
import { fieldsOf, mustEnd, setOwn } from '../hostile';
import { changed, eventOf, facts, normalizers } from '../normalized';

const POLLUTION = { polluted: true, prototype: { polluted: true } };

type NameColumn = 'candidate_name' | 'candidate_last_name';

/** Where a name is sent, and the column that it alone makes. */
const NAME_FIELDS: Record<Vendor, [fixture: string, path: string, column?: NameColumn]> = {
	hireflix: ['interview.create', 'data.candidate.name'],
	heymilo: ['report_available', 'metadata.candidate_name'],
	jobmojito: ['interview_result', 'candidate_name'],
	interviewflowai: ['interview.report_available', 'candidateName'],
	ribbon: ['interview_processed', 'interviewee_last_name', 'candidate_last_name'],
	micro1: ['interview_report.created', 'data.candidate_name'],
};

/** Any text that JSON can carry: halves of surrogate pairs and NUL too. */
const anyText = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0xffff }),
			fc.constantFrom(0, 0x0a, 0x0d, 0x20, 0x22, 0x5c, 0xd83c, 0xdfa4, 0xfeff, 0x2028),
		),
		{ maxLength: 60 },
	)
	.map((units) => String.fromCharCode(...units));

/** The prototypes that a body could reach; their own keys must stay what they are. */
const prototypeKeys = () =>
	[Object.prototype, Array.prototype, Function.prototype, String.prototype, Object].map((one) =>
		Object.getOwnPropertyNames(one).sort(),
	);

describe.each(VENDORS)('a hostile body of %s', (vendor) => {
	const texts = fixturesOf(vendor).map(({ text }) => text);

	it('keeps __proto__, constructor and their like in raw at any depth, and reaches no prototype', () => {
		const before = prototypeKeys();
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.nat(),
				fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'then'),
				(text, place, name) => {
					const body: unknown = JSON.parse(text);
					const holders = [body as object, ...fieldsOf(body).map(([holder]) => holder)];
					const holder = holders[place % holders.length];
					if (Array.isArray(holder)) holder.push(JSON.parse(`{"${name}":${JSON.stringify(POLLUTION)}}`));
					else setOwn(holder, name, POLLUTION);
					const event = eventOf(vendor, body);
					expect(simplifyEvent(event, { includeRaw: true }).raw).toBe(body);
					if (!Array.isArray(holder)) expect(Object.keys(holder)).toContain(name);
				},
			),
			{ seed: 6, numRuns: 500 },
		);
		expect(prototypeKeys()).toEqual(before);
		expect({}).not.toHaveProperty('polluted');
	});

	it.each(texts.slice(-1))('may hold 100,000 keys, at its root and inside', (text) => {
		const body = JSON.parse(text) as Record<string, unknown>;
		const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, key]));
		const [inner] = Object.values(body).filter((value) => typeof value === 'object' && value !== null);
		Object.assign(body, many, { last: many });
		if (inner) Object.assign(inner, many);
		expect(Object.keys(mustEnd(() => normalizers[vendor](body, facts)))).toEqual(['event']);
	});

	it('with every key given twice is read by the last ones, as JSON.parse does', () => {
		for (const { text, body } of fixturesOf(vendor)) {
			const first = Object.keys(body as object).map((key) => `"${key}":{"id":"first"},`);
			const twice: unknown = JSON.parse(text.replace(/\{/, `{${first.join('')}`));
			expect(eventOf(vendor, twice)).toStrictEqual(eventOf(vendor, body));
		}
	});

	it('may hold any text: a name arrives trimmed and otherwise unchanged', () => {
		const [name, path, column = 'candidate_name'] = NAME_FIELDS[vendor];
		const { body } = fixture(vendor, name);
		fc.assert(
			fc.property(anyText, (text) => {
				const sent = changed(body, { [path]: JSON.parse(JSON.stringify(text)) as string });
				const expected = text.trim() === '' ? undefined : text.trim();
				const { [column]: found } = eventOf(vendor, sent);
				if (expected !== undefined) expect(found).toBe(expected);
				expect(found === null || found.trim() !== '').toBe(true);
			}),
			{ seed: 7, numRuns: 500 },
		);
	});
});

it('distinguishes ids with different lone surrogates', () => {
	const { body } = fixture('jobmojito', 'interview_result');
	const ids = ['\ud800', '\ud801', '\ufffd'].map(
		(id) => eventOf('jobmojito', changed(body, { id })).event_id,
	);
	expect(new Set(ids).size).toBe(3);
});

describe('a body with a number that JSON.parse rounds', () => {
	const read = (text: string) => {
		const rawBody = Buffer.from(text);
		const normalized = normalizers.interviewflowai(JSON.parse(text), { ...facts, rawBody });
		return 'event' in normalized ? normalized.event.event_id : null;
	};

	it('is distinguished from another that rounds to the same, and is the same each time', () => {
		const text = (id: string) => `{"interviewId":"a","event":"interview.started","eventId":${id}}`;
		expect(read(text('9007199254740992'))).not.toBe(read(text('9007199254740993')));
		expect(read(text('9007199254740993'))).toBe(read(text('9007199254740993')));
	});

	it('that differs in __proto__ only is another one', () => {
		const text = (extra: number) =>
			`{"interviewId":"a","event":"interview.started","__proto__":{"n":${extra}}}`;
		expect(read(text(1))).not.toBe(read(text(2)));
	});
});
