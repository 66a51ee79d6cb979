import { bodyFingerprint, eventId } from '../../../nodes/shared/event/identity';
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
	it.each(cases)('is a pure function of the delivery: $vendor $name', ({ vendor, text }) => {
		expect(eventOf(vendor, JSON.parse(text))).toStrictEqual(eventOf(vendor, JSON.parse(text)));
	});

	it.each(cases)('is the hash of its dedupe key: $vendor $name', ({ vendor, text }) => {
		const { dedupe_key, event_id } = eventOf(vendor, JSON.parse(text));
		expect(event_id).toBe(eventId(dedupe_key));
		expect(dedupe_key.startsWith(`${vendor}:`)).toBe(true);
	});

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

	it('is that of the bytes, or of the body as JSON.stringify writes it where they are not known', () => {
		const { body } = fixture('interviewflowai', 'interview.completed');
		const compact = JSON.stringify(body);
		const idOf = (rawBody: Buffer | null) => eventOf('interviewflowai', body, { ...facts, rawBody }).event_id;
		expect(idOf(Buffer.from(compact))).toBe(idOf(null));
		expect(idOf(Buffer.from(compact.replace('completed', 'Completed')))).not.toBe(idOf(null));
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
