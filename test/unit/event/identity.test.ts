import fc from 'fast-check';

import { bodyFingerprint } from '../../../nodes/shared/event/identity';
import { VENDORS } from '../../../nodes/shared/event/schema';
import { fixture, fixturesOf } from '../../fixtures';
import { changed, eventOf, facts } from '../normalized';

const cases = VENDORS.flatMap((vendor) =>
	fixturesOf(vendor).map(({ name, text }) => ({ vendor, name, text })),
);

/** The text with another signature on every link in it. */
function signedAnew(text: string): string {
	return text.replace(/"(https:[^"?]*)(\?[^"]*)?"/g, '"$1?Expires=1999999999&Signature=fresh"');
}

/** Facts of a delivery whose bytes are known. */
const sentAs = (text: string) => ({ ...facts, rawBody: Buffer.from(text) });

describe('the identity of an event', () => {
	it.each(cases)('does not depend on when or how it was received: $vendor $name', ({ vendor, text }) => {
		const one = eventOf(vendor, JSON.parse(text), sentAs(text));
		const other = eventOf(vendor, JSON.parse(text), {
			...sentAs(text),
			receivedAt: '2027-12-31T23:59:59.999Z',
			verification: 'none',
		});
		expect(other.dedupe_key).toBe(one.dedupe_key);
		expect(other.event_id).toBe(one.event_id);
	});

	it.each(cases)('does not depend on the signatures of links: $vendor $name', ({ vendor, text }) => {
		const signed = signedAnew(text);
		for (const given of [(sent: string) => sentAs(sent), () => facts]) {
			expect(eventOf(vendor, JSON.parse(signed), given(signed)).dedupe_key).toBe(
				eventOf(vendor, JSON.parse(text), given(text)).dedupe_key,
			);
		}
	});

	it('is shared by no two different events', () => {
		const tellings = new Map<string, string[]>();
		for (const { vendor, name, text } of cases) {
			const { event_id } = eventOf(vendor, JSON.parse(text));
			tellings.set(event_id, [...(tellings.get(event_id) ?? []), name]);
		}
		// One completion of Hireflix, in the short, the full and the repeated form; one event of micro1 under two names.
		expect([...tellings.values()].filter((names) => names.length > 1)).toEqual([
			['interview.finish.full', 'interview.finish', 'interview.status-change.completion'],
			['interview.completed', 'interview_recording.completed'],
		]);
	});
});

describe('the identity of an event without an id or a time', () => {
	it.each([
		['hireflix', 'interview.score-updated', { date: null }, 'data.thumbnail'],
		[
			'heymilo',
			'report_available',
			{ report_url: null, timestamp: null },
			'agentic_data.web_interview_info.video_recording_link',
		],
	] as const)('does not depend on the signature of a link: %s %s', (vendor, name, missing, link) => {
		const { body } = fixture(vendor, name);
		const signedWith = (signature: string) =>
			eventOf(
				vendor,
				changed(body, { ...missing, [link]: `https://media.example.com/a?Signature=${signature}` }),
			);
		expect(signedWith('a').event_id).toBe(signedWith('b').event_id);
	});

	it('is that of the bytes, or of the keys and values where they are not known', () => {
		const { body } = fixture('interviewflowai', 'interview.completed');
		const compact = JSON.stringify(body);
		const spaced = JSON.stringify(body, null, 1);
		const idOf = (text: string, rawBody: Buffer | null) =>
			eventOf('interviewflowai', JSON.parse(text), { ...facts, rawBody }).event_id;
		expect(idOf(compact, Buffer.from(compact))).not.toBe(idOf(spaced, Buffer.from(spaced)));
		expect(idOf(compact, null)).toBe(idOf(spaced, null));
		expect(idOf(compact.replace('completed', 'Completed'), null)).not.toBe(idOf(compact, null));
	});

	it('is another for every other body, also where the bytes are not known', () => {
		const key = fc.string({ unit: 'binary' });
		fc.assert(
			fc.property(
				fc.jsonValue({ stringUnit: 'binary' }),
				fc.jsonValue({ stringUnit: 'binary' }),
				key,
				(one, other, name) => {
					const bodies = [one, other, [one], [one, other], { [name]: one }, { [name]: other }];
					const texts = new Set(bodies.map((body) => JSON.stringify(body)));
					expect(new Set(bodies.map((body) => bodyFingerprint(body))).size).toBe(texts.size);
				},
			),
		);
	});

	it.each([
		[
			['ab', 'c'],
			['a', 'bc'],
		],
		[['1"a'], ['', '1"a']],
		[{ a: 'b' }, ['a', 'b']],
		[[null], ['null']],
		[['\ud800'], ['\udbff']],
		[[1, [2]], [[1, 2]]],
		[
			['a'.repeat(40_000), 'b'],
			['a'.repeat(40_000), 'c'],
		],
	])('distinguishes %j and %j', (one, other) => {
		expect(bodyFingerprint(one)).not.toBe(bodyFingerprint(other));
	});

	it.each([
		['a text that only begins like a link', '"httpd?a"', '"httpd?b"'],
		['what comes before the query', '"https://a.example.com/1?x"', '"https://a.example.com/2?x"'],
		['what comes after a link', '"https://a.example.com/1?x",1', '"https://a.example.com/1?x",2'],
		[
			'a link that is no value of its own',
			'"see https://a.example.com/?a"',
			'"see https://a.example.com/?b"',
		],
		['a number that JSON.parse rounds', '9007199254740993', '9007199254740992'],
	])('distinguishes %s', (_, one, other) => {
		const hash = (text: string) => bodyFingerprint(null, Buffer.from(`{"values":[${text}]}`));
		expect(hash(one)).not.toBe(hash(other));
	});
});
